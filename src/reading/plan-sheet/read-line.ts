/** One action of a file: what each of its columns says. */
import {
  PARTICIPATIONS,
  type AmountLine,
  type Participation,
  type SheetRole,
  type SheetText,
} from '#domain/plan/action-sheet.ts';
import { OWN_COLUMNS } from '#domain/plan/exchange/columns.ts';
import { amountsIn } from '#domain/plan/exchange/amount-cells.ts';
import {
  ROLE_OF_FIELD,
  TEXT_OF_FIELD,
  type LineField,
  type RoleField,
  type TextField,
} from '#domain/plan/exchange/fields.ts';
import { fundingsIn } from '#domain/plan/exchange/funding-cells.ts';
import { namesIn } from '#domain/plan/exchange/name-cells.ts';
import { USUAL_KIND, type NamedEntry, type NamedFunding } from '#domain/plan/exchange/plan-lines.ts';
import { isPlanNumber } from '#domain/plan/numbering.ts';
import { stepsIn } from '#domain/plan/exchange/step-cells.ts';
import {
  codeOfWord,
  PARTICIPATION_WORDS,
  PRIORITY_WORDS,
  STATUS_WORDS,
  VISIBILITY_WORDS,
} from '#domain/plan/exchange/words.ts';
import { cellAddress } from '../sheet/workbook.ts';
import { coded, day, line, only, sums, words, type Reading } from './cell-meanings.ts';
import type { LineSays } from './line-says.ts';
import { sumsIn } from './sum-columns.ts';
import type { PlacedCell, RowGroup } from './row-groups.ts';
import { shownCell } from './shown-cell.ts';

export const TITLE_LIMIT = 300;
export const TEXT_LIMIT = 20_000;
const NAME_LIMIT = 200;
const NUMBER_LIMIT = 20;

/** `columns`: the fields that the file has; an empty cell of one of them says « nothing ». */
export function readLine(
  group: RowGroup,
  { reading, columns }: { readonly reading: Reading; readonly columns: ReadonlySet<LineField> },
): LineSays {
  const { findings, choices } = reading;
  const cells = (field: LineField) => group.cells.get(field) ?? [];
  const has = (field: LineField) => columns.has(field);
  const kept: { text: SheetText; words: string }[] = [];
  const starts = day(cells('startsOn'), reading);
  const ends = day(cells('endsOn'), reading);
  if (starts.kept !== null) kept.push({ text: 'calendar', words: `${nameOf('startsOn')} : ${starts.kept}` });
  if (ends.kept !== null) kept.push({ text: 'calendar', words: `${nameOf('endsOn')} : ${ends.kept}` });
  const lastCell = cells('endsOn')[0];
  if (starts.day !== null && ends.day !== null && ends.day < starts.day && lastCell !== undefined)
    findings.problem({ kind: 'end-before-start', row: lastCell.row, cell: cellAddress(lastCell) });
  const about = { findings, withoutEnd: ends.day === null };
  const known = <Answer extends string>(value: Answer | 'unknown' | null) => (value === 'unknown' ? null : value);
  const ranked = rankedFundings(cells, { reading, kept, columns });
  return {
    title: line(cells('title'), { limit: TITLE_LIMIT, findings }) ?? '',
    ...(has('id') ? { id: idIn(cells('id')) } : {}),
    ...(has('number') ? { number: numberIn(cells('number'), reading) } : {}),
    ...(has('status')
      ? {
          status: known(
            coded(cells('status'), {
              field: 'status',
              read: (word) => codeOfWord(word, STATUS_WORDS),
              answers: choices.words.status,
              ...about,
            }),
          ),
        }
      : {}),
    ...(has('blockedWhy') ? { blockedWhy: words(cells('blockedWhy'), { limit: TEXT_LIMIT, findings }) } : {}),
    ...(has('blockedUnblocks')
      ? { blockedUnblocks: words(cells('blockedUnblocks'), { limit: TEXT_LIMIT, findings }) }
      : {}),
    ...(has('priority')
      ? {
          priority: known(
            coded(cells('priority'), {
              field: 'priority',
              read: (word) => codeOfWord(word, PRIORITY_WORDS),
              answers: choices.words.priority,
              ...about,
            }),
          ),
        }
      : {}),
    ...(has('startsOn') ? { startsOn: starts.day } : {}),
    ...(has('endsOn') ? { endsOn: ends.day } : {}),
    ...(has('visibility')
      ? {
          visibility: coded(cells('visibility'), {
            field: 'visibility',
            read: (word) => codeOfWord(word, VISIBILITY_WORDS),
            answers: choices.words.visibility,
            ...about,
          }),
        }
      : {}),
    ...(has('participation') ? { participation: participationIn(cells('participation'), { reading, kept }) } : {}),
    texts: textsIn(group, { reading, columns }),
    roles: rolesIn(group, { reading, columns }),
    ...(has('amounts') ? { amounts: amountsOf(cells('amounts'), reading) } : {}),
    ...(has('fundings') ? { fundings: fundingsOf(cells('fundings'), reading) } : {}),
    ...(has('steps') ? { steps: cells('steps').flatMap(({ cell }) => stepsIn(shownCell(cell))) } : {}),
    sums: sumsIn(cells, { reading, columns }),
    ...(ranked === null ? {} : { ranked }),
    kept,
  };
}

