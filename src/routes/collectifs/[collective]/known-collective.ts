/** The door of every public page of a collective: a number that names none is not found. */
import { error } from '@sveltejs/kit';
import { idIn } from '#ui/addresses.ts';
import { runtime, type Runtime } from '#server/runtime.ts';

export async function collectiveAsked({
  collective,
}: {
  readonly collective: string;
}): Promise<Runtime & { readonly id: number }> {
  const id = idIn(collective) ?? error(404);
  return { ...(await runtime()), id };
}
