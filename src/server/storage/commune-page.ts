/** What was promised and planned in one municipality: every list, every plan, every document; what the communes that merged into it did is its past. */
import { sql } from 'kysely';
import { codesOfToday } from './codes-of-today.ts';
import type { Db } from './connection.ts';
import { jsonDocument, toDocumentRef, type DocumentRef, type JsonDocument } from './documents.ts';
import type { PlaceRef } from './places.ts';
import { selectMarks, selectPlans, toMark, toPlanRef, type CommitmentMark, type PlanRef } from './views.ts';
import { selectWholePacts, toWholePact, type WholePact } from './whole-pacts.ts';

/** `commitments` by measure number. */
export type CommunePact = WholePact & { readonly commitments: readonly CommitmentMark[] };

export type CommunePage = {
  readonly place: PlaceRef;
  /** Its EPCI, then its EPT; empty for a few islands. */
  readonly groupings: readonly PlaceRef[];
  /** Latest term first. */
  readonly pacts: readonly CommunePact[];
  /** `document` null: published here, from none. */
  readonly plans: readonly (PlanRef & { readonly document: DocumentRef | null })[];
};

/** Four queries, whatever the number of lists. Null when no municipality has this code. */
export async function communePage(db: Db, { code }: { readonly code: string }): Promise<CommunePage | null> {
  const [place, pacts, plans, marks] = await Promise.all([
    municipalityWithGroupings(db, code),
    selectWholePacts(db)
      .where(sql<boolean>`pact.municipality_code = any ${codesOfToday(code)}`)
      .orderBy('termFrom', 'desc')
      .orderBy('pact.id')
      .execute(),
    selectPlans(db)
      .select(jsonDocument('plan'))
      .where(sql<boolean>`plan.municipality_code = any ${codesOfToday(code)}`)
      .orderBy('plan.id')
      .execute(),
    selectMarks(db)
      .where('commitment.pactId', 'in', (here) =>
        here
          .selectFrom('pact')
          .select('pact.id')
          .where(sql<boolean>`pact.municipality_code = any ${codesOfToday(code)}`),
      )
      .orderBy('measure')
      .execute(),
  ]);
  if (place === null) return null;
  return {
    ...place,
    pacts: pacts.map((row) => ({
      ...toWholePact(row),
      commitments: marks.filter((mark) => mark.pactId === row.id).map(toMark),
    })),
    plans: plans.map((row) => ({ ...toPlanRef(row), document: documentIn(row.document) })),
  };
}

async function municipalityWithGroupings(
  db: Db,
  code: string,
): Promise<Pick<CommunePage, 'place' | 'groupings'> | null> {
  const row = await db
    .selectFrom('municipality as m')
    .select(['m.code', 'm.name', 'm.slug', 'm.population'])
    .select(
      sql<PlaceRef[]>`(
        select coalesce(jsonb_agg(jsonb_build_object('kind', 'grouping', 'siren', g.siren, 'name', g.name, 'slug', g.slug,
                 'population', g.population) order by g.siren = m.territorial_establishment_siren nulls first), '[]')
        from "grouping" g where g.siren in (m.intercommunality_siren, m.territorial_establishment_siren)
      )`.as('groupings'),
    )
    .where('m.code', '=', code)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { groupings, ...place } = row;
  return { place: { kind: 'municipality', ...place }, groupings };
}

function documentIn(document: JsonDocument | null): DocumentRef | null {
  return document === null ? null : toDocumentRef(document);
}
