/** Plans ready to be printed: as everybody reads them, as their next version would be, and as the town hall works on them. */
import type { PlanAxis } from '#domain/plan/plan-row.ts';
import { changesNothing } from '#domain/plan/plan-version.ts';
import type { PublishedLink, PublishedSheet } from '#domain/plan/published-sheet.ts';
import { publishedActions } from '#domain/plan/publish-sheet.ts';
import { overviewOf } from '#domain/plan/published-rows.ts';
import { dayIn } from '#domain/shared/local-day.ts';
import { slugOf } from '#domain/shared/slug.ts';
import type { PrintedFrame, PrintedPlan, PrintedSheet } from '#publishing/plan/printed-plan.ts';
import { planAddress } from '#ui/addresses.ts';
import { commitmentLine } from '#ui/commitments/commitment-line.ts';
import { namedIn } from '#use-cases/plans/add-action.ts';
import type { NextVersion } from '#use-cases/plans/prepare-version.ts';
import type { Stores } from '#use-cases/stores.ts';
import type { StoredAction, StoredPlan } from '#use-cases/plans/working-plan-store.ts';
import { editionById } from './charters.ts';
import type { Db } from './storage/connection.ts';
import { localWords } from './storage/local-words.ts';
import type { PlaceRef } from './storage/places.ts';
import { publishedOverview, publishedPlan, type PublishedPlan } from './storage/published-overview.ts';
import { publishedSheets } from './storage/published-sheets.ts';

type Making = { readonly origin: string; readonly now: Date };

export async function publishedPrintedPlan(db: Db, published: PublishedPlan, making: Making): Promise<PrintedPlan> {
  const { plan } = published;
  const [overview, sheets] = await Promise.all([
    publishedOverview(db, plan.id),
    publishedSheets(db, { plan: plan.id }),
  ]);
  return { ...frameOf(published, making), overview, sheets: await publicSheets(db, published, sheets) };
}

/** One sheet of it, at the cost of one. Null: the plan has no action of this number. */
export async function publishedPrintedSheet(
  db: Db,
  published: PublishedPlan,
  { number, ...making }: Making & { readonly number: string },
): Promise<{ readonly plan: PrintedFrame; readonly printed: PrintedSheet } | null> {
  const sheets = await publishedSheets(db, { plan: published.plan.id, number });
  const [printed] = await publicSheets(db, published, sheets);
  return printed === undefined ? null : { plan: frameOf(published, making), printed };
}

function frameOf(
  { plan, version, introduction, adoption, zone }: PublishedPlan,
  { origin, now }: Making,
): PrintedFrame {
  return {
    title: plan.title,
    placeName: plan.place.name,
    introduction,
    adoption,
    stage: 'published',
    typed: version !== null,
    today: dayIn(now, zone),
    // What is printed changes with what is published and with the day: the same bytes until then.
    madeAt: plan.publishedAt,
    address: origin + planAddress(plan),
  };
}

async function publicSheets(
  db: Db,
  { plan }: { readonly plan: { readonly place: PlaceRef } },
  sheets: readonly PublishedSheet[],
): Promise<readonly PrintedSheet[]> {
  return await withPromises(
    db,
    plan.place,
    sheets.map((sheet) => ({ sheet, isPrivate: false })),
  );
}

/** What its council reads: as published where a publication would change nothing, else what the next one would show. */
export async function councilPrintedPlan(
  { db, plan, place, now, today }: Omit<PlanAtWork, 'stores'>,
  { content, difference }: NextVersion,
  { origin }: { readonly origin: string },
): Promise<PrintedPlan> {
  const published = plan.published !== null && changesNothing(difference) ? await publishedPlan(db, plan.id) : null;
  if (published !== null) return await publishedPrintedPlan(db, published, { origin, now });
  const { title, introduction, axes, actions } = content;
  const rows = actions.map(({ id, newsAt, sheet }) => ({
    ...sheet,
    id,
    newsAt: newsAt === null ? null : new Date(newsAt),
    linked: sheet.links.length,
  }));
  return {
    title,
    placeName: plan.placeName,
    introduction,
    adoption: null,
    stage: 'next',
    typed: true,
    today,
    madeAt: now,
    address: origin + planAddress({ id: plan.id, slug: slugOf(title) }),
    overview: overviewOf({ paths: axes.map(({ path }) => path), actions: rows }),
    sheets: await publicSheets(
      db,
      { plan: { place } },
      actions.map(({ sheet }) => sheet),
    ),
  };
}

