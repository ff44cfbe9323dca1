import type { RequestHandler } from './$types';
import { consultedName } from '#domain/consultation/consulted-name.ts';
import { CHOICES } from '#domain/consultation/count.ts';
import { csvFile } from '#publishing/spreadsheet/csv.ts';
import { RESULT_COLUMNS } from '#publishing/spreadsheet/consultation-columns.ts';
import { csvResponse } from '#server/http/files.ts';
import { editionById } from '#server/charters.ts';
import { measuresInList, contributionTitles } from '#server/storage/consultation-pages.ts';
import { votedTitle } from '#ui/messages/consultation.fr.ts';
import { countedConsultation } from '../known-consultation.ts';

export const GET: RequestHandler = async ({ params }) => {
  const { db, consultation, count } = await countedConsultation(params);
  const [proposed, measures] = await Promise.all([
    contributionTitles(db, consultation.id),
    measuresInList(db, consultation.id),
  ]);
  // What is taken out has no words in the draft: it is named by those it had, with what a vote for it means.
  const consulted = measures.map((measure) => {
    const title = votedTitle(consultedName(measure, editionById), measure.change);
    return [`m${measure.id}`, title] as const;
  });
  const titles = new Map([...proposed, ...consulted]);
  const lines = count.frozen.objects.flatMap((line) =>
    CHOICES.map((choice) => ({
      object: line.object,
      title: titles.get(line.object) ?? '',
      choice,
      ...line[choice],
    })),
  );
  return csvResponse(`resultats-${consultation.id}`, csvFile(RESULT_COLUMNS, lines));
};
