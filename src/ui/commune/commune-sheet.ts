/**
 * The page of a municipality in words: everything that it says, in its order, so that the component only sets it.
 *
 * Made from what the database and the charters say, and from the day it is there: the same facts give the same sheet all
 * that day, and it may be kept as long as they stand.
 */
import type { Edition } from '#domain/charter/edition.ts';
import type { PublicStage } from '#domain/negotiation/progress.ts';
import type { Stance } from '#domain/pact/stance.ts';
import {
  collectiveAddress,
  localCommitmentAddress,
  measureAddress,
  pactAddress,
  placeAddress,
  planAddress,
  principleAddress,
  threadAddress,
} from '#ui/addresses.ts';
import type { JsonLd } from '#ui/json-ld.ts';
import { levelMarks } from '#ui/level-marks.ts';
import { membersLine, requestedOn, STATES } from '#ui/messages/collectives/collective.fr.ts';
import { wishesHere } from '#ui/messages/collectives/wish.fr.ts';
import * as words from '#ui/messages/commune.fr.ts';
import { reviewLine } from '#ui/review-page/review-line.ts';
import { publicNegotiationLine } from '#ui/messages/public-negotiations.fr.ts';
import { heading } from '#ui/messages/format.fr.ts';
import { documentLine, fileSize, signatory, termWithSource } from '#ui/messages/pact.fr.ts';
import { STANCE_WORD } from '#ui/messages/stances.fr.ts';
import { followUpAddress } from '#ui/follow-up/promise-shown.ts';
import { cameOf, type DoneFact } from './came-of-it.ts';
import { formerShown, type FormerFacts } from './former-communes.ts';
import { pactAnswer } from './pact-answer.ts';
import { countPromised, promisesByTheme, type PromiseRow } from './promises-by-theme.ts';
import { editionName } from '#ui/messages/edition-name.fr.ts';

type Municipality = {
  readonly kind: 'municipality';
  readonly code: string;
  readonly name: string;
  readonly slug: string;
  readonly population: number | null;
};
type Place =
  Municipality | { readonly kind: 'grouping'; readonly siren: string; readonly name: string; readonly slug: string };
type Document = Parameters<typeof documentLine>[0] & { readonly byteCount: number };
type Published = {
  readonly id: number;
  readonly slug: string;
  readonly publishedAt: Date;
  readonly document: Document;
};
type Pact = Published & {
  readonly listName: string | null;
  readonly leader: string | null;
  readonly edition: string;
  readonly term: { readonly from: number; readonly to: number };
  readonly signedOn: string | null;
  readonly principles: readonly { readonly letter: string; readonly stance: Stance }[];
  readonly localCommitments: readonly {
    readonly id: number;
    readonly localNumber: string | null;
    readonly text: string;
    readonly relatedMeasures: readonly number[];
  }[];
  readonly commitments: Parameters<typeof promisesByTheme>[1][number]['commitments'];
  readonly state: 'in-office' | 'in-opposition';
  readonly done: readonly DoneFact[];
};
type Plan = Omit<Published, 'document'> & {
  readonly document: Document | null;
  readonly title: string;
  readonly axes: number;
  readonly actions: number;
};
type Negotiation = {
  readonly kind: PublicStage['kind'];
  readonly since: Date;
  readonly collective: { readonly id: number; readonly name: string; readonly slug: string };
  readonly list: { readonly id: number; readonly name: string } | null;
};
type Collective =
  | {
      readonly state: 'active' | 'dormant';
      readonly id: number;
      readonly slug: string;
      readonly name: string;
      readonly members: number;
    }
  | { readonly state: 'requested'; readonly requestedAt: Date };
export type CommuneFacts = {
  readonly place: Municipality;
  readonly department: string;
  readonly groupings: readonly Place[];
  readonly pacts: readonly Pact[];
  readonly plans: readonly Plan[];
  /** Absent: not asked for. */
  readonly negotiations?: readonly Negotiation[];
  readonly collectives?: readonly Collective[];
  readonly wishes?: number;
  readonly reviews?: readonly Omit<Parameters<typeof reviewLine>[0], 'place'>[];
  readonly formerCommunes?: readonly FormerFacts[];
  readonly heldBy?: Named | null;
};

