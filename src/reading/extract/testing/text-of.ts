import { extractText, type ExtractOptions } from '../extract-text.ts';
import type { Extracted, ExtractRefusal } from '../extracted.ts';

/** Throws when the document is refused: a test that wants text must not pass without. */
export async function extracted(bytes: Uint8Array, options: ExtractOptions): Promise<Extracted> {
  const result = await extractText(bytes, options);
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}

export async function textOf(bytes: Uint8Array, filename: string): Promise<string> {
  return (await extracted(bytes, { filename })).text;
}

/** Throws when the document is read. */
export async function refusalOf(bytes: Uint8Array, options: ExtractOptions): Promise<ExtractRefusal> {
  const result = await extractText(bytes, options);
  if (result.ok) throw new Error(`read: ${result.value.text.slice(0, 80)}`);
  return result.refusal;
}
