/**
 * Who reviewed an item publishes its pact, as any draft is published (../drafts/publish-draft.ts), and says which list signed:
 * the one that the line names, when one kept list is exactly that; else the person is asked. All of it, or nothing.
 */
import type { Actor } from '#domain/access/gate.ts';
import type { CandidateList } from '#domain/campaign/candidate-list.ts';
import { nameKey } from '#domain/campaign/name-key.ts';
import { holds } from '#domain/bulk-entry/entry-item.ts';
import type { Decision } from '#domain/pact/decision.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { Reading } from '#reading/contract.ts';
import { linkPactToList, type CannotLinkPact } from '../campaign/link-pact.ts';
import { publishDraft, type CannotPublish } from '../drafts/publish-draft.ts';
import { sentOnce, type Sent } from '../sent-once.ts';
import type { StoredDraft, Stores } from '../stores.ts';
import type { EntryItem, ItemKey } from './bulk-entry-store.ts';
import { enterItem, recordOfItem, type CannotEnterItem, type ClaimedByAnother } from './enter-item.ts';

export type PublishItem = ItemKey &
  Sent & {
    /** `as-said`: the one that the line names. `none`: none of the lists that are kept. */
    readonly list: number | 'none' | 'as-said';
  };

export type CannotPublishItem =
  | CannotEnterItem
  | ClaimedByAnother
  /** Who publishes has reviewed: the item is taken first. */
  | { readonly kind: 'not-claimed' }
  | { readonly kind: 'draft-gone' }
  /** No kept list of the commune is exactly the one of the line: say which. */
  | { readonly kind: 'list-asked' }
  | CannotLinkPact
  | CannotPublish;

export type ItemPublished = { readonly pact: number; readonly list: number | null };

export async function publishItem(
  stores: Stores,
  actor: Actor,
  request: PublishItem,
  now: Date,
): Promise<Result<ItemPublished, CannotPublishItem>> {
  const once = { actor, act: 'publish-entry-item', request, now } as const;
  return await sentOnce<ItemPublished, CannotPublishItem>(stores, once, async (all) => {
    const entered = await enterItem(all, actor, { act: 'publish-entry-item', key: request });
    if (!entered.ok) return entered;
    const { item, by } = entered.value;
    if (item.claim !== null && item.claim.by !== by && holds(item.claim, now)) {
      return refuse({ kind: 'claimed-by-another', claim: item.claim });
    }
    if (item.claim?.by !== by) return refuse({ kind: 'not-claimed' });
    const draft = item.draft === null ? null : await all.drafts.find({ id: item.draft });
    if (draft === null) return refuse({ kind: 'draft-gone' });
    const lists = await listsFor(all, draft);
    const decided = (await all.drafts.decisions(draft.id)).find(({ proposal }) => proposal === 'signatory');
    const named = listNamed(draft.reading, decided?.decision ?? null);
    const list = request.list === 'as-said' ? exactList(lists, { said: item.said, named }) : request.list;
    if (list === null && lists.length > 0) return refuse({ kind: 'list-asked' });

    const published = await publishDraft(
      all,
      actor,
      { draft: { id: draft.id }, doubts: 'refuse', reviewed: true },
      now,
    );
    if (!published.ok) return published;
    const pact = published.value.id;
    const linked = typeof list === 'number' ? list : null;
    if (linked !== null) {
      const done = await linkPactToList(all, actor, { pact, list: linked }, now);
      if (!done.ok) return done;
    }
    await all.bulkEntries.change(item.id, { state: 'published', pact, claim: null });
    await recordOfItem(all, entered.value, { act: 'publish-entry-item', says: { pact, list: linked }, at: now });
    return accept({ pact, list: linked });
  });
}

/** Lists that stood in the place of a draft for the election that opened its term, by-elections of that term left out. */
export async function listsFor(
  stores: Pick<Stores, 'campaign' | 'editions'>,
  { choices }: Pick<StoredDraft, 'choices'>,
): Promise<readonly CandidateList[]> {
  const { place, edition } = choices;
  if (place?.kind !== 'municipality') return [];
  const year = choices.termFrom ?? (edition === null ? null : ((await stores.editions.find(edition))?.year ?? null));
  const elections = (await stores.campaign.electionsIn(place.code)).filter((election) => election.year === year);
  const lists = await Promise.all(elections.map(({ id }) => stores.campaign.listsIn(place.code, id)));
  return lists.flat();
}

/** The list that the document names, as a person corrected it; null: it names none. */
export function listNamed(reading: Reading, decision: Decision | null): string | null {
  if (decision?.kind === 'refuse' || reading.kind !== 'pact') return null;
  const corrected = decision?.kind === 'correct-signatory' ? decision.listName : undefined;
  return corrected === undefined ? reading.signatory.list : corrected;
}

/** Whether the line and the document name two lists: then nobody knows which one signed. */
export function namesAnother({ said, named }: Pick<EntryItem, 'said'> & { readonly named: string | null }): boolean {
  return said.list !== undefined && named !== null && nameKey(said.list) !== nameKey(named);
}

/**
 * The one list of the name that the line says, and of that head when it says one; null when none is, several are, or the
 * document names another.
 */
export function exactList(
  lists: readonly CandidateList[],
  { said, named }: Pick<EntryItem, 'said'> & { readonly named: string | null },
): number | null {
  if (namesAnother({ said, named })) return null;
  const [name, leader] = [nameKey(said.list ?? ''), nameKey(said.leader ?? '')];
  if (name === '') return null;
  const found = lists.filter(
    (list) => nameKey(list.name) === name && (leader === '' || nameKey(list.leader ?? '') === leader),
  );
  return found.length === 1 ? (found[0]?.id ?? null) : null;
}
