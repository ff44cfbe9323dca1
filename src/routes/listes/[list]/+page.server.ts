import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { whatIsBound } from '#domain/campaign/bound.ts';
import { endOfMandate } from '#domain/campaign/election.ts';
import { localDay } from '#domain/shared/local-day.ts';
import { departmentOf } from '#domain/territory/department-of.ts';
import { electionAddress, idIn, listAddress, listsAddress, pactAddress, placeAddress } from '#ui/addresses.ts';
import { listLine } from '#ui/campaign/list-lines.ts';
import { askAddress } from '#ui/campaign/role-address.ts';
import * as words from '#ui/messages/campaign.fr.ts';
import { publicNegotiationLine } from '#ui/messages/public-negotiations.fr.ts';
import { pactTitle } from '#ui/messages/pact.fr.ts';
import { electionsIn } from '#server/campaign-store.ts';
import { sendOnTo } from '#server/http/canonical.ts';
import { notWrittenOut } from '#server/http/not-written-out.ts';
import { runtime } from '#server/runtime.ts';
import { listsOfMunicipality, municipalityOfList, representativesCount } from '#server/storage/list-pages.ts';
import { placeRef } from '#server/storage/places.ts';
import { publicNegotiations } from '#server/storage/public-negotiations.ts';

export const load: PageServerLoad = async ({ params, url }) => {
  const id = idIn(params.list) ?? error(404);
  const { db } = await runtime();
  const code = (await municipalityOfList(db, id)) ?? error(404);
  const [place, here, elections, people, negotiations] = await Promise.all([
    placeRef(db, { kind: 'municipality', code }),
    listsOfMunicipality(db, { code }),
    electionsIn(db, code),
    representativesCount(db, id),
    publicNegotiations(db, { list: id }),
  ]);
  const list = here.lists.find((candidate) => candidate.id === id) ?? error(404);
  if (place?.kind !== 'municipality') error(404);
  sendOnTo(listAddress(list), url);

  const election = elections.find((candidate) => candidate.id === list.election);
  const byId = new Map(here.lists.map((other) => [other.id, other]));
  const merged = here.lists.filter((other) => other.merged?.into === id);
  const signed = here.pacts.filter((pact) => pact.list === id || merged.some((part) => part.id === pact.list));
  const bound = whatIsBound(
    list,
    merged,
    signed.map(({ pact, list: by }) => ({ id: pact.id, list: by, signedOn: pact.signedOn })),
  );
  const pacts = new Map(
    signed.map(({ pact, linked }) => [
      pact.id,
      { href: pactAddress(pact), title: inSentence(pactTitle(pact)), linked },
    ]),
  );
  const named = (ids: readonly number[]) => ids.flatMap((pact) => pacts.get(pact) ?? []);
  const title = election === undefined ? list.election : words.electionTitle(election, place.name);
  const into = list.merged === null ? null : byId.get(list.merged.into);
  return {
    list: notWrittenOut({
      negotiations: negotiations.map(({ stage, ...who }) => publicNegotiationLine({ ...who, ...stage })),
      name: list.name,
      address: listAddress(list),
      leader: list.leader,
      facts: listLine(list, byId).facts,
      place: { name: place.name, href: placeAddress(place), lists: listsAddress(place) },
      constituency: list.constituency === null ? null : (list.constituency.name ?? list.constituency.code),
      election: { href: electionAddress(list.election), title },
      description: words.listDescription(list, title, place.name),
      withdrawn: list.withdrawnOn === null ? null : words.withdrawnLine(list.withdrawnOn),
      mergedInto:
        into === null || into === undefined
          ? null
          : { line: words.mergedInto(list.merged?.on ?? ''), href: listAddress(into), name: into.name },
      comesFrom: merged.map((part) => listLine(part, byId)),
      signed: named(bound.parts.length > 0 ? [] : bound.whole),
      parts: bound.parts.map((part) => ({
        id: part.list,
        name: byId.get(part.list)?.name ?? '',
        pacts: named(part.pacts),
      })),
      whole: named(bound.whole),
      rounds: list.rounds.map(({ round, panelNumber, ...figures }) => ({
        name: words.roundName(round),
        panelNumber,
        votes: words.votesLine(figures),
      })),
      outcome: list.outcome,
      seats: list.seats,
      mandate:
        election === undefined || list.outcome === null
          ? null
          : words.mandateLine(endOfMandate(election, elections), localDay(new Date(), departmentOf(code))),
      source: list.source === 'hand' ? words.BY_HAND : list.source,
      enteredAs: words.ENTERED_AS[list.enteredAs],
      enteredAt: list.enteredAt,
      representatives: people,
      askAddress: askAddress({ kind: 'list', list: id }),
      negotiate: `/negociations/ouvrir?liste=${id}`,
    }),
  };
};

/** « Le pacte de … » inside a sentence. */
function inSentence(title: string): string {
  return title.charAt(0).toLowerCase() + title.slice(1);
}