/** As our own columns name it. */
function nameOf(field: LineField): string {
  return OWN_COLUMNS.find((column) => column.field === field)?.header ?? '';
}

function textsIn(
  group: RowGroup,
  { reading, columns }: { readonly reading: Reading; readonly columns: ReadonlySet<LineField> },
): LineSays['texts'] {
  const fields = (Object.keys(TEXT_OF_FIELD) as TextField[]).filter((field) => columns.has(field));
  return Object.fromEntries(
    fields.map((field) => [
      TEXT_OF_FIELD[field],
      words(group.cells.get(field) ?? [], { limit: TEXT_LIMIT, findings: reading.findings }),
    ]),
  );
}

function rolesIn(
  group: RowGroup,
  { reading, columns }: { readonly reading: Reading; readonly columns: ReadonlySet<LineField> },
): LineSays['roles'] {
  const fields = (Object.keys(ROLE_OF_FIELD) as RoleField[]).filter((field) => columns.has(field));
  return Object.fromEntries(
    fields.map((field) => [
      ROLE_OF_FIELD[field],
      namesOf(group.cells.get(field) ?? [], { reading, role: ROLE_OF_FIELD[field] }),
    ]),
  );
}

function namesOf(
  cells: readonly PlacedCell[],
  { reading, role }: { readonly reading: Reading; readonly role: SheetRole | 'funder' },
): readonly NamedEntry[] {
  const names = cells.flatMap((placed) => {
    const found = namesIn(shownCell(placed.cell), { usual: USUAL_KIND[role], separator: reading.choices.separator });
    const long = found.find(({ name }) => name.length > NAME_LIMIT);
    if (long !== undefined) {
      const { length } = long.name;
      reading.findings.problem({
        kind: 'too-long',
        row: placed.row,
        cell: cellAddress(placed),
        length,
        limit: NAME_LIMIT,
      });
    }
    return found.map(({ kind, name }) => ({ kind, name: name.replace(/\s+/gu, ' ').trim() }));
  });
  return names.filter(({ kind, name }, at) => names.findIndex((one) => one.kind === kind && one.name === name) === at);
}

function idIn(cells: readonly PlacedCell[]): number | null {
  const shown = cells[0] === undefined ? '' : shownCell(cells[0].cell);
  return /^[1-9]\d{0,8}$/.test(shown) ? Number(shown) : null;
}

