/** A remark or a file that somebody reported, as the national team reads it. */
import type { SaidReport } from '#domain/follow-up/said-report.ts';
import { withHiddenSigns } from '#domain/shared/shown-signs.ts';
import * as words from '#ui/messages/said-reports.fr.ts';
import { hideAddress } from './files-shown.ts';
import { promiseAddress } from './promise-shown.ts';

export function reportShown({
  id,
  pact,
  item,
  placeName,
  said,
  words: sentence,
  file,
  reason,
  reportedAt,
}: SaidReport) {
  const promise = promiseAddress(pact, item);
  const parent = 'assessment' in said ? `e${said.assessment}` : `r${said.remark}`;
  const href = file === null ? null : `/preuves/${parent}/${file.document}`;
  const remark = 'remark' in said ? `${promise}/remarque/${said.remark}` : promise;
  return {
    id,
    title: words.reportTitle({ file: file !== null, reportedAt }),
    where: words.promiseOf(placeName),
    promise,
    words: withHiddenSigns(sentence),
    file: file === null || href === null ? null : { href, name: withHiddenSigns(file.filename) },
    reason: withHiddenSigns(reason),
    hide: href === null ? remark : hideAddress(href),
  };
}
