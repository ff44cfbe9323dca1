/**
 * Plays the beginning of a negotiation in the municipality of the demonstration, by the same acts as everybody's: founded,
 * confirmed, asked, answered, discussed. Nothing is written to anybody: the addresses are invented.
 */
import { pass, type Actor, type NotAllowed } from '#domain/access/gate.ts';
import { keyOf, itemsOfMeasure } from '#domain/negotiation/item.ts';
import { accept, type Result } from '#domain/shared/result.ts';
import { enterByElection } from '../campaign/enter-by-election.ts';
import { enterList } from '../campaign/enter-list.ts';
import { giveRole } from '../campaign/give-role.ts';
import { choosePriorities } from '../collectives/choose-priorities.ts';
import { writeLocalMeasure } from '../collectives/write-local-measure.ts';
import { answerRequest } from '../negotiation/answer-request.ts';
import { askCounterpart } from '../negotiation/ask-counterpart.ts';
import { openNegotiation } from '../negotiation/open-negotiation.ts';
import { sayPosition } from '../negotiation/say-position.ts';
import { saySeveral, type Scope } from '../negotiation/say-several.ts';
import { sendRound } from '../negotiation/send-round.ts';
import type { Stores } from '../stores.ts';
import {
  coordinatorOf,
  done,
  foundAndConfirm,
  letJoin,
  openAccount,
  OPERATOR,
  person,
  silent,
  type Stage,
} from './stage.ts';
import * as story from './valbourg.ts';

const DAY = 86_400_000;
/** Whoever saw everything that was said. */
const ALL_SEEN = Number.MAX_SAFE_INTEGER;

/** `municipality`: the one that does not exist. False: it was played already. Safe from several processes at once. */
export async function playNegotiation(
  stores: Stores,
  actor: Actor,
  { municipality }: { readonly municipality: string },
  now: Date,
): Promise<Result<{ readonly played: boolean }, NotAllowed>> {
  const passed = pass(actor, { act: 'import-seeds', state: 'none' });
  if (!passed.ok) return passed;
  return await stores.together(async (all): Promise<Result<{ readonly played: boolean }, NotAllowed>> => {
    const place = { kind: 'municipality', code: municipality } as const;
    if ((await all.collectives.of(place)).length > 0) return accept({ played: false });
    await play({ stores: silent(all), municipality, now });
    return accept({ played: true });
  });
}

type Now = Stage & { readonly now: Date };

async function play(stage: Now): Promise<void> {
  const opened = daysAgo(stage, 40);
  const coordinator = await openAccount(stage, story.COORDINATOR, opened);
  const representative = await openAccount(stage, story.REPRESENTATIVE, opened);
  const collective = await foundAndConfirm(stage, {
    words: story.COLLECTIVE,
    coordinator,
    name: story.COORDINATOR.name,
    founded: opened,
    confirmed: daysAgo(stage, 38),
  });
  const list = await listThatStands(stage);
  await letJoin(stage, { collective, coordinator, members: story.MEMBERS, at: daysAgo(stage, 36) });
  const as = {
    carrier: coordinatorOf(collective, coordinator),
    counterpart: person(representative, { role: 'list-representative', list }),
  };
  const role = { role: 'list-representative', list } as const;
  done(await giveRole(stage.stores, OPERATOR, { email: story.REPRESENTATIVE.email, role }, daysAgo(stage, 20)));
  await choose(stage, { collective, by: as.carrier });
  await negotiate(stage, { collective, list, ...as });
}

async function listThatStands(stage: Now): Promise<number> {
  const { stores, municipality, now } = stage;
  const by = {
    municipality,
    firstRoundOn: null,
    secondRoundOn: null,
    year: now.getUTCFullYear() + 1,
    source: story.BY_ELECTION_SOURCE,
    sourceUrl: null,
  };
  const { id: election } = done(await enterByElection(stores, OPERATOR, by, daysAgo(stage, 45)));
  const list = { ...story.LIST, election, municipality, nuance: '', panelNumber: 1, source: story.BY_ELECTION_SOURCE };
  return done(await enterList(stores, OPERATOR, list, daysAgo(stage, 30))).id;
}

