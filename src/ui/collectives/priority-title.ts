/** « 15. Mobilités actives » */
import type { Edition } from '#domain/charter/edition.ts';
import { heading } from '#ui/messages/format.fr.ts';

export function priorityTitle(edition: Edition | null, measure: number): string {
  const title = edition?.measures.find(({ number }) => number === measure)?.title ?? '';
  return `${String(measure)}. ${heading(title)}`;
}