type Named = { readonly code: string; readonly name: string; readonly slug: string };

export type CommuneSheet = ReturnType<typeof communeSheet>;

/** `editionOf`: null for an edition that left the data; a pact of it keeps its own page. `today`: the day there. */
export function communeSheet(facts: CommuneFacts, editionOf: (id: string) => Edition | null, today: string) {
  const { place, pacts, plans, heldBy: held = null, formerCommunes: former = [] } = facts;
  const title = words.communeTitle(place.name, place.code);
  const charters = [...new Set(pacts.map(({ edition }) => edition))].flatMap((id) => editionOf(id) ?? []);
  const signed = charters.flatMap((edition) => pacts.filter((pact) => pact.edition === edition.id));
  return {
    name: place.name,
    negotiations: (facts.negotiations ?? []).map((shown) => publicNegotiationLine(shown)),
    people: peopleOf(facts),
    former: former.map(formerShown),
    heldBy: held === null ? null : communeLink(held),
    reviews: (facts.reviews ?? []).map((review) => reviewLine({ ...review, place })),
    address: placeAddress(place),
    title,
    description: words.communeDescription(place.name, pacts.length, former),
    about: aboutCity(title, place),
    upward: facts.groupings.map((grouping) => ({ href: placeAddress(grouping), label: grouping.name })),
    here: [facts.department, words.inhabitants(place.population)],
    lede: words.communeLede(
      pacts.length,
      [...new Set(pacts.map((pact) => termWithSource(pact, editionOf(pact.edition)?.year ?? null)))],
      former,
    ),
    answers: signed.map((pact) => pactAnswer(pact, { edition: editionOf(pact.edition), of: signed.length, today })),
    planned: words.plannedHere(plans.length),
    readPacts: signed.map((pact) => ({
      href: pactAddress(pact),
      label: `${words.READ_PACT}${pacts.length > 1 ? ` par ${signatory(pact)}` : ''}`,
      followUp: followUpAddress(pact.id),
      followUpLabel: `${words.FOLLOW_PACT}${pacts.length > 1 ? ` : ${signatory(pact)}` : ''}`,
    })),
    hasPacts: pacts.length > 0,
    charters: charters.map((edition) => ({
      id: edition.id,
      heading: charters.length > 1 ? editionName(edition) : words.PROMISES,
      ...promisesOf(facts, edition, { today, named: charters.length > 1 }),
      principles: principlesOf(facts, edition, today),
    })),
    local: pacts.filter((pact) => pact.localCommitments.length > 0).map((pact) => localOf(facts, pact, today)),
    noPlan: words.NO_PLAN(place.name),
    plans: plans.map((plan) => ({ href: planAddress(plan), title: plan.title, line: words.planLine(plan) })),
    documents: [
      ...pacts.flatMap((pact) => original(pact, { address: pactAddress(pact), what: words.OF_PACT })),
      ...plans.flatMap((plan) => original(plan, { address: planAddress(plan), what: words.OF_PLAN })),
    ],
  };
}

function communeLink(commune: Named) {
  return { href: placeAddress({ kind: 'municipality', ...commune }), name: commune.name };
}

/** Who is together here, or how many wish it. */
function peopleOf({ place, collectives = [], wishes = 0 }: CommuneFacts) {
  const there = collectives.flatMap((shown) =>
    shown.state === 'requested'
      ? []
      : [
          {
            href: collectiveAddress(shown),
            name: shown.name,
            line: `${membersLine(shown.members)}, ${STATES[shown.state]}`,
          },
        ],
  );
  const active = collectives.some(({ state }) => state === 'active');
  return {
    there,
    requested: collectives.flatMap((shown) => (shown.state === 'requested' ? [requestedOn(shown.requestedAt)] : [])),
    wish: active
      ? null
      : {
          href: `${placeAddress(place)}/souhait`,
          said: wishesHere(wishes),
          found: `/collectifs/fonder/${place.code}`,
        },
  };
}

