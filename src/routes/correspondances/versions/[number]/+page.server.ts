import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { changesBetween } from '#domain/crosswalk/crosswalk-version.ts';
import { linesShown } from '#server/crosswalk-shown.ts';
import { runtime } from '#server/runtime.ts';
import { findVersion } from '#server/storage/crosswalk-versions.ts';
import { numberIn } from '#ui/addresses.ts';

export const load: PageServerLoad = async ({ params }) => {
  const number = numberIn(params.number) ?? error(404);
  const { db } = await runtime();
  const version = (await findVersion(db, number)) ?? error(404);
  const before = number === 1 ? null : await findVersion(db, number - 1);
  const changes = before === null ? null : changesBetween(before.content.relations, version.content.relations);
  return {
    number,
    sha256: version.sha256,
    publishedAt: version.publishedAt,
    relations: linesShown(version.content.relations),
    changes:
      changes === null
        ? null
        : {
            added: linesShown(changes.added),
            removed: linesShown(changes.removed),
            changed: linesShown(changes.changed.map(({ after }) => after)).map((line, at) => {
              const was = changes.changed[at]?.before.relation;
              return was === undefined || was === line.relation ? line : { ...line, before: was };
            }),
          },
  };
};
