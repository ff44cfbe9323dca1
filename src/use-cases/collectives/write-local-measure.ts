/** What a collective wants beyond the charter: its own measures, numbered for ever. */
import type { Actor } from '#domain/access/gate.ts';
import { isForCollective } from '#domain/charter/edition.ts';
import type { LocalMeasure } from '#domain/collective/priority-vote.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import { sentOnce, type Sent } from '../sent-once.ts';
import type { Stores } from '../stores.ts';
import { enterCollective, readText, record, type BadText, type CannotEnterCollective } from './enter-collective.ts';

export const LOCAL_MEASURE_LENGTH = 2000;
export const MOST_LOCAL_MEASURES = 50;

export type CannotWriteLocal =
  | CannotEnterCollective
  | BadText
  | { readonly kind: 'unknown-edition'; readonly edition: string }
  | { readonly kind: 'unknown-measure'; readonly measure: number }
  | { readonly kind: 'unknown-local-measure' }
  | { readonly kind: 'too-many-local-measures'; readonly most: number };

export async function writeLocalMeasure(
  stores: Stores,
  actor: Actor,
  request: Sent & {
    readonly collective: number;
    readonly edition: string;
    readonly text: string;
    readonly relatedMeasures: readonly number[];
  },
  now: Date,
): Promise<Result<LocalMeasure, CannotWriteLocal>> {
  return await sentOnce<LocalMeasure, CannotWriteLocal>(
    stores,
    { actor, act: 'write-local-measure', request, now },
    async (all) => {
      const entered = await enterCollective(all, actor, { act: 'write-local-measure', collective: request.collective });
      if (!entered.ok) return entered;
      const text = readText(request.text, { field: 'text', most: LOCAL_MEASURE_LENGTH });
      if (!text.ok) return text;
      const related = await readRelated(all, request);
      if (!related.ok) return related;
      const { collective, edition } = request;
      if ((await all.priorities.locals(collective)).length >= MOST_LOCAL_MEASURES)
        return refuse({ kind: 'too-many-local-measures', most: MOST_LOCAL_MEASURES });
      const kept = await all.priorities.writeLocal({
        collective,
        edition,
        text: text.value,
        relatedMeasures: related.value,
        at: now,
      });
      await record(all, entered.value, {
        act: 'write-local-measure',
        says: { number: kept.number, text: kept.text, edition, relatedMeasures: related.value },
        at: now,
      });
      return accept(kept);
    },
  );
}

/** Votes and negotiations that started keep the text they took. */
export async function withdrawLocalMeasure(
  stores: Stores,
  actor: Actor,
  request: { readonly collective: number; readonly id: number },
  now: Date,
): Promise<Result<null, CannotWriteLocal>> {
  return await stores.together<null, CannotWriteLocal>(async (all) => {
    const entered = await enterCollective(all, actor, { act: 'write-local-measure', collective: request.collective });
    if (!entered.ok) return entered;
    const measure = (await all.priorities.locals(request.collective)).find(({ id }) => id === request.id);
    if (measure === undefined) return refuse({ kind: 'unknown-local-measure' });
    await all.priorities.withdrawLocal({ collective: request.collective, id: measure.id }, now);
    await record(all, entered.value, {
      act: 'write-local-measure',
      says: { number: measure.number, withdrawn: true },
      at: now,
    });
    return accept(null);
  });
}

async function readRelated(
  stores: Stores,
  {
    collective,
    edition: id,
    relatedMeasures,
  }: { readonly collective: number; readonly edition: string; readonly relatedMeasures: readonly number[] },
): Promise<Result<readonly number[], CannotWriteLocal>> {
  const edition = await stores.editions.find(id);
  if (edition === null || !isForCollective(edition, collective))
    return refuse({ kind: 'unknown-edition', edition: id });
  const known = new Set(edition.measures.map(({ number }) => number));
  const unknown = relatedMeasures.find((measure) => !known.has(measure));
  if (unknown !== undefined) return refuse({ kind: 'unknown-measure', measure: unknown });
  return accept([...new Set(relatedMeasures)].toSorted((one, other) => one - other));
}
