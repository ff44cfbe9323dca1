/** The correspondences of now, as files: the same lines as a version freezes. */
import type { RelationLine } from '#domain/crosswalk/crosswalk-version.ts';
import { linesOf } from '#use-cases/crosswalk/relation-lines.ts';
import { editionById } from './charters.ts';
import { loadGoals } from './goals.ts';
import type { Db } from './storage/connection.ts';
import { allRelations } from './storage/crosswalk-relations.ts';

export async function relationLines(db: Db): Promise<readonly RelationLine[]> {
  const editions = { find: (id: string) => Promise.resolve(editionById(id)) };
  return await linesOf({ editions }, await allRelations(db), loadGoals());
}
