/** Who the mandate is played by, and what binds them: the collective, the list that was elected, the pact, the town hall. */
import { confirmOutcome } from '../campaign/change-list.ts';
import { enterList } from '../campaign/enter-list.ts';
import { giveRole } from '../campaign/give-role.ts';
import { linkPactToList } from '../campaign/link-pact.ts';
import type { Actor } from '#domain/access/gate.ts';
import type { PlaceCode } from '#domain/shared/place.ts';
import * as story from './rivemont.ts';
import {
  coordinatorOf,
  done,
  foundAndConfirm,
  letJoin,
  onDay,
  openAccount,
  OPERATOR,
  person,
  type Stage,
} from './stage.ts';

export type MandatePeople = {
  readonly place: PlaceCode;
  readonly pact: number;
  readonly collective: number;
  readonly coordinator: Actor;
  /** Accounts of the other members. */
  readonly members: readonly string[];
  readonly agent: Actor;
  readonly elected: Actor;
};

export async function gatherPeople(stage: Stage, pact: number): Promise<MandatePeople> {
  const place: PlaceCode = { kind: 'municipality', code: stage.municipality };
  const founder = await openAccount(stage, story.COORDINATOR, onDay('2019-11-04'));
  const collective = await foundAndConfirm(stage, {
    words: story.COLLECTIVE,
    coordinator: founder,
    name: story.COORDINATOR.name,
    founded: onDay('2019-11-04'),
    confirmed: onDay('2019-11-06'),
  });
  const joined = { collective, coordinator: founder, members: story.MEMBERS, at: onDay('2019-11-20') };
  const members = await letJoin(stage, joined);
  await bindList(stage, pact);
  const [agent, elected] = [await townHall(stage, 'agent'), await townHall(stage, 'elected')];
  return {
    place,
    pact,
    collective,
    coordinator: coordinatorOf(collective, founder),
    members,
    agent: person(agent, { role: 'municipal-agent', place }),
    elected: person(elected, { role: 'elected-official', place }),
  };
}

/** The list that signed, and what became of it: it governs, so that the town hall answers for its word. */
async function bindList({ stores, municipality }: Stage, pact: number): Promise<void> {
  const entered = {
    ...story.LIST,
    election: story.ELECTION,
    municipality,
    nuance: '',
    panelNumber: 1,
    source: story.SOURCE,
  };
  const { id: list } = done(await enterList(stores, OPERATOR, entered, onDay('2020-02-28')));
  done(await confirmOutcome(stores, OPERATOR, { list, outcome: 'majority' }, onDay('2020-07-03')));
  done(await linkPactToList(stores, OPERATOR, { pact, list }, onDay('2020-07-03')));
}

async function townHall(stage: Stage, who: 'agent' | 'elected'): Promise<string> {
  const someone = who === 'agent' ? story.AGENT : story.ELECTED;
  const at = onDay('2020-09-01');
  const id = await openAccount(stage, someone, at);
  const place: PlaceCode = { kind: 'municipality', code: stage.municipality };
  const role = { role: who === 'agent' ? 'municipal-agent' : 'elected-official', place } as const;
  done(await giveRole(stage.stores, OPERATOR, { email: someone.email, role }, at));
  return id;
}
