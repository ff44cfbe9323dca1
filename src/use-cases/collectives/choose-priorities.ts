/** What the collective proposes first to the lists. The vote advises; the members decide, in their own order. */
import type { Actor } from '#domain/access/gate.ts';
import { isForCollective } from '#domain/charter/edition.ts';
import type { Priority } from '#domain/collective/priority-vote.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { Stores } from '../stores.ts';
import { enterCollective, record, type CannotEnterCollective } from './enter-collective.ts';

export type CannotChoosePriorities =
  | CannotEnterCollective
  | { readonly kind: 'unknown-edition'; readonly edition: string }
  | { readonly kind: 'unknown-measure'; readonly measure: number }
  | { readonly kind: 'unknown-local-measure' };

/** Replaces what was chosen before. Each once. */
export async function choosePriorities(
  stores: Stores,
  actor: Actor,
  request: {
    readonly collective: number;
    readonly edition: string;
    readonly measures: readonly number[];
    /** Numbers of rows of local measures of this collective. */
    readonly locals: readonly number[];
  },
  now: Date,
): Promise<Result<null, CannotChoosePriorities>> {
  return await stores.together<null, CannotChoosePriorities>(async (all) => {
    const entered = await enterCollective(all, actor, { act: 'choose-priorities', collective: request.collective });
    if (!entered.ok) return entered;
    const edition = await all.editions.find(request.edition);
    if (edition === null || !isForCollective(edition, request.collective))
      return refuse({ kind: 'unknown-edition', edition: request.edition });
    const known = new Set(edition.measures.map(({ number }) => number));
    const unknown = request.measures.find((measure) => !known.has(measure));
    if (unknown !== undefined) return refuse({ kind: 'unknown-measure', measure: unknown });
    const locals = new Set((await all.priorities.locals(request.collective)).map(({ id }) => id));
    if (request.locals.some((id) => !locals.has(id))) return refuse({ kind: 'unknown-local-measure' });

    const chosen: readonly Priority[] = [
      ...[...new Set(request.measures)].map((measure): Priority => ({ kind: 'measure', edition: edition.id, measure })),
      ...[...new Set(request.locals)].map((localMeasure): Priority => ({
        kind: 'local',
        edition: edition.id,
        localMeasure,
      })),
    ];
    await all.priorities.setPriorities(request.collective, chosen);
    await record(all, entered.value, {
      act: 'choose-priorities',
      says: { edition: edition.id, measures: request.measures, locals: request.locals },
      at: now,
    });
    return accept(null);
  });
}
