/** What the address of a file of the observatory asks: as with the API, all that is wrong with it is told and nothing ignored. */
import type { Fault } from '#domain/open-data/api-problem.ts';
import { answersOf, type Choice } from '#ui/observatory/answers.ts';
import { FIELD } from '#ui/observatory/asked.ts';
import { inSharedWords } from '#ui/observatory/former-words.ts';
import { problemResponse } from '#server/http/api/problem.ts';
import { faultsOfNames } from '#server/http/file-request.ts';
import type { Db } from '#server/storage/connection.ts';
import { areaFacts } from '#server/storage/observatory-list-lines.ts';
import { partAsked, type PartAsked } from './part-asked.ts';

type FileOf = {
  /** The page that shows the same: `/niveaux`. */
  readonly page: string;
  /** Absent: what its page answers. */
  readonly answers?: readonly Choice[];
  /** Names of its own, beside those of a part of the country, and what is wrong with them. */
  readonly own?: readonly string[];
  readonly ownFaults?: (asked: PartAsked) => readonly Fault[];
  /** Of the API: where the same filters are described. */
  readonly resource: string;
};

/** The part asked, in `shared` words, or the answer that says what to correct. Two queries. */
export async function fileAsked(
  db: Db,
  search: URLSearchParams,
  { page, answers = answersOf(page), own = [], ownFaults = () => [], resource }: FileOf,
): Promise<{ readonly part: PartAsked; readonly fields: URLSearchParams } | Response> {
  const fields = inSharedWords(search);
  const part = await partAsked(db, fields, answers);
  const { area, edition } = part.asked;
  const isSomewhere = (await areaFacts(db, { area, edition })).name !== null;
  const nowhere = isSomewhere ? [] : [area.kind === 'region' ? FIELD.region : FIELD.department];
  const faults: readonly Fault[] = [
    ...part.faults,
    ...nowhere.map((parameter) => ({ parameter, fault: 'misunderstood' }) as const),
    ...faultsOfNames(new URLSearchParams([...fields].filter(([parameter]) => !isOfPart(parameter))), own),
    ...ownFaults(part),
  ];
  return faults.length === 0 ? { part, fields } : problemResponse({ kind: 'unclear-request', resource, faults });
}

function isOfPart(parameter: string): boolean {
  return parameter === 'territoire' || Object.values(FIELD).some((known) => known === parameter);
}
