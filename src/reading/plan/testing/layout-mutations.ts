/**
 * Other layouts of the same plan, made by rule: what DOCX, ODT, PDF and HTML extraction, other word processors and other town halls do to it.
 *
 * Each keeps every word of the sheets; the reader must find the same things. For tests only.
 */

export type Mutation = (text: string) => string;

/** Tags, markdown and character references gone, as after an extraction. */
export const withoutMarkup: Mutation = (text) =>
  text
    .replace(/\s*<sup>/g, '')
    .replace(/<\/?[a-z][^<>]*>/g, (tag) => (/^<\/?(?:p|li|ul)/.test(tag) ? ' ' : ''))
    .replace(/^#+ /gm, '')
    .replace(/\*{2,3}/g, '')
    .replace(/(?<=\/)\*(?=\p{L})|(?<=\p{L})\*$/gmu, '')
    .replace(/&gt;/g, '>')
    .replace(/ {2,}/g, ' ');

export const withCrLf: Mutation = (text) => text.replace(/\n/g, '\r\n');

export const withoutBlankLines: Mutation = (text) => text.replace(/\n{2,}/g, '\n');

/** Empty cells at the end of a row are lost, and the empty ones in the middle. */
export const withoutEmptyCells: Mutation = (text) => text.replace(/(?<=[^\t\n])\t+(?=\t|$)/gm, '');

export const withPipes: Mutation = (text) =>
  text.replace(/^(?!AXE )[^\n]*\t[^\n]*$/gm, (row) => (row.includes('---') ? row : `| ${row.replace(/\t/g, ' | ')} |`));

export const withNumberedActions: Mutation = (text) => text.replace(/(?<=^|[# ])Fiche [Aa]ction (?=\d)/gm, 'Action n°');

export const withFicheForEverySheet: Mutation = (text) =>
  text.replace(/^(#*\s*)AXE (\d\.\d+ :)/gm, '$1FICHE ACTION N° $2');

export const withShortLabels: Mutation = (text) =>
  text
    .replace(/Calendrier de(<\/b> <b>| )réalisation/g, 'Calendrier de réal')
    .replace(/Indicateurs de(<\/b> <b>| )résultat/g, 'Indic de résultat')
    .replace(/Moyens humains,(<\/b> <b>| )financiers,(<\/b> <b>| )techniques/g, 'Moyens humains, financ, tech')
    .replace(/Objectif \(s\)/g, 'Objectifs');

export const withCapitalLabels: Mutation = (text) =>
  text.replace(
    /^(<b>)?(Contexte|Objectif \(s\)|Méthode|Indicateurs de résultat|Calendrier de réalisation)(?=<|\t)/gm,
    (label) => label.toUpperCase().replace('<B>', '<b>'),
  );

export const withOtherGlyphs: Mutation = (text) => text.replace(/<li>(?:&gt;|➤) ?/g, '<li>• ');

/** The contents list goes to the end. */
export const withContentsAtTheEnd: Mutation = (text) => {
  const start = text.indexOf('<b>AXE 1</b>');
  const end = text.indexOf('Fiche Action 1.1');
  if (start === -1 || end === -1) return text;
  return `${text.slice(0, start)}${text.slice(end)}\n\nSOMMAIRE\n\n${text.slice(start, end)}`;
};

/** A page number and a running header after some lines of the sheets; `places` are positions in the text, each once. */
export function withPageBreaks(places: readonly number[]): Mutation {
  return (text) => {
    const end = text.includes('\r\n') ? '\r\n' : '\n';
    const lines = text.split(end);
    const first = lines.findIndex((line) => /1\.1 ?:/.test(line)) + 2;
    const room = lines.length - first - 1;
    const breaks = [...new Set(places.map((place) => first + (place % room)))].sort((a, b) => a - b);
    const pages = new Map(breaks.map((line, index) => [line, index + 4]));
    return lines
      .flatMap((line, index) => {
        const page = pages.get(index);
        return page === undefined ? [line] : [line, String(page), "Saint-Maur – Plan d'actions ESS 2021", ''];
      })
      .join(end);
  };
}
