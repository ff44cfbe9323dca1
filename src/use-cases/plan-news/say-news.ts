/**
 * What a lead says of one of their actions, by their link: a status, a sentence, a photograph or a document, or that nothing is new.
 * It lands on the sheet that the town hall works on. The same form sent twice says nothing more; where somebody else changed the
 * status meanwhile, nothing is written and both are told.
 */
import { createHash } from 'node:crypto';
import type { Actor } from '#domain/access/gate.ts';
import { LONGEST_NEWS } from '#domain/plan/action-news.ts';
import type { ActionStatus } from '#domain/plan/action-sheet.ts';
import { planState } from '#domain/plan/plan-state.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import { writePatch, type ActionEditedMeanwhile } from '../plans/write-patches.ts';
import type { CannotWriteAction } from '../plans/add-action.ts';
import { SCAN_BYTES_LIMIT, type BadScan, type ScanMachine } from '../signature/add-paper-page.ts';
import type { StoredAction } from '../plans/working-plan-store.ts';
import type { Stores } from '../stores.ts';
import { enterNews, type CannotEnterNews } from './enter-news.ts';
import { showAtOnce } from './show-at-once.ts';

export type SayNews = {
  readonly action: number;
  /** The version that the person had before their eyes. */
  readonly version: number;
  /** Null: left as it is. */
  readonly status: ActionStatus | null;
  readonly blocked: { readonly why: string; readonly unblocks: string } | null;
  readonly words: string;
  readonly file: { readonly filename: string; readonly bytes: Uint8Array } | null;
  readonly nothingNew: boolean;
  /** Random, made with the form: with what is said, it tells a form sent twice from another one. */
  readonly sending: string;
};

export type CannotSayNews =
  | CannotEnterNews
  | BadScan
  | CannotWriteAction
  | ActionEditedMeanwhile
  | { readonly kind: 'unknown-action' | 'nothing-said' | 'blocked-without-why' }
  | { readonly kind: 'news-too-long'; readonly limit: number };

type Said = { readonly already: boolean };

/** `prepare` runs before anything is locked: turning a picture upright takes a second. */
export async function sayNews(
  stores: Stores,
  actor: Actor,
  request: SayNews,
  { now, prepare }: { readonly now: Date; readonly prepare: ScanMachine },
): Promise<Result<Said, CannotSayNews>> {
  const first = await enterNews(stores, actor, { now });
  if (!first.ok) return first;
  const words = request.words.normalize('NFC').replace(/\r\n?/g, '\n').trim();
  const sending = sendingOf(request, words);
  const wrong = faultOf(request, words);
  if (wrong !== null) return refuse(wrong);
  const scan = request.file === null ? null : await prepare(request.file.bytes);
  if (scan !== null && !scan.ok) return scan;

  return await stores.together<Said, CannotSayNews>(async (all) => {
    const entered = await enterNews(all, actor, { now });
    if (!entered.ok) return entered;
    const { lead, actions } = entered.value;
    const theirs = actions.find(({ id }) => id === request.action);
    if (theirs === undefined) return refuse({ kind: 'unknown-action' });
    // One at a time: two phones answer for one service.
    const plan = await all.workingPlans.lock(theirs.plan);
    const action = await all.workingPlans.action({ plan: theirs.plan, action: theirs.id });
    if (plan === null || action === null) return refuse({ kind: 'unknown-action' });
    const key = { action: action.id, sending };
    if (await all.news.said(key)) return accept({ already: true });
    const by = `directory-entry ${lead.entry}`;
    const status = request.nothingNew ? null : request.status;
    const events = [];
    if (status !== null) {
      const state = planState({ archived: plan.archived, versions: plan.published?.number ?? 0 });
      const blocked = status === 'blocked' ? request.blocked : null;
      const change = { action, version: request.version, patch: { status, blocked } };
      const written = await writePatch(all, { plan, state, role: 'lead', by }, { change, act: 'say-news', at: now });
      if (!written.ok) return written;
      events.push(...written.value.events);
    }
    const document = await keepFile(all, { request, scan: scan?.ok === true ? scan.value : null, action, by }, now);
    const news = await all.news.say({
      ...key,
      entry: lead.entry,
      at: now,
      kind: request.nothingNew ? 'nothing-new' : 'news',
      status,
      words,
      document,
      photo: scan?.ok === true && scan.value.shown !== null,
    });
    if (news === null) return accept({ already: true });
    await all.news.refresh(action.id, now);
    await all.news.answered({ entry: lead.entry, actions: [action.id] }, now);
    await showAtOnce(all, { plan, news: { id: news, words } }, now);
    await all.workingPlans.touched(plan.id, 'actions');
    const subject = { kind: 'action', id: action.id } as const;
    const says = { by, plan: plan.id, news, kind: request.nothingNew ? 'nothing-new' : 'news' };
    await all.journal.appendAll([...events, { at: now, act: 'tell-news', actor: 'lead', subject, says }]);
    return accept({ already: false });
  });
}

/** Other words said with the same form, after going back to it, are another news. */
function sendingOf({ sending, status, blocked, file, nothingNew }: SayNews, words: string): string {
  const bytes = file === null ? null : createHash('sha256').update(file.bytes).digest('hex');
  const said = JSON.stringify([sending, status, blocked, words, bytes, nothingNew]);
  return createHash('sha256').update(said, 'utf8').digest('hex');
}

function faultOf({ nothingNew, status, blocked, file }: SayNews, words: string): CannotSayNews | null {
  if (words.length > LONGEST_NEWS) return { kind: 'news-too-long', limit: LONGEST_NEWS };
  if (nothingNew) return null;
  if (status === null && words === '' && file === null) return { kind: 'nothing-said' };
  if (status === 'blocked' && (blocked === null || blocked.why.trim() === '' || blocked.unblocks.trim() === '')) {
    return { kind: 'blocked-without-why' };
  }
  if (file !== null && file.bytes.length === 0) return { kind: 'empty-file' };
  if (file !== null && file.bytes.length > SCAN_BYTES_LIMIT) {
    return { kind: 'file-too-large', limitInBytes: SCAN_BYTES_LIMIT };
  }
  return null;
}

type Prepared = { readonly mediaType: string; readonly shown: { readonly bytes: Uint8Array } | null };

/** Of a photograph only what is shown is kept: where, when and with what it was taken is nobody's business. */
async function keepFile(
  all: Stores,
  given: {
    readonly request: SayNews;
    readonly scan: Prepared | null;
    readonly action: StoredAction;
    readonly by: string;
  },
  now: Date,
): Promise<number | null> {
  const { request, scan, action, by } = given;
  if (request.file === null || scan === null) return null;
  const { bytes, filename } = request.file;
  const kept = await all.documents.keep({
    bytes: scan.shown?.bytes ?? bytes,
    filename: scan.shown === null ? filename : 'photo.jpg',
    mediaType: scan.shown === null ? scan.mediaType : 'image/jpeg',
    source: { url: null, description: null, publishedOn: null },
    receivedAt: now,
  });
  if (!action.documents.some(({ document }) => document === kept.id)) {
    // Private: the town hall looks at it before everybody does.
    const title = scan.shown === null ? titleOf(filename) : 'Photo';
    await all.workingPlans.addDocument({
      action: action.id,
      document: kept.id,
      title,
      visibility: 'private',
      by,
      at: now,
    });
  }
  return kept.id;
}

function titleOf(filename: string): string {
  return (
    filename
      .replace(/\.[a-z0-9]{1,5}$/i, '')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, 300) || 'Document'
  );
}
