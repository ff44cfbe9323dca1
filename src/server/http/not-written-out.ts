/**
 * What a page that runs no script shows. Kit writes all that `load` returns a second time, as JavaScript, and then
 * leaves it out of such a page: for the most read page that is a sixth of its work. It only writes what can be listed.
 * Kit copies the outer object that `load` returns, so this goes one level inside: `return { commune: notWrittenOut(…) }`.
 *
 * Only for pages without scripts: in a browser `shown` would be missing.
 */
export type NotWrittenOut<Data> = { readonly shown: Data };

export function notWrittenOut<Data>(shown: Data): NotWrittenOut<Data> {
  return Object.defineProperty({ shown }, 'shown', { enumerable: false });
}
