/** The form of a letter. */
import type { Letter } from '#domain/events/letter.ts';

export type TypedLetter = Omit<Letter, 'questions'> & { readonly questions: readonly number[] };

export function typedLetter(form: FormData): TypedLetter {
  const text = (name: string, most: number): string => {
    const value = form.get(name);
    return typeof value === 'string' ? value.slice(0, most) : '';
  };
  return {
    addressee: text('addressee', 1000),
    subject: text('subject', 1000),
    opening: text('opening', 20_000),
    closing: text('closing', 20_000),
    signedBy: text('signedBy', 1000),
    questions: form.getAll('question').flatMap((value) => {
      const id = typeof value === 'string' ? Number(value) : Number.NaN;
      return Number.isSafeInteger(id) && id > 0 ? [id] : [];
    }),
  };
}

export function letterTyped({ questions, ...letter }: Letter): TypedLetter {
  return { ...letter, questions: questions.map(({ id }) => id) };
}
