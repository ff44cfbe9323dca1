/**
 * What taking the text out of a file left in doubt, said with what its reading left in doubt: one list, in the command,
 * on the site and in what is kept.
 */
import type { Reading } from '#reading/contract.ts';
import type { ExtractWarning } from '#reading/extract/extracted.ts';
import { sayExtractWarning } from '#ui/messages/extract-warnings.fr.ts';

/** First in the list, without spans: they are about the file, and nothing in its text shows where. */
export function withExtractWarnings<Read extends Reading>(reading: Read, doubts: readonly ExtractWarning[]): Read {
  if (doubts.length === 0) return reading;
  const said = doubts.map((doubt) => ({ code: doubt.kind, message: sayExtractWarning(doubt), spans: [] }));
  return { ...reading, warnings: [...said, ...reading.warnings] };
}
