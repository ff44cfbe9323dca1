/** The form of an event: what was typed, and what it means. */
import type { EventWords } from '#domain/events/follow-up-event.ts';

export type TypedEvent = {
  readonly happenedOn: string;
  readonly title: string;
  readonly words: string;
  readonly who: string;
  readonly whoPrivate: string;
  readonly items: readonly string[];
  readonly isPublic: boolean;
};

export const NO_EVENT_TYPED: TypedEvent = {
  happenedOn: '',
  title: '',
  words: '',
  who: '',
  whoPrivate: '',
  items: [],
  isPublic: true,
};

/** As Kit gives it; cut, since a form may hold anything. */
function formText(form: FormData, name: string, most: number): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.slice(0, most) : '';
}

export function typedEvent(form: FormData): TypedEvent {
  return {
    happenedOn: formText(form, 'happenedOn', 10),
    title: formText(form, 'title', 1000),
    words: formText(form, 'words', 40_000),
    who: formText(form, 'who', 4000),
    whoPrivate: formText(form, 'whoPrivate', 4000),
    items: form.getAll('item').flatMap((value) => (typeof value === 'string' ? [value.slice(0, 20)] : [])),
    isPublic: form.get('isPublic') === 'oui',
  };
}

export function eventWords({ isPublic, ...typed }: TypedEvent): EventWords {
  return { ...typed, visibility: isPublic ? 'public' : 'private' };
}

export function eventTyped({ visibility, happenedOn, title, words, who, whoPrivate, items }: EventWords): TypedEvent {
  return { happenedOn, title, words, who, whoPrivate, items, isPublic: visibility === 'public' };
}
