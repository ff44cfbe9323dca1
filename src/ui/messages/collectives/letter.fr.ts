/** Words of the form by which anyone writes to a collective. */
export const LETTER_NAME = 'Votre nom';
export const LETTER_SUBJECT = 'Sujet';
export const LETTER_MESSAGE = 'Message';
export const LETTER_SEND = 'Recevoir un code';
export const LETTER_CONFIRM = 'Envoyer le message';
export const LETTER_NOTES = [
  'Votre message va à la coordination du collectif, avec votre adresse, pour qu’elle puisse vous répondre. Il n’est pas gardé ici.',
  'Vous ne voyez l’adresse de personne : c’est la réponse qui vous la donnera, si la personne le veut.',
  'Un code vous est envoyé d’abord, pour être sûr que l’adresse est bien la vôtre.',
] as const;
export const LETTER_SENT = 'Votre message est parti. La réponse viendra par mail, directement.';

export function letterTitle(name: string): string {
  return `Écrire à « ${name} »`;
}
