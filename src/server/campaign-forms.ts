/** What the forms about requests say, the same on one's own page and on that of the national team. */
import { formText } from './http/form-text.ts';

export type DecideTyped = {
  readonly request: number;
  readonly answer: 'confirmed' | 'refused';
  readonly reason: string;
};

/** Null: not a form of ours. */
export function decideTyped(form: FormData): DecideTyped | null {
  const request = numberTyped(form, 'demande');
  const answer = formText(form, 'reponse', 20);
  if (request === null || (answer !== 'confirmed' && answer !== 'refused')) return null;
  return { request, answer, reason: formText(form, 'motif', 5000) };
}

/** A whole number from 1; null for anything else. */
export function numberTyped(form: FormData, name: string): number | null {
  const text = formText(form, name, 20);
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
}
