/** What the pages of letters share: the questions that one may carry, and the fields of a refusal. */
import { questionsOf } from '#server/storage/follow-up-questions.ts';
import type { PromiseLines } from '#server/promise-lines.ts';
import type { Db } from '#server/storage/connection.ts';
import type { PlaceCode } from '#domain/shared/place.ts';

export async function questionsToCarry(
  db: Db,
  { code, collective, promises }: { code: PlaceCode; collective: number; promises: PromiseLines },
) {
  const open = await questionsOf(db, code, { open: true });
  return open
    .filter(
      (question) =>
        question.visibility === 'public' || (question.askedAs === 'collective' && question.collective === collective),
    )
    .map(({ id, words, about }) => ({
      id,
      words,
      about: about === null ? null : promises.of(about.edition, about.item).label,
    }));
}
