/** Words that the forms around collectives share. */
export const NOT_ACCEPTED = 'Rien n’a été enregistré';
export const BEGIN_AGAIN = 'Recommencer';
export const TO_KNOW = 'À savoir';
export const SAVE = 'Enregistrer';
export const SAVED = 'C’est enregistré.';
export const OPTIONAL = 'facultatif';
export const CANCEL_BACK = 'Revenir';

export function atMost(characters: number): string {
  return `${characters} caractères au plus.`;
}
