/** Columns of the correspondences between charters: one line a relation, as it was said. */
import type { RelationLine } from '#domain/crosswalk/crosswalk-version.ts';
import { SHOWN_RELATIONS } from '#domain/crosswalk/relation.ts';
import { code, instant, maybe, text, type Columns } from '../open-data/column.ts';

export const CROSSWALK_COLUMNS = {
  charte: text((row) => row.from.edition, { refers: 'chartes' }),
  promesse: text((row) => row.from.item),
  titre: text((row) => row.from.title),
  relation: code(SHOWN_RELATIONS, (row) => row.relation),
  autre_charte: maybe.text((row) => ('goal' in row.to ? null : row.to.edition), { refers: 'chartes' }),
  autre_promesse: maybe.text((row) => ('goal' in row.to ? null : row.to.item)),
  objectif: maybe.integer((row) => ('goal' in row.to ? row.to.goal : null)),
  autre_titre: text((row) => row.to.title),
  motif: text((row) => row.reason),
  confirmee_le: instant((row) => new Date(row.since)),
} as const satisfies Columns<RelationLine>;

/** Each with the code by which it is found again. */
export const CODED_CROSSWALK_COLUMNS = {
  correspondance: text((row) => row.key),
  ...CROSSWALK_COLUMNS,
} as const satisfies Columns<RelationLine & { readonly key: string }>;
