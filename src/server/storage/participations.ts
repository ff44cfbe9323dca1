/** Who takes part: boxes as keyed digests, until the count; then nobody. Addresses are never kept in clear here. */
import { createHash, createHmac, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Confirmed } from '#domain/consultation/bursts.ts';
import { domainOf, mailboxOf } from '#domain/consultation/mailbox.ts';
import type { Json } from '#domain/shared/canonical-json.ts';
import type { Participation, WithdrawnParticipations } from '#domain/consultation/kept.ts';
import { registrableDomain } from '../registrable-domain.ts';
import { emailDigest } from '../secret.ts';
import type { Db } from './connection.ts';

export async function takePart(
  db: Db,
  {
    consultation,
    email,
    person,
    at,
  }: { readonly consultation: number; readonly email: string; readonly person: string | null; readonly at: Date },
): Promise<{ readonly token: string; readonly before: boolean }> {
  const { digestKey } = await db
    .selectFrom('consultation')
    .select('digestKey')
    .where('id', '=', consultation)
    .executeTakeFirstOrThrow();
  if (digestKey === null) throw new Error(`consultation ${consultation} takes nobody any more`);
  const { rows } = await sql<{ id: number; inserted: boolean }>`
    insert into participation (consultation_id, box_digest, domain, person_id, confirmed_at)
    values (${consultation}, ${boxDigest(email, digestKey)}, ${domainOf(email)}, ${person}, ${at})
    on conflict (consultation_id, box_digest) where box_digest is not null
      do update set person_id = coalesce(participation.person_id, excluded.person_id)
    returning id, xmax = 0 as inserted`.execute(db);
  const [row] = rows;
  if (row === undefined) throw new Error('an insert with returning gives its row');
  const token = randomBytes(24).toString('base64url');
  await db
    .insertInto('participationPass')
    .values({ tokenHash: sha256(token), participationId: row.id, givenAt: at })
    .execute();
  return { token, before: !row.inserted };
}

export async function participationOf(
  db: Db,
  { consultation, token }: { readonly consultation: number; readonly token: string },
): Promise<Participation | null> {
  const row = await db
    .selectFrom('participationPass as pass')
    .innerJoin('participation', 'participation.id', 'pass.participationId')
    .select(['participation.id', 'withdrawalId'])
    .where('tokenHash', '=', sha256(token))
    .where('consultationId', '=', consultation)
    .executeTakeFirst();
  return row === undefined ? null : { id: row.id, withdrawn: row.withdrawalId !== null };
}

export async function isOwnAddress(
  db: Db,
  of: { readonly consultation: number; readonly participation: number; readonly email: string },
): Promise<boolean> {
  const row = await db
    .selectFrom('participation')
    .innerJoin('consultation', 'consultation.id', 'participation.consultationId')
    .select(['boxDigest', 'digestKey'])
    .where('participation.id', '=', of.participation)
    .where('consultation.id', '=', of.consultation)
    .executeTakeFirst();
  const key = row?.digestKey ?? null;
  return key !== null && row?.boxDigest === boxDigest(of.email, key);
}

export async function confirmedIn(db: Db, consultation: number): Promise<readonly Confirmed[]> {
  const rows = await db
    .selectFrom('participation')
    .select(['id as participation', 'domain as host', 'confirmedAt as at'])
    .where('consultationId', '=', consultation)
    .where('withdrawalId', 'is', null)
    .where('domain', 'is not', null)
    .orderBy('confirmedAt')
    .execute();
  const domains = new Map<string, string>();
  return rows.flatMap(({ host, ...row }) => {
    if (host === null) return [];
    const domain = domains.get(host) ?? registrableDomain(host);
    domains.set(host, domain);
    return [{ ...row, host, domain }];
  });
}

/** Those already withdrawn are left as they are. What they wrote is hidden with them, for the same reason. */
export async function withdrawParticipations(
  db: Db,
  of: {
    readonly consultation: number;
    readonly participations: readonly number[];
    readonly reason: string;
    readonly at: Date;
  },
): Promise<WithdrawnParticipations> {
  const { rows } = await sql<WithdrawnParticipations>`
    with meant as (
      select id from participation
      where consultation_id = ${of.consultation} and id = any(${[...of.participations]}::int[]) and withdrawal_id is null
    ), made as (
      insert into participation_withdrawal (consultation_id, reason, participations, ballots, withdrawn_at)
      select ${of.consultation}::int, ${of.reason}::text, (select count(*) from meant),
        (select count(*) from consultation_vote v where v.participation_id in (select id from meant)), ${of.at}::timestamptz
      where exists (select from meant)
      returning id, participations, ballots
    ), done as (
      update participation set withdrawal_id = made.id from made where participation.id in (select id from meant)
    ), hidden as (
      update contribution set hidden_at = ${of.at}::timestamptz, hidden_reason = ${of.reason}::text
      where participation_id in (select id from meant) and hidden_at is null and withdrawn_at is null
      returning id, told_to
    )
    select id as withdrawal, participations, ballots, (select count(*) from hidden) as contributions,
      array(select id from hidden where told_to is not null order by id) as to_tell
    from made`.execute(db);
  return rows[0] ?? { withdrawal: 0, participations: 0, ballots: 0, contributions: 0, toTell: [] };
}

