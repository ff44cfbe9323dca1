import { error } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { originalResponse } from '#server/http/files.ts';
import { fetchDocument } from '#server/storage/documents.ts';
import { workingFile } from '#server/storage/working-documents.ts';
import { fileNameOf } from '#ui/addresses.ts';
import { knownWorkshop, numberOr404 } from '../../../../known-workshop.ts';

/** A file of an action, for the town hall alone: found through its plan and its action. */
export const GET: RequestHandler = async (event) => {
  const { db, plan } = await knownWorkshop(event);
  const [action, id] = [numberOr404(event.params.action), numberOr404(event.params.document)];
  const found = (await workingFile(db, { plan: plan.id, action, id })) ?? error(404);
  const file = (await fetchDocument(db, found.document)) ?? error(404);
  return originalResponse(fileNameOf(file.filename), file);
};
