/** Every promise of one pact with what both voices say of it: the answer on top, then a row each. */
import type { Edition } from '#domain/charter/edition.ts';
import type { Voice } from '#domain/follow-up/assessment.ts';
import type { CommitmentKey } from '#domain/follow-up/commitment-key.ts';
import { isPromised, promisedLevels } from '#domain/follow-up/promised.ts';
import { lookedOn, type SaidAssessment } from '#domain/follow-up/said-assessment.ts';
import type { Stance } from '#domain/pact/stance.ts';
import { cameLines, type CameLine, type DoneFact } from '#ui/commune/came-of-it.ts';
import { pactAnswer, type PactAnswer } from '#ui/commune/pact-answer.ts';
import { levelMarks, type LevelMarksShown } from '#ui/level-marks.ts';
import type { Speaking } from '#ui/messages/follow-up.fr.ts';
import * as words from '#ui/messages/pact-follow-up.fr.ts';
import { STANCE_WORD } from '#ui/messages/stances.fr.ts';
import { promiseAddress } from './promise-shown.ts';
import { promiseTitle } from './promise-title.ts';

export type PromiseLine = {
  readonly item: string;
  /** In the margin: 15, A, +. */
  readonly label: string;
  readonly title: string;
  readonly href: string;
  readonly speak: string;
  readonly marks: LevelMarksShown;
  readonly came: readonly CameLine[];
  /** Who has not answered yet; null: nobody is awaited. */
  readonly awaits: string | null;
};

export type PactFollowUp = {
  readonly answer: PactAnswer;
  readonly parts: readonly { readonly title: string; readonly rows: readonly PromiseLine[] }[];
  readonly awaited: number;
};

type Promise = {
  readonly key: CommitmentKey;
  readonly item: string;
  readonly text: string | null;
  readonly localNumber: string | null;
  readonly stance: Stance;
  readonly levels: readonly { readonly level: number; readonly stance: Stance }[];
  readonly latest: Readonly<Record<Voice, SaidAssessment | null>>;
};

export function pactFollowUp({
  pact,
  state,
  promises,
  edition,
  today,
}: {
  readonly pact: {
    readonly id: number;
    readonly listName: string | null;
    readonly leader: string | null;
    readonly publishedAt: Date;
    readonly place: { readonly kind: 'municipality' | 'grouping' };
  };
  readonly state: Speaking['state'];
  readonly promises: readonly Promise[];
  readonly edition: Edition | null;
  readonly today: string;
}): PactFollowUp {
  const speaking = { place: pact.place.kind, state, list: pact.listName };
  const rows = promises.map((promise) => ({
    kind: promise.key.kind,
    ...lineOf(promise, { pact: pact.id, speaking, edition, today }),
  }));
  const of = (kind: CommitmentKey['kind']) => rows.filter((row) => row.kind === kind);
  return {
    answer: pactAnswer(
      {
        ...pact,
        state,
        commitments: promises.flatMap(({ key, ...promise }) =>
          key.kind === 'measure' ? [{ ...promise, measure: key.measure }] : [],
        ),
        principles: promises.flatMap(({ key, stance }) =>
          key.kind === 'principle' ? [{ letter: key.letter, stance }] : [],
        ),
        localCommitments: promises.flatMap(({ key }) => (key.kind === 'local' ? [{ id: key.local }] : [])),
        done: promises.flatMap(factsOf),
      },
      { edition, of: 1, today, place: pact.place.kind },
    ),
    parts: [
      { title: words.MEASURES, rows: of('measure') },
      { title: words.PRINCIPLES, rows: of('principle') },
      { title: words.LOCALS, rows: of('local') },
    ].filter((part) => part.rows.length > 0),
    awaited: rows.filter(({ awaits }) => awaits !== null).length,
  };
}

function lineOf(
  promise: Promise,
  {
    pact,
    speaking,
    edition,
    today,
  }: { readonly pact: number; readonly speaking: Speaking; readonly edition: Edition | null; readonly today: string },
): PromiseLine {
  const { key, item, stance, levels, latest } = promise;
  const address = promiseAddress(pact, item);
  return {
    item,
    label:
      key.kind === 'measure'
        ? String(key.measure)
        : key.kind === 'principle'
          ? key.letter
          : (promise.localNumber ?? '+'),
    title: promiseTitle(promise, edition),
    href: address,
    speak: `${address}/evaluer`,
    marks: key.kind === 'measure' ? levelMarks(stance, levels) : { groups: [], plain: STANCE_WORD[stance] },
    came: cameLines(factsOf(promise), { promised: promisedLevels(promise), speaking, today }),
    awaits: isPromised(promise) ? awaitedOf(latest, speaking) : null,
  };
}

/** Whoever spoke last awaits the other; nobody is awaited where nobody spoke. */
function awaitedOf(latest: Promise['latest'], speaking: Speaking): string | null {
  const { collective, 'town-hall': townHall } = latest;
  if (collective === null && townHall === null) return null;
  if (collective !== null && (townHall === null || townHall.id < collective.id))
    return words.awaits('town-hall', speaking);
  return collective === null ? words.awaits('collective', speaking) : null;
}

function factsOf({ item, latest }: Promise): readonly DoneFact[] {
  return (['collective', 'town-hall'] as const).flatMap((voice) => {
    const said = latest[voice];
    if (said === null) return [];
    const { status, beforeMandate: before, levels, saidAs } = said;
    return [{ item, voice, status, before, levels, saidAs, on: lookedOn(said) }];
  });
}
