/** A question as a page shows it. */
import type { Question } from '#domain/events/question.ts';
import type { Voice } from '#domain/follow-up/assessment.ts';
import type { CommitmentLine } from '#ui/commitments/commitment-line.ts';
import type { PlaceKind } from '#ui/messages/town-hall.fr.ts';

export type QuestionLine = {
  readonly id: number;
  readonly place: PlaceKind;
  readonly words: string;
  readonly askedAs: Voice | 'committee';
  readonly askedOn: string;
  /** How many letters carried it. */
  readonly letters: number;
  readonly isPrivate: boolean;
  readonly promise: CommitmentLine | null;
  readonly answer: Question['answer'];
};

export function questionLine(
  { id, words, askedAs, askedOn, letters, visibility, about, answer }: Question,
  {
    place,
    promise,
  }: { readonly place: PlaceKind; readonly promise: (edition: string, item: string) => CommitmentLine },
): QuestionLine {
  return {
    ...{ id, place, words, askedAs, askedOn, answer },
    letters: letters.length,
    isPrivate: visibility === 'private',
    promise: about === null ? null : promise(about.edition, about.item),
  };
}
