/** Relatives of a promise as its pages show them. */
import type { ShownRelation } from '#domain/crosswalk/relation.ts';
import type { Stance } from '#domain/pact/stance.ts';
import type { RelationSide } from './relation-row.ts';

type Said = {
  readonly side: RelationSide;
  readonly reason: string;
  readonly since: Date;
  /** The measure of an earlier edition of which it was confirmed; null: of this very one. */
  readonly through: RelationSide | null;
};

/** Where the whole of a list is; null: it is all there. */
type More = { readonly href: string; readonly count: number } | null;

export type LocalVersions = {
  readonly count: number;
  readonly first: readonly { readonly side: RelationSide; readonly since: Date }[];
  readonly more: More;
};

export type Relatives = {
  readonly relatives: readonly (Said & {
    readonly relation: ShownRelation;
    readonly figures: { readonly taken: number; readonly pacts: number; readonly asOf: Date | null };
    readonly here: readonly { readonly pact: number; readonly listName: string | null; readonly stance: Stance }[];
  })[];
  readonly more: More;
  readonly goals: readonly Said[];
};
