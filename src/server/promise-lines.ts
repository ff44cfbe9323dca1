/** The promises of a place as lines to choose from and to link to: their names come from the charters. */
import type { PlaceCode } from '#domain/shared/place.ts';
import { commitmentLine, type CommitmentLine } from '#ui/commitments/commitment-line.ts';
import { editionById } from './charters.ts';
import type { Db } from './storage/connection.ts';
import type { PlaceRef } from './storage/places.ts';
import { promisesHere } from './storage/promises-here.ts';

export type PromiseLines = {
  /** The latest pact first. */
  readonly all: readonly CommitmentLine[];
  /** Also of what is not promised any more: then by its number alone. */
  readonly of: (edition: string, item: string) => CommitmentLine;
};

export async function promiseLines(db: Db, place: PlaceRef): Promise<PromiseLines> {
  const code: PlaceCode =
    place.kind === 'municipality'
      ? { kind: 'municipality', code: place.code }
      : { kind: 'grouping', siren: place.siren };
  const all = (await promisesHere(db, code)).map((promise) =>
    commitmentLine(place, editionById(promise.edition), promise),
  );
  const known = new Map(all.map((line) => [`${line.edition} ${line.item}`, line]));
  return {
    all,
    of: (edition, item) =>
      known.get(`${edition} ${item}`) ?? commitmentLine(place, editionById(edition), { edition, item, local: null }),
  };
}
