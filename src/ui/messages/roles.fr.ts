/** Roles, how they are confirmed, and why an act about them was refused. */
import type { RequestWay } from '#domain/campaign/role-request.ts';
import type { NamedRole } from '#use-cases/campaign/role-store.ts';

/** « représenter la liste … »: after « Vous demandez à ». */
export function toHold(role: NamedRole): string {
  switch (role.role) {
    case 'list-representative':
      return `représenter la liste « ${role.list} » (${role.place})`;
    case 'municipal-agent':
      return `agir comme agent·e de ${role.place}`;
    case 'elected-official':
      return `agir comme élu·e de ${role.place}`;
    case 'national-team':
      return 'faire partie de l’équipe nationale';
  }
}

/** « représentant·e de la liste … »: a title. */
export function roleTitle(role: NamedRole): string {
  switch (role.role) {
    case 'list-representative':
      return `Représentant·e de la liste « ${role.list} », ${role.place}`;
    case 'municipal-agent':
      return `Agent·e, ${role.place}`;
    case 'elected-official':
      return `Élu·e, ${role.place}`;
    case 'national-team':
      return 'Équipe nationale';
  }
}

/** How a role was confirmed: after its name. */
export const CONFIRMED_BY: Readonly<Record<RequestWay, string>> = {
  'public-address': 'confirmé par un code envoyé à l’adresse publique',
  holder: 'confirmé par une personne qui tenait déjà ce rôle ou agit pour la même mairie',
  'national-team': 'confirmé par l’équipe nationale',
  operator: 'confirmé par l’équipe technique du site',
};

export const ROLES_TITLE = 'Mes rôles';
export const ROLES_DESCRIPTION = 'Les rôles que vous tenez, ceux que vous demandez, et comment ils sont confirmés.';
export const ROLES_LEDE =
  'Un rôle permet d’agir pour une liste, une mairie ou l’équipe nationale. Il est toujours confirmé par quelqu’un d’autre : personne ne l’obtient pour l’avoir demandé en premier.';
export const NOTHING_ASKED = 'Vous n’avez demandé aucun rôle.';
export const TO_DECIDE = 'Des personnes attendent votre réponse';
export const MINE = 'Mes demandes et mes rôles';
export const HOW_TO_ASK = 'Demander un rôle';
export const HOW_TO_ASK_STEPS: readonly string[] = [
  'Pour représenter une liste, ouvrez la page de cette liste, puis « Demander à représenter cette liste ».',
  'Pour agir pour une mairie, comme agent·e ou élu·e, ouvrez les listes de votre commune, puis « Demander à agir pour cette mairie ».',
];
export const FIND_COMMUNE = 'Chercher votre commune';
export const ASK_TEAM = 'Demander à faire partie de l’équipe nationale';

export const ASK_TITLE = 'Demander un rôle';
export const WHICH_ROLE = 'Votre rôle';
export const AGENT = 'J’y travaille, comme agent·e';
export const ELECTED = 'J’y suis élu·e';
export const WORDS_LABEL = 'Ce qui peut aider à vous reconnaître (facultatif)';
export const WORDS_HINT =
  'Par exemple votre fonction, ou qui peut le confirmer. Seules les personnes qui décident le lisent.';
export const ASK_SEND = 'Demander ce rôle';
export const NO_COLLECTIVE =
  'Une personne candidate ou élue ne peut pas être membre d’un collectif en même temps : il vous sera demandé de le quitter d’abord.';
export const HOW_CONFIRMED = 'Comment ce sera confirmé';

/** How a request can be confirmed here: the ways that work first, then those that do not yet, with what to do. */
export function waysInWords(addresses: readonly string[], holders: number, role: NamedRole['role']): readonly string[] {
  if (role === 'national-team') return ['par une personne de l’équipe nationale, ou par l’équipe technique du site'];
  const [whose, ofWhom] =
    role === 'list-representative' ? ['cette liste', 'de la liste'] : ['cette mairie', 'de la mairie'];
  const code = addresses.length > 0;
  const ways = [
    { works: code, words: `par un code, envoyé à l’adresse publique : ${addresses.join(', ')}` },
    { works: holders > 0, words: `par une personne déjà confirmée pour ${whose}` },
    { works: true, words: 'par l’équipe nationale : écrivez ci-dessous ce qui l’aidera à vous reconnaître' },
    {
      works: !code,
      words: `pas encore possible : par un code, faute de connaître l’adresse publique ${ofWhom}. Indiquez ci-dessous où elle est publiée : cela aidera l’équipe nationale à répondre`,
    },
    {
      works: holders === 0,
      words: `pas encore possible : par une personne déjà confirmée pour ${whose}, car vous seriez la première. Rien à faire : l’équipe nationale répondra`,
    },
  ];
  return ways.filter(({ works }) => works).map(({ words }) => words);
}

export const STATE = {
  asked: 'en attente',
  confirmed: 'confirmé',
  refused: 'refusé',
  dropped: 'demande retirée',
  ended: 'terminé',
} as const;

export const WAITS = 'L’équipe nationale, ou une personne qui tient déjà ce rôle, va répondre. Vous recevrez un mail.';
export const WAITS_WITH_CODE =
  'Le plus rapide : un code envoyé à l’adresse publique. Sinon l’équipe nationale, ou une personne qui tient déjà ce rôle, répondra.';
export const SEND_CODE = 'Envoyer un code à';
export function codeSent(to: string, on: string): string {
  return `Un code est parti le ${on} vers ${to}. Demandez-le à qui lit cette adresse : il sert pendant sept jours.`;
}
export const CODE_LABEL = 'Le code reçu';
export const CODE_HINT = 'Dix caractères, par exemple K7M2P-9XQ4T. Majuscules et tirets ne comptent pas.';
export const CODE_SEND = 'Confirmer avec ce code';
export const DROP = 'Retirer ma demande';
export const LEAVE = 'Quitter ce rôle';
export const LEAVE_HINT =
  'Ce que vous avez fait dans ce rôle reste. Les personnes qui le tiennent encore sont prévenues.';
export const CONFIRM = 'Confirmer';
export const REFUSE = 'Refuser';
export const REASON_LABEL = 'Motif (la personne le lira ; nécessaire pour refuser)';
export const REASON_TAKE = 'Motif (la personne le lira)';
export const TAKE = 'Retirer ce rôle';
export const NOT_DONE = 'Rien n’est changé';
export const DONE = 'C’est fait.';
export const NO_NAME = 'personne sans nom';
export function askedBy(person: string, on: string): string {
  return `Demandé par ${person === '' ? 'une personne qui n’a pas donné de nom' : person}, le ${on}.`;
}
export function saidWords(words: string): string {
  return `« ${words} »`;
}
export function reasonLine(reason: string): string {
  return `Motif : « ${reason} »`;
}

export const TEAM_TITLE = 'Équipe nationale';
export const TEAM_DESCRIPTION = 'Ce qui attend l’équipe nationale.';
export const TEAM_LEDE = 'Ce qui attend une réponse, et les outils de l’équipe.';
export const QUEUE_TITLE = 'Demandes de rôle';
export const QUEUE_EMPTY = 'Personne n’attend.';
export const HELD_TITLE = 'Rôles tenus';
export const HELD_LEDE =
  'Les rôles confirmés, du plus récent au plus ancien. Retirer un rôle se dit à la personne, avec un motif.';
