/** What an address under /preuves names: `e12` is an assessment, `r3` a remark; then the number of its file. */
import { error } from '@sveltejs/kit';
import { idIn } from '#ui/addresses.ts';

export function evidenceAsked(params: { readonly parent: string; readonly document: string }) {
  const [, kind, digits = ''] = /^([er])([1-9]\d{0,9})$/.exec(params.parent) ?? error(404);
  const document = idIn(params.document) ?? error(404);
  const said = kind === 'e' ? { assessment: Number(digits) } : { remark: Number(digits) };
  return { said, document };
}
