import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { editionNamed } from '#server/edition-names.ts';
import { runtime } from '#server/runtime.ts';
import { measureFate } from '#server/storage/editions-made.ts';
import { endorsementRows, findOrganisation, organisationStory } from '#server/storage/partner-pages.ts';
import { editionAddress, measureAddress, numberIn, sheetAddress } from '#ui/addresses.ts';
import * as words from '#ui/messages/partners.fr.ts';

/** Public once it was decided on; the same for everybody. */
export const load: PageServerLoad = async ({ params }) => {
  const id = numberIn(params.organisation) ?? error(404);
  const { db } = await runtime();
  const organisation = (await findOrganisation(db, id)) ?? error(404);
  if (organisation.decision === null) error(404);
  const [story, endorsed] = await Promise.all([
    organisationStory(db, id),
    endorsementRows(db, { organisation: id, limit: 200 }),
  ]);
  return {
    organisation: {
      id,
      name: organisation.name,
      website: organisation.website,
      about: organisation.about,
      state: words.STATE[organisation.state],
      decision: words.decisionLine(organisation.state, organisation.decision),
      end: organisation.end === null ? null : words.endLine(organisation.end),
      proof: words.PROOF[organisation.proof],
    },
    votes: story.votes.map((vote) => ({ line: words.voteLine(vote), reason: vote.reason })),
    people: story.representatives.map((row) => ({ id: row.id, line: words.personLine(row) })),
    names: story.names.length < 2 ? [] : story.names.slice(1).map(words.nameLine),
    endorsements: await Promise.all(
      endorsed.rows.map(async (row) => ({
        id: row.id,
        href: row.measure === null ? editionAddress(row.edition) : measureAddress(row.edition, row.measure),
        label: `${editionNamed(row.edition)}, ${row.measure === null ? words.WHOLE_EDITION : words.ofMeasure(row.measure)}`,
        when:
          row.withdrawnAt === null
            ? words.since(row.endorsedAt)
            : words.withdrawn(row.endorsedAt, row.withdrawnAt, row.withdrawnReason ?? ''),
        note:
          row.measure !== null && (await isRemovedLater(db, row.edition, row.measure)) ? words.SUCCESSOR_REMOVED : null,
      })),
    ),
    sheets: story.sheets
      .filter(({ withdrawn }) => !withdrawn)
      .map(({ id: sheet, title, edition, measure }) => ({
        href: sheetAddress({ id: sheet, edition, measure }),
        title,
        of: `${editionNamed(edition)}, ${words.ofMeasure(measure)}`,
      })),
  };
};

async function isRemovedLater(
  db: Parameters<typeof measureFate>[0],
  edition: string,
  measure: number,
): Promise<boolean> {
  const { became } = await measureFate(db, { edition, measure });
  return became.some(({ change }) => change === 'removed');
}
