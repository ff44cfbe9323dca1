/** The correspondences of now, as files: the same lines as a version freezes. */
import type { RelationLine } from '#domain/crosswalk/crosswalk-version.ts';
import { linesOf, lineReader } from '#use-cases/crosswalk/relation-lines.ts';
import { editionById } from './charters.ts';
import { loadGoals } from './goals.ts';
import type { Db } from './storage/connection.ts';
import { allRelations, type KnownRelation } from './storage/crosswalk-relations.ts';

const KNOWN_EDITIONS = { editions: { find: (id: string) => Promise.resolve(editionById(id)) } };

export async function relationLines(db: Db): Promise<readonly RelationLine[]> {
  return await linesOf(KNOWN_EDITIONS, await allRelations(db), loadGoals());
}

export type CodedLine = RelationLine & { readonly key: string };

/** Some of them, each with its code. */
export async function codedLines(
  relations: readonly (KnownRelation & { readonly key: string })[],
): Promise<readonly CodedLine[]> {
  const lineOf = lineReader(KNOWN_EDITIONS, loadGoals());
  const lines: CodedLine[] = [];
  for (const { key, ...relation } of relations) {
    const line = await lineOf(relation);
    if (line !== null) lines.push({ key, ...line });
  }
  return lines;
}
