/** Why an act on elections, lists, roles or questions was refused, and what to do next. One sentence per kind. */
import type { CannotAskRole } from '#use-cases/campaign/ask-role.ts';
import type { CannotChangeList } from '#use-cases/campaign/change-list.ts';
import type { CannotDecideRole } from '#use-cases/campaign/decide-role.ts';
import type { CannotEndRole } from '#use-cases/campaign/end-role.ts';
import type { CannotEnterAddresses } from '#use-cases/campaign/enter-addresses.ts';
import type { CannotEnterElection } from '#use-cases/campaign/enter-by-election.ts';
import type { CannotEnterList } from '#use-cases/campaign/enter-list.ts';
import type { CannotGiveRole } from '#use-cases/campaign/give-role.ts';
import type { CannotImport } from '#use-cases/campaign/import-file.ts';
import type { CannotLinkPact } from '#use-cases/campaign/link-pact.ts';
import type { CannotConfirmByCode, CannotSendRoleCode } from '#use-cases/campaign/role-code.ts';
import type { CannotAnswerQuestion, CannotPutQuestion } from '#use-cases/campaign/put-question.ts';
import { FIELD_WORDS, sayBrokenTable, sayLineProblem } from './list-import.fr.ts';
import { count, day, figure, listOf } from './format.fr.ts';

export type CampaignRefusal =
  | CannotAskRole
  | CannotChangeList
  | CannotDecideRole
  | CannotEndRole
  | CannotEnterAddresses
  | CannotEnterElection
  | CannotEnterList
  | CannotGiveRole
  | CannotImport
  | CannotLinkPact
  | CannotConfirmByCode
  | CannotSendRoleCode
  | CannotPutQuestion
  | CannotAnswerQuestion;

