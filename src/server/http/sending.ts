/** The random value of a form (ui/components/Sending.svelte), for use-cases/sent-once.ts. */
import { formText } from './form-text.ts';

/** '' when it is not there. */
export function sendingIn(form: FormData): string {
  return formText(form, 'envoi', 64);
}
