/** Words of founding and joining a collective. */
import { DECLARATIONS, type Declaration } from '#domain/collective/membership.ts';
import { count, dayOf } from '../format.fr.ts';

export const FOUND_TITLE = 'Fonder un collectif';
export const FOUND_DESCRIPTION = 'Demander la création d’un collectif local pour une commune ou plusieurs.';
export const FOUND_LEDE =
  'Un collectif réunit des habitant·es qui proposent un pacte aux listes. Sa création est confirmée par l’équipe nationale : être le premier ou la première à demander ne rend propriétaire de rien.';
export const WHERE = 'Pour quelle commune ?';
export const CHOSEN_PLACES = 'Communes du collectif';
export const ADD_PLACE = 'Ajouter une commune';
export const REMOVE_PLACE = 'Retirer';
export const NO_MATCH = 'Aucune commune ne correspond. Essayez avec son code postal.';
export const ALREADY_THERE = 'Il y a déjà un collectif ici :';
export const ALREADY_NOTE = 'Vous pouvez demander à le rejoindre plutôt que d’en fonder un autre.';
export const NAME_LABEL = 'Nom du collectif';
export const NAME_HINT = 'Par exemple : Collectif pour la transition de Nogent. Aucun nom de liste ni de parti.';
export const DESCRIPTION_LABEL = 'Présentation';
export const DESCRIPTION_HINT =
  'Facultatif. Qui vous êtes et ce qui vous réunit, en quelques phrases. Ce texte est public.';
export const FOUND_SEND = 'Demander la création du collectif';
export const THREE_ADVISED =
  'Trois membres au moins sont conseillés : vous pourrez inviter dès que la demande sera envoyée.';

export const YOU = 'Vous';
export const OWN_NAME = 'Votre nom';
export const OWN_NAME_HINT = 'Les autres membres le voient. Il n’est public que si vous le choisissez ci-dessous.';
export const OWN_NAME_HINT_LATER =
  'La coordination et les autres membres le voient. Il n’est pas public ; une fois membre, vous pourrez en décider autrement.';
export const NAME_PUBLIC = 'Montrer mon nom sur la page publique du collectif';
export const DECLARE = 'Êtes-vous élu·e ici, ou sur une liste candidate ?';
export const DECLARE_WHY =
  'Le collectif négocie avec les listes et les élu·es : une même personne ne peut pas être des deux côtés de la table. Votre réponse est connue de la coordination.';

const LABELS: Readonly<Record<Declaration, string>> = {
  neither: 'Ni l’un ni l’autre',
  elected: 'Je suis élu·e ici',
  'on-a-list': 'Je figure sur une liste candidate, ou je vais y figurer',
};
export const DECLARATION_CHOICES = DECLARATIONS.map((value) => ({ value, label: LABELS[value] }));

export const CHARTER = 'Charte des collectifs';
export const READ_CHARTER = 'Lire la charte';
export const ACCEPT_CHARTER = 'J’ai lu la charte des collectifs et je l’accepte';

export const JOIN_DESCRIPTION = 'Demander à rejoindre un collectif local.';
export const JOIN_MESSAGE = 'Quelques mots pour la coordination';
export const JOIN_SEND = 'Demander à rejoindre';
export const JOIN_ASKED = 'Votre demande est envoyée : la coordination vous répondra par mail.';
export const TAKE_BACK_REQUEST = 'Retirer ma demande';
export const OPEN_SPACE = 'Ouvrir l’espace du collectif';
export const INVITATION_TITLE = 'Vous êtes invité·e';
export const INVITATION_DESCRIPTION = 'Répondre à une invitation dans un collectif local.';
export const INVITATION_ACCEPT = 'Rejoindre le collectif';

export function joinTitle(name: string): string {
  return `Rejoindre « ${name} »`;
}
export function invitationLede(name: string, members: number, expiresAt: Date): string {
  return `On vous invite dans « ${name} » (${count(members, 'membre', 'membres')}). L’invitation sert une fois, jusqu’au ${dayOf(expiresAt)}.`;
}
