/** Partner organisations as the acts keep them. What pages read is ./partner-pages.ts. */
import { sql, type Selectable } from 'kysely';
import type { Holding } from '#domain/access/gate.ts';
import type { Organisation, PartnerDecision, PartnerProof, PartnerVote } from '#domain/partners/organisation.ts';
import type { Website } from '#domain/partners/website.ts';
import { foldName } from '#domain/territory/fold.ts';
import type { Db } from './connection.ts';
import type { PartnerTables } from './partner-tables.ts';

type Words = { readonly name: string; readonly website: Website; readonly about: string };

/** Of organisations that wait or have joined, and a seat of today in the steering committee. */
export async function partnerHoldings(db: Db, person: string): Promise<readonly Holding[]> {
  const { rows } = await sql<{ organisation: number | null }>`
    select r.organisation_id as organisation from organisation_representative r
      join organisation o on o.id = r.organisation_id
      where r.person_id = ${person} and r.until is null and o.state in ('partner-asked', 'partner-accepted')
    union all
    select null from national_member where person_id = ${person} and committee = 'steering' and until is null`.execute(
    db,
  );
  return rows.map(({ organisation }) =>
    organisation === null ? { role: 'steering-member' } : { role: 'partner', organisation },
  );
}

export async function lockOrganisation(db: Db, id: number): Promise<Organisation | null> {
  const row = await db.selectFrom('organisation').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  return row === undefined ? null : toOrganisation(row);
}

export function toOrganisation(row: Selectable<PartnerTables['organisation']>): Organisation {
  const { id, name, website, about, state, proof, version, askedAt, decidedAt, endedAt } = row;
  return {
    ...{ id, name, website, about, state, proof, version, askedAt },
    decision:
      decidedAt === null
        ? null
        : {
            at: decidedAt,
            votesFor: row.votesFor ?? 0,
            votesAgainst: row.votesAgainst ?? 0,
            votesNeeded: row.votesNeeded ?? 0,
          },
    end: endedAt === null ? null : { at: endedAt, reason: row.endedReason ?? '', as: row.endedAs ?? 'partner' },
  };
}

export async function findAlike(db: Db, { name, website }: Words, except: number | null) {
  const row = await db
    .selectFrom('organisation')
    .select('id')
    .where('state', 'in', ['partner-asked', 'partner-accepted'])
    .where((its) => its.or([its('nameKey', '=', nameKey(name)), its('websiteKey', '=', website.key)]))
    .$if(except !== null, (query) => query.where('id', '<>', except ?? 0))
    .orderBy('id')
    .executeTakeFirst();
  return row ?? null;
}

/** Words in letters alone stand for themselves; a name in another script is compared as typed. */
function nameKey(name: string): string {
  const folded = foldName(name);
  return folded === '' ? name.toLowerCase() : folded;
}

