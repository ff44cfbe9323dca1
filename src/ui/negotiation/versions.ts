/** Every version of every item of a page, by item. */
import type { Edition } from '#domain/charter/edition.ts';
import { itemOf, referenceOf } from '#domain/negotiation/item.ts';
import type { Side } from '#domain/signature/side.ts';
import type { StoredLocal, StoredSaying } from '#use-cases/negotiation/negotiation-store.ts';
import { sideShown, type SideShown } from './item-shown.ts';

export type VersionShown = SideShown & { readonly side: Side };

export function versionsByItem(
  sayings: readonly StoredSaying[],
  edition: Edition,
  locals: readonly StoredLocal[],
): Readonly<Record<string, readonly VersionShown[]>> {
  const byItem = Map.groupBy(sayings, ({ item }) => item);
  return Object.fromEntries(
    [...byItem].map(([key, said]) => [
      key,
      said.flatMap((saying): VersionShown[] => {
        const shown = sideShown(saying, referenceIn(key, edition, locals));
        return shown === null ? [] : [{ ...shown, side: saying.side }];
      }),
    ]),
  );
}

function referenceIn(key: string, edition: Edition, locals: readonly StoredLocal[]): string {
  const item = itemOf(key);
  if (item === null) return '';
  if (item.kind === 'local') return locals.find(({ number }) => number === item.number)?.text ?? '';
  return referenceOf(edition, item) ?? '';
}
