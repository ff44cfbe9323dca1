/** An item of a bulk entry as one line of its queue. */
import type { ItemShown } from '#domain/bulk-entry/item-shown.ts';
import type { EntryReason } from '#use-cases/bulk-entry/bulk-entry-store.ts';
import * as words from '#ui/messages/bulk-entry.fr.ts';

export function itemLine(item: ItemShown, home: string) {
  const { claim, said } = item;
  return {
    id: item.id,
    href: `${home}/${item.id}`,
    name: words.itemName(item.position),
    place: item.place?.name ?? said.municipalityName ?? said.groupingName ?? said.municipality ?? said.grouping ?? null,
    placeKnown: item.place !== null,
    list: said.list ?? (item.place?.kind === 'grouping' ? words.WITHOUT_LIST : words.NO_LIST),
    filename: item.filename,
    state: words.STATE[item.shown],
    more: moreOf(item, claim),
    problems: item.state === 'published' || item.problems.length === 0 ? null : words.toLookAt(item.problems.length),
    seen: alreadyAt(item),
  };
}

function moreOf(item: ItemShown, claim: ItemShown['claim']): string | null {
  if (item.shown === 'in-review' && claim !== null) return words.claimedBy(claim);
  return reasonOf(item);
}

/** The page of what is there already: the pact that it became or that the same file became, the entry where it waits. */
export function alreadyAt({
  pact,
  why,
}: Pick<ItemShown, 'pact' | 'why'>): { readonly href: string; readonly label: string } | null {
  const published = pact ?? (why?.kind === 'published-before' ? why.pact : null);
  if (published !== null) return { href: `/pactes/${published}`, label: words.SEE_PACT };
  return why?.kind === 'in-another-entry' ? { href: `/equipe/saisies/${why.entry}`, label: words.SEE_ENTRY } : null;
}

/** The acts wrote it, in the words of the reader: nothing else writes there. */
export function reasonOf({ state, why }: Pick<ItemShown, 'state' | 'why'>): string | null {
  return words.reasonLine(state, why as EntryReason | null);
}
