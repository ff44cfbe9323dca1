/** The form of an event: what was typed, and what it means. */
import type { EventWords, FollowUpEvent } from '#domain/events/follow-up-event.ts';

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

/** Fields that no correction changes, so that the form does not offer them. */
export type FixedFields = {
  /** The day, the subject and the promises of a letter that went are those of the letter. */
  readonly asSent: boolean;
  /** What everybody read is withdrawn with a reason, never hidden. */
  readonly isPublic: boolean;
};

const NOTHING_FIXED: FixedFields = { asSent: false, isPublic: false };

export function fixedOf({ about, visibility }: Pick<FollowUpEvent, 'about' | 'visibility'>): FixedFields {
  return { asSent: about.kind === 'letter', isPublic: visibility === 'public' };
}

/** `given`: what stands there, of which the fixed fields are taken whatever a form holds. */
export function typedEvent(
  form: FormData,
  { given, fixed }: { readonly given: TypedEvent; readonly fixed: FixedFields } = {
    given: NO_EVENT_TYPED,
    fixed: NOTHING_FIXED,
  },
): TypedEvent {
  const typed = eventIn(form);
  const { happenedOn, title, items } = given;
  return {
    ...typed,
    ...(fixed.asSent ? { happenedOn, title, items } : {}),
    ...(fixed.isPublic ? { isPublic: true } : {}),
  };
}

function eventIn(form: FormData): TypedEvent {
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
