/** Words of "Je veux un pacte ici". */
import { READINESS, type Readiness } from '#domain/collective/wish.ts';
import { a, count } from '../format.fr.ts';

export const WISH = 'Je veux un pacte ici';
export const FOUND_HERE = 'Fonder un collectif ici';
export const READINESS_LABEL = 'Jusqu’où iriez-vous ?';
export const WISH_SEND = 'Recevoir un code';
export const WISH_CONFIRM = 'Confirmer mon souhait';
export const CONFIRM_TITLE = 'Confirmer votre souhait';
export const WISH_NOTES = [
  'Votre adresse n’est montrée à personne, ni aux autres, ni à la mairie, ni aux listes.',
  'Elle sert à vous dire ce que devient votre souhait, et à rien d’autre. Chaque mail permet de l’effacer.',
  'Un souhait par adresse et par commune.',
] as const;

const LABELS: Readonly<Record<Readiness, string>> = {
  'be-told': 'Qu’on me tienne au courant',
  sign: 'Soutenir le pacte de mon nom, le moment venu',
  'take-part': 'Participer au collectif',
  found: 'Fonder le collectif avec d’autres',
};

export const READINESS_CHOICES = READINESS.map((value) => ({ value, label: LABELS[value] }));

export function wishTitle(name: string): string {
  return `Je veux un pacte ${a(name)}`;
}

export function wishDescription(name: string): string {
  return `Dire que l’on souhaite un pacte ${a(name)} : à trois, un collectif devient possible.`;
}

export const WISH_LEDE =
  'Aucun collectif n’existe ici. Laissez votre adresse : à trois personnes, un collectif devient possible et vous êtes prévenu·e.';

/** How many wish a pact in a commune without collective. */
export function wishesHere(wishes: number): string {
  if (wishes === 0) return 'Personne n’a encore dit ici vouloir un pacte.';
  if (wishes < 3)
    return `${count(wishes, 'personne le souhaite', 'personnes le souhaitent')} déjà. À trois, un collectif devient possible.`;
  return `${count(wishes, 'personne le souhaite', 'personnes le souhaitent')} : un collectif est possible.`;
}

export function wishKept(wishes: number): string {
  const missing = 3 - wishes;
  if (missing > 0)
    return `Votre souhait est noté. Encore ${count(missing, 'personne', 'personnes')} et un collectif devient possible : parlez-en autour de vous.`;
  return `Votre souhait est noté. Vous êtes ${wishes} : un collectif est possible, et chacun·e vient de recevoir un mail.`;
}

export const FOUND_NOW = 'Fonder le collectif';
export const STOP_TITLE = 'Retirer mon souhait';
export const STOP_DESCRIPTION = 'Retirer un souhait de pacte et effacer l’adresse laissée.';
export const STOP_BUTTON = 'Retirer mon souhait et effacer mon adresse';
export const STOP_DONE = 'C’est fait : votre souhait est retiré et votre adresse effacée. Vous ne recevrez plus rien.';
export const STOP_NOT_THERE =
  'Ce lien ne mène à aucun souhait : il a sans doute déjà été retiré, et l’adresse effacée.';

export function stopLede(name: string): string {
  return `Vous avez souhaité un pacte ${a(name)}. En retirant ce souhait, votre adresse est effacée tout de suite.`;
}

export function codeSent(email: string): string {
  return `Un mail vient de partir vers ${email}. Recopiez ici le code qu’il contient.`;
}

export const SEE_COMMUNES = 'Voir les communes';
export const COLLECTIVE_THERE = 'Un collectif existe déjà ici : écrivez-lui, ou demandez à le rejoindre.';
