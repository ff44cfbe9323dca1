/** Tables of migration 0102, and the view of 0121. */
import type { Generated } from 'kysely';
import type { LinkState } from '#domain/crosswalk/crosswalk-link.ts';
import type { LikenessReason, NearClauses } from '#domain/crosswalk/likeness.ts';
import type { Relation, ShownRelation } from '#domain/crosswalk/relation.ts';
import type { JsonColumn } from './json-column.ts';

export type CrosswalkTables = {
  crosswalkLink: {
    id: Generated<number>;
    fromEdition: string;
    fromItem: string;
    toEdition: string | null;
    toItem: string | null;
    toGoal: number | null;
    state: LinkState;
    version: Generated<number>;
    origin: 'reader' | 'person';
    relation: Relation | null;
    reason: string;
    likeness: JsonColumn<readonly LikenessReason[]>;
    near: JsonColumn<NearClauses> | null;
    score: number;
    wordsSha256: string;
    proposedAt: Date;
    decidedAt: Date | null;
  };
  crosswalkRelation: {
    key: string;
    fromEdition: string;
    fromItem: string;
    toEdition: string | null;
    toItem: string | null;
    toGoal: number | null;
    relation: ShownRelation;
    reason: string;
    since: Date;
    /** As it was said; false: the same from the other side. */
    forward: boolean;
    /** Said by a collective that published its own edition, confirmed by nobody. */
    isLocal: boolean;
  };
  crosswalkVersion: { number: number; content: string; sha256: string; publishedAt: Date };
};
