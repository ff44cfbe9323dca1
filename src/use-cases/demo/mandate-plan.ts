/** The plan of the mandate: begun in 2021, adopted by the council, brought up to date in 2023 and in 2025. */
import { tieCommitment } from '../plan-links/tie-commitment.ts';
import { addAction } from '../plans/add-action.ts';
import { addAxis } from '../plans/axes.ts';
import { changeAction } from '../plans/change-action.ts';
import { createPlan } from '../plans/create-plan.ts';
import { keepEntry } from '../plans/keep-entry.ts';
import { publishPlan } from '../plans/publish-plan.ts';
import { recordAdoption } from '../plans/record-adoption.ts';
import type { Story } from './mandate-follow-up.ts';
import * as story from './rivemont.ts';
import { done, onDay } from './stage.ts';

/** How the agent finds the plan again, later in the story. */
export type PlayedPlan = { readonly plan: number; readonly actions: ReadonlyMap<string, number> };

export async function playPlan(stage: Story): Promise<PlayedPlan> {
  const { stores, people, local } = stage;
  const { place, agent } = people;
  const at = onDay('2021-03-08');
  const { title, introduction } = story.PLAN;
  const { plan } = done(await createPlan(stores, agent, { place, title, introduction }, at));
  const entries = await directory(stage, at);
  const axes = new Map<string, number>();
  for (const axis of story.AXES) {
    const words = { plan, parent: null, number: '', title: axis, description: '' };
    axes.set(axis, done(await addAxis(stores, agent, words, at)).axis);
  }
  const actions = new Map<string, number>();
  for (const written of story.ACTIONS) {
    const [status] = written.status;
    const patch = {
      axis: axes.get(written.axis) ?? null,
      status,
      startsOn: written.startsOn,
      endsOn: written.endsOn,
      texts: { description: written.description },
      roles: { lead: [entries[written.lead]], referent: [entries[written.referent]] },
      amounts: written.amounts,
    };
    const added = { plan, title: written.title, patch, lead: null };
    const { action } = done(await addAction(stores, agent, added, at));
    actions.set(written.title, action);
    for (const item of written.items) {
      const promise = { edition: story.EDITION, item: item === 'local' ? local : item };
      done(await tieCommitment(stores, agent, { plan, action, ...promise }, at));
    }
  }
  await publish(stage, plan, { day: '2021-06-01', note: 'Version soumise au conseil municipal.' });
  const { adoptedOn, deliberation } = story.PLAN;
  const adoption = { plan, number: 1, adoptedOn, deliberation, file: null };
  done(await recordAdoption(stores, people.elected, adoption, onDay('2021-07-01')));
  return { plan, actions };
}

/** `which`: the second status that the story gives, or the third. */
export async function bringUpToDate(
  stage: Story,
  { plan, actions }: PlayedPlan,
  { which, day, note }: { readonly which: 1 | 2; readonly day: string; readonly note: string },
): Promise<void> {
  const { stores, people } = stage;
  for (const written of story.ACTIONS) {
    const status = written.status[which];
    if (status === written.status[which - 1]) continue;
    const action = actions.get(written.title);
    const stored = action === undefined ? null : await stores.workingPlans.action({ plan, action });
    if (stored === null) throw new Error(`the demonstration: its plan lost « ${written.title} »`);
    const patch = { status, blocked: status === 'blocked' ? (written.blocked ?? null) : null };
    const change = { plan, action: stored.id, version: stored.version, patch };
    done(await changeAction(stores, people.agent, change, onDay(day)));
  }
  await publish(stage, plan, { day, note });
}

async function publish(
  { stores, people }: Story,
  plan: number,
  { day, note }: { readonly day: string; readonly note: string },
): Promise<void> {
  done(await publishPlan(stores, people.agent, { plan, note, seen: null }, onDay(day)));
}

async function directory({ stores, people }: Story, at: Date): Promise<Readonly<Record<story.DirectoryKey, number>>> {
  const { place, agent } = people;
  const kept: [string, number][] = [];
  for (const [key, { kind, name, email }] of Object.entries(story.DIRECTORY)) {
    const isElected = kind === 'elected';
    const words = {
      kind: isElected ? ('person' as const) : kind,
      name,
      isElected,
      isPublic: isElected,
      email,
      leftOn: '',
    };
    kept.push([key, done(await keepEntry(stores, agent, { place, entry: null, ...words }, at)).id]);
  }
  return Object.fromEntries(kept) as Record<story.DirectoryKey, number>;
}
