/** What the town hall of the mandate counts, shown to everybody with its figures. */
import { enterFigures } from '../indicators/enter-figures.ts';
import { addIndicator, showIndicator, tieIndicator } from '../indicators/write-indicator.ts';
import type { Story } from './mandate-follow-up.ts';
import type { PlayedPlan } from './mandate-plan.ts';
import * as story from './rivemont.ts';
import { done, onDay } from './stage.ts';

export async function playIndicators({ stores, people }: Story, { plan, actions }: PlayedPlan): Promise<void> {
  const { words, day, action: title, item, pasted } = story.INDICATOR;
  const [{ agent }, at] = [people, onDay(day)];
  const { indicator } = done(await addIndicator(stores, agent, { plan, words, offered: null }, at));
  const action = actions.get(title);
  if (action === undefined) throw new Error(`the demonstration: its plan lost « ${title} »`);
  const about = { actions: [action], commitments: [{ edition: story.EDITION, item }] };
  done(await tieIndicator(stores, agent, { plan, indicator, ...about }, at));
  done(await enterFigures(stores, agent, { plan, indicator, pasted }, at));
  done(await showIndicator(stores, agent, { plan, indicator, what: 'show' }, at));
}
