/** The door of the pages of a question: a number that names none is not found. */
import { error } from '@sveltejs/kit';
import { runtime, type Runtime } from '#server/runtime.ts';
import { questionViews, type QuestionView } from '#server/storage/body-questions.ts';
import { idIn } from '#ui/addresses.ts';

export async function knownQuestion({
  question,
}: {
  readonly question: string;
}): Promise<Runtime & { readonly question: QuestionView }> {
  const id = idIn(question) ?? error(404);
  const opened = await runtime();
  const [found] = await questionViews(opened.db, { id });
  return { ...opened, question: found ?? error(404) };
}
