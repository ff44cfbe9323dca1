import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { versionDifference } from '#domain/plan/plan-version.ts';
import { planAddress } from '#ui/addresses.ts';
import { sendOnTo } from '#server/http/canonical.ts';
import { versionContentOf } from '#server/storage/plan-versions.ts';
import { withheldFiles } from '#server/storage/published-files.ts';
import { knownVersion } from '../known-versions.ts';

/** As it was published: read from what was frozen, never from what the plan says today. */
export const load: PageServerLoad = async ({ params, url }) => {
  const { db, id, head, version, versions } = await knownVersion(params);
  sendOnTo(`${planAddress(head.plan)}/versions/${version.number}`, url);
  const content = (await versionContentOf(db, id, version.number)) ?? error(404);
  const before = version.number === 1 ? null : await versionContentOf(db, id, version.number - 1);
  const { publishedBy: _, ...shown } = version;
  const named = new Map(
    content.actions.flatMap(({ sheet }) => sheet.documents.map(({ sha256, title }) => [sha256, title])),
  );
  const withheld = await withheldFiles(db, { plan: id, files: [...named.keys()] });
  return {
    plan: head.plan,
    version: shown,
    isCurrent: versions[0]?.number === version.number,
    content: {
      ...content,
      actions: content.actions.map(({ id: action, sheet }) => ({
        id: action,
        number: sheet.number,
        title: sheet.title,
        status: sheet.status,
        axis: sheet.axisPath.map(({ number, title }) => `${number} ${title}`).join(' › '),
      })),
    },
    files: [...named].map(([sha256, title]) => ({ sha256, title, withheld: withheld.has(sha256) })),
    difference: before === null ? null : versionDifference(before, content),
  };
};