async function choose(
  stage: Now,
  { collective, by }: { readonly collective: number; readonly by: Actor },
): Promise<void> {
  const { text, related } = story.LOCAL_MEASURE;
  const written = { collective, edition: story.EDITION, text, relatedMeasures: related };
  const local = done(await writeLocalMeasure(stage.stores, by, written, daysAgo(stage, 25)));
  const chosen = { collective, edition: story.EDITION, measures: story.PRIORITIES, locals: [local.id] };
  done(await choosePriorities(stage.stores, by, chosen, daysAgo(stage, 22)));
}

async function negotiate(
  stage: Now,
  given: {
    readonly collective: number;
    readonly list: number;
    readonly carrier: Actor;
    readonly counterpart: Actor;
  },
): Promise<void> {
  const { collective, list, carrier, counterpart } = given;
  const stores = stage.stores;
  const start = { kind: 'priorities' } as const;
  const wanted = { collective, counterpart: { list }, edition: story.EDITION, start };
  const { id: negotiation } = done(await openNegotiation(stores, carrier, wanted, daysAgo(stage, 18)));
  const asking = { negotiation, how: 'in-person', email: '' } as const;
  done(await askCounterpart(stores, carrier, asking, daysAgo(stage, 17)));
  const yes = { negotiation, answer: 'accept', reason: '' } as const;
  done(await answerRequest(stores, counterpart, yes, daysAgo(stage, 12)));

  const take = async (scope: Scope): Promise<void> => {
    const taking = { negotiation, gesture: 'take', scope, seen: ALL_SEEN } as const;
    done(await saySeveral(stores, counterpart, taking, daysAgo(stage, 9)));
  };
  for (const item of story.TAKEN_AT_ONCE) await take({ kind: 'item', item });
  for (const level of story.LEVELS_TAKEN) await take({ kind: 'level', ...level });
  for (const [item, position] of story.ANSWERS) {
    done(await sayPosition(stores, counterpart, { negotiation, item, version: 0, position }, daysAgo(stage, 9)));
  }
  for (const item of await leftUnanswered(stage)) {
    const no = { negotiation, item, version: 0, position: story.NOT_PROMISED };
    done(await sayPosition(stores, counterpart, no, daysAgo(stage, 9)));
  }
  done(await sendRound(stores, counterpart, { negotiation, words: story.FIRST_WORDS }, daysAgo(stage, 8)));

  for (const measure of story.AGREED_MEASURES) await acceptAnswers(stage, { negotiation, measure, carrier });
  done(await sendRound(stores, carrier, { negotiation, words: story.NEXT_WORDS }, daysAgo(stage, 5)));
}

/** What the list does not promise of the measures that end agreed. */
async function leftUnanswered({ stores }: Now): Promise<readonly string[]> {
  const edition = await stores.editions.find(story.EDITION);
  const answered = new Set<string>([...story.TAKEN_AT_ONCE, ...story.ANSWERS.map(([item]) => item)]);
  const taken = ({ measure, level }: { readonly measure: number; readonly level: number }): boolean =>
    story.LEVELS_TAKEN.some((one) => one.measure === measure && one.level === level);
  return (edition?.measures ?? [])
    .filter(({ number }) => story.AGREED_MEASURES.some((agreed) => agreed === number))
    .flatMap(itemsOfMeasure)
    .filter((item) => item.kind === 'clause' && !taken(item))
    .map(keyOf)
    .filter((key) => !answered.has(key));
}

async function acceptAnswers(
  stage: Now,
  given: { negotiation: number; measure: number; carrier: Actor },
): Promise<void> {
  const { negotiation, measure, carrier } = given;
  const edition = await stage.stores.editions.find(story.EDITION);
  const known = edition?.measures.find(({ number }) => number === measure);
  for (const item of known === undefined ? [] : itemsOfMeasure(known)) {
    const scope: Scope = { kind: 'item', item: keyOf(item) };
    done(
      await saySeveral(
        stage.stores,
        carrier,
        { negotiation, gesture: 'accept', scope, seen: ALL_SEEN },
        daysAgo(stage, 6),
      ),
    );
  }
}

function daysAgo({ now }: Now, days: number): Date {
  return new Date(now.getTime() - days * DAY);
}
