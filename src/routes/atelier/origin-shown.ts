/** What a measure of a draft comes from, as its pages name it. */
import type { Origin } from '#domain/workbench/draft.ts';
import { editionById } from '#server/charters.ts';

/** The edition is named only when it is not the one that the whole draft is based on. */
export function originShown({ edition, measure }: Origin, basedOn: string | null) {
  return { measure, title: edition === basedOn ? null : (editionById(edition)?.title ?? edition) };
}
