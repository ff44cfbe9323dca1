/** Pacts and what they say, down to the clause. */
import { sql } from 'kysely';
import type { Stance } from '#domain/pact/stance.ts';
import { FILTER } from '#publishing/open-data/filter.ts';
import {
  COMMITMENT_COLUMNS,
  LOCAL_COMMITMENT_COLUMNS,
  PACT_COLUMNS,
  SIGNED_CLAUSE_COLUMNS,
  SIGNED_PRINCIPLE_COLUMNS,
} from '#publishing/spreadsheet/pact-columns.ts';
import { withClauseWords, withMeasureTitle, withPrincipleTitle } from '../charter-words.ts';
import { countPacts, openPactRows } from '../storage/open-pacts.ts';
import { commitmentRows, localCommitmentRows, signedClauseRows, signedPrincipleRows } from '../storage/signed-rows.ts';
import { linesOfPacts } from './lines-of-pacts.ts';
import { onlySaid } from './only-said.ts';
import { numberIn, openResource, pageUpTo, withdrawnAs } from './open-resource.ts';
import { PACT_FILTERS, scopeOf } from './place-filters.ts';

const DATED = { signe_depuis: FILTER.day, signe_jusqu_au: FILTER.day } as const;

export const PACTES = openResource({
  name: 'pactes',
  columns: PACT_COLUMNS,
  key: ['pacte'],
  one: 'pacte',
  after: ['integer'],
  filters: { ...PACT_FILTERS, ...DATED },
  page: async (db, { wanted, after, limit }) => {
    const page = { after: numberIn(after), limit: limit + 1 };
    return pageUpTo(await openPactRows(db, datedScope(wanted), page), limit, ({ id }) => [id]);
  },
  count: (db, wanted) => countPacts(db, datedScope(wanted)),
  withdrawn: withdrawnAs('pact'),
});

type Dated = Parameters<typeof scopeOf>[0] & { readonly signe_depuis?: string; readonly signe_jusqu_au?: string };

function datedScope(wanted: Dated) {
  return { ...scopeOf(wanted), ...onlySaid({ signedFrom: wanted.signe_depuis, signedUntil: wanted.signe_jusqu_au }) };
}

export const ENGAGEMENTS = openResource({
  name: 'engagements',
  columns: COMMITMENT_COLUMNS,
  key: ['pacte', 'mesure', 'niveau'],
  one: null,
  after: ['integer', 'integer', 'integer'],
  filters: { ...PACT_FILTERS, mesure: FILTER.measure, niveau: FILTER.level, position: FILTER.stance },
  page: (db, { wanted, after, limit }) =>
    linesOfPacts(db, {
      scope: scopeOf(wanted),
      after,
      limit,
      ...(isNarrow(wanted) ? { scanned: scannedFor(wanted), saying: someLevel(wanted) } : { scanned: 200 }),
      atOnce: pactsFor(limit, isNarrow(wanted) ? 2 : 40),
      depth: 2,
      placeOf: ({ measure, level }) => [measure, level ?? 0],
      read: async (_, asked) =>
        withMeasureTitle(
          await commitmentRows(db, { ...asked, ...onlySaid({ measure: wanted.mesure, stance: wanted.position }) }),
        ),
      keep: ({ level, stance }) =>
        (wanted.niveau === undefined || level === wanted.niveau) &&
        (wanted.position === undefined || stance === wanted.position),
    }),
});

export const ALINEAS = openResource({
  name: 'alineas',
  columns: SIGNED_CLAUSE_COLUMNS,
  key: ['pacte', 'mesure', 'niveau', 'alinea'],
  one: null,
  after: ['integer', 'integer', 'integer', 'integer'],
  filters: { ...PACT_FILTERS, mesure: FILTER.measure, niveau: FILTER.level, position: FILTER.stance },
  page: (db, { wanted, after, limit }) =>
    linesOfPacts(db, {
      scope: scopeOf(wanted),
      after,
      limit,
      // Clauses are in the details of a commitment, long texts: few are looked through for one page.
      scanned: wanted.mesure === undefined ? 24 : 300,
      atOnce: pactsFor(limit, wanted.mesure === undefined ? 25 : 1),
      depth: 3,
      placeOf: ({ measure, level, clause }) => [measure, level, clause],
      read: async (_, asked) =>
        withClauseWords(await signedClauseRows(db, { ...asked, ...onlySaid({ measure: wanted.mesure }) })),
      keep: ({ level, stance }) =>
        (wanted.niveau === undefined || level === wanted.niveau) &&
        (wanted.position === undefined || stance === wanted.position),
    }),
});

export const PRINCIPES = openResource({
  name: 'principes',
  columns: SIGNED_PRINCIPLE_COLUMNS,
  key: ['pacte', 'principe'],
  one: null,
  after: ['integer', 'integer'],
  filters: { ...PACT_FILTERS, principe: FILTER.letter, position: FILTER.stance },
  page: (db, { wanted, after, limit }) =>
    linesOfPacts(db, {
      scope: scopeOf(wanted),
      after,
      limit,
      scanned: 300,
      atOnce: pactsFor(limit, 3),
      depth: 1,
      placeOf: ({ letter }) => [letter.codePointAt(0) ?? 0],
      read: async (_, asked) => withPrincipleTitle(await signedPrincipleRows(db, asked)),
      keep: ({ letter, stance }) =>
        (wanted.principe === undefined || letter === wanted.principe) &&
        (wanted.position === undefined || stance === wanted.position),
    }),
});

export const ENGAGEMENTS_LOCAUX = openResource({
  name: 'engagements-locaux',
  columns: LOCAL_COMMITMENT_COLUMNS,
  key: ['engagement'],
  one: null,
  after: ['integer', 'integer'],
  filters: PACT_FILTERS,
  page: (db, { wanted, after, limit }) =>
    linesOfPacts(db, {
      scope: scopeOf(wanted),
      after,
      limit,
      scanned: 600,
      saying: sql<boolean>`exists (select from local_commitment c where c.pact_id = f.pact_id)`,
      atOnce: pactsFor(limit, 2),
      depth: 1,
      placeOf: ({ id }) => [id],
      read: (_, asked) => localCommitmentRows(db, asked),
    }),
});

type Narrow = { readonly mesure?: number; readonly niveau?: number; readonly position?: Stance };

function isNarrow({ mesure, niveau, position }: Narrow): boolean {
  return mesure !== undefined || niveau !== undefined || position !== undefined;
}

/** One measure is found by an index; else every commitment of a pact is looked at. */
function scannedFor({ mesure }: Narrow): number {
  return mesure === undefined ? 150 : 600;
}

/** Whether the pact `f` has a commitment in which such a line may stand; which one exactly is seen once it is read. */
function someLevel({ mesure, position }: Narrow) {
  const measure = mesure === undefined ? sql`` : sql`and c.edition = f.edition and c.measure = ${mesure}`;
  const stance = position === undefined ? sql`` : sql`and ${position} in (c.stance, c.level1, c.level2, c.level3)`;
  return sql<boolean>`exists (select from commitment c where c.pact_id = f.pact_id ${measure} ${stance})`;
}

/** Enough to fill a page where each has about `lines`, few enough to be read at once. */
function pactsFor(limit: number, lines: number): number {
  return Math.min(Math.max(Math.ceil((limit + 1) / lines), 2), 200);
}
