/** The door of every file of a pact: an address that names no pact is not found, a withdrawn one says so. */
import { error } from '@sveltejs/kit';
import { idIn } from '#ui/addresses.ts';
import { runtime, type Runtime } from '#server/runtime.ts';
import { neverThereOrGone } from '../../gone.ts';
import { pactExists } from '#server/storage/pacts.ts';

export async function knownPact({ pact }: { readonly pact: string }): Promise<Runtime & { readonly id: number }> {
  const id = idIn(pact) ?? error(404);
  const opened = await runtime();
  if (!(await pactExists(opened.db, id))) await neverThereOrGone(opened.db, { what: 'pact', id });
  return { ...opened, id };
}
