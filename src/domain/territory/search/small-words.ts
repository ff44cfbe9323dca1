/** Words of place names that carry no meaning of their own: they are the first forgotten. */
export const SMALL_WORDS: ReadonlySet<string> = new Set(
  'a au aux d de des du en et l la le les lez sous sur'.split(' '),
);