/** 4.10 typed in a spreadsheet is the number 4.1, and 1.10 may become the first of October. */
function numberIn(cells: readonly PlacedCell[], { findings }: Reading): string | null {
  const placed = only(cells, findings);
  if (placed === null) return null;
  const { cell } = placed;
  if (cell.kind === 'day') {
    findings.problem({ kind: 'number-became-day', row: placed.row, cell: cellAddress(placed), words: shownCell(cell) });
    return null;
  }
  if (cell.kind === 'number') return String(cell.value);
  const number = line([placed], { limit: NUMBER_LIMIT, findings });
  if (number === null || number.length > NUMBER_LIMIT || isPlanNumber(number)) return number;
  findings.problem({ kind: 'bad-number', row: placed.row, cell: cellAddress(placed), words: number });
  return null;
}

/** A long answer describes: it is kept as words without asking. */
function participationIn(
  cells: readonly PlacedCell[],
  { reading, kept }: { readonly reading: Reading; readonly kept: { text: SheetText; words: string }[] },
): Participation | null {
  const placed = only(cells, reading.findings);
  if (placed === null) return null;
  const shown = shownCell(placed.cell);
  const keep = () => {
    reading.findings.note('participation-kept-as-words', placed, shown.slice(0, 80));
    kept.push({ text: 'participation', words: shown });
    return null;
  };
  if (shown.length > 40) return keep();
  const answer = coded(cells, {
    field: 'participation',
    read: (word) => codeOfWord(word, PARTICIPATION_WORDS),
    answers: reading.choices.words.participation,
    withoutEnd: false,
    findings: reading.findings,
  });
  if (answer === 'words') return keep();
  return PARTICIPATIONS.find((code) => code === answer) ?? null;
}

function amountsOf(cells: readonly PlacedCell[], { findings }: Reading): readonly AmountLine[] {
  return cells.flatMap((placed) => {
    const { amounts, unclear } = amountsIn(shownCell(placed.cell));
    for (const piece of unclear)
      findings.problem({
        kind: 'amount-unclear',
        row: placed.row,
        cell: cellAddress(placed),
        words: piece.slice(0, 80),
      });
    return amounts;
  });
}

function fundingsOf(cells: readonly PlacedCell[], { findings }: Reading): readonly NamedFunding[] {
  return cells.flatMap((placed) => {
    const { fundings, unclear } = fundingsIn(shownCell(placed.cell));
    for (const piece of unclear)
      findings.problem({
        kind: 'funding-unclear',
        row: placed.row,
        cell: cellAddress(placed),
        words: piece.slice(0, 80),
      });
    return fundings;
  });
}

/** Null: the file has no such column. A sum of a funder that is no exact sum is kept beside, in words. */
function rankedFundings(
  cells: (field: LineField) => readonly PlacedCell[],
  {
    reading: { findings },
    kept,
    columns,
  }: {
    readonly reading: Reading;
    readonly kept: { text: SheetText; words: string }[];
    readonly columns: ReadonlySet<LineField>;
  },
): readonly (NamedFunding | null)[] | null {
  const ranks = ([1, 2, 3] as const).filter((rank) => columns.has(`funder${rank}`));
  if (ranks.length === 0) return null;
  return ranks.map((rank) => {
    const name = line(cells(`funder${rank}`), { limit: NAME_LIMIT, findings });
    const placed = cells(`funder${rank}Sum`)[0];
    if (name === null) {
      if (placed !== undefined && shownCell(placed.cell) !== '')
        findings.problem({ kind: 'funder-missing', row: placed.row, cell: cellAddress(placed) });
      return null;
    }
    const [sum] = placed === undefined ? [] : sums([placed], findings);
    if (sum?.euros === null) kept.push({ text: 'funding', words: `${name} : ${sum.words}` });
    return {
      funder: { kind: USUAL_KIND.funder, name },
      call: '',
      deadline: null,
      state: null,
      euros: sum?.euros ?? null,
    };
  });
}
