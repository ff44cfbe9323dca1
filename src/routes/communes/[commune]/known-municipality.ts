/** The door of every file of a municipality: a code that names none is not found. */
import { error } from '@sveltejs/kit';
import { municipalityCodeIn } from '#ui/addresses.ts';
import { runtime, type Runtime } from '#server/runtime.ts';
import { placeExists } from '#server/storage/places.ts';

export async function knownMunicipality({
  commune,
}: {
  readonly commune: string;
}): Promise<Runtime & { readonly code: string }> {
  const code = municipalityCodeIn(commune) ?? error(404);
  const opened = await runtime();
  if (!(await placeExists(opened.db, { kind: 'municipality', code }))) error(404);
  return { ...opened, code };
}
