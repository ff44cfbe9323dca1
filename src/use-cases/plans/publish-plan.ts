/**
 * Publishes what the town hall worked on: frozen as a numbered version, and shown to everybody in place of the one before.
 */
import { createHash } from 'node:crypto';
import type { Actor } from '#domain/access/gate.ts';
import { tidyText } from '#domain/plan/check-sheet.ts';
import { versionText } from '#domain/plan/plan-version.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { Stores } from '../stores.ts';
import { enterPlan, type CannotEnterPlan } from './enter-plan.ts';
import { prepareVersion, type VersionObstacle } from './prepare-version.ts';

export type CannotPublishPlan =
  | CannotEnterPlan
  | VersionObstacle
  | { readonly kind: 'note-too-long'; readonly most: number }
  /** Nothing changed since the last version. */
  | { readonly kind: 'nothing-new'; readonly number: number }
  /** Somebody changed the plan, or said a news that would be shown with it, since it was looked at. */
  | { readonly kind: 'plan-moved-on' };

export const MOST_NOTE = 2000;

export type PublishPlan = {
  readonly plan: number;
  /** What changed, in the town hall's words; may be empty. Public. */
  readonly note: string;
  /** The `changes` of the plan when it was looked at; null: whatever it is now. */
  readonly seen: number | null;
};

export async function publishPlan(
  stores: Stores,
  actor: Actor,
  request: PublishPlan,
  now: Date,
): Promise<Result<{ readonly number: number; readonly sha256: string }, CannotPublishPlan>> {
  return await stores.together(async (all): Promise<Result<{ number: number; sha256: string }, CannotPublishPlan>> => {
    const entered = await enterPlan(all, actor, { act: 'publish-plan', plan: request.plan, lock: true });
    if (!entered.ok) return entered;
    const { plan, role, by } = entered.value;
    const note = tidyText(request.note);
    if ([...note].length > MOST_NOTE) return refuse({ kind: 'note-too-long', most: MOST_NOTE });
    if (plan.published?.changes === plan.changes) return refuse({ kind: 'nothing-new', number: plan.published.number });
    if (request.seen !== null && request.seen !== plan.changes) return refuse({ kind: 'plan-moved-on' });
    const { content, news, obstacles } = await prepareVersion(all, plan, note);
    const first = obstacles[0];
    if (first !== undefined) return refuse(first);
    const text = versionText(content);
    const sha256 = createHash('sha256').update(text, 'utf8').digest('hex');
    const shown = news.map(({ id }) => id);
    const given = { plan, content, text, sha256, note, news: shown, by, at: now };
    const { digest } = await all.planVersions.publish(given);
    await all.journal.append({
      at: now,
      act: 'publish-plan',
      actor: role,
      subject: { kind: 'plan', id: plan.id },
      says: { by, number: content.number, sha256, digest, actions: content.actions.length, news: shown },
    });
    return accept({ number: content.number, sha256 });
  });
}
