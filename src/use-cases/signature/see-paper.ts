/** Looking at the papers of a text: both sides and the national team, and everybody once both sides chose so. */
import { pass, type Actor } from '#domain/access/gate.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { Paper } from '#domain/signature/paper.ts';
import { SIDES } from '#domain/signature/side.ts';
import type { KeptFile, Stores } from '../stores.ts';
import { actorName, enterSigning, type CannotEnterSigning, type EnteredSigning } from './enter-signing.ts';

export type SeenPapers = { readonly entered: EnteredSigning; readonly papers: readonly Paper[] };

export async function seePapers(
  stores: Stores,
  actor: Actor,
  request: { readonly code: string },
  now: Date,
): Promise<Result<SeenPapers, CannotEnterSigning>> {
  const key = { code: request.code };
  const inside = await enterSigning(stores, actor, { act: 'see-paper', key, now, lock: false });
  const entered = inside.ok ? inside : await enterSigning(stores, actor, { act: 'see-signing', key, now, lock: false });
  if (!entered.ok) return entered;
  const { signing } = entered.value;
  const shown = await stores.signing.papers.scansShownBy(signing.id);
  if (!inside.ok && !SIDES.every((side) => shown.includes(side))) return refuse(inside.refusal);
  const papers = await stores.signing.papers.of(signing.id);
  // Of a paper that was set aside, or that nobody confirmed, the public sees nothing.
  return accept({
    entered: entered.value,
    papers: inside.ok ? papers : papers.filter(({ confirmedAt }) => confirmedAt !== null),
  });
}

export type PaperFile =
  /** `jpeg`: what is shown of a picture. */
  { readonly kind: 'picture'; readonly jpeg: Uint8Array } | { readonly kind: 'document'; readonly file: KeptFile };

/** What is shown of one page. */
export async function seePaperPage(
  stores: Stores,
  actor: Actor,
  request: { readonly code: string; readonly paper: number; readonly page: number },
  now: Date,
): Promise<Result<PaperFile, CannotEnterSigning | { readonly kind: 'unknown-paper' }>> {
  const seen = await seePapers(stores, actor, request, now);
  if (!seen.ok) return seen;
  const paper = seen.value.papers.find(({ id }) => id === request.paper);
  const page = paper?.pages.find(({ ordinal }) => ordinal === request.page);
  if (paper === undefined || page === undefined) return refuse({ kind: 'unknown-paper' });
  if (page.shown !== null) {
    const jpeg = await stores.signing.papers.shownPage(paper.id, page.ordinal);
    return jpeg === null ? refuse({ kind: 'unknown-paper' }) : accept({ kind: 'picture', jpeg });
  }
  const file = await stores.documents.fetch(page.document);
  return file === null ? refuse({ kind: 'unknown-paper' }) : accept({ kind: 'document', file });
}

/** A side chooses to show the scans to everybody, or takes its choice back; they are shown when both chose so. */
export async function showScans(
  stores: Stores,
  actor: Actor,
  request: { readonly code: string; readonly show: boolean },
  now: Date,
): Promise<Result<null, CannotEnterSigning>> {
  return await stores.together<null, CannotEnterSigning>(async (all) => {
    const entered = await enterSigning(all, actor, { act: 'show-paper', key: { code: request.code }, now, lock: true });
    if (!entered.ok) return entered;
    const { signing, role, sides } = entered.value;
    for (const side of sides) {
      if (request.show) await all.signing.papers.showScans(signing.id, { side, at: now });
      else await all.signing.papers.hideScans(signing.id, side);
    }
    await all.journal.append({
      at: now,
      act: request.show ? 'show-paper' : 'hide-paper',
      actor: role,
      subject: { kind: 'agreed-text', id: signing.id },
      says: { by: actorName(actor, null), sides },
    });
    return accept(null);
  });
}

/** Whether an actor stands on a side of this text, or is of the national team. */
export function isInside(actor: Actor, entered: EnteredSigning): boolean {
  return entered.sides.length > 0 || pass(actor, { act: 'settle-contest', state: entered.state }).ok;
}
