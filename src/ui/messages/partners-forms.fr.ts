/** Forms of partners, of the steering committee and of the national team, and what they refuse. */
import type { CannotAsk } from '#use-cases/partners/ask-partnership.ts';
import type { CannotChangeOrganisation } from '#use-cases/partners/change-organisation.ts';
import type { CannotEndPartnership } from '#use-cases/partners/end-partnership.ts';
import type { CannotEndorse } from '#use-cases/partners/endorse.ts';
import type { CannotKeepCommittee } from '#use-cases/partners/national-committees.ts';
import type { CannotChangeRepresentatives } from '#use-cases/partners/representatives.ts';
import type { CannotVote } from '#use-cases/partners/vote-on-partner.ts';
import type { CannotWriteSheet } from '#use-cases/partners/write-sheet.ts';
import { count, dayOf, figure } from './format.fr.ts';
import { PART, STATE } from './partners.fr.ts';

export const ASK_TITLE = 'Demander à rejoindre les partenaires';
export const ASK_DESCRIPTION = 'Faire connaître une organisation au comité de pilotage de la charte.';
export const ASK_LEDE =
  'Le comité de pilotage lit la demande et vote. Sa décision, les voix et les motifs sont publics ; une demande qui attend ne l’est pas.';
export const NAME = 'Nom de l’organisation';
export const SITE = 'Adresse de son site';
export const SITE_HINT =
  'Par exemple https://exemple.org. Si votre adresse électronique est à ce nom de domaine, le comité le saura.';
export const ABOUT = 'Ce qu’elle fait, en quelques phrases';
export const QUALITY = 'Ce que vous y êtes';
export const QUALITY_HINT = 'Président·e, salarié·e, bénévole…';
export const SHOWN_NAME = 'Votre nom, si vous voulez qu’il soit montré (facultatif)';
export const ASK = 'Envoyer la demande';

export const REQUESTS_TITLE = 'Demandes des organisations';
export const REQUESTS_DESCRIPTION = 'Les demandes qui attendent le comité de pilotage.';
export const NO_REQUEST = 'Aucune demande n’attend.';
export function askedOn(at: Date): string {
  return `Demande du ${dayOf(at)}.`;
}
export const VOTES_SO_FAR = 'Voix déjà données';
export const VOTE_LABEL = 'Votre voix';
export const VOTE_FOR = 'Pour';
export const VOTE_AGAINST = 'Contre';
export const VOTE_REASON = 'Motif, public une fois la décision prise';
export const VOTE = 'Voter';
export const ONLY_COMMITTEE = 'L’équipe nationale voit ces demandes ; seul le comité de pilotage vote.';
export const VOTED: Readonly<Record<string, string>> = {
  'partner-asked': 'Votre voix est comptée. Il en manque encore pour décider.',
  'partner-accepted': 'Votre voix décide : l’organisation est partenaire.',
  'partner-refused': 'Votre voix décide : la demande est refusée.',
};
export function waitingLine(requests: number): string {
  return requests === 0
    ? 'aucune demande'
    : count(requests, 'demande attend le comité', 'demandes attendent le comité');
}

export const SPACE_TITLE = 'Espace de l’organisation';
export const SPACE_DESCRIPTION = 'Ce que peuvent faire les personnes qui parlent pour l’organisation.';
export const SEE_PUBLIC = 'Voir sa page publique';
export const DONE = 'C’est enregistré.';
export const TO_FIELD = 'Aller au champ à corriger';
export const SENT =
  'La demande est envoyée. Le comité de pilotage la lira ; sa décision se lira ici et sur la page publique.';
export const WAITS = 'La demande attend le comité de pilotage.';
export const CHANGE_TITLE = 'Nom, site, activité';
export const CHANGE_HELP =
  'Ce qui était dit avant reste lisible sur la page publique. Tant que la demande n’est pas décidée, un autre nom ou un autre site fait recommencer le vote.';
