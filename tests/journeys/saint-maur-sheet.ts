/**
 * The thirty actions of Saint-Maur's plan as its town hall would keep them in a spreadsheet: taken from the document that
 * the council voted, with the column of states that a spreadsheet adds to it.
 */
import { readFile } from 'node:fs/promises';
import { utils, write } from '@e965/xlsx';

export const PLAN_TEXT = 'data/documents/plan-ess-saint-maur-2021.txt';

/** The only day that the document gives in full, and the only sum that is a number: the others stay words. */
const OPENED = { number: '4.1', on: new Date('2021-05-03T12:00:00Z') } as const;
const MEMBERSHIP = { number: '1.3', euros: 650 } as const;

const HEADERS = [
  'N°',
  'Axe',
  'Sous-axe',
  'Titre de l’action',
  'Personne pilote',
  'Partenaires',
  'Moyens humains et techniques',
  'Calendrier',
  'Indicateurs liés',
  'Statut',
  'Date de début',
  'Budget prévisionnel total € HT',
] as const;

/** `tab`: what its sheet is called, so that no two files are the same. */
export async function saintMaurSheet(tab: string): Promise<{ readonly file: Buffer; readonly actions: number }> {
  const rows = rowsOf(await readFile(PLAN_TEXT, 'utf8'));
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([[...HEADERS], ...rows], { cellDates: true }), tab);
  return { file: write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer, actions: rows.length };
}

function rowsOf(text: string): (string | number | Date)[][] {
  const lines = text.split('\n');
  const axes = new Map(lines.flatMap((line) => twoParts(/^<b>AXE (\d)<\/b>\t<b>(.+)<\/b>/.exec(line))));
  const titles = lines.flatMap((line) => twoParts(/^AXE (\d\.\d+)\t(.+)$/.exec(line)));
  // The sheets bear numbers that are written twice, or not at all; they come in the order of the list.
  const starts = lines.flatMap((line, at) => (/^<b>Pilotes/.test(line) ? [at] : []));
  return titles.map(([number, title], at) => {
    const sheet = lines.slice(starts[at], starts[at + 1]);
    const [theme, ...rest] = title.split(/ ?\/ (?=[A-Z])/);
    const [lead = '', ...partners] = cell(sheet, 'Pilotes').split(/, */);
    const calendar = cell(sheet, 'Calend');
    const means = cell(sheet, 'Moyens');
    return [
      number,
      axes.get(number.charAt(0)) ?? '',
      rest.length > 0 ? (theme ?? '') : '',
      rest.length > 0 ? rest.join(' / ') : title,
      lead,
      partners.join(' ; '),
      means,
      calendar,
      cell(sheet, 'Indic'),
      number === OPENED.number ? 'Réalisé' : /^A d/.test(calendar) ? '' : 'Prévu',
      number === OPENED.number ? OPENED.on : '',
      number === MEMBERSHIP.number ? MEMBERSHIP.euros : (/entre [\d ]+ et [\d ]+€ par mois/.exec(means)?.[0] ?? ''),
    ];
  });
}

function twoParts(found: RegExpExecArray | null): [string, string][] {
  return found === null ? [] : [[found[1] ?? '', found[2] ?? '']];
}

/** The last cell of the row that begins so. */
function cell(sheet: readonly string[], label: string): string {
  const row = sheet.find((line) => line.startsWith(`<b>${label}`)) ?? '';
  const cells = row.split('\t').map((one) => one.replaceAll(/<[^>]+>/g, '').replace(/^[ /]+/, ''));
  return (cells.findLast((one) => one.trim() !== '') ?? '').trim();
}
