/**
 * Versions that a town hall published: frozen in `plan_version`, and the last one written where everybody reads, under the
 * same numbers. What a document said of an action (its passages, its labels) stays beside what the town hall says.
 */
import { sql } from 'kysely';
import type { PlanVersionContent, VersionAction } from '#domain/plan/plan-version.ts';
import type { PublishedSheet } from '#domain/plan/published-sheet.ts';
import type { Adoption, StoredVersion } from '#domain/plan/plan-version.ts';
import type { StoredPlan } from '#domain/plan/working-plan.ts';
import { forgetLooseLinks } from './action-commitments.ts';
import { publishNewsOf } from './action-news.ts';
import type { Db } from './connection.ts';
import { planDigest } from './digests.ts';
import { codeOf } from '#domain/shared/place.ts';
import { placeColumns } from './places.ts';
import { publishLinks } from './working-links.ts';
import { tallied } from './tallies.ts';

export type NewVersion = {
  readonly plan: StoredPlan;
  readonly content: PlanVersionContent;
  readonly text: string;
  readonly sha256: string;
  readonly note: string;
  /** Of leads, that everybody reads from now on. */
  readonly news: readonly number[];
  readonly by: string;
  readonly at: Date;
};

/** Call under the lock of the working plan. */
export async function publishVersion(db: Db, given: NewVersion): Promise<{ readonly digest: string }> {
  const { plan, content, text, sha256, note, news, by, at } = given;
  const counted = { places: [codeOf(plan.place)], at, touching: ['plans', 'actions'] } as const;
  await tallied(db, counted, () => writePlanRow(db, given));
  await writeAxes(db, content);
  await writeActions(db, content);
  await publishNewsOf(db, news, at);
  await db
    .insertInto('planVersion')
    .values({
      planId: plan.id,
      number: content.number,
      publishedAt: at,
      publishedBy: by,
      note,
      changes: plan.changes,
      content: text,
      sha256,
      adoptedOn: null,
      deliberation: null,
      deliberationDocumentId: null,
    })
    .execute();
  return { digest: await digestThere(db, plan.id) };
}

async function writePlanRow(db: Db, { plan, content, at }: NewVersion): Promise<void> {
  const words = {
    title: content.title,
    introduction: content.introduction,
    version: content.number,
    // Another version is not adopted because the one before was.
    adoptedOn: null,
    deliberation: null,
    axisCount: content.axes.filter(({ path }) => path.length === 1).length,
    actionCount: content.actions.length,
  };
  const there = await db.selectFrom('plan').select('id').where('id', '=', plan.id).executeTakeFirst();
  if (there !== undefined) {
    await db.updateTable('plan').set(words).where('id', '=', plan.id).execute();
    return;
  }
  await db
    .insertInto('plan')
    .values({
      id: plan.id,
      ...placeColumns(plan.place),
      ...words,
      councilDate: null,
      councilItem: null,
      councilRapporteur: null,
      councilDecision: null,
      documentId: null,
      readAt: at,
      readerVersion: null,
      reviewedAt: null,
      reviewedBy: null,
      publishedAt: at,
    })
    .execute();
}

async function writeAxes(db: Db, { plan, axes }: PlanVersionContent): Promise<void> {
  await db.deleteFrom('axis').where('planId', '=', plan).execute();
  const tops = axes.flatMap(({ path }) => (path.length === 1 ? path : []));
  if (tops.length === 0) return;
  await db
    .insertInto('axis')
    .values(
      tops.map(({ number, title }, index) => ({
        planId: plan,
        ordinal: index + 1,
        number,
        title,
        subAxes: JSON.stringify(
          axes.flatMap(({ path }) =>
            path.length === 2 && path[0]?.number === number ? [{ title: path[1]?.title ?? '' }] : [],
          ),
        ),
      })),
    )
    .execute();
}

/** What a document said, by action: it is not the town hall's to change. */
type Read = Awaited<ReturnType<typeof readBefore>>[number];

async function readBefore(db: Db, plan: number) {
  return await db
    .selectFrom('action')
    .select(['id', 'printedNumber', 'labels', 'amounts', 'dates', 'relatedActions', 'quotations'])
    .where('planId', '=', plan)
    .execute();
}

/** A statement of PostgreSQL takes 65,535 values. */
const ROWS = 1000;

