/** One click: an action that carries the words of a promise, tied to it, for its town hall to fill in. */
import type { Actor } from '#domain/access/gate.ts';
import { promiseWords, type PromiseWords } from '#domain/plan/place-promise.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import { addAction, type CannotWriteAction } from '../plans/add-action.ts';
import { enterPlan, type CannotEnterPlan } from '../plans/enter-plan.ts';
import { sentOnce, type Sent } from '../sent-once.ts';
import type { Stores } from '../stores.ts';
import { tieCommitment, type CannotTie } from './tie-commitment.ts';

export type MakeActionOfPromise = { readonly plan: number; readonly edition: string; readonly item: string };
export type CannotMakeAction = CannotEnterPlan | CannotWriteAction | CannotTie;

export const LONGEST_TITLE = 300;

/** Nothing but the promise is said: no status, no lead, no date. Asked twice it makes two actions: a promise may need several. */
export async function makeActionOfPromise(
  stores: Stores,
  actor: Actor,
  request: Sent & MakeActionOfPromise,
  now: Date,
): Promise<Result<{ readonly action: number; readonly number: string }, CannotMakeAction>> {
  const { plan: id, edition, item } = request;
  const once = { actor, act: 'change-actions', request, now } as const;
  return await sentOnce<{ readonly action: number; readonly number: string }, CannotMakeAction>(
    stores,
    once,
    async (all) => {
      const entered = await enterPlan(all, actor, { act: 'change-actions', plan: id, lock: true });
      if (!entered.ok) return entered;
      const promises = await all.planLinks.promises(entered.value.plan.place);
      const promise = promises.find((one) => one.edition === edition && one.item === item);
      if (promise === undefined) return refuse({ kind: 'unknown-promise' });
      const words = promiseWords(promise, await all.editions.find(edition));
      const objectives = objectivesOf(words);
      const made = await addAction(
        all,
        actor,
        { plan: id, title: titleOf(words, item), patch: { texts: { objectives } }, lead: null },
        now,
      );
      if (!made.ok) return made;
      const tied = await tieCommitment(all, actor, { plan: id, action: made.value.action, edition, item }, now);
      return tied.ok ? accept(made.value) : tied;
    },
  );
}

/** A title stands without its full stop; a local commitment is often a paragraph. */
function titleOf({ title }: PromiseWords, item: string): string {
  const line = title
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/\s*\.+$/, '');
  if (line === '') return item;
  return line.length <= LONGEST_TITLE ? line : `${line.slice(0, LONGEST_TITLE - 1).replace(/\s+\S*$/, '')}…`;
}

function objectivesOf({ title, parts }: PromiseWords): string {
  if (parts.length === 0) return title;
  return parts.map(({ level, lines }) => [...(level === null ? [] : [`N${level}`]), ...lines].join('\n')).join('\n\n');
}
