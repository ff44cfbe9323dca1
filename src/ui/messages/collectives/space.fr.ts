/** Words of the space of a collective. */
import { count, dayOf, listOf } from '../format.fr.ts';

export const SPACE_TITLE = 'Espace du collectif';
export const SPACE_DESCRIPTION = 'Espace des membres d’un collectif local.';
export const SPACE_NAVIGATION = 'Espace du collectif';
export const SPACE_PAGES = [
  { path: '', label: 'Membres' },
  { path: '/agenda', label: 'Agenda' },
  { path: '/priorites', label: 'Priorités et votes' },
  { path: '/bilans', label: 'Bilans' },
  { path: '/editions', label: 'Édition locale' },
  { path: '/reglages', label: 'Réglages et charte' },
  { path: '/journal', label: 'Journal' },
] as const;

export const STILL_REQUESTED =
  'Ce collectif attend d’être confirmé. Vous pouvez déjà inviter ; le public ne voit que la date de la demande.';
export const ASLEEP =
  'Ce collectif est en sommeil : rien ne s’y est passé depuis un an. Il se réveille dès que l’un·e de vous y fait quelque chose.';

export const TO_ANSWER = 'À faire';
export const ACCEPT = 'Accepter';
export const DECLINE = 'Refuser';
export const AGREE = 'Je suis d’accord';
export const DISAGREE = 'Je ne suis pas d’accord';
export const TAKE_BACK = 'Reprendre';
export const TAKEOVER_ACCEPT = 'Nous nous en occupons';
export const TAKEOVER_DECLINE = 'Nous ne pouvons pas';

export const WHO_DECIDES =
  'Il faut l’accord de toutes les autres personnes qui coordonnent, deux au moins. À deux, c’est l’équipe nationale qui décide : elle est prévenue.';

export const MEMBERS = 'Membres';
export const COORDINATES = 'coordination';
export const IS_YOU = 'vous';
export const NAME_IS_PUBLIC = 'nom public';
export const NAMESAKE = 'C’est un·e homonyme';
export const SAID_NAMESAKE = 'homonyme, selon la coordination';
export const GIVE_COORDINATION = 'Confier la coordination';
export const GIVE_UP = 'Ne plus coordonner';
export const REMOVE = 'Retirer du collectif';
export const CONTEST = 'Contester sa coordination';
export const REASON = 'Raison, que la personne lira';
export const CONFIRM_REMOVAL = 'Retirer cette personne';
export const CONFIRM_CONTEST = 'Demander qu’elle ne coordonne plus';

export const INVITE = 'Inviter';
export const INVITE_EMAIL = 'Adresse électronique de la personne';
export const INVITE_EMAIL_HINT = 'Les personnes qui coordonnent la voient tant que l’invitation attend.';
export const INVITE_SEND = 'Envoyer l’invitation';
export const INVITE_NOTE =
  'Un lien part par mail. Il sert une fois, pendant 14 jours ; l’adresse est effacée dès qu’il a servi.';
export const INVITATIONS = 'Invitations envoyées';
export const TAKE_BACK_INVITATION = 'Reprendre l’invitation';

export const YOURSELF = 'Vous dans ce collectif';
export const LEAVE = 'Quitter le collectif';
export const LEAVE_NOTE = 'Vous pourrez demander à revenir. Ce qui a été fait reste.';
export const LEAVE_CONFIRM = 'Quitter';

export const NEGOTIATIONS = 'Négociations';
export const NEGOTIATIONS_LINK = 'Voir et ouvrir des négociations';

export const ADVISED = 'Trois membres au moins sont conseillés.';

export const AGENDA_ADD = 'Annoncer une date';
export const AGENDA_EDIT = 'Changer une date';
export const AGENDA_NONE = 'Aucune date annoncée.';
export const AGENDA_TITLE_LABEL = 'Titre';
export const AGENDA_LOCATION = 'Lieu';
export const AGENDA_DAY = 'Jour';
export const AGENDA_FROM = 'De';
export const AGENDA_TO = 'À';
export const AGENDA_TO_HINT = 'Plus tôt que le début : le lendemain.';
export const AGENDA_DESCRIPTION = 'Description';
export const AGENDA_PUBLIC = 'Tout ce qui est dans l’agenda est public.';
export const AGENDA_SAVE = 'Annoncer';
export const AGENDA_CHANGE = 'Enregistrer';
export const AGENDA_CANCEL = 'Annuler cette date';
export const AGENDA_CANCEL_NOTE = 'Elle reste affichée, marquée « annulé », pour prévenir qui l’avait notée.';
export const AGENDA_CANCELLED = 'annulé';
export const BAD_TIME = 'Choisissez un jour et des heures, par exemple 18:30.';

