/**
 * A plan that was read from a document (PDF, DOCX, ODT, text) comes into a plan to work on as a spreadsheet does: a new plan,
 * or a difference with one that is there, seen before it is written. Each new action carries its passage; nothing typed is
 * guessed from words.
 */
import type { Actor } from '#domain/access/gate.ts';
import type { PlaceCode } from '#domain/shared/place.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import { tidyLine } from '#domain/plan/check-sheet.ts';
import { documentSheet } from '#reading/plan-sheet/document-workbook.ts';
import { enterDraft, type CannotEnter } from '../drafts/enter-draft.ts';
import { decisionsInForce } from '../drafts/see-draft.ts';
import { planFrom, type NotMade } from '../drafts/review/reviewed-draft.ts';
import type { DraftKey, Stores } from '../stores.ts';
import { confirmPlanImport } from './confirm-plan-import.ts';
import { keepPlanImport, mayImport, type MayNotImport } from './open-plan-import.ts';
import { seePlanImport, type CompareSheet } from './see-plan-import.ts';

export type OpenDraftImport = {
  readonly place: PlaceCode;
  /** The plan to update; null: a new one. */
  readonly into: number | null;
  /** Of the new plan; empty or absent: the one of the document. */
  readonly title?: string;
  readonly draft: DraftKey;
  /** `accept` takes doubtful readings as they are; `refuse` waits until somebody decided each of them. */
  readonly doubts: 'refuse' | 'accept';
};

export type CannotImportDraft =
  MayNotImport | CannotEnter | NotMade | { readonly kind: 'unknown-place' } | { readonly kind: 'no-plan-read' };

export async function openDraftImport(
  stores: Stores,
  actor: Actor,
  { place, into, title = '', draft: key, doubts }: OpenDraftImport,
  now: Date,
): Promise<Result<{ readonly id: number }, CannotImportDraft>> {
  const allowed = await mayImport(stores, actor, { place, into });
  if (!allowed.ok) return allowed;
  if (!(await stores.places.exists(place))) return refuse({ kind: 'unknown-place' });
  const reader: Actor = 'token' in key ? { kind: 'draft-holder', token: key.token } : actor;
  const entered = await enterDraft(stores, reader, { act: 'see-draft', key, now, lock: false });
  if (!entered.ok) return entered;
  const { id, reading, choices, filename, sha256 } = entered.value;
  if (reading.kind !== 'plan') return refuse({ kind: 'no-plan-read' });
  const decisions = decisionsInForce(await stores.drafts.decisions(id));
  const made = planFrom({ draft: { reading, choices: { ...choices, place } }, decisions, doubts });
  if (!made.ok) return made;
  const { plan } = made.value;
  const sheet = documentSheet(plan, { isNew: into === null });
  const kept = { ...sheet, place, into, title: tidyLine(title) || plan.title, filename, sha256 };
  return accept({ id: await keepPlanImport(stores, actor, kept, now) });
}

/** A new plan at once, when nothing is asked; `plan` null: the import waits for somebody. The same file is asked about. */
export async function importDraft(
  stores: Stores,
  actor: Actor,
  { compare, ...given }: Omit<OpenDraftImport, 'into'> & { readonly compare: CompareSheet },
  now: Date,
): Promise<Result<{ readonly id: number; readonly plan: number | null }, CannotImportDraft>> {
  const opened = await openDraftImport(stores, actor, { ...given, into: null }, now);
  if (!opened.ok) return opened;
  const { id } = opened.value;
  const seen = await seePlanImport(stores, actor, { id, compare });
  if (!seen.ok) return accept({ id, plan: null });
  const request = { id, version: seen.value.stored.version, changes: null, sameFile: 'refuse', compare } as const;
  const done = await confirmPlanImport(stores, actor, request, now);
  return accept({ id, plan: done.ok ? done.value.plan : null });
}
