/** The address of an edition, for ever: in small letters, free, and told apart from the addresses beside it; its title, and whose it is. */
import { slugOf } from '#domain/shared/slug.ts';
import type { Stores } from '../stores.ts';

export type BadAddress =
  | { readonly kind: 'bad-address' }
  /** An edition that is published has it. */
  | { readonly kind: 'address-taken' }
  /** Another draft has it. */
  | { readonly kind: 'address-held' }
  /** Those of collectives begin with `LOCAL_START`, so that none takes one that the country will want. */
  | { readonly kind: 'address-not-local' }
  | { readonly kind: 'address-for-collectives' };

/** A collective calls its edition otherwise than those of the country: who reads the title alone would take it for one of them. */
export type BadTitle = { readonly kind: 'title-of-the-country'; readonly title: string };

export const LOCAL_START = 'local-';

export const ADDRESS_LENGTH = 80;

/** Null: it is well written and no published edition has it; whether a draft has it is told by the store. */
export async function addressProblem(
  all: Stores,
  { id, collective }: { readonly id: string; readonly collective: number | null },
): Promise<BadAddress | null> {
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id) || id.length > ADDRESS_LENGTH) return { kind: 'bad-address' };
  if (id.startsWith(LOCAL_START) !== (collective !== null))
    return { kind: collective === null ? 'address-for-collectives' : 'address-not-local' };
  return (await all.editions.find(id)) === null ? null : { kind: 'address-taken' };
}

/** Null: nobody takes it for an edition of the country. A year more, another case or no accents make no other title. */
export async function titleProblem(
  all: Stores,
  { title, collective }: { readonly title: string; readonly collective: number | null },
): Promise<BadTitle | null> {
  if (collective === null) return null;
  const same = (await all.editions.national()).find((edition) => nameOf(edition.title) === nameOf(title));
  return same === undefined ? null : { kind: 'title-of-the-country', title: same.title };
}

function nameOf(title: string): string {
  return slugOf(title)
    .split('-')
    .filter((word) => !/^(?:19|20|21)\d\d$/.test(word))
    .join('-');
}

/** Who publishes an edition: of a local one its collective, whatever it starts from; of another, as typed. */
export async function publisherOf(
  all: Stores,
  { collective, typed }: { readonly collective: number | null; readonly typed: string },
): Promise<string> {
  return collective === null ? typed : ((await all.collectives.find(collective))?.name ?? typed);
}
