/** A draft is given up: it stays in the journal, its address is free again. Never while people speak of it in a consultation. */
import type { Actor } from '#domain/access/gate.ts';
import { problemsOfConsultation, type ConsultationProblem } from '#domain/consultation/problems.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { Stores } from '../stores.ts';
import { enterDraft, recordInDraft, type CannotEnterDraft } from './enter-draft.ts';

export type CannotAbandonDraft =
  | CannotEnterDraft
  /** Announced, open, or closed and not counted yet. */
  | Extract<ConsultationProblem, { readonly kind: 'consultation-under-way' }>;

export async function abandonDraft(
  stores: Stores,
  actor: Actor,
  request: { readonly draft: number },
  now: Date,
): Promise<Result<null, CannotAbandonDraft>> {
  return await stores.together<null, CannotAbandonDraft>(async (all) => {
    const entered = await enterDraft(all, actor, { act: 'abandon-edition', draft: request.draft });
    if (!entered.ok) return entered;
    const consultations = await all.consultations.ofDraft(request.draft);
    const underWay = problemsOfConsultation(consultations, now).find(({ kind }) => kind === 'consultation-under-way');
    if (underWay?.kind === 'consultation-under-way') return refuse(underWay);
    await all.workbench.abandon(request.draft, now);
    await recordInDraft(all, entered.value, {
      act: 'abandon-edition',
      says: { edition: entered.value.draft.editionId },
      at: now,
    });
    return accept(null);
  });
}