export function sayCampaignRefusal(refusal: CampaignRefusal): string {
  switch (refusal.kind) {
    case 'not-allowed':
      return 'Vous ne pouvez pas faire cela : il y faut un rôle que vous ne tenez pas, ou le moment est passé.';
    case 'unknown-list-or-place':
      return 'Cette liste ou ce lieu n’existe pas.';
    case 'asked-already':
      return 'Vous avez déjà demandé ce rôle, ou vous le tenez déjà.';
    case 'too-many-requests-open':
      return `Vous avez déjà ${figure(refusal.limit)} demandes en attente. Attendez une réponse, ou retirez-en une.`;
    case 'too-many-requests-today':
      return 'Vous avez fait beaucoup de demandes aujourd’hui. Réessayez demain.';
    case 'member-of-a-collective':
      return 'Une personne élue ou candidate ne peut pas être membre d’un collectif en même temps. Quittez d’abord le collectif, puis demandez ce rôle.';
    case 'words-too-long':
      return `Ce texte dépasse ${figure(refusal.limit)} caractères : dites-le plus court.`;
    case 'unknown-role-request':
      return 'Cette demande n’existe pas, ou n’existe plus.';
    case 'request-closed':
      return REQUEST_CLOSED[refusal.state];
    case 'ones-own-request':
      return 'Personne ne confirme sa propre demande : une autre personne doit le faire.';
    case 'role-reason-missing':
      return 'Dites pourquoi : la personne lira ce motif.';
    case 'no-public-address':
      return 'Nous ne connaissons pas d’adresse publique pour cette liste ou cette mairie. La demande attend l’équipe nationale ou une personne qui tient déjà ce rôle.';
    case 'address-busy':
      return 'Plusieurs codes sont déjà partis aujourd’hui vers cette adresse. Réessayez demain, ou attendez l’équipe nationale.';
    case 'not-a-role-code':
      return 'Un code a dix caractères, lettres et chiffres, par exemple K7M2P-9XQ4T. Recopiez-le en entier.';
    case 'no-role-code':
      return 'Aucun code n’a été envoyé pour cette demande. Faites-en envoyer un.';
    case 'wrong-role-code':
      return refusal.triesLeft === 0
        ? 'Ce code n’est pas le bon, et c’était le dernier essai. Faites envoyer un autre code.'
        : `Ce code n’est pas le bon. Il vous reste ${count(refusal.triesLeft, 'essai', 'essais')}.`;
    case 'late-role-code':
      return 'Ce code est trop ancien. Faites-en envoyer un autre.';
    case 'too-many-role-codes':
      return 'Trop d’essais avec ce code : il ne sert plus. Faites-en envoyer un autre.';
    case 'unknown-account':
      return 'Aucun compte n’a cette adresse : la personne doit d’abord se connecter une fois.';
    case 'held-already':
      return 'Cette personne tient déjà ce rôle.';
    case 'unknown-municipality':
      return 'Aucune commune ne porte ce code.';
    case 'unknown-election':
      return `Nous ne connaissons pas l’élection « ${refusal.election} ».`;
    case 'election-elsewhere':
      return 'Cette élection partielle est celle d’une autre commune.';
    case 'unknown-list':
      return 'Cette liste n’existe pas.';
    case 'unknown-pact':
      return 'Ce pacte n’existe pas, ou a été retiré.';
    case 'pact-elsewhere':
      return 'Ce pacte et cette liste ne sont pas de la même commune.';
    case 'list-name-missing':
      return 'Donnez le nom de la liste.';
    case 'list-words-too-long':
      return `Un nom de liste ou de personne a au plus ${figure(refusal.limit)} caractères.`;
    case 'list-there-already':
      return 'Cette liste est déjà connue, avec cette tête de liste.';
    case 'not-a-day':
      return `« ${refusal.day} » n’est pas un jour. Écrivez par exemple 2026-03-15.`;
    case 'day-to-come':
      return `Le ${day(refusal.day)} n’est pas encore passé : un fait se dit quand il a eu lieu.`;
    case 'merges-into-itself':
      return 'Une liste ne fusionne pas avec elle-même.';
    case 'merges-elsewhere':
      return 'Deux listes fusionnent dans la même commune, à la même élection.';
    case 'merges-in-a-circle':
      return 'La liste d’arrivée est elle-même retirée ou fusionnée : choisissez celle qui reste.';
    case 'rounds-out-of-order':
      return 'Le second tour vient après le premier, et pas sans lui.';
    case 'year-out-of-bounds':
      return 'L’année est celle du premier tour.';
    case 'source-missing':
      return 'Dites où l’on peut lire que cette élection a lieu : un arrêté, un journal.';
    case 'not-a-link':
      return 'Une adresse de page commence par http:// ou https://.';
    case 'election-there-already':
      return 'Cette élection est déjà connue.';
    case 'no-header':
      return 'Nous ne trouvons pas la ligne des titres de colonnes dans les quinze premières lignes. Vérifiez que c’est un fichier CSV ou tabulé, avec une colonne pour la commune et une pour la liste.';
    case 'columns-missing':
      return `Il manque ${refusal.fields.length > 1 ? 'des colonnes' : 'une colonne'} : ${listOf(refusal.fields.map((field) => FIELD_WORDS[field] ?? field))}. Indiquez laquelle c’est parmi : ${listOf(refusal.headers.filter((header) => header !== '').slice(0, 40))}.`;
    case 'broken-table':
      return sayBrokenTable(refusal.problem);
    case 'file-problems':
      return `${count(refusal.total, 'erreur', 'erreurs')} dans ce fichier : rien n’est écrit. ${refusal.problems.slice(0, 3).map(sayLineProblem).join(' ')}`;
    case 'question-text-missing':
      return 'Écrivez la question telle que vous l’avez envoyée.';
    case 'edition-of-another-collective':
      return 'Cette édition locale est celle d’un autre collectif : lui seul peut demander ce que devient une de ses mesures.';
    case 'unknown-measure-here':
      return 'Cette mesure ou ce niveau n’est pas dans la charte.';
    case 'left-to-nobody':
      return 'Aucun pacte signé dans cette commune ne laisse cette mesure à une autre autorité.';
    case 'other-grouping':
      return 'Cette commune n’est pas membre de cette intercommunalité.';
    case 'question-waits-already':
      return 'Votre collectif a déjà posé cette question, et attend la réponse.';
    case 'unknown-question':
      return 'Cette question n’existe pas.';
    case 'answered-already':
      return 'Une réponse est déjà publiée. L’équipe nationale peut la corriger.';
    case 'answer-before-question':
      return `La question a été posée le ${day(refusal.askedOn)} : une réponse vient après.`;
    case 'address-problems':
      return refusal.problems.map(({ line, kind }) => `Ligne ${figure(line)} : ${ADDRESS_PROBLEMS[kind]}`).join('\n');
  }
}

const REQUEST_CLOSED = {
  asked: 'Cette demande attend encore une réponse.',
  confirmed: 'Cette demande est déjà confirmée.',
  refused: 'Cette demande a été refusée. La personne peut la refaire.',
  dropped: 'La personne a retiré sa demande.',
  ended: 'Ce rôle a déjà pris fin.',
} as const;

const ADDRESS_PROBLEMS = {
  'not-an-email': 'ce n’est pas une adresse électronique.',
  'unknown-owner': 'cette liste, cette commune ou cette intercommunalité n’existe pas.',
  'source-missing': 'dites d’où vient cette adresse.',
} as const;
