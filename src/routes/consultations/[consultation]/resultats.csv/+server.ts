import type { RequestHandler } from './$types';
import { CHOICES } from '#domain/consultation/count.ts';
import { csvFile } from '#publishing/spreadsheet/csv.ts';
import { RESULT_COLUMNS } from '#publishing/spreadsheet/consultation-columns.ts';
import { csvResponse } from '#server/http/files.ts';
import { objectTitles } from '#server/storage/consultation-pages.ts';
import { countedConsultation } from '../known-consultation.ts';

export const GET: RequestHandler = async ({ params }) => {
  const { db, consultation, count } = await countedConsultation(params);
  const titles = await objectTitles(db, consultation.id);
  const lines = count.frozen.objects.flatMap((line) =>
    CHOICES.map((choice) => ({ object: line.object, title: titles.get(line.object) ?? '', choice, ...line[choice] })),
  );
  return csvResponse(`resultats-${consultation.id}`, csvFile(RESULT_COLUMNS, lines));
};
