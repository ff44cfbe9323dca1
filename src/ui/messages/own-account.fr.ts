/** Words of one's own account. */
import type { Holding } from '#domain/access/gate.ts';
import type { NamedHolding } from '#domain/access/named-holding.ts';
import { slugOf } from '#domain/shared/slug.ts';
import type { CannotChangeEmail, CannotChangeName } from '#use-cases/accounts/change-account.ts';
import type { CannotErase } from '#use-cases/accounts/own-account.ts';
import { listAddress, spaceAddress } from '../addresses.ts';
import { SIGN_IN_FIRST } from './accounts.fr.ts';
import { sayProofRefusal } from './proof-refusals.fr.ts';

export const ACCOUNT_TITLE = 'Mon espace';
export const ACCOUNT_DESCRIPTION = 'Votre compte : rôles, connexions ouvertes, données.';
export const SIGN_OUT = 'Me déconnecter';
export const CHANGED = 'C’est changé.';
export const NOT_CHANGED = 'Rien n’a été changé';

export const WHO_TITLE = 'Vous';
export const NAME_LABEL = 'Votre nom';
export const NAME_HINT =
  'Facultatif. Il est montré aux personnes avec qui vous travaillez ici (collectif, négociation), jamais en public sans votre accord.';
export const NAME_SAVE = 'Enregistrer ce nom';
export const EMAIL_TITLE = 'Votre adresse';
export const EMAIL_CHANGE = 'Changer d’adresse';

export const ROLES_TITLE = 'Ce que vous faites ici';
export const NO_ROLE =
  'Aucun rôle pour l’instant. Rejoignez un collectif depuis la page de votre commune, ou demandez un rôle.';
export const ROLES_LINK = 'Voir et demander un rôle';

export const SESSIONS_TITLE = 'Connexions ouvertes';
export const THIS_SESSION = 'Cet appareil';
export const END_SESSION = 'Fermer';
export const END_OTHERS = 'Fermer toutes les autres';

export const PASSKEYS_TITLE = 'Clés d’accès';
export const PASSKEYS_LEDE =
  'Une clé d’accès remplace le code : l’empreinte, le visage ou le code de votre appareil suffit. Elle reste sur votre appareil.';
export const NO_PASSKEY = 'Aucune clé d’accès.';
export const ADD_PASSKEY = 'Ajouter une clé d’accès';
export const PASSKEY_ADDED = 'La clé est ajoutée.';
export const PASSKEY_NOT_ADDED =
  'La clé n’a pas été ajoutée. Si votre connexion date de plus de trente minutes, reconnectez-vous d’abord.';
export const REMOVE_PASSKEY = 'Retirer';
export const PASSKEY_NEEDS_SCRIPT =
  'Pour ajouter une clé, votre navigateur doit accepter les scripts et les clés d’accès.';

export const DATA_TITLE = 'Vos données';
export const DATA_GET = 'Télécharger tout ce que le site garde de vous (JSON)';
export const ERASE_LINK = 'Effacer mon compte';

export const ERASE_TITLE = 'Effacer mon compte';
export const ERASE_LEDE = 'Votre compte disparaît tout de suite, et vous êtes déconnecté·e partout.';
export const WHAT_GOES = 'Ce qui est effacé';
export const WHAT_GOES_LIST: readonly string[] = [
  'votre adresse, votre nom, vos rôles, vos clés d’accès et vos connexions ;',
  'ce qui attendait d’être envoyé à votre adresse ;',
  'vos mots dans le journal de votre compte : le journal garde seulement qu’un compte a été effacé.',
];
export const WHAT_STAYS = 'Ce qui reste';
export const WHAT_STAYS_LIST: readonly string[] = [
  'vos signatures publiques, sous le nom écrit au moment de signer : un pacte est une parole publique ;',
  'ce que vous avez écrit au nom d’un collectif, d’une liste ou d’une mairie, sans votre nom.',
];

