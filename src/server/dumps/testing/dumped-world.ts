/** For tests: a world in which a copy holds something of everything, beside what must never be in one. */
import { sql } from 'kysely';
import { storesOn } from '#server/stores.ts';
import type { Db } from '#server/storage/connection.ts';
import { addFictionalMunicipality, FICTIONAL_MUNICIPALITY } from '#server/storage/fictional-municipality.ts';
import { writeEvent } from '#use-cases/events/write-event.ts';
import { withdrawPublished } from '#use-cases/published/withdraw-published.ts';
import { assessSomewhere } from '#tests/assess-somewhere.ts';
import { active } from '#tests/collectives.ts';
import { actorFor } from '#tests/people.ts';
import { decideNationally, partnerSomewhere } from '#tests/partner-somewhere.ts';
import { planSomewhere } from '#tests/plan-somewhere.ts';
import { reviewSomewhere } from '#tests/review-somewhere.ts';
import { signSomewhere } from '#tests/signed-somewhere.ts';
import { sitSomewhere } from '#tests/sit-somewhere.ts';
import { standSomewhere } from '#tests/stand-somewhere.ts';
import {
  BRY,
  buildWorld,
  correct,
  EDITION,
  NOGENT,
  OPERATOR,
  PARIS_EST_MARNE_ET_BOIS,
  publish,
  THEN,
} from '#tests/world.ts';
import { writePact, writePlan } from '#tests/world-readings.ts';

/** Stands in everything that is not public. */
export const SECRET = 'ZORGLUB';

export async function buildDumpedWorld(db: Db): Promise<void> {
  const made = await buildWorld(db);
  const stores = storesOn(db);
  const grouping = { kind: 'grouping', siren: PARIS_EST_MARNE_ET_BOIS } as const;
  const whole = writePact({ list: null, commitments: [{ measure: 1, words: 'Mesure 1', levels: { 1: 'accepted' } }] });
  const signed = await publish(db, grouping, whole);
  const first = writePact({ list: 'Bry relu (exemple)', commitments: [{ measure: 1, words: '1' }] });
  const corrected = await publish(db, BRY, first);
  const reading = writePact({ list: 'Bry relu (exemple)', commitments: [{ measure: 2, words: '=2' }] });
  const because = { reason: 'La mesure était mal lue', at: THEN };
  await correct(db, { what: 'pact', id: corrected }, { first, reading, ...because });
  const firstPlan = writePlan('Plan à relire (exemple)', [{ number: '1', title: 'Un' }]);
  const plan = await publish(db, BRY, firstPlan);
  const otherPlan = writePlan('Plan relu (exemple)', [{ number: '1', title: 'Une' }]);
  await correct(db, { what: 'plan', id: plan }, { first: firstPlan, reading: otherPlan, ...because });
  const gone = await publish(
    db,
    NOGENT,
    writePact({ list: 'Nogent (exemple)', commitments: [{ measure: 3, words: '3' }] }),
  );
  await withdrawPublished(stores, OPERATOR, { what: 'pact', id: gone, reason: 'Publié pour une autre commune' }, THEN);
  await standSomewhere(db, made);
  await signSomewhere(db);
  const lou = await active(db, { founder: 'lou', places: [BRY, grouping] });
  const pacts = [
    { id: made.bry, item: 'm15' },
    { id: signed, item: 'm1' },
  ];
  await assessSomewhere(db, { founder: lou.founder, pacts });
  const by = await actorFor(db, lou.founder);
  await reviewSomewhere(db, { collective: lou.id, by, pacts });
  await planSomewhere(db, { account: lou.founder });
  const meeting = { happenedOn: '2026-06-01', title: 'Réunion', words: 'Le tracé', who: 'Voirie', whoPrivate: SECRET };
  const told = { ...meeting, place: BRY, items: ['m15'], about: { kind: 'meeting' } } as const;
  const hidden = { ...told, title: SECRET, words: SECRET, visibility: 'private' } as const;
  for (const event of [{ ...told, visibility: 'public' } as const, hidden]) {
    const written = await writeEvent(stores, by, event, new Date('2026-06-02T08:00:00Z'));
    if (!written.ok) throw new Error(`not told: ${written.refusal.kind}`);
  }
  const worked = await stores.workingPlans.create({
    place: BRY,
    title: SECRET,
    introduction: SECRET,
    by: SECRET,
    at: THEN,
  });
  for (const [title, shown] of [
    ['Pistes', true],
    [SECRET, false],
  ] as const) {
    const words = { title, unit: 'km', source: 'Voirie', description: '', goal: null };
    const indicator = await stores.indicators.create({ plan: worked, words, offered: null, at: THEN });
    const period = { on: '2026-12-31', precision: 'year' } as const;
    await stores.indicators.put(indicator, [{ kind: 'result', territory: '', period, value: 3.5 }], {
      by: SECRET,
      at: THEN,
    });
    if (shown) await stores.indicators.show(indicator, THEN);
  }
  await partnerSomewhere(db);
  await decideNationally(db);
  await sitSomewhere(db, { collective: lou.id, place: BRY, secret: SECRET });
  await db.insertInto('collective').values(collectiveAskedFor()).execute();
  await writeRows(db);
  await addFictionalMunicipality(db);
  const played = { kind: 'municipality', code: FICTIONAL_MUNICIPALITY.code } as const;
  await publish(db, played, writePact({ list: SECRET, commitments: [{ measure: 1, words: '1' }] }));
  await publish(db, played, writePlan(SECRET, [{ number: '1', title: SECRET }]));
}

