/** What came of one promise, in a row: the state that each voice gives it, and how old it is. Unknown is said, never left blank. */
import type { Role } from '#domain/access/gate.ts';
import type { AssessmentStatus, Voice } from '#domain/follow-up/assessment.ts';
import { freshness } from '#domain/follow-up/freshness.ts';
import type { LevelStatus } from '#domain/follow-up/levels.ts';
import { isFollowed, promisedLevels, type Promised } from '#domain/follow-up/promised.ts';
import { BEFORE_MANDATE, DONE_WORD, type DoneState } from '#ui/messages/done.fr.ts';
import {
  accordingTo,
  freshnessWords,
  promisedAndReached,
  speakingThen,
  voiceInside,
  type Speaking,
} from '#ui/messages/follow-up.fr.ts';
import { ACCORDING_TO_BOTH, NEVER_LOOKED, neverLookedBy } from '#ui/messages/commune-done.fr.ts';

/** The last that one voice said of one promise. */
export type DoneFact = {
  readonly item: string;
  readonly voice: Voice;
  readonly status: AssessmentStatus;
  readonly before: boolean;
  readonly on: string;
  readonly levels: readonly LevelStatus[];
  readonly saidAs: Role;
};

export type CameLine = {
  readonly state: DoneState;
  readonly word: string;
  readonly words: string;
  /** Said in the colour of what is unknown: too old. */
  readonly old: string;
  /** What the other voice never said of it; '' where both spoke, or nobody. */
  readonly silent: string;
};

export type Came = { readonly who: string | undefined; readonly lines: readonly CameLine[] };

type Pact = {
  readonly id: number;
  readonly listName: string | null;
  readonly state: Speaking['state'];
  readonly done: readonly DoneFact[];
};

/** Nothing for what was refused or left unsaid. `key`: `m15`. `who` is told where several lists signed. */
export function cameOf(
  pacts: readonly Pact[],
  { pact: id, key, ...promised }: Promised & { readonly pact: number; readonly key: string },
  today: string,
  who: string | undefined,
): readonly Came[] {
  const pact = pacts.find((one) => one.id === id);
  if (pact === undefined || !isFollowed(promised)) return [];
  const said = pact.done.filter(({ item }) => item === key);
  const speaking = { place: 'municipality', state: pact.state, list: pact.listName } as const;
  return [{ who, lines: cameLines(said, { promised: promisedLevels(promised), speaking, today }) }];
}

export function cameLines(
  said: readonly Omit<DoneFact, 'item'>[],
  {
    promised,
    speaking,
    today,
  }: { readonly promised: readonly number[]; readonly speaking: Speaking; readonly today: string },
): readonly CameLine[] {
  const collective = said.find(({ voice }) => voice === 'collective');
  const townHall = said.find(({ voice }) => voice === 'town-hall');
  const line = ({ status, before, levels, on }: Omit<DoneFact, 'item'>, according: string, silent = ''): CameLine => {
    const fresh = freshness(on, today);
    const parts = [before ? BEFORE_MANDATE : '', promisedAndReached(promised, levels), according];
    return {
      state: status,
      word: DONE_WORD[status],
      words: parts.filter((part) => part !== '').join(', '),
      old: fresh.kind === 'stale' ? freshnessWords(fresh) : '',
      silent,
    };
  };
  if (collective === undefined && townHall === undefined) {
    return [{ state: 'unknown', word: DONE_WORD.unknown, words: NEVER_LOOKED, old: '', silent: '' }];
  }
  if (collective !== undefined && townHall !== undefined && agree(collective, townHall, promised)) {
    const latest = collective.on > townHall.on ? collective : townHall;
    const levels = collective.levels.length > 0 ? collective.levels : townHall.levels;
    return [line({ ...collective, levels, on: latest.on }, ACCORDING_TO_BOTH)];
  }
  const silent = (['collective', 'town-hall'] as const)
    .filter((voice) => said.every((one) => one.voice !== voice))
    .map((voice) => neverLookedBy(voiceInside(voice, speaking)))
    .join('');
  return [collective, townHall].flatMap((one) =>
    one === undefined ? [] : [line(one, accordingTo(one.voice, speakingThen(one, speaking)), silent)],
  );
}

/** The same state, and nothing apart on a level that both looked at. */
function agree(one: Omit<DoneFact, 'item'>, other: Omit<DoneFact, 'item'>, promised: readonly number[]): boolean {
  if (one.status !== other.status || one.before !== other.before) return false;
  const said = [one, other].map(({ levels }) => promisedAndReached(promised, levels)).filter((words) => words !== '');
  return new Set(said).size < 2;
}