async function writeActions(db: Db, { plan, actions }: PlanVersionContent): Promise<void> {
  const before = await readBefore(db, plan);
  await db.deleteFrom('action').where('planId', '=', plan).execute();
  const read = new Map(before.map((row) => [row.id, row]));
  const rows = actions.map((action, index) =>
    actionRow(action, { plan, ordinal: index + 1, read: read.get(action.id) }),
  );
  for (let from = 0; from < rows.length; from += ROWS) {
    await db
      .insertInto('action')
      .values(rows.slice(from, from + ROWS))
      .execute();
  }
  await forgetLooseLinks(db, before);
  await publishLinks(db, plan);
}

function actionRow(
  { id, newsAt, sheet }: VersionAction,
  { plan, ordinal, read }: { readonly plan: number; readonly ordinal: number; readonly read: Read | undefined },
) {
  const { number, title, axisPath, texts, status, blocked, priority, startsOn, endsOn, participation } = sheet;
  const { context, description, objectives, means, calendar, method, indicators } = texts;
  const fields = { context, description, objectives, leads: leadsOf(sheet), means, calendar, method, indicators };
  return {
    id,
    planId: plan,
    ordinal,
    number,
    printedNumber: read?.printedNumber ?? number,
    title,
    axis: axisPath[0]?.number ?? null,
    subAxis: axisPath[1]?.title ?? null,
    labels: read?.labels ?? [],
    calendar,
    fields: JSON.stringify(fields),
    amounts: JSON.stringify(read?.amounts ?? []),
    dates: JSON.stringify(read?.dates ?? []),
    relatedActions: read?.relatedActions ?? [],
    quotations: JSON.stringify(read?.quotations ?? []),
    status,
    blocked: blocked === null ? null : JSON.stringify(blocked),
    priority,
    startsOn,
    endsOn,
    participation,
    newsAt: newsAt === null ? null : new Date(newsAt),
    sheet: JSON.stringify(sheet),
  };
}

/** Names that may be shown; else what the document says. */
function leadsOf({ roles, asWritten }: PublishedSheet): string | null {
  const names = roles.lead.flatMap((lead) => (lead.kind === 'someone' ? [] : [lead.name]));
  return names.length > 0 ? names.join(', ') : (asWritten?.leads ?? null);
}

const VERSION = [
  'number',
  'publishedAt',
  'publishedBy',
  'note',
  'sha256',
  'adoptedOn',
  'deliberation',
  'deliberationDocumentId',
] as const;

/** Newest first. */
export async function versionsOf(db: Db, plan: number): Promise<readonly StoredVersion[]> {
  const rows = await db
    .selectFrom('planVersion')
    .select(VERSION)
    .where('planId', '=', plan)
    .orderBy('number', 'desc')
    .execute();
  return rows.map(({ adoptedOn, deliberation, deliberationDocumentId, ...row }) => ({
    ...row,
    adoption:
      adoptedOn === null ? null : { adoptedOn, deliberation: deliberation ?? '', document: deliberationDocumentId },
  }));
}

/** Character for character as it was kept; null: there is no such version. */
export async function versionText(db: Db, plan: number, number: number): Promise<string | null> {
  const row = await db
    .selectFrom('planVersion')
    .select(sql<string>`content::text`.as('text'))
    .where('planId', '=', plan)
    .where('number', '=', number)
    .executeTakeFirst();
  return row?.text ?? null;
}

/** `title`: as the action shows it. */
/** Nothing but `publishVersion` writes there. */
export async function versionContentOf(db: Db, plan: number, number: number): Promise<PlanVersionContent | null> {
  const text = await versionText(db, plan, number);
  return text === null ? null : (JSON.parse(text) as PlanVersionContent);
}

export async function adoptVersion(
  db: Db,
  plan: number,
  number: number,
  { adoptedOn, deliberation, document }: Adoption,
): Promise<{ readonly digest: string } | null> {
  const { numUpdatedRows } = await db
    .updateTable('planVersion')
    .set({ adoptedOn, deliberation, deliberationDocumentId: document })
    .where('planId', '=', plan)
    .where('number', '=', number)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return null;
  await db
    .updateTable('plan')
    .set({ adoptedOn, deliberation })
    .where('id', '=', plan)
    .where('version', '=', number)
    .execute();
  return { digest: await digestThere(db, plan) };
}

async function digestThere(db: Db, plan: number): Promise<string> {
  const digest = await planDigest(db, plan);
  if (digest === null) throw new Error(`plan ${plan}: what was just published is not there`);
  return digest;
}
