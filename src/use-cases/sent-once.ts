/**
 * A form that is sent twice (two presses, a slow line, a page loaded again) does its act once: the second time nothing is kept, told
 * or written in the journal, and the page answers as the first time. Every act that adds something passes here.
 *
 * Each form carries a random value (`sending`). The same person, the same act, the same value and the same words: the same sending.
 * Other words typed after going back to the page are another one, and so are the same words in a form opened anew.
 */
import { createHash } from 'node:crypto';
import type { Act, Actor } from '#domain/access/gate.ts';
import type { Json } from '#domain/shared/canonical-json.ts';
import { accept, type Result } from '#domain/shared/result.ts';
import { byOf } from './collectives/enter-collective.ts';
import type { Stores } from './stores.ts';

/** Absent: no form was sent (the command line, a job), each call is an act of its own. '' : a form without its value. */
export type Sent = { readonly sending?: string };

export type SendingStore = {
  /** What that sending made; null: it is the first, and others of it wait until the end of the transaction. */
  take(digest: string, at: Date): Promise<{ readonly made: Json } | null>;
  keep(digest: string, made: Json): Promise<void>;
};

type Once = {
  readonly actor: Actor;
  readonly act: Act;
  /** All that was said, as JSON would write it: no bytes of a file. */
  readonly request: Sent & object;
  readonly now: Date;
};

/** `stores.together` for an act of a form. The second time, what the first accepted. */
export async function sentOnce<Value extends Json, Refusal>(
  stores: Stores,
  { actor, act, request, now }: Once,
  work: (all: Stores) => Promise<Result<Value, Refusal>>,
): Promise<Result<Value, Refusal>> {
  if (request.sending === undefined) return await stores.together(work);
  const said = JSON.stringify([act, actor.kind, byOf(actor), request]);
  const digest = createHash('sha256').update(said, 'utf8').digest('hex');
  return await stores.together<Value, Refusal>(async (all) => {
    const before = await all.sendings.take(digest, now);
    // Written by this very act, which answers nothing else.
    if (before !== null) return accept(before.made as Value);
    const done = await work(all);
    if (done.ok) await all.sendings.keep(digest, done.value);
    return done;
  });
}