export const PRIORITIES_TITLE = 'Priorités et votes';
export const LOCAL_MEASURES = 'Mesures locales';
export const LOCAL_MEASURES_LEDE =
  'Ce que le collectif veut ici, au-delà de la charte. Elles peuvent entrer dans un vote et dans une négociation.';
export const LOCAL_TEXT = 'Texte de la mesure';
export const LOCAL_RELATED = 'Mesures de la charte qui vont avec';
export const LOCAL_RELATED_HINT = 'Facultatif : leurs numéros, séparés par des virgules.';
export const LOCAL_ADD = 'Ajouter une mesure locale';
export const LOCAL_WITHDRAW = 'Retirer';
export const CHARTER_OF = 'Charte';
export const VOTES = 'Votes';
export const NO_VOTE = 'Aucun vote pour l’instant.';
export const VOTE_OPEN = 'Demander aux habitant·es';
export const VOTE_LEDE =
  'Le vote porte sur toutes les mesures de la charte et sur vos mesures locales. Une fois annoncé, il ne change plus.';
export const VOTE_CHOICES = 'Combien de mesures peut-on choisir ?';
export const VOTE_OPENS = 'Ouverture';
export const VOTE_CLOSES = 'Clôture (ce jour est compris)';
export const VOTE_ANNOUNCE = 'Annoncer le vote';
export const VOTE_CANCEL = 'Annuler ce vote';
export const VOTE_CANCEL_NOTE = 'Les bulletins déjà déposés seront effacés.';
export const CHOSEN = 'Ce que le collectif propose en premier';
export const CHOSEN_LEDE =
  'Une négociation commence par ces mesures, dans cet ordre. Le dernier vote conseille ; c’est vous qui choisissez.';
export const CHOSEN_MEASURES = 'Numéros des mesures de la charte, dans l’ordre';
export const CHOSEN_LOCALS = 'Numéros des mesures locales, dans l’ordre';
export const CHOSEN_HINT = 'Séparés par des virgules. Par exemple : 15, 1, 26.';
export const measuresOf = (edition: string): string => `Les mesures et leurs numéros : ${edition}`;
export const OTHER_MEASURES = 'Autres mesures';
export const CHOSEN_SAVE = 'Enregistrer ces priorités';
export const NOT_NUMBERS = 'Écrivez des numéros séparés par des virgules, par exemple : 15, 1, 26.';
export const UNKNOWN_LOCAL_NUMBER = 'Une de ces mesures locales n’existe pas.';

export const SETTINGS_TITLE = 'Réglages et charte';
export const SETTINGS_ONLY = 'Seule la coordination change le nom, la présentation et les communes.';
export const SETTINGS_PLACES = 'Communes du collectif';
export const SETTINGS_PLACES_NOTE =
  'Décochez une commune pour la retirer. Pour en ajouter une, écrivez à l’équipe nationale : un collectif est confirmé pour ses communes.';

export const JOURNAL_TITLE = 'Journal';
export const JOURNAL_LEDE =
  'Tout ce qui a été fait dans ce collectif, du plus récent au plus ancien. Rien ne s’y efface.';

export function requestLine(name: string, at: Date): string {
  return `${name} demande à rejoindre le collectif (${dayOf(at)}).`;
}
export function nameOnLists(lists: readonly string[]): string {
  return `Un nom semblable figure sur ${listOf(lists.map((list) => `« ${list} »`))}. Peut-être un·e homonyme : demandez-lui.`;
}
export function ownNameOnLists(lists: readonly string[]): string {
  return `Un nom semblable au vôtre figure sur ${listOf(lists.map((list) => `« ${list} »`))}. Si c’est vous, quittez le collectif ; sinon, dites-le à la coordination.`;
}
export function contested(asker: string, person: string): string {
  return `${asker} demande que ${person} ne coordonne plus.`;
}
export function contestedYou(asker: string): string {
  return `${asker} demande que vous ne coordonniez plus. Les autres membres de la coordination, ou l’équipe nationale, décident.`;
}
export function takeoverLine(name: string): string {
  return `L’équipe nationale demande si vous pouvez vous occuper du collectif voisin « ${name} », en sommeil.`;
}
export function joinedOn(at: Date): string {
  return `depuis le ${dayOf(at)}`;
}
export function membersCount(members: number): string {
  return count(members, 'membre', 'membres');
}
export function invitationLine(email: string, until: Date): string {
  return `${email}, jusqu’au ${dayOf(until)}`;
}
export function acceptedVersion(version: string): string {
  return `Le collectif a accepté la version ${version} de la charte.`;
}
export function ballotsSoFar(ballots: number): string {
  return `${count(ballots, 'bulletin déposé', 'bulletins déposés')} à cette heure`;
}
