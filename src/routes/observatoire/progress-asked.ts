/** Whose signatures somebody wants to see add up, beside a part of the country: `?mesure=15`, `?avec=` another charter. */
import type { Edition } from '#domain/charter/edition.ts';
import type { Fault } from '#domain/open-data/api-problem.ts';
import { numberIn } from '#ui/addresses.ts';
import { editionById } from '#server/charters.ts';
import type { PartAsked } from './part-asked.ts';

export const PROGRESS_FIELDS = ['mesure', 'avec'] as const;

export type CampaignsAsked = {
  readonly measure: number | null;
  /** The charter to lay over it. */
  readonly beside: Edition | null;
  readonly faults: readonly Fault[];
};

export function campaignsAsked({ edition, editions }: PartAsked, fields: URLSearchParams): CampaignsAsked {
  const found = numberIn(fields.get('mesure') ?? '');
  const measure = edition.measures.some(({ number }) => number === found) ? found : null;
  const other = editions.find(({ id }) => id !== edition.id && id === fields.get('avec'));
  const beside = other === undefined ? null : editionById(other.id);
  const said = { mesure: measure, avec: beside };
  return {
    measure,
    beside,
    faults: PROGRESS_FIELDS.flatMap((parameter) =>
      fields.has(parameter) && said[parameter] === null ? [{ parameter, fault: 'misunderstood' }] : [],
    ),
  };
}
