/**
 * How a promise of one charter stands to a promise of another. Said by people, or by the act of publishing an edition made from
 * another; never by a likeness.
 */

/** What the other promise is to this one. `wider`: it promises all of this one and more; `overlaps`: each has its own part. */
export const RELATIONS = ['same', 'wider', 'narrower', 'overlaps'] as const;
export type Relation = (typeof RELATIONS)[number];

/**
 * As everybody reads it: `became` and `came-from` come with a published edition (what became of a measure of the one before);
 * `contributes`: the promise serves a Sustainable Development Goal; `local-version` and `local-version-of`: what a collective made
 * of a measure in its own edition, which nobody else confirmed.
 */
export const SHOWN_RELATIONS = [
  ...RELATIONS,
  'became',
  'came-from',
  'contributes',
  'local-version',
  'local-version-of',
] as const;
export type ShownRelation = (typeof SHOWN_RELATIONS)[number];

/** The same relation read from the other side. */
export function turned(relation: Relation): Relation {
  switch (relation) {
    case 'wider':
      return 'narrower';
    case 'narrower':
      return 'wider';
    default:
      return relation;
  }
}
