/**
 * Documents longer than any we have, made from one that we have: the same shapes, other numbers and other words.
 *
 * The same input gives the same output, so that two runs measure the same thing.
 */

/** What one printed page holds, in characters: the seed plan has about 32 pages. */
export const CHARACTERS_PER_PAGE = 2500;

const SHEET = /^(#+ )?((fiche action|axe) \d+\.\d+ :)/im;

/** A plan `times` as long: its sheets repeated, each copy under axes of its own and with some words changed. */
export function longerPlan(plan: string, times: number): string {
  const start = SHEET.exec(plan)?.index ?? 0;
  const sheets = plan.slice(start);
  const axes = Math.max(...[...sheets.matchAll(/\b(?:axe|fiche action) (\d+)/gi)].map((match) => Number(match[1])));
  const copies = Array.from({ length: times }, (_, copy) =>
    copy === 0 ? sheets : mutated(renumbered(sheets, copy * axes), copy),
  );
  return plan.slice(0, start) + copies.join('\n');
}

/** A text of exactly this many UTF-8 bytes or a few less: cut, or prolonged with changed copies of itself. */
export function ofSize(text: string, bytes: number): string {
  let longer = text;
  for (let copy = 1; Buffer.byteLength(longer) < bytes; copy++) longer += `\n${mutated(text, copy)}`;
  return Buffer.from(longer)
    .subarray(0, bytes)
    .toString('utf8')
    .replace(/\uFFFD+$/, '');
}

/** `Fiche Action 1.3` becomes `Fiche Action 5.3`, `AXE 1` becomes `AXE 5`. */
function renumbered(sheets: string, shift: number): string {
  return sheets.replace(
    /\b(axe|fiche action) (\d+)/gi,
    (_match, noun: string, number: string) => `${noun} ${Number(number) + shift}`,
  );
}

/** About one long word in seven gets another ending, so that nothing learnt on one copy serves the next. */
function mutated(text: string, seed: number): string {
  let state = seed;
  return text.replace(/\p{Ll}{6,}/gu, (word) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state % 7 === 0 ? `${word.slice(0, -2)}${['al', 'eur', 'ive', 'ons'][state % 4] ?? ''}` : word;
  });
}
