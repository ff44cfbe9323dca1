/** Says that a file was already published: what it became, where and when. */
import type { PublishedBefore } from '#use-cases/published/published-store.ts';
import { dayOf, listOf } from './format.fr.ts';

/** "Ce fichier a déjà été publié : c’est le pacte 4 (Champigny-sur-Marne, CHAMPIGNY ALTERNANCE, le 3 mai 2026)." */
export function sayPublishedBefore(before: readonly PublishedBefore[]): string {
  return `Ce fichier a déjà été publié : c’est ${listOf(before.map(named))}.`;
}

function named({ kind, id, placeName, name, publishedAt, withdrawnAt }: PublishedBefore): string {
  const what = kind === 'pact' ? `le pacte ${id}` : `le plan ${id}`;
  const ended = withdrawnAt === null ? [] : [`retiré le ${dayOf(withdrawnAt)}`];
  return `${what} (${[placeName, ...(name === null ? [] : [name]), `le ${dayOf(publishedAt)}`, ...ended].join(', ')})`;
}