type About = { readonly person: string; readonly email: string };

export async function keptOfParticipations(db: Db, about: About): Promise<Json> {
  const ids = await participationsOf(db, about);
  if (ids.length === 0) return [];
  const [taken, votes, said] = await Promise.all([
    db
      .selectFrom('participation')
      .innerJoin('consultation', 'consultation.id', 'participation.consultationId')
      .select(['participation.id', 'title', 'confirmedAt'])
      .where('participation.id', 'in', ids)
      .orderBy('participation.id')
      .execute(),
    db
      .selectFrom('consultationVote')
      .select(['participationId', 'object', 'choice'])
      .where('participationId', 'in', ids)
      .orderBy('object')
      .execute(),
    db
      .selectFrom('contribution')
      .select(['participationId', 'id', 'kind', 'title', 'words', 'because', 'shownName', 'saidAt', 'toldTo'])
      .where('participationId', 'in', ids)
      .orderBy('id')
      .execute(),
  ]);
  return taken.map(({ id, title, confirmedAt }) => ({
    consultation: title,
    confirme: confirmedAt.toISOString(),
    votes: votes
      .filter((vote) => vote.participationId === id)
      .map(({ object, choice }) => ({ sur: object, choix: choice })),
    contributions: said
      .filter((one) => one.participationId === id)
      .map(({ id: number, kind, title: titled, words, because, shownName, saidAt, toldTo }) => ({
        numero: number,
        nature: kind,
        titre: titled,
        texte: words,
        raison: because,
        signature: shownName,
        ecrite: saidAt.toISOString(),
        prevenir: toldTo,
      })),
  }));
}

/** Votes go before the count; afterwards they are nobody's. What was written stays, unsigned. */
export async function eraseParticipations(db: Db, about: About): Promise<void> {
  const ids = await participationsOf(db, about);
  await db
    .updateTable('contribution')
    .set({ toldTo: null, shownName: null })
    .where(sql<boolean>`lower(told_to) = ${about.email.toLowerCase()}`)
    .execute();
  if (ids.length === 0) return;
  await db
    .updateTable('contribution')
    .set({ toldTo: null, shownName: null })
    .where('participationId', 'in', ids)
    .execute();
  await db.deleteFrom('consultationVote').where('participationId', 'in', ids).execute();
  await db.deleteFrom('participationPass').where('participationId', 'in', ids).execute();
  await db.updateTable('participation').set({ domain: null, personId: null }).where('id', 'in', ids).execute();
  // Of a withdrawn one the digest waits for the count: the same box would come back as another and vote again.
  await db
    .updateTable('participation')
    .set({ boxDigest: null })
    .where('id', 'in', ids)
    .where('withdrawalId', 'is', null)
    .execute();
}

/** By the account, by the address in a consultation that is not counted, by the address to be told at. */
async function participationsOf(db: Db, { person, email }: About): Promise<readonly number[]> {
  const keyed = await db
    .selectFrom('consultation')
    .select(['id', 'digestKey'])
    .where('digestKey', 'is not', null)
    .execute();
  const digests = keyed.flatMap(({ digestKey }) => (digestKey === null ? [] : [boxDigest(email, digestKey)]));
  const rows = await db
    .selectFrom('participation')
    .select('id')
    .where(({ or, eb, selectFrom }) =>
      or([
        eb('personId', '=', person),
        ...(digests.length === 0 ? [] : [eb('boxDigest', 'in', digests)]),
        eb(
          'id',
          'in',
          selectFrom('contribution')
            .select('participationId')
            .where(sql<boolean>`lower(told_to) = ${email.toLowerCase()}`),
        ),
      ]),
    )
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

function boxDigest(email: string, key: Buffer): string {
  return createHmac('sha256', key)
    .update(emailDigest(mailboxOf(email), 'consultation'))
    .digest('hex');
}

function sha256(token: string): string {
  return createHash('sha256').update(token, 'utf8').digest('hex');
}
