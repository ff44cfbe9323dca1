/** Partners for tests: one that joined and supports an edition and a measure with a sheet, one refused, one that left. */
import type { Person } from '#domain/access/gate.ts';
import type { Db } from '#server/storage/connection.ts';
import { storesOn } from '#server/stores.ts';
import { askPartnership } from '#use-cases/partners/ask-partnership.ts';
import { endPartnership } from '#use-cases/partners/end-partnership.ts';
import { endorse, withdrawEndorsement } from '#use-cases/partners/endorse.ts';
import { nameNationalMember, setNationalRule } from '#use-cases/partners/national-committees.ts';
import { voteOnPartner } from '#use-cases/partners/vote-on-partner.ts';
import { writeSheet } from '#use-cases/partners/write-sheet.ts';
import { actorFor, addressOf, newPerson } from './people.ts';
import { EDITION, THEN } from './world.ts';

const TEAM: Person = { kind: 'person', id: 'p-team', holds: [{ role: 'national-team' }] };

export type PartnerWorld = {
  readonly joined: number;
  readonly refused: number;
  readonly left: number;
  readonly sheet: number;
};

export async function partnerSomewhere(db: Db): Promise<PartnerWorld> {
  const stores = storesOn(db);
  for (const name of ['pilote', 'partenaire']) await newPerson(db, name);
  const today = THEN.toISOString().slice(0, 10);
  taken(await setNationalRule(stores, TEAM, { committee: 'steering', since: today, votesNeeded: 1 }, THEN));
  const seat = { committee: 'steering', email: addressOf('pilote'), quality: 'membre', organisation: null } as const;
  taken(await nameNationalMember(stores, TEAM, { ...seat, since: today }, THEN));
  const by = async (name: string) => await actorFor(db, `p-${name}`);
  const decided = async (name: string, website: string, vote: 'for' | 'against') => {
    const words = { name, website, about: 'Exemple', quality: 'bénévole', shownName: '' };
    const { organisation } = taken(await askPartnership(stores, await by('partenaire'), words, THEN));
    const reason = 'Connue du comité';
    taken(await voteOnPartner(stores, await by('pilote'), { organisation, version: 1, vote, reason }, THEN));
    return organisation;
  };
  const joined = await decided('Vélo pour tous (exemple)', 'https://velo.example', 'for');
  const refused = await decided('Béton pour tous (exemple)', 'https://beton.example', 'against');
  const left = await decided('De passage (exemple)', 'https://passage.example', 'for');
  taken(await endPartnership(stores, await by('partenaire'), { organisation: left, reason: 'Dissoute' }, THEN));
  const partner = await by('partenaire');
  taken(await endorse(stores, partner, { organisation: joined, edition: EDITION, measure: null }, THEN));
  taken(await endorse(stores, partner, { organisation: joined, edition: EDITION, measure: 15 }, THEN));
  const back = taken(await endorse(stores, partner, { organisation: joined, edition: EDITION, measure: 7 }, THEN));
  taken(await withdrawEndorsement(stores, partner, { ...back, reason: 'Par erreur' }, THEN));
  const words = {
    what: 'Des pistes',
    why: '',
    how: '',
    costs: '',
    law: '',
    examples: '',
    links: 'https://velo.example/pistes',
  };
  const { sheet } = taken(
    await writeSheet(
      stores,
      partner,
      {
        ...{ edition: EDITION, measure: 15, organisation: joined, carriedFrom: null },
        ...{ title: 'Tracer une piste', words, licence: 'cc-by-4.0' },
      },
      THEN,
    ),
  );
  return { joined, refused, left, sheet };
}

/** A decision of the steering committee, corrected since. */
export async function decideNationally(db: Db): Promise<void> {
  const decision = {
    decidedOn: '2026-05-01',
    what: 'Une charte par mandat',
    why: 'Pour comparer',
    version: 2,
  } as const;
  const documents = JSON.stringify([{ label: 'Note', url: 'https://note.example' }]);
  const { id } = await db
    .insertInto('nationalDecision')
    .values({ ...decision, committee: 'steering', documents, saidAt: THEN })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db
    .insertInto('nationalDecisionBefore')
    .values({
      ...decision,
      decisionId: id,
      version: 1,
      documents,
      saidAt: THEN,
      correctedAt: THEN,
      reason: 'Imprécise',
    })
    .execute();
}

function taken<Value>(
  done: { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly refusal: object },
): Value {
  if (!done.ok) throw new Error(JSON.stringify(done.refusal));
  return done.value;
}
