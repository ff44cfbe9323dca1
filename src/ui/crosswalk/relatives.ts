/** Relatives of a promise as its pages show them. */
import type { ShownRelation } from '#domain/crosswalk/relation.ts';
import type { Stance } from '#domain/pact/stance.ts';
import type { RelationSide } from './relation-row.ts';

export type Relatives = {
  readonly relatives: readonly {
    readonly side: RelationSide;
    readonly relation: ShownRelation;
    readonly reason: string;
    readonly since: Date;
    readonly figures: { readonly taken: number; readonly pacts: number; readonly asOf: Date | null };
    readonly here: readonly { readonly pact: number; readonly listName: string | null; readonly stance: Stance }[];
  }[];
  readonly goals: readonly { readonly side: RelationSide; readonly reason: string; readonly since: Date }[];
};
