/** The field of the form of an event that a refusal is about. */
export function fieldOf(refusal: { readonly kind: string; readonly field?: string }): string {
  return refusal.field ?? FIELDS[refusal.kind] ?? 'title';
}

const FIELDS: Readonly<Record<string, string>> = {
  'not-a-day': 'happenedOn',
  'day-to-come': 'happenedOn',
  'day-too-old': 'happenedOn',
  'reply-before-letter': 'happenedOn',
};
