/**
 * A text as the document that somebody might have typed: headings, list items, tables, paragraphs.
 *
 * Only for tests of law 6 (the same text gives the same result from every format). It is the common
 * origin of the four makers beside it.
 */
export type SourceBlock =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  /** Without its marker. */
  | { readonly kind: 'bullet'; readonly text: string }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'blank' };

const HEADING = /^(?:#|\d{1,2}\s[–-]\s|Principe [A-C] :|Mesure \d|Fiche Action|AXE \d+ :|[A-ZÉÈÀ' !]{12,}$)/u;

export function sourceDocument(text: string): readonly SourceBlock[] {
  const blocks: SourceBlock[] = [];
  for (const line of text.split('\n')) {
    const last = blocks.at(-1);
    const bullet = /^\s*[•●-]\s+(.+)$/u.exec(line)?.[1];
    if (line.trim() === '') blocks.push({ kind: 'blank' });
    else if (line.includes('\t')) {
      const row = line.split('\t').map((cell) => cell.trim());
      const columns = last?.kind === 'table' ? last.rows[0]?.length : undefined;
      if (last?.kind === 'table' && columns === row.length) {
        blocks[blocks.length - 1] = { kind: 'table', rows: [...last.rows, row] };
      } else blocks.push({ kind: 'table', rows: [row] });
    } else if (bullet !== undefined) blocks.push({ kind: 'bullet', text: bullet.trim() });
    else blocks.push({ kind: HEADING.test(line) && line.length < 160 ? 'heading' : 'paragraph', text: line.trim() });
  }
  return blocks;
}