export function eraseLabel(word: string): string {
  return `Pour confirmer, écrivez ${word}`;
}
export const ERASE_SUBMIT = 'Effacer définitivement';
export const KEEP_ACCOUNT = 'Garder mon compte';

export const NEW_EMAIL_TITLE = 'Changer d’adresse';
export const NEW_EMAIL_LABEL = 'Nouvelle adresse électronique';
export const NEW_EMAIL_SEND = 'Recevoir un code à cette adresse';
export const NEW_EMAIL_CODE_TITLE = 'Confirmer la nouvelle adresse';
export const NEW_EMAIL_SUBMIT = 'Changer d’adresse';

export function newEmailLede(current: string): string {
  return `Votre adresse actuelle est ${current}. Un code part à la nouvelle ; l’ancienne est prévenue une fois le changement fait.`;
}

export function newEmailCodeLede(email: string): string {
  return `Un code à 6 chiffres part à ${email}. Rien ne change avant que vous l’ayez recopié ici.`;
}

export function accountSince(day: string): string {
  return `Compte ouvert le ${day}.`;
}

export function sessionSeen(since: string, seen: string): string {
  return `ouverte le ${since}, vue pour la dernière fois le ${seen}`;
}

export function passkeyFrom(day: string): string {
  return `ajoutée le ${day}`;
}

export function passkeyNumber(number: number): string {
  return `Clé n° ${number}`;
}

/** Where one goes from one's own page: what for, and the words beside. */
export function doorOf(thing: NamedHolding): { readonly label: string; readonly role: string; readonly href: string } {
  const role = ROLES[thing.role];
  switch (thing.role) {
    case 'collective-member':
    case 'collective-coordinator':
      return { label: thing.name, role, href: spaceAddress(thing) };
    case 'list-representative':
      return { label: thing.name, role, href: listAddress({ id: thing.id, slug: slugOf(thing.name) }) };
    case 'municipal-agent':
    case 'elected-official':
      // Where they work; the page of the place is one link further.
      return { label: thing.place.name, role, href: '/plans/mairie' };
    case 'partner':
      return { label: thing.name, role, href: `/partenaires/${thing.id}/espace` };
    case 'steering-member':
      return { label: 'Comité de pilotage', role, href: '/partenaires/demandes' };
    case 'national-team':
      return { label: 'Équipe nationale', role, href: '/equipe' };
  }
}

const ROLES: Readonly<Record<Holding['role'], string>> = {
  'collective-member': 'collectif dont vous êtes membre',
  'collective-coordinator': 'collectif que vous coordonnez',
  'list-representative': 'liste que vous représentez',
  'municipal-agent': 'collectivité dont vous êtes agent·e',
  'elected-official': 'collectivité dont vous êtes élu·e',
  partner: 'organisation que vous représentez',
  'steering-member': 'demandes des organisations partenaires',
  'national-team': 'chartes, confirmations, signalements',
};

export const NEGOTIATIONS_LINK = 'Mes négociations';

export type AccountRefusal = CannotChangeName | CannotChangeEmail | CannotErase;

export function sayAccountRefusal(refusal: AccountRefusal): string {
  switch (refusal.kind) {
    case 'not-allowed':
      return SIGN_IN_FIRST;
    case 'name-too-long':
      return 'Ce nom dépasse 100 caractères : écrivez-le plus court.';
    case 'name-unreadable':
      return 'Ce nom contient des caractères invisibles : retapez-le.';
    case 'same-email':
      return 'C’est déjà votre adresse.';
    case 'email-taken':
      return 'Cette adresse est celle d’un autre compte. Connectez-vous avec elle, ou effacez d’abord cet autre compte.';
    case 'not-confirmed':
      return 'Le mot écrit n’est pas celui demandé : rien n’a été effacé.';
    default:
      return sayProofRefusal(refusal);
  }
}
