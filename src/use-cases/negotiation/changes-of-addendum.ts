/** What an addendum, frozen or not, says otherwise than the text that it names. */
import type { AgreedText } from '#domain/pact/agreed-text.ts';
import { changesBetween, type TextChange } from '#domain/pact/text-changes.ts';
import type { Stores } from '../stores.ts';

/** Null: it is no addendum. */
export async function changesOfAddendum(
  stores: Stores,
  text: Pick<AgreedText, 'principles' | 'measures' | 'localMeasures' | 'addendumTo'>,
): Promise<readonly TextChange[] | null> {
  if (text.addendumTo === null) return null;
  const before = await stores.agreedTexts.find({ code: text.addendumTo.code });
  // A foreign key holds it, and no text is ever deleted.
  if (before === null) throw new Error(`no agreed text ${text.addendumTo.code}`);
  return changesBetween(before.text, text);
}
