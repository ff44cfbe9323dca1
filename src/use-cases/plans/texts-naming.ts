/**
 * Words of a place's plans that hold the name of somebody, private ones too: read before the name is forgotten, for nothing
 * can look for it afterwards.
 */
import type { UsedEntry } from '#domain/plan/directory-entry.ts';
import { versionContent } from '#domain/plan/plan-version.ts';
import {
  indicatorWords,
  newsWords,
  privateNamesIn,
  publicWordsOf,
  type PublicWords,
  type WordsPlace,
} from '#domain/plan/private-names.ts';
import { publishedActions } from '#domain/plan/publish-sheet.ts';
import type { PlaceCode } from '#domain/shared/place.ts';
import type { Stores } from '../stores.ts';
import type { StoredAction, StoredPlan } from './working-plan-store.ts';

export type TextNaming = { readonly plan: number; readonly title: string; readonly where: WordsPlace };

export async function textsNaming(all: Stores, place: PlaceCode, entry: UsedEntry): Promise<readonly TextNaming[]> {
  const sought = [{ ...entry, isElected: false, isPublic: false }];
  const texts: TextNaming[] = [];
  for (const plan of await all.workingPlans.ofPlace(place)) {
    const found = privateNamesIn(await everyWordOf(all, plan), sought);
    texts.push(...found.map(({ where }) => ({ plan: plan.id, title: plan.title, where })));
  }
  return texts;
}

async function everyWordOf(all: Stores, plan: StoredPlan): Promise<readonly PublicWords[]> {
  const [axes, actions] = [await all.workingPlans.axes(plan.id), await all.workingPlans.actions(plan.id)];
  const content = versionContent({
    plan: plan.id,
    number: 0,
    place: { ...plan.place, name: plan.placeName },
    title: plan.title,
    introduction: plan.introduction,
    axes,
    actions: publishedActions(actions.map(asIfPublic), { axes, entries: new Map() }),
    hidden: new Set(),
  });
  const numbers = new Map(actions.map(({ id, number }) => [id, number]));
  const [news, versions, indicators] = [
    await all.news.ofPlan(plan.id, { limit: MOST_NEWS }),
    await all.planVersions.of(plan.id),
    await all.indicators.ofPlan(plan.id),
  ];
  return [
    ...publicWordsOf(content, versions.map(({ note }) => note).join('\n')),
    {
      where: { kind: 'deliberation' },
      words: versions.flatMap(({ adoption }) => (adoption === null ? [] : [adoption.deliberation])),
    },
    ...news.map(({ action, words }) => newsWords({ number: numbers.get(action) ?? '', words })),
    ...indicators.flatMap((indicator) => indicatorWords(indicator, indicator.values)),
  ];
}

const MOST_NEWS = 10_000;

function asIfPublic({ sheet, documents, ...action }: StoredAction) {
  const visibility = 'public' as const;
  return {
    ...action,
    sheet: { ...sheet, visibility },
    documents: documents.map((document) => ({ ...document, visibility })),
  };
}
