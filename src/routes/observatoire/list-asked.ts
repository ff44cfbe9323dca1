/** The list that an address asks for, page or file alike; a measure or a clause that the charter does not have is no list. */
import { error } from '@sveltejs/kit';
import type { Edition } from '#domain/charter/edition.ts';
import type { Listed } from '#domain/observatory/listed.ts';
import { cellOf, type ObservatoryAsked } from '#ui/observatory/asked.ts';
import { leavesAside, listedAsked, reached } from '#ui/observatory/listed-address.ts';
import type { Db } from '#server/storage/connection.ts';
import type { Asked } from '#server/storage/observatory-lists.ts';
import { partAsked, type PartAsked } from './part-asked.ts';

export type ListAsked = Pick<PartAsked, 'edition'> & {
  readonly asked: ObservatoryAsked;
  readonly list: Asked;
  /** Something asked does not narrow this figure. */
  readonly leftAside: boolean;
};

export async function listAskedHere(db: Db, fields: URLSearchParams): Promise<ListAsked> {
  const listed = listedAsked(fields) ?? error(404);
  const part = await partAsked(db, fields);
  if (!isIn(part.edition, listed)) error(404);
  const asked = reached(part.asked, listed);
  return {
    edition: part.edition,
    asked,
    list: { cell: cellOf(asked), period: asked.period, listed },
    leftAside: part.leftAside || leavesAside(part.asked, listed),
  };
}

function isIn({ measures, principles }: Edition, listed: Listed): boolean {
  switch (listed.kind) {
    case 'pacts':
    case 'places':
      return true;
    case 'stance':
    case 'done':
      return listed.item.startsWith('p')
        ? principles.some(({ letter }) => `p${letter}` === listed.item)
        : measures.some(({ number }) => `m${number}` === listed.item);
    case 'amended':
    case 'clause':
      return measures.some(({ number }) => number === listed.measure);
    case 'body':
      return listed.measure === null || measures.some(({ number }) => number === listed.measure);
  }
}
