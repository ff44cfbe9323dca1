/** What a measure of a draft comes from, as its pages name it. */
import type { Origin } from '#domain/workbench/draft.ts';
import { editionNamed } from '#server/edition-names.ts';

/** The edition is named only when it is not the one that the whole draft is based on. */
export function originShown({ edition, measure }: Origin, basedOn: string | null) {
  return { measure, title: edition === basedOn ? null : editionNamed(edition) };
}
