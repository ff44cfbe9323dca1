/** The list that an address asks for; a measure or a clause that the charter does not have is no list. */
import { error } from '@sveltejs/kit';
import type { Edition } from '#domain/charter/edition.ts';
import type { Listed } from '#domain/observatory/listed.ts';
import { answersOfList } from '#ui/observatory/answers.ts';
import { cellOf } from '#ui/observatory/asked.ts';
import { inSharedWords } from '#ui/observatory/former-words.ts';
import { LISTED_FIELDS, listedAsked, listedFaults } from '#ui/observatory/listed-address.ts';
import type { Db } from '#server/storage/connection.ts';
import type { Asked } from '#server/storage/observatory-lists.ts';
import { fileAsked } from './file-asked.ts';
import { pageAsked, type PartAsked } from './part-asked.ts';

export type ListAsked = Omit<PartAsked, 'editions'> & { readonly list: Asked };

/** For the page; what is no list is nowhere. One query. */
export async function listOfPage(db: Db, url: URL): Promise<ListAsked> {
  const listed = listedAsked(inSharedWords(url.searchParams)) ?? error(404);
  const part = await pageAsked(db, url, '/liste', answersOfList(listed));
  if (!isIn(part.edition, listed)) error(404);
  return listIn(part, listed);
}

/** For the file, or the answer that says what to correct. Two queries. */
export async function listOfFile(db: Db, { searchParams }: URL): Promise<ListAsked | Response> {
  const fields = inSharedWords(searchParams);
  const listed = listedAsked(fields);
  const found = await fileAsked(db, searchParams, {
    page: '/liste',
    ...(listed === null ? {} : { answers: answersOfList(listed) }),
    own: LISTED_FIELDS,
    ownFaults: ({ edition }) => [
      ...listedFaults(fields),
      ...(listed === null || isIn(edition, listed)
        ? []
        : [{ parameter: fields.has('mesure') ? 'mesure' : 'principe', fault: 'misunderstood' } as const]),
    ],
    resource: 'engagements',
  });
  if (found instanceof Response) return found;
  if (listed === null) throw new Error('a list that is none has faults');
  return listIn(found.part, listed);
}

function listIn({ asked, faults, edition }: PartAsked, listed: Listed): ListAsked {
  return { asked, faults, edition, list: { cell: cellOf(asked), period: asked.period, listed } };
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
