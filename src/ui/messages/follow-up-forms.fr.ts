/** Words of the forms with which one says where a promise stands, or adds a remark. */
import type { Stance } from '#domain/pact/stance.ts';
import { STANCE_WORD } from './stances.fr.ts';

export const ASSESS_TITLE = 'Où en est cette promesse ?';
export const NOT_PUBLISHED = 'Rien n’est encore publié';
export const PUBLIC_NOTE =
  'Ce que vous dites ici est public, daté, et ne s’efface plus : on peut seulement dire autre chose ensuite. L’autre voix est prévenue et peut répondre à côté.';
export const speakingAs = (name: string): string => `Vous parlez ici avec la voix « ${name} ».`;

export const WHO_MAY = {
  title: 'Qui peut parler de cette promesse ?',
  collective: 'Les membres du collectif local. Rejoignez-le, ou fondez-en un s’il n’y en a pas.',
  townHall:
    'Les élu·es et les services de la commune, et les représentant·es de la liste qui a signé. Demandez ce rôle depuis votre compte.',
  list: 'La liste qui a signé n’est pas dans la majorité : ce sont ses représentant·es qui répondent, et non la mairie.',
  others: 'Toute autre personne peut ajouter une remarque signée.',
  role: 'Demander un rôle',
  find: 'Voir les collectifs',
  remark: 'Ajouter une remarque',
} as const;

export const NOW = 'Ce qui est dit aujourd’hui';
export const STILL = 'Toujours exact';
export const STILL_HELP = 'Un seul geste : la date change, rien d’autre.';
export const NEW = 'Dire autre chose';
export const FIRST = 'Votre évaluation';
export const STATUS = 'L’état';
export const LEVELS = 'Niveau par niveau';
export const LEVELS_HELP =
  'Les niveaux ne s’ajoutent pas : regardez-les un par un. Laissez « non regardé » ce que vous n’avez pas vérifié.';
export const NOT_LOOKED = 'non regardé';
export const levelLegend = (level: number, stance: Stance): string => `Niveau ${level}, ${STANCE_WORD[stance]}`;
export const CHECKS = 'Ce qu’on peut vérifier';
export const BEFORE = 'C’était déjà fait avant le début du mandat';
export const SENTENCE = 'Ce que vous avez constaté';
export const SENTENCE_HELP = 'Une phrase ou deux, des faits : ce qui a été fait, où, quand.';
export const ON = 'Jour du constat';
export const REPLY = (name: string): string => `C’est une réponse à ce que dit l’autre voix (${name})`;
export const OTHER_SAYS = (name: string): string => `Ce que dit l’autre voix : ${name}`;
export const PUBLISH = 'Publier cette évaluation';
export const BACK = 'Revenir à la promesse sans rien publier';

export const REMARK_TITLE = 'Ajouter une remarque signée';
export const REMARK_LEDE =
  'Vous savez quelque chose de cette promesse sans être du collectif ni de la mairie ? Dites-le, en signant. Une remarque est publique ; elle ne compte dans aucun total.';
export const REMARK_NAME = 'Votre nom, ou celui de votre association';
export const REMARK_NAME_HELP = 'Il sera public, à côté de la remarque.';
export const REMARK_QUALITY = 'Qui vous êtes ici (facultatif)';
export const REMARK_QUALITY_HELP = 'Par exemple : « présidente de l’association des usager·es du vélo ».';
export const REMARK_SENTENCE = 'Ce que vous savez';
export const REMARK_PUBLISH = 'Publier cette remarque';

export const REMARK_OWN_VOICE =
  'Vous pouvez parler de cette promesse au nom du collectif, de la mairie ou de la liste : dites-le en ce nom, il compte. Les remarques sont pour les autres.';
/** Once, above the remarks of a promise. */
export const REMARKS_NOT_CHECKED = 'Nom et qualité donnés par la personne, non vérifiés.';

export const REMARK_OPENED = 'Une remarque';
export const REPORT = 'Signaler cette remarque';
export const REPORT_HELP =
  'Insulte, mensonge sur une personne, vie privée : dites à l’équipe nationale ce qui ne va pas.';
export const REASON = 'Motif';
export const SEND_REPORT = 'Envoyer le signalement';
export const REPORT_SENT = 'Merci : l’équipe nationale va regarder. La remarque reste visible d’ici là.';
export const WITHDRAW = 'Retirer ma remarque';
export const WITHDRAW_HELP = 'Elle ne sera plus montrée. Vous pourrez en écrire une autre.';
export const HIDE = 'Masquer cette remarque';
export const HIDE_HELP = 'Le motif sera public, à la place de la remarque ; la personne qui l’a écrite le reçoit.';

export const REPORT_FILE = 'Signaler un fichier';
export const REPORT_FILE_HELP =
  'Un visage, une plaque, l’adresse d’une personne : dites à l’équipe nationale ce que ce fichier ne devrait pas montrer.';
export const FILE_REPORT_SENT = 'Merci : l’équipe nationale va regarder. Le fichier reste visible d’ici là.';
export const NOT_SENT = 'Rien n’est encore envoyé';
export const TO_PROMISE = 'Revenir à la promesse';
export const FILES_HERE = 'Fichiers joints à cette promesse';
export const HIDE_FILE = 'Retirer ce fichier';
export const HIDE_FILE_HELP =
  'À faire quand un fichier montre une personne privée ou son adresse. Les mots qu’il appuie restent ; le motif sera public à la place du fichier.';
