/** A correspondence as a table shows it. */
import type { ShownRelation } from '#domain/crosswalk/relation.ts';

export type RelationSide = {
  readonly href: string;
  readonly label: string;
  readonly title: string;
  /** '' for a goal. */
  readonly charter: string;
};

export type RelationRow = {
  readonly from: RelationSide;
  readonly to: RelationSide;
  readonly relation: ShownRelation;
  /** '' : nothing was said. */
  readonly reason: string;
  readonly since: Date;
  /** The measure of an earlier edition of which it was confirmed; null: of this very one. */
  readonly through: RelationSide | null;
  /** What it was in the version before. */
  readonly before?: ShownRelation;
};
