/** What the reader says of the document, in the contract of src/reading/contract.ts, and the decisions beside it. */
import type { RequestHandler } from './$types';
import { jsonResponse } from '#server/http/files.ts';
import { fileNameOf } from '#ui/addresses.ts';
import { enterDraftPage } from '../enter.ts';

export const GET: RequestHandler = async (event) => {
  const { draft } = await enterDraftPage(event);
  const { reading, proposals, choices, filename, sha256, readAt, readerVersion } = draft;
  const decisions = proposals.flatMap(({ id, decided }) =>
    decided === null ? [] : [{ proposal: id, decision: decided.decision, decidedAt: decided.decidedAt }],
  );
  const name = fileNameOf(filename).replace(/\.[a-z0-9]+$/, '');
  return jsonResponse(`lecture-${name}`, {
    document: { filename, sha256, readAt, readerVersion },
    choices,
    decisions,
    reading,
  });
};
