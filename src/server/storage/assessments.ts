/**
 * What the two voices said, as kept: rows are added, never changed. Which promises there are: ./followed-pacts.ts; what pages
 * show of them: ./followed-commitments.ts.
 */
import { sql, type Selectable } from 'kysely';
import type { Voice } from '#domain/follow-up/assessment.ts';
import type { NewAssessment, LastSaid, SaidAssessment, Speaker } from '#domain/follow-up/said-assessment.ts';
import type { AssessmentTables } from './assessment-tables.ts';
import type { Db } from './connection.ts';
import { placesOfPacts, tallied } from './tallies.ts';

/** Two at once: the second finds its version taken, and the whole act is tried anew. Call inside a transaction. */
export async function sayAssessment(
  db: Db,
  given: NewAssessment,
): Promise<{ readonly id: number; readonly version: number }> {
  const places = await placesOfPacts(db, [given.pact]);
  const touching = ['assessed', 'places-assessed', 'done'] as const;
  return await tallied(db, { places, at: given.at, touching }, () => addAssessment(db, given));
}

async function addAssessment(
  db: Db,
  { pact, item, said, by, method, review, answersTo, at }: NewAssessment,
): Promise<{ readonly id: number; readonly version: number }> {
  const { id, version } = await db
    .insertInto('assessment')
    .values({
      pactId: pact,
      item,
      voice: said.voice,
      version: sql<number>`1 + coalesce((select max(version) from assessment
        where pact_id = ${pact} and item = ${item} and voice = ${said.voice}), 0)`,
      status: said.status,
      levels: JSON.stringify(said.levels),
      beforeMandate: said.beforeMandate,
      sentence: said.sentence,
      evidence: JSON.stringify(said.evidence),
      assessedOn: said.assessedOn,
      saidAt: at,
      saidAs: by.role,
      saidFor: by.name,
      collectiveId: by.collective,
      method,
      reviewId: review,
      answersTo,
    })
    .returning(['id', 'version'])
    .executeTakeFirstOrThrow();
  if (by.person !== null) {
    await db.insertInto('assessmentAuthor').values({ assessmentId: id, personId: by.person }).execute();
  }
  const latest = {
    assessmentId: id,
    status: said.status,
    beforeMandate: said.beforeMandate,
    lookedOn: said.assessedOn,
  };
  await db
    .insertInto('latestAssessment')
    .values({ pactId: pact, item, voice: said.voice, ...latest })
    .onConflict((conflict) =>
      conflict
        .columns(['pactId', 'item', 'voice'])
        .doUpdateSet(latest)
        // Said today of a day before: kept, and what was looked at since stays what this voice says.
        .where(({ eb, ref }) => eb(sql.ref('excluded.looked_on'), '>=', ref('latestAssessment.lookedOn'))),
    )
    .execute();
  return { id, version };
}

export async function confirmAssessment(
  db: Db,
  { assessment, on, at, by }: { assessment: SaidAssessment; on: string; at: Date; by: Speaker },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('assessmentConfirmation')
    .values({
      assessmentId: assessment.id,
      confirmedOn: on,
      confirmedAt: at,
      saidAs: by.role,
      saidFor: by.name,
      personId: by.person,
    })
    .onConflict((conflict) => conflict.columns(['assessmentId', 'confirmedOn']).doNothing())
    .executeTakeFirst();
  await db
    .updateTable('latestAssessment')
    .set({ lookedOn: on })
    .where('assessmentId', '=', assessment.id)
    .where('lookedOn', '<', on)
    .execute();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

type OfVoice = { readonly pact: number; readonly item: string; readonly voice: Voice };

/** What this voice says of it now: what it looked at last. */
export async function latestAssessment(db: Db, { pact, item, voice }: OfVoice): Promise<SaidAssessment | null> {
  const row = await selectSaid(db)
    .innerJoin('latestAssessment as latest', 'latest.assessmentId', 'assessment.id')
    .where('latest.pactId', '=', pact)
    .where('latest.item', '=', item)
    .where('latest.voice', '=', voice)
    .executeTakeFirst();
  return row === undefined ? null : toSaid(row);
}

/** What this voice wrote down last, of whatever day, and the account that did. */
export async function newestAssessment(db: Db, { pact, item, voice }: OfVoice): Promise<LastSaid | null> {
  const row = await selectSaid(db)
    .leftJoin('assessmentAuthor as author', 'author.assessmentId', 'assessment.id')
    .select('author.personId as author')
    .where('assessment.pactId', '=', pact)
    .where('item', '=', item)
    .where('voice', '=', voice)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { author, ...said } = row;
  return { said: toSaid(said), author };
}

export async function findAssessment(
  db: Db,
  { pact, item, id }: { pact: number; item: string; id: number },
): Promise<SaidAssessment | null> {
  const row = await selectSaid(db)
    .where('assessment.pactId', '=', pact)
    .where('item', '=', item)
    .where('assessment.id', '=', id)
    .executeTakeFirst();
  return row === undefined ? null : toSaid(row);
}

/** As `lookedOn` (#domain/follow-up/said-assessment.ts) says it, to order `selectSaid` by; then by version. */
export const LOOKED_ON = sql<string>`greatest(assessment.assessed_on,
  (select max(c.confirmed_on) from assessment_confirmation c where c.assessment_id = assessment.id))`;

/** With the last confirmation and the files taken out of sight; narrow it with `where`. */
export function selectSaid(db: Db) {
  return db
    .selectFrom('assessment')
    .selectAll('assessment')
    .select(({ selectFrom }) =>
      selectFrom('assessmentConfirmation as c')
        .select(({ fn }) => fn.max('c.confirmedOn').as('on'))
        .whereRef('c.assessmentId', '=', 'assessment.id')
        .as('confirmedOn'),
    )
    .select(
      sql<SaidAssessment['hidden']>`(
        select coalesce(jsonb_agg(jsonb_build_object('document', e.document_id, 'reason', e.hidden_reason)), '[]')
        from evidence_document e where e.used_by = 'assessment ' || assessment.id and e.hidden_at is not null
      )`.as('hidden'),
    );
}

type Row = Selectable<AssessmentTables['assessment']> & {
  readonly confirmedOn: string | null;
  readonly hidden: SaidAssessment['hidden'];
};

export function toSaid({ pactId, collectiveId, reviewId, ...row }: Row): SaidAssessment {
  return { ...row, pact: pactId, collective: collectiveId, review: reviewId };
}
