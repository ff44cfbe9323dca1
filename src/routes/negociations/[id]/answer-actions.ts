/** The acts of the pages on which one answers: a measure, the principles, the local measures. Each goes back to its page. */
import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { SENTENCES } from '#ui/messages/negotiation-forms.fr.ts';
import { sayNegotiationRefusal, type NegotiationRefusal } from '#ui/messages/negotiation-refusals.fr.ts';
import { positionFrom, textOf, typedAnswer, wholeNumber, type TypedAnswer } from '#ui/negotiation/answer-form.ts';
import type { Position } from '#domain/negotiation/position.ts';
import { commentNegotiation } from '#use-cases/negotiation/comment-negotiation.ts';
import type { StoredSaying } from '#use-cases/negotiation/negotiation-store.ts';
import { proposeLocal } from '#use-cases/negotiation/propose-local.ts';
import { reportWords } from '#use-cases/negotiation/report-words.ts';
import { sayPosition } from '#use-cases/negotiation/say-position.ts';
import { saySeveral, type Gesture, type Scope } from '#use-cases/negotiation/say-several.ts';
import { comerOf, hiddenWhenUnknown, statusOf } from './enter.ts';

type Event = RequestEvent & { readonly params: { readonly id: string } };

/** What the page shows of an act that was refused. `stale`: somebody of the same side answered first. */
export type Refused = {
  readonly at: string;
  readonly problem: string;
  readonly typed: TypedAnswer | null;
  readonly stale: {
    readonly theirs: Position | null;
    readonly version: number;
    readonly yours: Position | null;
  } | null;
  /** Of a comment, a report or a local measure. */
  readonly words: string;
};

export const answerActions = {
  repondre: async (event: Event) => {
    const { id, stores, actor } = await comerOf(event);
    const form = await event.request.formData();
    const typed = typedAnswer(form);
    const position = form.has('retirer') ? null : positionFrom(typed);
    if (position === null && !form.has('retirer')) {
      return fail(400, refused({ at: typed.item, problem: SENTENCES.chooseAnswer, typed }));
    }
    const request = {
      negotiation: id,
      item: typed.item,
      version: typed.version,
      position,
      forCounterpart: forThem(form),
    };
    const said = await sayPosition(stores, actor, request, new Date());
    if (said.ok) return goBack(event, typed.item);
    const { refusal } = said;
    hiddenWhenUnknown(refusal);
    const stale = refusal.kind === 'stale-position' ? staleFrom(refusal.theirs, refusal.yours) : null;
    const problem = sayNegotiationRefusal(refusal);
    return fail(statusOf(refusal), refused({ at: typed.item, problem, typed, stale }));
  },

  ensemble: async (event: Event) => {
    const { id, stores, actor } = await comerOf(event);
    const form = await event.request.formData();
    const asked = gestureIn(textOf(form, 'ensemble'));
    if (asked === null) return fail(400, refused({ at: '', problem: SENTENCES.chooseAnswer }));
    const request = { negotiation: id, ...asked, seen: wholeNumber(form, 'seen'), forCounterpart: forThem(form) };
    const said = await saySeveral(stores, actor, request, new Date());
    if (said.ok) return goBack(event, asked.scope.kind === 'item' ? asked.scope.item : 'contenu');
    return refusedAt(said.refusal, asked.scope.kind === 'item' ? asked.scope.item : '');
  },

  proposer: async (event: Event) => {
    const { id, stores, actor } = await comerOf(event);
    const form = await event.request.formData();
    const text = textOf(form, 'text');
    const relatedMeasures = (textOf(form, 'related').match(/\d+/g) ?? []).map(Number);
    const request = { negotiation: id, text, relatedMeasures, forCounterpart: forThem(form) };
    const proposed = await proposeLocal(stores, actor, request, new Date());
    if (proposed.ok) return goBack(event, `l${proposed.value.number}`);
    return refusedAt(proposed.refusal, 'local', text);
  },

  commenter: async (event: Event) => {
    const { id, stores, actor } = await comerOf(event);
    const form = await event.request.formData();
    const text = textOf(form, 'text');
    const measure = wholeNumber(form, 'measure') || null;
    const said = await commentNegotiation(stores, actor, { negotiation: id, measure, text }, new Date());
    if (said.ok) return goBack(event, 'echanges');
    return refusedAt(said.refusal, 'commentaire', text);
  },

  signaler: async (event: Event) => {
    const { id, stores, actor } = await comerOf(event);
    const form = await event.request.formData();
    const reason = textOf(form, 'reason');
    const comment = wholeNumber(form, 'comment');
    const target = comment > 0 ? { comment } : { saying: wholeNumber(form, 'saying') };
    const reported = await reportWords(stores, actor, { negotiation: id, target, reason }, new Date());
    if (reported.ok) return goBack(event, 'signale');
    return refusedAt(reported.refusal, `signaler-${comment > 0 ? `c${comment}` : wholeNumber(form, 'saying')}`, reason);
  },
};

function refused(given: Pick<Refused, 'at' | 'problem'> & Partial<Refused>): Refused {
  return { typed: null, stale: null, words: '', ...given };
}

function refusedAt(refusal: NegotiationRefusal, at: string, words = '') {
  hiddenWhenUnknown(refusal);
  return fail(statusOf(refusal), refused({ at, problem: sayNegotiationRefusal(refusal), words }));
}

function staleFrom(theirs: StoredSaying | null, yours: Position | null): Refused['stale'] {
  return { theirs: theirs?.position ?? null, version: theirs?.version ?? 0, yours };
}

export function forThem(form: FormData): boolean {
  return textOf(form, 'pour') === 'autre';
}

/** The same page, which says what was done, at its place. A form sent once is not sent again by a reload. */
function goBack({ url }: Event, done: string): never {
  const way = new URLSearchParams();
  for (const kept of ['pour', 'mesure']) {
    const value = url.searchParams.get(kept);
    if (value !== null) way.set(kept, value);
  }
  way.set('fait', done);
  redirect(303, `${url.pathname}?${way}#${done === 'signale' ? 'contenu' : done}`);
}

/** `accept item m1-2-1`, `take level 1 2`, `take-back measure 3`, `take principles`. */
function gestureIn(words: string): { readonly gesture: Gesture; readonly scope: Scope } | null {
  const [gesture, kind, first = '', second = ''] = words.split(' ');
  if (gesture !== 'take' && gesture !== 'accept' && gesture !== 'take-back') return null;
  switch (kind) {
    case 'item':
      return { gesture, scope: { kind, item: first } };
    case 'level':
      return { gesture, scope: { kind, measure: Number(first), level: Number(second) } };
    case 'measure':
      return { gesture, scope: { kind, measure: Number(first) } };
    case 'principles':
    case 'everything':
      return { gesture, scope: { kind } };
    default:
      return null;
  }
}
