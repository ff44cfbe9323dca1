/**
 * The same text read again is the same value: what a text was read as is kept beside the text, and used only while the
 * text is the same to the last letter. Nothing to invalidate: the text comes from the database each time.
 *
 * For a bounded number of keys; the one that was asked the longest ago goes first.
 */
export function rememberingTexts<Value>(
  read: (text: string) => Value,
  { most }: { readonly most: number },
): (key: string, text: string) => Value {
  const known = new Map<string, { readonly text: string; readonly value: Value }>();
  return (key, text) => {
    const before = known.get(key);
    const now = before?.text === text ? before : { text, value: read(text) };
    // Set again, so that the order of the map is the order of the last questions.
    known.delete(key);
    known.set(key, now);
    const oldest = known.keys().next();
    if (known.size > most && oldest.done !== true) known.delete(oldest.value);
    return now.value;
  };
}
