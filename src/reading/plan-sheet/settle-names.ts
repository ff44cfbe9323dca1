/**
 * What each name of a file is: a person, a service, an organisation. A name is one entry of the directory in whatever column
 * it stands. The directory decides, then what the file writes beside a name (`Voirie [service]`); a column that may hold
 * anything decides nothing: a person is asked once for each name, with a proposal, and until they answer a name that a
 * column of persons holds, or that is written as those of people are, is a person, whose name is private.
 */
import { ENTRY_KINDS, type EntryKind } from '#domain/plan/directory-entry.ts';
import { ROLE_OF_FIELD, type LineField, type RoleField } from '#domain/plan/exchange/fields.ts';
import { looksLikePerson, nameHint } from '#domain/plan/exchange/name-hints.ts';
import { USUAL_KIND, type NamedEntry } from '#domain/plan/exchange/plan-lines.ts';
import { titleKey } from '#domain/plan/exchange/words.ts';
import { columnLetters } from '../sheet/workbook.ts';
import { CELLS_NAMED, type AskedName, type NameField } from './import-findings.ts';
import type { ImportChoices } from './import-choices.ts';
import type { LineSays, ReadLine } from './line-says.ts';

export type SettledNames = {
  readonly lines: readonly ReadLine[];
  readonly names: readonly AskedName[];
  /** As the lines were, for what is compared with them. */
  readonly settle: (says: LineSays) => LineSays;
};

type Given = {
  readonly choices: ImportChoices;
  /** Of the place. */
  readonly directory: readonly NamedEntry[];
};

export function settleNames(read: readonly ReadLine[], { choices, directory }: Given): SettledNames {
  const known = kindsByName(directory, ({ name }) => name.toLowerCase());
  const written = new Map<string, Written>();
  for (const line of read) {
    for (const { entry, field } of namesOf(line.says)) gather(written, { entry, field, line, choices });
  }
  const kindOf = ({ kind, name }: NamedEntry, usual: EntryKind): EntryKind => {
    const key = titleKey(name);
    const one = written.get(key);
    const answer = choices.names?.[key];
    if (answer !== undefined) return answer;
    if (kind !== usual) return kind;
    return decided({ kind, name }, { known, written: one }) ?? meanwhile(one) ?? kind;
  };
  const settled = (entry: NamedEntry, usual: EntryKind): NamedEntry => ({ ...entry, kind: kindOf(entry, usual) });
  const names = [...written].flatMap(([key, one]) => asked(key, one, { known, answers: choices.names ?? {} }));
  const settle = (says: LineSays) => withNames(says, settled);
  return { lines: read.map((line) => ({ ...line, says: settle(line.says) })), names, settle };
}

type Written = {
  readonly name: string;
  readonly cells: string[];
  count: number;
  readonly fields: Set<NameField>;
  /** Of the columns where nothing is written beside the name. */
  readonly usual: Set<EntryKind>;
  /** Written beside it. */
  readonly beside: Set<EntryKind>;
};

type KindsByName = ReadonlyMap<string, ReadonlySet<EntryKind>>;

function kindsByName(entries: readonly NamedEntry[], key: (entry: NamedEntry) => string): KindsByName {
  const kinds = new Map<string, Set<EntryKind>>();
  for (const entry of entries) kinds.set(key(entry), (kinds.get(key(entry)) ?? new Set()).add(entry.kind));
  return kinds;
}

const ROLE_FIELDS = Object.keys(ROLE_OF_FIELD) as RoleField[];
const RANKS = ['funder1', 'funder2', 'funder3'] as const;

function namesOf({ roles, fundings, ranked }: LineSays): readonly { entry: NamedEntry; field: NameField }[] {
  return [
    ...ROLE_FIELDS.flatMap((field) => (roles[ROLE_OF_FIELD[field]] ?? []).map((entry) => ({ entry, field }))),
    ...(fundings ?? []).map(({ funder }) => ({ entry: funder, field: 'fundings' as const })),
    ...(ranked ?? []).flatMap((one, at) =>
      one === null ? [] : [{ entry: one.funder, field: RANKS[at] ?? ('funder1' as const) }],
    ),
  ];
}

function usualOf(field: NameField): EntryKind {
  return USUAL_KIND[field in ROLE_OF_FIELD ? ROLE_OF_FIELD[field as RoleField] : 'funder'];
}

