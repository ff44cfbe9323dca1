/** Plans ready to be printed: as everybody reads them, and as the town hall works on them. */
import type { PublishedLink, PublishedSheet } from '#domain/plan/published-sheet.ts';
import { publishedActions } from '#domain/plan/publish-sheet.ts';
import { dayIn, zoneOf } from '#domain/shared/local-day.ts';
import type { PrintedFrame, PrintedPlan, PrintedSheet } from '#publishing/plan/printed-plan.ts';
import { planAddress } from '#ui/addresses.ts';
import { commitmentLine } from '#ui/commitments/commitment-line.ts';
import type { Stores } from '#use-cases/stores.ts';
import type { StoredPlan } from '#use-cases/plans/working-plan-store.ts';
import { editionById } from './charters.ts';
import type { Db } from './storage/connection.ts';
import { localWords } from './storage/local-words.ts';
import { placeFacts, placeRef, type PlaceRef } from './storage/places.ts';
import { publishedOverview, type PublishedPlan } from './storage/published-overview.ts';
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
  { plan, version, introduction, adoptedOn, deliberation, zone }: PublishedPlan,
  { origin, now }: Making,
): PrintedFrame {
  return {
    title: plan.title,
    placeName: plan.place.name,
    introduction,
    adoption: adoptedOn === null ? null : { on: adoptedOn, deliberation },
    isWorking: false,
    typed: version !== null,
    today: dayIn(now, zone),
    // What is printed changes with what is published and with the day: the same bytes until then.
    madeAt: plan.publishedAt,
    address: origin + planAddress(plan),
  };
}

async function publicSheets(
  db: Db,
  { plan }: PublishedPlan,
  sheets: readonly PublishedSheet[],
): Promise<readonly PrintedSheet[]> {
  return await withPromises(
    db,
    plan.place,
    sheets.map((sheet) => ({ sheet, isPrivate: false })),
  );
}

/** Every name and every private action: for the town hall alone. */
export async function workingPrintedPlan(
  { db, stores }: { readonly db: Db; readonly stores: Stores },
  plan: StoredPlan,
  { origin, now }: Making,
): Promise<PrintedPlan> {
  const [overview, actions, directory, place, facts] = await Promise.all([
    stores.workingPlans.overview(plan.id),
    stores.workingPlans.actions(plan.id),
    stores.directory.of(plan.place),
    placeRef(db, plan.place),
    placeFacts(db, plan.place),
  ]);
  if (place === null) throw new Error(`plan ${plan.id} has no place`);
  const entries = new Map(directory.map((entry) => [entry.id, { ...entry, isPublic: true }]));
  const shown = publishedActions(
    actions.map((action) => ({
      ...action,
      sheet: { ...action.sheet, visibility: 'public' as const },
      documents: action.documents.map((document) => ({ ...document, visibility: 'public' as const })),
    })),
    { axes: overview.axes, entries },
  );
  const isPrivate = new Set(actions.filter(({ sheet }) => sheet.visibility === 'private').map(({ id }) => id));
  return {
    title: plan.title,
    placeName: plan.placeName,
    introduction: plan.introduction,
    adoption: null,
    isWorking: true,
    typed: true,
    today: dayIn(now, facts?.zone ?? zoneOf('')),
    madeAt: now,
    address: `${origin}/plans/${plan.id}/travail`,
    overview,
    sheets: await withPromises(
      db,
      place,
      shown.map(({ id, sheet }) => ({ sheet, isPrivate: isPrivate.has(id) })),
    ),
  };
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
