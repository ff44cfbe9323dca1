import type { SourceBlock } from './source-document.ts';

/** A page as a content system publishes it. */
export function makeHtml(blocks: readonly SourceBlock[]): Uint8Array {
  const body: string[] = [];
  blocks.forEach((block, at) => {
    const opens = block.kind === 'bullet' && blocks[at - 1]?.kind !== 'bullet';
    const closes = block.kind === 'bullet' && blocks[at + 1]?.kind !== 'bullet';
    if (block.kind === 'heading') body.push(`<h2>${escape(block.text)}</h2>`);
    if (block.kind === 'paragraph') body.push(`<p>${withBoldStart(block.text)}</p>`);
    if (block.kind === 'bullet')
      body.push(`${opens ? '<ul>\n' : ''}<li>${escape(block.text)}</li>${closes ? '\n</ul>' : ''}`);
    if (block.kind === 'table') body.push(`<table>${block.rows.map(row).join('\n')}</table>`);
  });
  const page = `<!DOCTYPE html>\n<html lang="fr"><head><meta charset="utf-8"><title>Pacte</title>
<style>p { margin: 1em 0 }</style><script>document.title = 'changé';</script></head>
<body><main>\n${body.join('\n')}\n</main></body></html>`;
  return new TextEncoder().encode(page);
}

function row(cells: readonly string[]): string {
  return `<tr>${cells.map((cell) => `<td><p>${escape(cell)}</p></td>`).join('')}</tr>`;
}

/** Source lines wrapped in the middle of a sentence, and marks in the middle of a word group. */
function withBoldStart(text: string): string {
  const space = text.indexOf(' ', 20);
  if (space < 0) return escape(text);
  return `<strong>${escape(text.slice(0, space))}</strong>\n    ${escape(text.slice(space + 1))}`;
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('é', '&eacute;')
    .replaceAll('\u00a0', '&nbsp;');
}
