/** The promises of a review being worked on, as its pages list them; and the way from one to the next. */
import type { Edition } from '#domain/charter/edition.ts';
import type { AssessmentStatus } from '#domain/follow-up/assessment.ts';
import { promisedLevels } from '#domain/follow-up/promised.ts';
import { lookedOn, type SaidAssessment } from '#domain/follow-up/said-assessment.ts';
import type { Stance } from '#domain/pact/stance.ts';
import { namePromise } from '#domain/review/promise-name.ts';
import { progressOf, type EntryProgress } from '#domain/review/review-entry.ts';
import type { ReviewedPact } from '#domain/review/reviewed-pact.ts';
import { saidSince } from '#domain/review/said-since.ts';
import type { Assignment, Scratch, StoredEntry } from '#domain/review/stored-entry.ts';
import { heading } from '#ui/messages/format.fr.ts';

export type WorkRow = {
  readonly item: string;
  readonly label: string | null;
  readonly title: string;
  readonly stance: Stance;
  readonly levels: readonly { readonly level: number; readonly stance: Stance }[];
  readonly promised: readonly number[];
  readonly progress: EntryProgress;
  readonly status: AssessmentStatus | null;
  /** What each voice said last, before this review. */
  readonly before: Told | null;
  readonly townHall: Told | null;
  /** The collective spoke of it outside of the review after what stands in it was saved. */
  readonly saidSince: boolean;
  /** Who looks at it, and how the others know them; null: nobody. */
  readonly who: string | null;
  readonly account: string | null;
  readonly mine: boolean;
  /** Members who typed something here and did not save it. */
  readonly typing: readonly { readonly name: string; readonly mine: boolean; readonly at: Date }[];
};

type Told = { readonly status: AssessmentStatus; readonly on: string };

export function workRows(
  pact: ReviewedPact,
  {
    edition,
    entries,
    assignments,
    scratches,
    zone,
    nameOf,
    me,
  }: {
    readonly edition: Edition;
    readonly entries: readonly StoredEntry[];
    readonly assignments: readonly Assignment[];
    readonly scratches: readonly Scratch[];
    /** Of the place. */
    readonly zone: string;
    /** How the other members know this account. */
    readonly nameOf: (person: string) => string;
    readonly me: string;
  },
): readonly WorkRow[] {
  const said = new Map(entries.map((entry) => [entry.item, entry]));
  const who = new Map(assignments.map(({ item, person }) => [item, person]));
  return pact.promises.map((promise) => {
    const { item, stance, levels, latest } = promise;
    const entry = said.get(item);
    const words = entry?.words ?? null;
    const progress = progressOf(words);
    const person = who.get(item);
    const name = namePromise(promise, edition);
    return {
      item,
      label: name.label,
      title: heading(name.title),
      stance,
      levels,
      promised: promisedLevels(promise),
      progress,
      status: words?.status ?? null,
      before: told(latest.collective),
      townHall: told(latest['town-hall']),
      saidSince: entry !== undefined && progress !== 'not-looked-at' && saidSince(latest.collective, { entry, zone }),
      who: person === undefined ? null : nameOf(person),
      account: person ?? null,
      mine: person === me,
      typing: scratches
        .filter((scratch) => scratch.item === item)
        .map(({ person: author, at }) => ({ name: nameOf(author), mine: author === me, at })),
    };
  });
}

function told(said: SaidAssessment | null): Told | null {
  return said === null ? null : { status: said.status, on: lookedOn(said) };
}

export const SHOWN = ['tout', 'a-faire', 'a-moi', 'a-finir'] as const;
export type Shown = (typeof SHOWN)[number];

export function shownIn(asked: string | null): Shown {
  return SHOWN.find((known) => known === asked) ?? 'tout';
}

export function isShown(row: WorkRow, shown: Shown): boolean {
  switch (shown) {
    case 'tout':
      return true;
    case 'a-faire':
      return row.progress === 'not-looked-at';
    case 'a-moi':
      return row.mine && row.progress !== 'ready';
    case 'a-finir':
      return row.progress === 'started';
  }
}

/** From one promise: those beside it, and the next one that waits; one's own first, then anybody's, then round again. */
export function wayThrough(rows: readonly WorkRow[], item: string) {
  const here = rows.findIndex((row) => row.item === item);
  const onward = [...rows.slice(here + 1), ...rows.slice(0, Math.max(here, 0))];
  const waiting = onward.filter(({ progress }) => progress !== 'ready');
  const free = waiting.filter(({ who, mine }) => mine || who === null);
  return {
    position: here + 1,
    previous: rows[here - 1] ?? null,
    next: rows[here + 1] ?? null,
    waiting: free.find(({ mine }) => mine) ?? free[0] ?? waiting[0] ?? null,
  };
}

export function countsOf(rows: readonly WorkRow[]) {
  const of = (progress: EntryProgress) => rows.filter((row) => row.progress === progress).length;
  return { all: rows.length, ready: of('ready'), started: of('started'), left: of('not-looked-at') };
}