/** A plan in the hands of its town hall. */
type PlanAtWork = {
  readonly db: Db;
  readonly stores: Stores;
  readonly plan: StoredPlan;
  readonly place: PlaceRef;
  readonly now: Date;
  /** YYYY-MM-DD at the place. */
  readonly today: string;
};

/** Every name and every private action: for the town hall alone. */
export async function workingPrintedPlan(
  work: PlanAtWork,
  { origin }: { readonly origin: string },
): Promise<PrintedPlan> {
  const { stores, plan } = work;
  const [overview, actions] = await Promise.all([
    stores.workingPlans.overview(plan.id),
    stores.workingPlans.actions(plan.id),
  ]);
  const sheets = await workingSheets(work, { actions, axes: overview.axes });
  return { ...workingFrame(work, origin), overview, sheets };
}

/** One sheet of it, at the cost of one. Null: the plan has no such action. */
export async function workingPrintedSheet(
  work: PlanAtWork,
  { action, origin }: { readonly action: number; readonly origin: string },
): Promise<{ readonly plan: PrintedFrame; readonly printed: PrintedSheet } | null> {
  const { stores, plan } = work;
  const [found, axes] = await Promise.all([
    stores.workingPlans.action({ plan: plan.id, action }),
    stores.workingPlans.axes(plan.id),
  ]);
  const [printed] = found === null ? [] : await workingSheets(work, { actions: [found], axes });
  return printed === undefined ? null : { plan: workingFrame(work, origin), printed };
}

function workingFrame({ plan, now, today }: PlanAtWork, origin: string): PrintedFrame {
  return {
    title: plan.title,
    placeName: plan.placeName,
    introduction: plan.introduction,
    adoption: null,
    stage: 'internal',
    typed: true,
    today,
    madeAt: now,
    address: `${origin}/plans/${plan.id}/travail`,
  };
}

async function workingSheets(
  { db, stores, plan, place }: PlanAtWork,
  { actions, axes }: { readonly actions: readonly StoredAction[]; readonly axes: readonly PlanAxis[] },
): Promise<readonly PrintedSheet[]> {
  const directory = await stores.directory.among(
    plan.place,
    actions.flatMap(({ sheet }) => namedIn(sheet)),
  );
  const entries = new Map(directory.map((entry) => [entry.id, { ...entry, isPublic: true }]));
  const shown = publishedActions(
    actions.map((action) => ({
      ...action,
      sheet: { ...action.sheet, visibility: 'public' as const },
      documents: action.documents.map((document) => ({ ...document, visibility: 'public' as const })),
    })),
    { axes, entries },
  );
  const isPrivate = new Set(actions.filter(({ sheet }) => sheet.visibility === 'private').map(({ id }) => id));
  return await withPromises(
    db,
    place,
    shown.map(({ id, sheet }) => ({ sheet, isPrivate: isPrivate.has(id) })),
  );
}

/** One query, for the words of local commitments. */
async function withPromises(
  db: Db,
  place: PlaceRef,
  sheets: readonly { readonly sheet: PublishedSheet; readonly isPrivate: boolean }[],
): Promise<readonly PrintedSheet[]> {
  const links = sheets.flatMap(({ sheet }) => sheet.links);
  const locals = await localWords(
    db,
    links.map(({ item }) => item),
  );
  const called = ({ edition, item }: PublishedLink): string =>
    commitmentLine(place, editionById(edition), { edition, item, local: locals.get(item) ?? null }).label;
  return sheets.map((one) => ({ ...one, promises: one.sheet.links.map(called) }));
}
