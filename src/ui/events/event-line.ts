/** A follow-up event as a page shows it: who tells it, what became of a letter, which promises it is about. */
import type { EarlierWords, FollowUpEvent } from '#domain/events/follow-up-event.ts';
import { fateOf, type LetterFate } from '#domain/events/silence.ts';
import type { Voice } from '#domain/follow-up/assessment.ts';
import type { CommitmentLine } from '#ui/commitments/commitment-line.ts';
import type { PlaceKind } from '#ui/messages/town-hall.fr.ts';

export type EventLine = {
  readonly id: number;
  readonly voice: Voice;
  readonly place: PlaceKind;
  /** Of a list's own, its name. */
  readonly list: string | null;
  readonly kind: FollowUpEvent['about']['kind'];
  readonly happenedOn: string;
  readonly title: string;
  readonly words: string;
  readonly who: string;
  readonly whoPrivate: string;
  readonly isPrivate: boolean;
  readonly promises: readonly CommitmentLine[];
  /** Of a letter. */
  readonly fate: LetterFate | null;
  readonly means: 'post' | 'registered-post' | 'mail' | 'by-hand' | null;
  /** Of a reply: the letter, when it is among those shown. */
  readonly answers: { readonly id: number; readonly title: string } | null;
  /** Words that were public and were replaced, the last replaced first. */
  readonly earlier: readonly EarlierLine[];
  readonly withdrawn: { readonly at: Date; readonly reason: string } | null;
};

export type EarlierLine = Pick<EarlierWords, 'happenedOn' | 'title' | 'words' | 'who' | 'replacedAt'> & {
  readonly promises: readonly CommitmentLine[];
};

/** `events`: those shown, replies among them. `today`: the day at the place. */
export function eventLines(
  events: readonly FollowUpEvent[],
  {
    today,
    place,
    promise,
  }: {
    readonly today: string;
    readonly place: PlaceKind;
    readonly promise: (edition: string, item: string) => CommitmentLine;
  },
): readonly EventLine[] {
  const promisesOf = ({ edition, items }: Pick<EarlierWords, 'edition' | 'items'>): readonly CommitmentLine[] =>
    edition === null ? [] : items.map((item) => promise(edition, item));
  return events.map((event) => {
    const { id, voice, about, happenedOn, edition, withdrawn } = event;
    const gone = withdrawn !== null;
    const letter = about.kind === 'reply' ? events.find((other) => other.id === about.letter) : undefined;
    return {
      ...{ id, voice, place, happenedOn, withdrawn },
      list: event.list?.name ?? null,
      kind: about.kind,
      title: event.title,
      words: gone ? '' : event.words,
      who: gone ? '' : event.who,
      whoPrivate: gone ? '' : event.whoPrivate,
      isPrivate: event.visibility === 'private',
      promises: gone ? [] : promisesOf({ edition, items: event.items }),
      earlier: gone ? [] : event.earlier.map((words) => ({ ...words, promises: promisesOf(words) })),
      fate: about.kind === 'letter' && !gone ? fateAmong(event, events, today) : null,
      means: about.kind === 'letter' ? about.means : null,
      answers: letter === undefined ? null : { id: letter.id, title: letter.title },
    };
  });
}

function fateAmong(letter: FollowUpEvent, events: readonly FollowUpEvent[], today: string): LetterFate {
  const replies = events.flatMap(({ about, happenedOn, withdrawn }) =>
    about.kind === 'reply' && about.letter === letter.id && withdrawn === null ? [happenedOn] : [],
  );
  const replyDays = letter.about.kind === 'letter' ? letter.about.replyDays : null;
  return fateOf({ sentOn: letter.happenedOn, replyDays }, { replies, today });
}

/** Letters without a reply by the day that was asked for, of all that were sent. */
export function silencesAmong(lines: readonly EventLine[]): { readonly letters: number; readonly silent: number } {
  const letters = lines.flatMap(({ fate }) => fate ?? []);
  return { letters: letters.length, silent: letters.filter(({ kind }) => kind === 'silence').length };
}
