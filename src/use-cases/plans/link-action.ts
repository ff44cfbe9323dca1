/** A person says that an action of a plan carries out a measure of a charter. Nothing makes such a link alone. */
import { commitmentItem } from '#domain/follow-up/commitment-key.ts';
import { pass, type Actor, type NotAllowed } from '#domain/access/gate.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import { signatureOf } from '../drafts/enter-draft.ts';
import type { Stores } from '../stores.ts';

export type LinkAction = {
  readonly plan: number;
  /** The number of the action in its plan: `4.4`. */
  readonly action: string;
  readonly edition: string;
  readonly measure: number;
};

export type CannotLink =
  | NotAllowed
  | { readonly kind: 'unknown-action'; readonly plan: number; readonly action: string }
  | { readonly kind: 'unknown-edition'; readonly edition: string }
  | { readonly kind: 'unknown-measure'; readonly measure: number };

/** `already`: somebody had made this link; it stays theirs. */
export async function linkAction(
  stores: Stores,
  actor: Actor,
  request: LinkAction,
  now: Date,
): Promise<Result<{ readonly already: boolean }, CannotLink>> {
  const passed = pass(actor, { act: 'link-action', state: 'none' });
  if (!passed.ok) return passed;
  const edition = await stores.editions.find(request.edition);
  if (edition === null) return refuse({ kind: 'unknown-edition', edition: request.edition });
  if (!edition.measures.some(({ number }) => number === request.measure)) {
    return refuse({ kind: 'unknown-measure', measure: request.measure });
  }
  return await stores.together(async (all): Promise<Result<{ already: boolean }, CannotLink>> => {
    const { plan, action: number, measure } = request;
    const action = await all.published.findAction({ plan, number });
    if (action === null) return refuse({ kind: 'unknown-action', plan, action: number });
    const linked = await all.published.linkAction({
      action,
      edition: edition.id,
      item: commitmentItem({ kind: 'measure', measure }),
      linkedBy: 'name' in actor ? actor.name : actor.kind,
      linkedAt: now,
    });
    if (!linked) return accept({ already: true });
    await all.journal.append({
      at: now,
      act: 'link-action',
      actor: actor.kind,
      subject: { kind: 'action', id: action },
      says: { by: signatureOf(actor), edition: edition.id, measure },
    });
    return accept({ already: false });
  });
}