export const SAVE = 'Enregistrer';
export const ENDORSE_TITLE = 'Soutenir';
export const EDITION = 'Édition de la charte';
export const MEASURE = 'Numéro de mesure (vide : toute l’édition)';
export const ENDORSE = 'Soutenir';
export const WITHDRAW_REASON = 'Motif du retrait';
export const WITHDRAW = 'Retirer ce soutien';
export const SHEETS_TITLE = 'Fiches techniques';
export const WRITE_ONE = 'Écrire une fiche';
export const PEOPLE_TITLE = 'Personnes qui parlent pour elle';
export const OWN_NAME = 'Votre nom, tel qu’il est montré (vide : non montré)';
export const REMOVE = 'Ne parle plus pour elle';
export const ADD_PERSON = 'Ajouter une personne';
export const EMAIL = 'Adresse électronique de son compte sur ce site';
export const THEIR_QUALITY = 'Ce qu’elle y est';
export const ADD = 'Ajouter';
export const END_TITLE = 'Quitter les partenaires';
export const END_ASKED_TITLE = 'Retirer la demande';
export const END_HELP = 'Les soutiens prennent fin le même jour. La page, les fiches et l’historique restent.';
export const REASON = 'Motif';
export const END = 'Quitter';
export const END_ASKED = 'Retirer la demande';

export const TEAM_TITLE = 'Partenaires';
export const TEAM_LEDE =
  'Le comité de pilotage décide des demandes. L’équipe peut mettre fin à un partenariat, ou nommer qui parle pour une organisation quand plus personne ne le peut.';
export const END_PARTNERSHIP = 'Mettre fin à ce partenariat';
export const TEAM_COMMITTEES = 'Comités nationaux';
export const TEAM_COMMITTEES_NOTE = 'membres, règle de vote, décisions';
export const TEAM_COMMITTEES_LEDE = 'Ce qui est inscrit ici est public, et ne se change qu’en disant pourquoi.';
export const NAME_MEMBER = 'Nommer une personne';
export const COMMITTEE_LABEL = 'Comité';
export const MEMBER_QUALITY = 'Rôle';
export const MEMBER_OF = 'Pour quelle organisation partenaire';
export const MEMBER_OF_NONE = 'aucune';
export const SINCE = 'Depuis le';
export const NAME_BUTTON = 'Nommer';
export const END_SEAT = 'Ne siège plus';
export const SET_RULE = 'Dire combien de voix décident';
export const VOTES_NEEDED = 'Voix d’un même côté';
export const FROM_DAY = 'À partir du';
export const RECORD = 'Inscrire une décision';
export const DECIDED_ON = 'Jour de la décision';
export const WHAT = 'Ce qui est décidé';
export const WHY = 'Pourquoi (facultatif)';
export const DOCUMENTS = 'Documents : un par ligne, son nom puis son adresse (facultatif)';
export const RECORD_BUTTON = 'Inscrire';
export const CORRECT = 'Corriger';
export const CORRECT_REASON = 'Pourquoi cette correction';
export const SEAT_TITLE = 'Mon siège';
export const SEAT_DESCRIPTION = 'Dire si son nom est montré parmi les membres des comités nationaux.';
export const SEAT_NONE = 'Vous ne siégez dans aucun comité national.';
export const SEAT_LINK = 'J’y siège : dire si mon nom est montré';

export const SHEET_TITLE = 'Écrire une fiche technique';
export const SHEET_DESCRIPTION = 'Écrire, modifier, confirmer ou retirer la fiche technique d’une mesure.';
export const SHEET_LEDE = 'Un texte simple sous des titres fixes. Les parties vides ne sont pas montrées.';
export const SHEET_AUTHOR = 'Au nom de';
export const SHEET_NAME = 'Titre de la fiche';
export const SHEET_MEASURE = 'Numéro de la mesure';
export const SHEET_LICENCE = 'Sous quelle licence';
export const SHEET_CHOOSE = 'À choisir';
export const LAW_HINT = 'Chaque référence avec sa date : « loi n° 2018-938 du 30 octobre 2018, article 24 ».';
export const SHEET_REASON = 'Ce qui change';
export const SHEET_SAVE = 'Publier la fiche';
export const CONFIRM_TITLE = 'Mesures qui viennent de celle-ci';
export const CONFIRM_HELP = 'Dites que la fiche vaut aussi pour la nouvelle mesure, ou récrivez-la pour elle.';
export const CONFIRM = 'Elle vaut aussi pour cette mesure';
export const REWRITE = 'La récrire pour cette mesure';
export const WITHDRAW_SHEET = 'Retirer la fiche';

export type PartnerRefusal =
  | CannotAsk
  | CannotVote
  | CannotChangeOrganisation
  | CannotEndPartnership
  | CannotChangeRepresentatives
  | CannotEndorse
  | CannotKeepCommittee
  | CannotWriteSheet;

