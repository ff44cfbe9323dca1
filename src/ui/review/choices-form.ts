/** What a person says of the document as a whole, as the form of a draft carries it. */
import type { DraftChoices } from '#use-cases/stores.ts';

export type ChoicesAsked = { readonly version: number; readonly choices: Partial<DraftChoices> };

/** A field that is not in the form keeps its choice; an empty one takes it back. */
export function choicesFrom(form: FormData): ChoicesAsked {
  const signedOn = textOf(form, 'signedOn');
  const term = textOf(form, 'termFrom');
  return {
    version: Number(textOf(form, 'version') ?? 0),
    choices: {
      ...(signedOn === null ? {} : { signedOn: signedOn === '' ? null : signedOn }),
      ...(term === null ? {} : { termFrom: term === '' ? null : Number(term) }),
    },
  };
}

function textOf(form: FormData, name: string): string | null {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim().slice(0, 40) : null;
}
