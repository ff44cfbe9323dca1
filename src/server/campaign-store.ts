/** The store of elections and lists, on PostgreSQL and on the elections that are data of the program. */
import { lastDay, type Election } from '#domain/campaign/election.ts';
import { namesAlike } from '#domain/campaign/person-name.ts';
import type { CampaignStore, NameFound } from '#use-cases/campaign/campaign-store.ts';
import { generalElections } from './elections.ts';
import { addressesOf, keepAddress } from './storage/public-addresses.ts';
import { byElections, keepByElection } from './storage/by-elections.ts';
import * as lists from './storage/candidate-lists.ts';
import type { Db } from './storage/connection.ts';
import { codesThen } from './storage/municipality-then.ts';
import { findPactPlace, linkPactToList } from './storage/pact-lists.ts';
import { placesOfLists, placesOfPacts, tallied } from './storage/tallies.ts';

export function campaignOn(db: Db): CampaignStore {
  return {
    findElection: (id) => findElection(db, id),
    elections: async () => [...generalElections(), ...(await byElections(db, null))],
    electionsIn: (municipality) => electionsIn(db, municipality),
    keepByElection: async (election, entered) =>
      generalElections().every(({ id }) => id !== election.id) && (await keepByElection(db, election, entered)),
    findList: (id) => lists.findList(db, id, { lock: false }),
    lockList: (id) => lists.findList(db, id, { lock: true }),
    listsIn: (municipality, election) => lists.listsIn(db, { municipality, election }),
    keepList: (list, at) => lists.keepList(db, list, at),
    sameList: (of) => lists.sameList(db, of),
    changeList: async (id, change, at) => {
      const places = await placesOfLists(db, [id]);
      await tallied(db, { places, at }, () => lists.changeList(db, id, change, at));
    },
    keepRound: (id, round) => lists.keepRound(db, id, round),
    candidatesOf: (of) => lists.candidatesOf(db, of),
    forgetCandidates: (of) => lists.forgetCandidates(db, of),
    isOnAList: (asked) => isOnAList(db, asked),
    findPact: (id) => findPactPlace(db, id),
    linkPact: async (link) => {
      const places = await placesOfPacts(db, [link.pact]);
      await tallied(db, { places, at: link.at }, () => linkPactToList(db, link));
    },
    addressesOf: (of) => addressesOf(db, of),
    keepAddress: (address, entered) => keepAddress(db, address, entered),
  };
}

export async function findElection(db: Db, id: string): Promise<Election | null> {
  return generalElections().find((election) => election.id === id) ?? (await byElections(db, { id }))[0] ?? null;
}

/** General ones and those of this municipality and of the communes that merged into it, oldest first; a day that is not set comes last in its year. */
export async function electionsIn(db: Db, municipality: string): Promise<readonly Election[]> {
  const codes = await codesThen(db, municipality);
  const partial = await Promise.all(codes.map((code) => byElections(db, { municipality: code })));
  const all = [...generalElections(), ...partial.flat()];
  const order = (election: Election) => lastDay(election) ?? `${election.year}-99`;
  return all.toSorted((one, other) => (order(one) < order(other) ? -1 : 1));
}

/** The latest election held in the municipality, and those to come: who sits and who stands. */
async function isOnAList(
  db: Db,
  { name, municipality, today }: { readonly name: string; readonly municipality: string; readonly today: string },
): Promise<readonly NameFound[]> {
  const elections = await electionsIn(db, municipality);
  const held = elections.filter((election) => (lastDay(election) ?? '9') < today);
  const latest = held.at(-1)?.id;
  const counted = new Set(
    elections.filter(({ id }) => id === latest || held.every((past) => past.id !== id)).map(({ id }) => id),
  );
  const here = await Promise.all(
    (await codesThen(db, municipality)).map((code) => lists.listsIn(db, { municipality: code })),
  );
  const there = here.flat().filter(({ election }) => counted.has(election));
  const names = new Map(there.map((list) => [list.id, list]));
  const leaders = there.flatMap(({ id, leader }) =>
    leader === null ? [] : [{ list: id, position: 1, family: leader, given: '' }],
  );
  const candidates = await lists.candidatesOf(db, [...names.keys()]);
  const known = new Set(candidates.filter(({ position }) => position === 1).map(({ list }) => list));
  const found = new Map<string, NameFound>();
  for (const candidate of [...candidates, ...leaders.filter(({ list }) => !known.has(list))]) {
    const list = names.get(candidate.list);
    const likeness = namesAlike(name, candidate.given === '' ? splitName(candidate.family) : candidate);
    if (list === undefined || likeness === null) continue;
    found.set(`${list.id} ${candidate.position}`, {
      likeness,
      list: list.id,
      listName: list.name,
      election: list.election,
      position: candidate.position,
      family: candidate.family,
      given: candidate.given,
    });
  }
  return [...found.values()];
}

/** A head of list typed by hand is one line, given name first. */
function splitName(name: string): { readonly family: string; readonly given: string } {
  const [given = '', ...family] = name.trim().split(/\s+/);
  return { given, family: family.join(' ') };
}