function gather(
  written: Map<string, Written>,
  { entry, field, line, choices }: { entry: NamedEntry; field: NameField; line: ReadLine; choices: ImportChoices },
): void {
  const key = titleKey(entry.name);
  const one: Written = written.get(key) ?? {
    name: entry.name,
    cells: [],
    count: 0,
    fields: new Set(),
    usual: new Set(),
    beside: new Set(),
  };
  written.set(key, one);
  one.count += 1;
  one.fields.add(field);
  (entry.kind === usualOf(field) ? one.usual : one.beside).add(entry.kind);
  const column = choices.columns.indexOf(field satisfies LineField);
  if (one.cells.length < CELLS_NAMED && column >= 0) one.cells.push(columnLetters(column) + String(line.row));
}

/** By the directory, or by what the file writes beside the name; null: a person is asked. */
function decided(
  { kind, name }: NamedEntry,
  { known, written }: { readonly known: KindsByName; readonly written: Written | undefined },
): EntryKind | null {
  const there = known.get(name.toLowerCase());
  if (there?.has(kind) === true) return kind;
  return only(there) ?? only(written?.beside);
}

/** The safest of what its columns hold and of how it is written: the name of a person stays private. */
function meanwhile(written: Written | undefined): EntryKind | null {
  if (written !== undefined && written.usual.size > 0 && looksLikePerson(written.name)) return 'person';
  return ENTRY_KINDS.find((kind) => written?.usual.has(kind) === true) ?? null;
}

function only(kinds: ReadonlySet<EntryKind> | undefined): EntryKind | null {
  const [first, ...others] = kinds ?? [];
  return others.length === 0 ? (first ?? null) : null;
}

/** Of the columns that hold one name: that of services says more than that of partners, and both than that of leads. */
const MOST_TELLING: readonly EntryKind[] = ['service', 'organisation', 'person'];

/** A name that only columns of one kind hold is that, unless it is written otherwise; a column of leads holds anything. */
function asked(
  key: string,
  written: Written,
  { known, answers }: { readonly known: KindsByName; readonly answers: Readonly<Record<string, EntryKind>> },
): readonly AskedName[] {
  const { name, cells, count, fields, usual } = written;
  const answer = answers[key] ?? null;
  const isDecided = [...usual].every((kind) => decided({ kind, name }, { known, written }) !== null);
  const now = meanwhile(written);
  if (answer === null && (isDecided || now === null)) return [];
  const hint = nameHint(name);
  const isPersonLike = looksLikePerson(name);
  const isAsWritten = (hint === null || usual.has(hint.kind)) && (!isPersonLike || usual.has('person'));
  const isSure = only(usual) !== null && !fields.has('leads') && isAsWritten;
  if (answer === null && isSure) return [];
  const because: AskedName['because'] =
    hint !== null
      ? { kind: 'word', word: hint.word }
      : isPersonLike
        ? { kind: 'shape' }
        : usual.size > 1
          ? { kind: 'columns', fields: [...fields] }
          : { kind: 'nothing' };
  const proposed =
    hint?.kind ?? (isPersonLike ? 'person' : null) ?? MOST_TELLING.find((kind) => usual.has(kind)) ?? 'person';
  return [{ key, name, cells, count, proposed, because, answer, meanwhile: now ?? proposed }];
}

function withNames(says: LineSays, settled: (entry: NamedEntry, usual: EntryKind) => NamedEntry): LineSays {
  const roles = Object.fromEntries(
    Object.entries(says.roles).map(([role, entries]) => [
      role,
      each(entries.map((entry) => settled(entry, USUAL_KIND[role as keyof typeof says.roles]))),
    ]),
  );
  const funder = <Funded extends { readonly funder: NamedEntry }>(one: Funded): Funded => ({
    ...one,
    funder: settled(one.funder, USUAL_KIND.funder),
  });
  return {
    ...says,
    roles,
    ...(says.fundings === undefined ? {} : { fundings: says.fundings.map(funder) }),
    ...(says.ranked === undefined ? {} : { ranked: says.ranked.map((one) => (one === null ? null : funder(one))) }),
  };
}

/** Once each. */
function each(entries: readonly NamedEntry[]): readonly NamedEntry[] {
  return entries.filter(
    ({ kind, name }, at) => entries.findIndex((one) => one.kind === kind && one.name === name) === at,
  );
}
