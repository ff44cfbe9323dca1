/**
 * Two sides that negotiate: a collective of Champigny-sur-Marne and an invented list, entered as in life. The municipality
 * is real, the people and the list say "(exemple)".
 *
 *     const world = await negotiating(db);
 *     await sayPosition(storesOn(db), await world.representative(), { negotiation: world.id, … }, NOW);
 */
import { randomBytes } from 'node:crypto';
import type { Actor, Person } from '#domain/access/gate.ts';
import type { Db } from '#server/storage/connection.ts';
import { storesOn } from '#server/stores.ts';
import { giveRole } from '#use-cases/campaign/give-role.ts';
import { answerRequest } from '#use-cases/negotiation/answer-request.ts';
import { askCounterpart } from '#use-cases/negotiation/ask-counterpart.ts';
import type { StartFrom } from '#use-cases/negotiation/first-words.ts';
import { openNegotiation } from '#use-cases/negotiation/open-negotiation.ts';
import { active, joined } from './collectives.ts';
import { actorFor, addressOf, newPerson } from './people.ts';
import { CHAMPIGNY, EDITION, OPERATOR, settle } from './world.ts';

export const NOW = new Date('2026-02-10T09:00:00Z');

export function later(minutes: number): Date {
  return new Date(NOW.getTime() + minutes * 60_000);
}

export type Negotiating = {
  readonly id: number;
  readonly collective: number;
  readonly list: number;
  /** Asked anew each time, as a request would. */
  readonly coordinator: () => Promise<Person>;
  readonly member: () => Promise<Person>;
  readonly representative: () => Promise<Person>;
  readonly stranger: () => Promise<Person>;
  readonly nationalTeam: () => Promise<Person>;
  /** Names of the accounts, for `addressOf`. */
  readonly names: Readonly<Record<'coordinator' | 'member' | 'representative' | 'stranger' | 'nationalTeam', string>>;
};

export type Stage = 'prepared' | 'asked' | 'under-way';

export async function negotiating(
  db: Db,
  {
    start = { kind: 'nothing' },
    stage = 'under-way',
    edition = EDITION,
  }: { readonly start?: StartFrom; readonly stage?: Stage; readonly edition?: string } = {},
): Promise<Negotiating> {
  await settle(db);
  // Several negotiations may live in one database: each has its own people.
  const mark = randomBytes(3).toString('hex');
  const names = {
    coordinator: `claire-${mark}`,
    member: `ali-${mark}`,
    representative: `lou-${mark}`,
    stranger: `kim-${mark}`,
    nationalTeam: `sacha-${mark}`,
  };
  const { id: collective, founder } = await active(db, {
    founder: names.coordinator,
    places: [CHAMPIGNY],
    name: `Champigny en transition ${mark} (exemple)`,
  });
  await joined(db, { id: collective, by: founder, name: names.member });
  const list = await standingList(db, `Champigny demain ${mark} (exemple)`);
  for (const name of [names.representative, names.stranger, names.nationalTeam]) await newPerson(db, name);
  await given(db, names.representative, { role: 'list-representative', list });
  await given(db, names.nationalTeam, { role: 'national-team' });
  const actor = (name: string) => async () => await actorFor(db, `p-${name}`);
  const coordinator = actor(names.coordinator);
  const request = { collective, counterpart: { list }, edition, start };
  const opened = await openNegotiation(storesOn(db), await coordinator(), request, NOW);
  if (!opened.ok) throw new Error(`not opened: ${opened.refusal.kind}`);
  const world = {
    id: opened.value.id,
    collective,
    list,
    coordinator,
    member: actor(names.member),
    representative: actor(names.representative),
    stranger: actor(names.stranger),
    nationalTeam: actor(names.nationalTeam),
    names,
  };
  if (stage !== 'prepared') await asked(db, world);
  if (stage === 'under-way') await accepted(db, world);
  return world;
}

/** A list of Champigny for the elections of 2026, with a public address. */
export async function standingList(db: Db, name: string): Promise<number> {
  const stores = storesOn(db);
  const { id } = await stores.campaign.keepList(
    {
      election: 'municipales-2026',
      municipality: CHAMPIGNY.kind === 'municipality' ? CHAMPIGNY.code : '',
      constituency: null,
      name,
      shortName: null,
      nuance: null,
      leader: 'Lou Exemple',
      firstRound: 1,
      panelNumber: null,
      source: 'exemple',
      enteredAs: 'operator',
    },
    NOW,
  );
  const source = 'Profession de foi (exemple)';
  await stores.campaign.keepAddress(
    { list: id, email: `liste-${id}@example.fr`, source },
    { by: 'operator:claire', at: NOW },
  );
  return id;
}

async function given(db: Db, name: string, role: Parameters<typeof giveRole>[2]['role']): Promise<void> {
  const done = await giveRole(storesOn(db), OPERATOR, { email: addressOf(name), role }, NOW);
  if (!done.ok) throw new Error(`role not given: ${done.refusal.kind}`);
}

async function asked(db: Db, { id, coordinator }: { readonly id: number; readonly coordinator: () => Promise<Actor> }) {
  const request = { negotiation: id, how: 'mail', email: '' } as const;
  const done = await askCounterpart(storesOn(db), await coordinator(), request, NOW);
  if (!done.ok) throw new Error(`not asked: ${done.refusal.kind}`);
}

async function accepted(
  db: Db,
  { id, representative }: { readonly id: number; readonly representative: () => Promise<Actor> },
) {
  const request = { negotiation: id, answer: 'accept', reason: '' } as const;
  const done = await answerRequest(storesOn(db), await representative(), request, NOW);
  if (!done.ok) throw new Error(`not accepted: ${done.refusal.kind}`);
}
