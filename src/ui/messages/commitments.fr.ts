/** What a promise is called: a measure, a principle or a local commitment. */
import { heading } from './format.fr.ts';

export function measureCalled(number: number, title: string | null): string {
  return title === null ? `Mesure ${number}` : `Mesure ${number}. ${heading(title)}`;
}

export function principleCalled(letter: string, title: string | null): string {
  return title === null ? `Principe ${letter}` : `Principe ${letter}. ${heading(title)}`;
}

/** Its words are its name. Null: the pact that held it was corrected or withdrawn. */
export function localCalled(words: string | null): string {
  return words === null ? 'Un engagement local qui n’est plus publié' : `Engagement local : ${heading(words)}`;
}
