import type { PageServerLoad } from './$types';
import { itemsShown, nextItemToReview } from '#server/storage/bulk-entry-pages.ts';
import { countsShown, stateAsked } from '#ui/bulk-entry/counts.ts';
import { itemLine } from '#ui/bulk-entry/item-line.ts';
import * as words from '#ui/messages/bulk-entry.fr.ts';
import { enterEntry } from '../entry.ts';

const PAGE = 50;

export const load: PageServerLoad = async (event) => {
  const { db, entry, now } = await enterEntry(event);
  const { searchParams } = event.url;
  const state = stateAsked(searchParams.get('etat'));
  const after = Number(/^\d{1,6}$/.exec(searchParams.get('apres') ?? '')?.[0] ?? 0);
  const home = `/equipe/saisies/${entry.id}`;
  const [{ items, next }, waits] = await Promise.all([
    itemsShown(db, { entry: entry.id, state, after, limit: PAGE, now }),
    nextItemToReview(db, { entry: entry.id, after: 0, now }),
  ]);
  const filter = state === null ? '' : `etat=${words.STATE_SEGMENT[state]}&`;
  return {
    home,
    title: entry.filename,
    line: words.entryLine(entry),
    expiry: words.expiry(entry.expiresAt, entry.forgottenAt),
    total: entry.items,
    state,
    counts: countsShown(entry),
    underWay: (entry.counts.waiting ?? 0) + (entry.counts.reading ?? 0) > 0,
    unused:
      entry.said.table === null || entry.said.table.unused.length === 0
        ? null
        : words.unusedHeaders(entry.said.table.unused),
    leftOut: entry.said.leftOut.map(words.leftOutLine),
    items: items.map((item) => itemLine(item, home)),
    next: next === null ? null : `${home}?${filter}apres=${next}`,
    first: waits === null ? null : `${home}/${waits}`,
    published: searchParams.has('publie'),
  };
};