function aboutCity(title: string, { name, code }: Municipality): JsonLd {
  return {
    '@type': 'WebPage',
    name: title,
    inLanguage: 'fr',
    about: { '@type': 'City', name, identifier: code },
  };
}

/** The table of one edition, theme after theme, then what nobody speaks of. */
function promisesOf(
  { place, pacts }: CommuneFacts,
  edition: Edition,
  { today, named }: { readonly today: string; readonly named: boolean },
) {
  const here = pacts.filter((pact) => pact.edition === edition.id);
  const { themes, unsaid } = promisesByTheme(frameOf(edition), here);
  const names = new Map(pacts.length > 1 ? here.map((pact) => [pact.id, signatory(pact)]) : []);
  return {
    themes: themes.map(({ title, rows, of }) => ({
      title,
      taken: words.takenInTheme(countPromised(rows), of),
      rows: rows.map((row) => ({
        number: row.number,
        href: threadAddress(place, row.number, edition.id),
        title: row.title,
        said: row.said.map((said) => marksOf(said, names.get(said.pact))),
        came: row.said.flatMap((said) => cameOf(here, { ...said, key: `m${row.number}` }, today, names.get(said.pact))),
      })),
    })),
    unsaidHeading: words.unsaidHere(unsaid.length, edition.measures.length, named ? editionName(edition) : null),
    unsaid: unsaid.map(({ number, title }) => ({ number, href: measureAddress(edition.id, number), title })),
  };
}

/** `who` is told where several lists signed. */
function marksOf(said: PromiseRow['said'][number], who: string | undefined) {
  return {
    ...levelMarks(said.stance, said.levels),
    ...(who === undefined ? {} : { who }),
    ...(said.amended ? { more: words.AMENDED_HERE } : {}),
  };
}

function principlesOf({ place, pacts }: CommuneFacts, { id, principles }: Edition, today: string) {
  const here = pacts.filter((pact) => pact.edition === id);
  return principles.map(({ letter, title }) => ({
    letter,
    href: principleAddress(place, letter),
    title,
    said: words.principleMarks(
      here.map((pact) => ({
        name: pacts.length > 1 ? signatory(pact) : null,
        stance: pact.principles.find((said) => said.letter === letter)?.stance ?? 'unspecified',
      })),
      STANCE_WORD,
    ),
    came: here.flatMap((pact) => {
      const stance = pact.principles.find((said) => said.letter === letter)?.stance ?? 'unspecified';
      const who = pacts.length > 1 ? signatory(pact) : undefined;
      return cameOf(here, { pact: pact.id, stance, levels: [], key: `p${letter}` }, today, who);
    }),
  }));
}

function localOf({ place, pacts }: CommuneFacts, pact: Pact, today: string) {
  return {
    heading: `${words.LOCAL_HERE}${pacts.length > 1 ? ` : ${signatory(pact)}` : ''}`,
    rows: pact.localCommitments.map(({ id, localNumber, text, relatedMeasures }) => ({
      number: localNumber ?? '+',
      href: localCommitmentAddress(place, id),
      text,
      beyond: words.beyondTheCharter(relatedMeasures),
      came: cameOf(pacts, { pact: pact.id, stance: 'accepted', levels: [], key: `l${id}` }, today, undefined),
    })),
  };
}

function original(
  { document }: { readonly document: Document | null },
  { address, what }: { address: string; what: string },
) {
  if (document === null) return [];
  return [
    {
      href: `${address}/original`,
      line: documentLine(document),
      note: `${what}, ${fileSize(document.byteCount)}`,
    },
  ];
}

type Frame = Parameters<typeof promisesByTheme>[0];

/** The same for every municipality: made once for each edition. */
const frames = new WeakMap<Edition, Frame>();

function frameOf(edition: Edition): Frame {
  const known = frames.get(edition);
  if (known !== undefined) return known;
  const frame = {
    measures: edition.measures.map(({ number, title }) => ({ number, title: heading(title) })),
    themes: edition.groupings[0]?.themes ?? [],
    rest: words.REST_OF_MEASURES,
  };
  frames.set(edition, frame);
  return frame;
}
