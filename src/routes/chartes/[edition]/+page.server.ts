import { error } from '@sveltejs/kit';
import { hasTargetsHere, targetsHere } from '#ui/charter/targets-here.ts';
import { heading } from '#ui/messages/format.fr.ts';
import type { PageServerLoad } from './$types';
import { editionById } from '#server/charters.ts';
import { editionStory } from '#server/edition-story.ts';
import { supportShown } from '#server/edition-sheets.ts';
import { runtime } from '#server/runtime.ts';
import { consultationsAbout, editionsAfter } from '#server/storage/charter-news.ts';
import { editionFigures, measureTallies } from '#server/storage/measure-page.ts';
import { hereAsked } from '../here-asked.ts';
import { editionName } from '#ui/messages/edition-name.fr.ts';

export const load: PageServerLoad = async (event) => {
  const { params } = event;
  const edition = editionById(params.edition) ?? error(404);
  const { db } = await runtime();
  const [figures, tallies, asked, story, support, consultations, after] = await Promise.all([
    editionFigures(db, { edition: edition.id }),
    measureTallies(db, { edition: edition.id }),
    hereAsked(event),
    editionStory(db, edition),
    supportShown(db, { edition: edition.id, measure: null }),
    consultationsAbout(db, edition, new Date()),
    editionsAfter(db, edition),
  ]);
  const takenBy = new Map<number, number>();
  for (const { measure, level, stance, pacts } of tallies) {
    if (level !== 0 || (stance !== 'accepted' && stance !== 'partial')) continue;
    takenBy.set(measure, (takenBy.get(measure) ?? 0) + pacts);
  }
  const grouping = edition.groupings[0] ?? null;
  const titled = edition.measures.map(({ number, title, levels }) => ({
    number,
    title: heading(title),
    levels: levels.map((level) => level.level),
    takenBy: takenBy.get(number) ?? 0,
  }));
  return {
    edition: {
      id: edition.id,
      title: editionName(edition),
      year: edition.year,
      preamble: edition.preamble.slice(1),
      principles: edition.principles,
      rules: edition.rules,
      carriers: edition.carriers,
      source: edition.source,
      annotations: edition.annotations,
    },
    figures,
    story,
    consultations,
    after,
    support,
    asked,
    measuresBySize: edition.measures.filter(hasTargetsHere).length,
    here:
      asked.kind !== 'sure'
        ? []
        : edition.measures
            .map((measure) => ({ number: measure.number, targets: targetsHere(measure, asked.place) }))
            .filter(({ targets }) => targets.length > 0),
    grouping: grouping === null ? null : { title: grouping.title, status: grouping.status, note: grouping.note },
    themes:
      grouping === null
        ? [{ title: null, measures: titled }]
        : grouping.themes.map((theme) => ({
            title: theme.title,
            measures: titled.filter((measure) => theme.measures.includes(measure.number)),
          })),
  };
};
