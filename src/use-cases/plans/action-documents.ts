/** Files kept with an action: shown in the next published version when they are public, never when they are private. */
import type { Actor } from '#domain/access/gate.ts';
import { tidyLine } from '#domain/plan/check-sheet.ts';
import type { Json } from '#domain/shared/canonical-json.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { Stores } from '../stores.ts';
import { enterPlan, type CannotEnterPlan } from './enter-plan.ts';
import type { StoredAction } from './working-plan-store.ts';

export type CannotChangeDocuments =
  | CannotEnterPlan
  | { readonly kind: 'unknown-action' }
  | { readonly kind: 'unknown-document' }
  | { readonly kind: 'document-title-missing' }
  | { readonly kind: 'document-title-too-long'; readonly most: number };

type OfAction = { readonly plan: number; readonly action: number };
type Said = { readonly title: string; readonly visibility: 'public' | 'private' };

/** `bytes` were already looked at: what kind of file it is, and that it is safe to keep. */
export type AddDocument = OfAction &
  Said & { readonly bytes: Uint8Array; readonly filename: string; readonly mediaType: string };

export async function addDocument(
  stores: Stores,
  actor: Actor,
  request: AddDocument,
  now: Date,
): Promise<Result<{ readonly id: number; readonly document: number }, CannotChangeDocuments>> {
  const { bytes, filename, mediaType, visibility } = request;
  return await inAction(stores, { actor, ...request, now, act: 'add-document' }, async (all, by, action) => {
    const title = readTitle(request.title || filename);
    if (!title.ok) return title;
    const source = { url: null, description: null, publishedOn: null };
    const kept = await all.documents.keep({ bytes, filename, mediaType, source, receivedAt: now });
    const added = { action: action.id, document: kept.id, title: title.value, visibility, by, at: now };
    const id = await all.workingPlans.addDocument(added);
    // The same file twice is one, under its last title.
    const before = action.documents.find((known) => known.id === id)?.title ?? null;
    const changes = { 'document.title': { before, after: title.value } };
    const says = { document: id, sha256: kept.sha256, title: title.value, visibility, changes };
    return accept({ value: { id, document: kept.id }, says });
  });
}

/** Its title, who may see it; the file itself stays what it is. Nothing is told when nothing changes. */
export async function changeDocument(
  stores: Stores,
  actor: Actor,
  request: OfAction & Said & { readonly document: number },
  now: Date,
): Promise<Result<{ readonly changed: boolean }, CannotChangeDocuments>> {
  const { document: id, visibility } = request;
  const task = { actor, ...request, now, act: 'change-document' };
  return await inAction<{ readonly changed: boolean }>(stores, task, async (all, _, action) => {
    const known = action.documents.find((one) => one.id === id);
    if (known === undefined) return refuse({ kind: 'unknown-document' });
    const title = readTitle(request.title);
    if (!title.ok) return title;
    const words = { title: title.value, visibility };
    const changes = {
      ...(words.title !== known.title && { 'document.title': { before: known.title, after: words.title } }),
      ...(visibility !== known.visibility && {
        'document.visibility': { before: known.visibility, after: visibility },
      }),
    };
    if (Object.keys(changes).length === 0) return accept({ value: { changed: false }, says: null });
    await all.workingPlans.changeDocument({ action: action.id, id }, words);
    return accept({ value: { changed: true }, says: { document: id, ...words, changes } });
  });
}

export async function removeDocument(
  stores: Stores,
  actor: Actor,
  request: OfAction & { readonly document: number },
  now: Date,
): Promise<Result<null, CannotChangeDocuments>> {
  const { document: id } = request;
  return await inAction(stores, { actor, ...request, now, act: 'remove-document' }, async (all, _, action) => {
    const known = action.documents.find((one) => one.id === id);
    const file = await all.workingPlans.removeDocument({ action: action.id, id });
    if (known === undefined || file === null) return refuse({ kind: 'unknown-document' });
    await all.documents.forgetUnused(file);
    const changes = { 'document.title': { before: known.title, after: null } };
    return accept({ value: null, says: { document: id, changes } });
  });
}

function readTitle(typed: string): Result<string, CannotChangeDocuments> {
  const title = tidyLine(typed);
  if (title === '') return refuse({ kind: 'document-title-missing' });
  return [...title].length > 300 ? refuse({ kind: 'document-title-too-long', most: 300 }) : accept(title);
}

/** `says` null: nothing changed. */
type Done<Value> = { readonly value: Value; readonly says: Readonly<Record<string, Json>> | null };

async function inAction<Value>(
  stores: Stores,
  { actor, plan, action, now, act }: OfAction & { readonly actor: Actor; readonly now: Date; readonly act: string },
  work: (all: Stores, by: string, action: StoredAction) => Promise<Result<Done<Value>, CannotChangeDocuments>>,
): Promise<Result<Value, CannotChangeDocuments>> {
  return await stores.together(async (all): Promise<Result<Value, CannotChangeDocuments>> => {
    const entered = await enterPlan(all, actor, { act: 'change-actions', plan, lock: true });
    if (!entered.ok) return entered;
    const found = await all.workingPlans.action({ plan, action });
    if (found === null) return refuse({ kind: 'unknown-action' });
    const { role, by } = entered.value;
    const done = await work(all, by, found);
    if (!done.ok) return done;
    if (done.value.says === null) return accept(done.value.value);
    await all.workingPlans.touched(plan, 'actions');
    const subject = { kind: 'action', id: action } as const;
    await all.journal.append({ at: now, act, actor: role, subject, says: { by, plan, ...done.value.says } });
    return accept(done.value.value);
  });
}