/** What takes long to come about by acts, as the tables have it. */
async function writeRows(db: Db): Promise<void> {
  await sql`
    insert into edition_draft (edition_id, charter, title, year, head, created_at, published_at)
    values ('essai-2032', 'essai', 'Essai (exemple)', 2032, '{}', ${THEN}, ${THEN}),
      ('essai-2038', 'essai', ${SECRET}, 2038, ${JSON.stringify({ preamble: SECRET })}::jsonb, ${THEN}, null)`.execute(
    db,
  );
  await sql`
    insert into edition (id, content, sha256, published_at, published_as, draft_id)
    select edition_id, '{"id":"essai-2032","measures":[]}', repeat('a', 64), ${THEN}, 'national-team', id
    from edition_draft where edition_id = 'essai-2032'`.execute(db);
  await sql`
    insert into edition_withdrawal (edition, withdrawn_by, withdrawn_at, reason)
    values ('pacte-transition-2020', 'country', ${THEN}, 'Une édition plus récente existe')`.execute(db);
  await sql`
    insert into measure_origin (edition, measure, from_edition, from_measure, change, reason)
    values ('essai-2032', 1, 'pacte-transition-2020', 15, 'modified', 'Plus clair'),
      ('essai-2032', null, 'pacte-transition-2020', 16, 'removed', 'Faite partout')`.execute(db);
  await sql`
    insert into crosswalk_link (from_edition, from_item, to_goal, state, origin, reason, words_sha256, proposed_at, decided_at)
    values ('pacte-transition-2020', 'm15', 11, 'link-confirmed', 'person', 'Le vélo', repeat('b', 64), ${THEN}, ${THEN}),
      ('pacte-transition-2020', 'm16', 11, 'link-proposed', 'reader', ${SECRET}, repeat('b', 64), ${THEN}, null)`.execute(
    db,
  );
  await sql`
    insert into crosswalk_version (number, content, sha256, published_at)
    values (1, '{"relations":[]}', repeat('c', 64), ${THEN})`.execute(db);
  await sql`
    insert into organisation (name, name_key, website, website_key, about, state, proof, asked_at)
    values (${SECRET}, 'secret', 'https://secret.example', 'secret', ${SECRET}, 'partner-asked', 'none', ${THEN})`.execute(
    db,
  );
  await sql`update national_member set shown_name = ${SECRET}`.execute(db);
  await sql`update organisation_representative set shown_name = ${SECRET}`.execute(db);
  await sql`
    with taken as (
      insert into measure_sheet (edition, measure, version, written_at, withdrawn_at, withdrawn_reason)
      values (${EDITION}, 3, 1, ${THEN}, ${THEN}, 'Par erreur') returning id), said as (
      insert into measure_sheet_version (sheet_id, version, title, words, licence, reason, said_at)
      select id, 1, ${SECRET}, jsonb_build_object('what', ${SECRET}::text), 'etalab-2.0', '', ${THEN} from taken)
    insert into measure_sheet_confirmed (sheet_id, edition, measure, version, confirmed_at)
    select id, 'essai-2032', 1, 1, ${THEN} from taken`.execute(db);
  await sql`
    insert into by_election (id, municipality_code, year, source, entered_by, entered_at)
    values ('partielle-bry-2027', '94015', 2027, 'Arrêté (exemple)', ${SECRET}, ${THEN})`.execute(db);
}

/** Nobody has confirmed it. */
function collectiveAskedFor() {
  return {
    name: SECRET,
    slug: 'secret',
    description: SECRET,
    state: 'requested',
    charterVersion: '1',
    requestedAt: THEN,
  } as const;
}
