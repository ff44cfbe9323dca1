/** Numbers as somebody lists them: « 15, 1 et 26 ». Null: something else stands there. */
export function numbersTyped(text: string): readonly number[] | null {
  const parts = text
    .split(/[\s,;]+|\bet\b/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const numbers = parts.map((part) => (/^\d{1,4}$/.test(part) ? Number(part) : Number.NaN));
  return numbers.some(Number.isNaN) ? null : numbers;
}
