/** What is kept of follow-up events, questions and letters. Behind it: src/server/storage/follow-up-events.ts and its neighbours. */
import type { EventAbout, EventWords, FollowUpEvent } from '#domain/events/follow-up-event.ts';
import type { KeptLetter, Letter } from '#domain/events/letter.ts';
import type { KeptQuestion } from '#domain/events/question.ts';
import type { Voice } from '#domain/follow-up/assessment.ts';
import type { PlaceCode } from '#domain/shared/place.ts';

export type EventStore = {
  /** The edition of the latest pact here and the promises of all of them; null: no pact is public. */
  promisedHere(place: PlaceCode): Promise<{ readonly edition: string; readonly items: ReadonlySet<string> } | null>;
  /** Lists that signed a pact that is public here. */
  listsBoundHere(place: PlaceCode): Promise<readonly { readonly id: number; readonly name: string }[]>;
  add(
    event: EventWords & {
      readonly place: PlaceCode;
      readonly voice: Voice;
      readonly collective: number | null;
      readonly list: number | null;
      readonly edition: string | null;
      readonly about: EventAbout;
      readonly by: string;
      readonly at: Date;
    },
  ): Promise<number>;
  /** Through its place. `lock`: nobody else changes it before the end of the transaction. */
  find(of: { readonly place: PlaceCode; readonly id: number; readonly lock?: boolean }): Promise<FollowUpEvent | null>;
  /** Keeps what everybody read before. False: somebody changed it since `revision`. */
  change(
    id: number,
    change: EventWords & { readonly edition: string | null; readonly revision: number; readonly at: Date },
  ): Promise<boolean>;
  withdraw(id: number, withdrawn: { readonly at: Date; readonly reason: string }): Promise<void>;

  ask(question: {
    readonly place: PlaceCode;
    readonly askedAs: Voice | 'committee';
    readonly collective: number | null;
    readonly committee: number | null;
    readonly words: string;
    readonly about: { readonly edition: string; readonly item: string } | null;
    readonly visibility: 'public' | 'private';
    readonly on: string;
    readonly by: string;
    readonly at: Date;
  }): Promise<number>;
  question(of: { readonly place: PlaceCode; readonly id: number }): Promise<KeptQuestion | null>;
  /** Of the place, oldest first. */
  openQuestions(place: PlaceCode): Promise<readonly KeptQuestion[]>;
  /** False: somebody answered or dropped it meanwhile. */
  answer(
    question: number,
    answer: { readonly words: string; readonly on: string; readonly by: Voice },
  ): Promise<boolean>;
  drop(question: number, at: Date): Promise<boolean>;

  draftLetter(letter: {
    readonly place: PlaceCode;
    readonly collective: number;
    readonly content: Letter;
    readonly by: string;
    readonly at: Date;
  }): Promise<number>;
  letter(of: { readonly place: PlaceCode; readonly id: number; readonly lock?: boolean }): Promise<KeptLetter | null>;
  /** False: somebody wrote in it since `revision`, or it went. */
  changeLetter(
    id: number,
    change: { readonly revision: number; readonly content: Letter; readonly at: Date },
  ): Promise<boolean>;
  /** Ties the letter and its questions to the event of its sending. */
  sent(id: number, sent: { readonly event: number; readonly questions: readonly number[] }): Promise<void>;
  throwAway(id: number, at: Date): Promise<void>;
};
