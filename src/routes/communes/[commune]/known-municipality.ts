/** The door of every file of a municipality: a former code leads to that of today, one that names none is not found. */
import { error } from '@sveltejs/kit';
import { municipalityCodeIn } from '#ui/addresses.ts';
import { runtime, type Runtime } from '#server/runtime.ts';
import { placeExists } from '#server/storage/places.ts';
import { sendToHolder } from './not-a-municipality.ts';

type Asked = { readonly params: { readonly commune: string }; readonly url: URL };

export async function knownMunicipality({ params, url }: Asked): Promise<Runtime & { readonly code: string }> {
  const code = municipalityCodeIn(params.commune) ?? error(404);
  const opened = await runtime();
  if (!(await placeExists(opened.db, { kind: 'municipality', code }))) await sendToHolder(opened.db, { code, url });
  return { ...opened, code };
}
