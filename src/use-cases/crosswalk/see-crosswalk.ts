/** The workroom of the national team: lines that wait, or of which somebody decided. Nobody else sees what a machine proposes. */
import { pass, type Actor, type NotAllowed } from '#domain/access/gate.ts';
import type { CrosswalkLink, LinkState } from '#domain/crosswalk/crosswalk-link.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { Stores } from '../stores.ts';
import type { QueuePage } from './crosswalk-store.ts';

export type SeenQueue = {
  readonly links: readonly CrosswalkLink[];
  readonly next: QueuePage['after'] | null;
  readonly counts: Readonly<Record<LinkState, number>>;
};

export async function seeCrosswalk(
  stores: Stores,
  actor: Actor,
  page: QueuePage,
): Promise<Result<SeenQueue, NotAllowed>> {
  const passed = pass(actor, { act: 'see-crosswalk', state: 'none' });
  if (!passed.ok) return passed;
  const [queue, counts] = [await stores.crosswalk.queue(page), await stores.crosswalk.counts()];
  return accept({ ...queue, counts });
}

export async function seeLink(
  stores: Stores,
  actor: Actor,
  { link: id }: { readonly link: number },
): Promise<Result<CrosswalkLink, NotAllowed | { readonly kind: 'unknown-link' }>> {
  const passed = pass(actor, { act: 'see-crosswalk', state: 'none' });
  if (!passed.ok) return passed;
  const link = await stores.crosswalk.find(id);
  return link === null ? refuse({ kind: 'unknown-link' }) : accept(link);
}