export async function askOrganisation(
  db: Db,
  { name, website, about, proof, at }: Words & { readonly proof: PartnerProof; readonly at: Date },
): Promise<number> {
  const { id } = await db
    .insertInto('organisation')
    .values({
      ...{ name, about, proof, state: 'partner-asked', askedAt: at },
      ...{ nameKey: nameKey(name), website: website.href, websiteKey: website.key },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await keepVersion(db, { organisationId: id, version: 1, name, website: website.href, about, saidAt: at });
  return id;
}

export async function changeOrganisation(
  db: Db,
  id: number,
  { name, website, about, proof, at }: Words & { readonly proof: PartnerProof; readonly at: Date },
): Promise<void> {
  const { version } = await db
    .updateTable('organisation')
    .set((its) => ({
      ...{ name, about, proof, nameKey: nameKey(name), website: website.href, websiteKey: website.key },
      version: its('version', '+', 1),
    }))
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow();
  await keepVersion(db, { organisationId: id, version, name, website: website.href, about, saidAt: at });
}

export async function dropVotes(db: Db, on: number): Promise<void> {
  await db.deleteFrom('partnerVote').where('organisationId', '=', on).execute();
}

async function keepVersion(db: Db, version: PartnerTables['organisationVersion']): Promise<void> {
  await db.insertInto('organisationVersion').values(version).execute();
}

export async function decideOrganisation(
  db: Db,
  id: number,
  state: 'partner-accepted' | 'partner-refused',
  { at, votesFor, votesAgainst, votesNeeded }: PartnerDecision,
): Promise<void> {
  await db
    .updateTable('organisation')
    .set({ state, decidedAt: at, votesFor, votesAgainst, votesNeeded })
    .where('id', '=', id)
    .execute();
}

/** What it supports is supported no more, from the same moment. */
export async function endOrganisation(
  db: Db,
  id: number,
  { at, reason, as }: { readonly at: Date; readonly reason: string; readonly as: 'partner' | 'national-team' },
): Promise<void> {
  await db
    .updateTable('organisation')
    .set({ state: 'partner-ended', endedAt: at, endedReason: reason, endedAs: as })
    .where('id', '=', id)
    .execute();
  await db
    .updateTable('endorsement')
    .set({ withdrawnAt: at, withdrawnReason: reason })
    .where('organisationId', '=', id)
    .where('withdrawnAt', 'is', null)
    .execute();
}

export async function addRepresentative(
  db: Db,
  of: number,
  {
    person,
    quality,
    shownName,
    at,
  }: { readonly person: string; readonly quality: string; readonly shownName: string | null; readonly at: Date },
): Promise<boolean> {
  const added = await db
    .insertInto('organisationRepresentative')
    .values({ organisationId: of, personId: person, quality, shownName, since: at, until: null })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return added !== undefined;
}

export async function representativesOf(db: Db, of: number) {
  const rows = await db
    .selectFrom('organisationRepresentative')
    .select(['id', 'personId'])
    .where('organisationId', '=', of)
    .where('until', 'is', null)
    .orderBy('id')
    .execute();
  return rows.map(({ id, personId }) => ({ id, person: personId }));
}

export async function endRepresentative(db: Db, id: number, at: Date): Promise<void> {
  await db.updateTable('organisationRepresentative').set({ until: at }).where('id', '=', id).execute();
}

export async function showRepresentative(db: Db, id: number, shownName: string | null): Promise<void> {
  await db.updateTable('organisationRepresentative').set({ shownName }).where('id', '=', id).execute();
}

export async function voteOnOrganisation(
  db: Db,
  of: number,
  {
    seat,
    vote,
    reason,
    at,
  }: { readonly seat: number; readonly vote: PartnerVote; readonly reason: string; readonly at: Date },
): Promise<void> {
  await db
    .insertInto('partnerVote')
    .values({ organisationId: of, memberId: seat, vote, reason, at })
    .onConflict((conflict) => conflict.columns(['organisationId', 'memberId']).doUpdateSet({ vote, reason, at }))
    .execute();
}

/** Of those who still sit: whoever left decides of nothing any more. */
export async function votesOn(db: Db, of: number): Promise<readonly PartnerVote[]> {
  const rows = await db
    .selectFrom('partnerVote')
    .innerJoin('nationalMember', 'nationalMember.id', 'partnerVote.memberId')
    .select('vote')
    .where('partnerVote.organisationId', '=', of)
    .where('nationalMember.until', 'is', null)
    .execute();
  return rows.map(({ vote }) => vote);
}

/** Null: it supports it already. */
export async function endorse(
  db: Db,
  {
    organisation,
    edition,
    measure,
  }: { readonly organisation: number; readonly edition: string; readonly measure: number | null },
  at: Date,
): Promise<number | null> {
  const row = await db
    .insertInto('endorsement')
    .values({
      organisationId: organisation,
      edition,
      measure,
      endorsedAt: at,
      withdrawnAt: null,
      withdrawnReason: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

export async function lockEndorsement(db: Db, id: number) {
  const row = await db.selectFrom('endorsement').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  if (row === undefined) return null;
  const { organisationId: organisation, edition, measure, withdrawnAt } = row;
  return { id, organisation, edition, measure, withdrawnAt };
}

export async function withdrawEndorsement(db: Db, id: number, reason: string, at: Date): Promise<void> {
  await db.updateTable('endorsement').set({ withdrawnAt: at, withdrawnReason: reason }).where('id', '=', id).execute();
}
