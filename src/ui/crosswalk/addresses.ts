/** Where the whole list of the correspondences of one promise is. */
import type { CharterPromise } from '#domain/crosswalk/promise-words.ts';

export function relationsAddress({ edition, item }: CharterPromise): string {
  return `/correspondances?charte=${edition}&promesse=${item}`;
}

/** What collectives made of it in their own editions. */
export function localVersionsAddress(promise: CharterPromise): string {
  return `${relationsAddress(promise)}&versions=locales`;
}
