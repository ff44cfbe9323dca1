/** What the forms that announce and change a consultation hold, as typed. */
import { formText } from '#server/http/form-text.ts';
import type { ConsultationAsked } from '#use-cases/consultation/announce-consultation.ts';

export function announcedIn(form: FormData): ConsultationAsked {
  return {
    title: formText(form, 'titre', 20_000),
    words: formText(form, 'texte', 20_000),
    opensOn: formText(form, 'ouvre', 12),
    closesOn: formText(form, 'ferme', 12),
  };
}
