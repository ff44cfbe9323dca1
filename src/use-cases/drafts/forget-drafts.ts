/** Drafts end: their holder throws them away, or their time is over. Nothing of them stays, not even in the journal's words. */
import type { Actor } from '#domain/access/gate.ts';
import { accept, type Result } from '#domain/shared/result.ts';
import type { DraftKey, StoredDraft, Stores } from '../stores.ts';
import { enterDraft, type CannotEnter } from './enter-draft.ts';

/** The holder, or the operator, throws an unpublished draft away. */
export async function discardDraft(
  stores: Stores,
  actor: Actor,
  { draft }: { readonly draft: DraftKey },
  now: Date,
): Promise<Result<null, CannotEnter>> {
  return await stores.together(async (all) => {
    const entered = await enterDraft(all, actor, { act: 'discard-draft', key: draft, now, lock: true });
    if (!entered.ok) return entered;
    await forget(all, entered.value, { act: 'discard-draft', actor, now });
    return accept(null);
  });
}

export type Forgotten = { readonly drafts: number; readonly files: number };

/** One transaction for each draft, so that a stop in the middle leaves whole drafts. */
export async function forgetExpiredDrafts(
  stores: Stores,
  actor: Actor,
  request: Readonly<Record<string, never>>,
  now: Date,
): Promise<Result<Forgotten, CannotEnter>> {
  void request;
  let drafts = 0;
  let files = 0;
  for (;;) {
    const expired = await stores.drafts.expired({ now, limit: 100 });
    if (expired.length === 0) return accept({ drafts, files });
    for (const id of expired) {
      const done = await stores.together(async (all): Promise<Result<{ file: boolean }, CannotEnter>> => {
        const entered = await enterDraft(all, actor, { act: 'forget-expired', key: { id }, now, lock: true });
        if (!entered.ok) return entered;
        return accept({ file: await forget(all, entered.value, { act: 'forget-expired', actor, now }) });
      });
      if (done.ok) {
        drafts += 1;
        files += done.value.file ? 1 : 0;
      } else if (done.refusal.kind !== 'unknown-draft') return done;
      // unknown-draft: another cleanup took it first.
    }
  }
}

type Farewell = { readonly act: 'discard-draft' | 'forget-expired'; readonly actor: Actor; readonly now: Date };

/** Says whether its file went away too. */
async function forget(stores: Stores, draft: StoredDraft, { act, actor, now }: Farewell): Promise<boolean> {
  await stores.drafts.delete(draft.id);
  const file = await stores.documents.forgetUnused(draft.document);
  const subject = { kind: 'draft', id: draft.id } as const;
  await stores.journal.eraseWordsAbout(subject, now);
  await stores.journal.append({ at: now, act, actor: actor.kind, subject, says: { file } });
  return file;
}