const FIELD: Readonly<Record<string, string>> = {
  organisation: 'le nom de l’organisation',
  activite: 'ce que fait l’organisation',
  qualite: 'le rôle de la personne',
  nom: 'le nom',
  motif: 'le motif',
  titre: 'le titre de la fiche',
  decision: 'ce qui est décidé',
  pourquoi: 'le pourquoi',
  ...Object.fromEntries(Object.entries(PART).map(([part, title]) => [part, `« ${title} »`])),
};

export function sayPartnerRefusal(refusal: PartnerRefusal): string {
  switch (refusal.kind) {
    case 'not-allowed':
    case 'unknown-organisation':
      return 'Cette organisation n’est pas dans l’état qu’il faut, ou ce n’est pas pour ce compte.';
    case 'text-missing':
      return `Il manque ${FIELD[refusal.field] ?? refusal.field}.`;
    case 'text-too-long':
      return `Trop long : ${FIELD[refusal.field] ?? refusal.field} tient en ${figure(refusal.most)} signes au plus.`;
    case 'bad-website':
      return 'Cette adresse n’est pas celle d’un site public. Écrivez-la comme dans un navigateur, par exemple https://exemple.org.';
    case 'organisation-known':
      return 'Une organisation de ce nom ou à cette adresse a déjà demandé à rejoindre les partenaires, ou les a rejoints. Demandez à qui parle pour elle de vous ajouter.';
    case 'changed-meanwhile':
      return 'Quelqu’un l’a modifiée entre-temps. Rechargez la page : ce que vous avez tapé est encore ci-dessous, à reporter.';
    case 'unknown-account':
      return 'Aucun compte n’a cette adresse. La personne se connecte une fois sur ce site, puis vous recommencez.';
    case 'represents-already':
      return 'Cette personne parle déjà pour l’organisation.';
    case 'unknown-representative':
      return 'Cette personne ne parle plus pour l’organisation.';
    case 'last-representative':
      return 'C’est la dernière personne qui parle pour l’organisation. Ajoutez-en une autre d’abord, ou quittez les partenaires.';
    case 'vote-missing':
      return 'Choisissez : pour ou contre.';
    case 'decided-meanwhile':
      return `La décision est prise (${STATE[refusal.state]}) : votre voix n’a pas été ajoutée.`;
    case 'own-organisation':
      return 'Vous parlez ou avez parlé pour cette organisation, ou siégez pour elle : vous ne votez pas sur sa demande.';
    case 'not-in-committee':
      return 'Vous ne siégez plus au comité de pilotage.';
    case 'no-rule':
      return 'L’équipe nationale n’a pas encore dit combien de voix décident. Demandez-le-lui : rien n’est perdu.';
    case 'unknown-measure':
      return 'Cette édition, ou cette mesure, n’est pas de celles que ce site connaît.';
    case 'endorsed-already':
      return 'L’organisation soutient déjà cela.';
    case 'unknown-endorsement':
      return 'Ce soutien n’est pas connu.';
    case 'unknown-sheet':
      return 'Cette fiche n’existe pas, ou n’est pas de cette organisation.';
    case 'licence-missing':
      return 'Choisissez une licence : elle dit ce que d’autres peuvent faire de la fiche.';
    case 'sheet-empty':
      return 'La fiche ne dit rien encore : remplissez au moins une partie.';
    case 'sheet-withdrawn':
      return 'Cette fiche a été retirée. Écrivez-en une nouvelle.';
    case 'not-carried':
      return 'Cette mesure ne vient pas de celle pour laquelle la fiche a été écrite.';
    case 'rewritten-already':
      return 'Cette fiche a déjà été récrite pour cette mesure : modifiez celle-là.';
    case 'seat-held':
      return 'Cette personne siège déjà à ce comité.';
    case 'unknown-seat':
      return 'Ce siège n’est plus occupé.';
    case 'bad-day':
      return 'Ce jour ne convient pas : une décision ou un siège ne commence pas dans l’avenir, une règle ne vaut pas pour le passé.';
    case 'bad-number':
      return 'Donnez un nombre de voix, de 1 à 50.';
    case 'rule-of-that-day':
      return 'Une règle commence déjà ce jour-là. Choisissez un autre jour.';
    case 'bad-documents':
      return `Cette ligne n’est pas un document : « ${refusal.line} ». Écrivez son nom, une espace, puis une adresse qui commence par https:// ; dix au plus.`;
    case 'unknown-decision':
      return 'Cette décision n’est pas connue.';
  }
}
