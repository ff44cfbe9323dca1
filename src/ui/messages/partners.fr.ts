/** Partner organisations, their support, technical sheets and the national committees, as everybody reads them. */
import type { NationalCommittee } from '#domain/partners/national-committee.ts';
import type { PartnerDecision, PartnerProof, PartnerState, PartnerVote } from '#domain/partners/organisation.ts';
import type { SheetLicence, SheetPart, SheetStanding } from '#domain/partners/sheet.ts';
import { count, day, dayOf, figure } from './format.fr.ts';

export const TITLE = 'Organisations partenaires';
export const DESCRIPTION =
  'Les organisations qui ont rejoint la charte, celles qui ont été refusées ou l’ont quittée, et ce qu’elles soutiennent.';
export const LEDE =
  'Des organisations soutiennent une édition de la charte ou certaines de ses mesures, et écrivent des fiches techniques. Le comité de pilotage décide des demandes.';
export function counted(counts: Readonly<Partial<Record<PartnerState, number>>>): string {
  const total = Object.values(counts).reduce((sum, one) => sum + one, 0);
  return `${count(counts['partner-accepted'] ?? 0, 'partenaire', 'partenaires')} aujourd’hui, sur ${count(total, 'demande décidée', 'demandes décidées')} depuis le début.`;
}
export const JOIN = 'Demander à rejoindre les partenaires';
export const COMMITTEES_LINK = 'Comité de pilotage et comité de suivi national';
export const NOBODY = 'Aucune organisation n’a encore rejoint la charte ici.';
export const OTHERS = 'Refusées, ou parties';
export const FILES = 'les organisations';
export const ENDORSEMENT_FILES = 'les soutiens';
export const MORE = 'Suite de la liste';
export function supports(endorsements: number, sheets: number): string {
  return `${count(endorsements, 'soutien', 'soutiens')}, ${count(sheets, 'fiche technique', 'fiches techniques')}`;
}

export const STATE: Readonly<Record<PartnerState, string>> = {
  'partner-asked': 'demande en attente',
  'partner-accepted': 'partenaire',
  'partner-refused': 'demande refusée',
  'partner-ended': 'n’est plus partenaire',
};
export const WEBSITE = 'Son site';
export const DECISION_TITLE = 'La décision du comité de pilotage';
export function decisionLine(state: PartnerState, decision: PartnerDecision): string {
  const what = state === 'partner-refused' ? 'Refusée' : 'Acceptée';
  return `${what} le ${dayOf(decision.at)} : ${votesLine(decision)}`;
}
export function votesLine({ votesFor, votesAgainst, votesNeeded }: Omit<PartnerDecision, 'at'>): string {
  return `${figure(votesFor)} pour, ${figure(votesAgainst)} contre ; il fallait ${count(votesNeeded, 'voix', 'voix')} d’un même côté.`;
}
const VOTE: Readonly<Record<PartnerVote, string>> = { for: 'Pour', against: 'Contre' };
export function voteLine(vote: {
  readonly vote: PartnerVote;
  readonly at: Date;
  readonly name: string | null;
}): string {
  return `${VOTE[vote.vote]}, ${vote.name ?? 'un·e membre du comité'}, le ${dayOf(vote.at)}`;
}
export const PROOF: Readonly<Record<PartnerProof, string>> = {
  'address-of-site':
    'Qui a fait la demande a confirmé une adresse électronique au nom de domaine du site de l’organisation.',
  none: 'L’adresse électronique de qui a fait la demande n’est pas au nom de domaine du site : rien, ici, ne prouve son lien avec l’organisation.',
};
export const PROOF_WAITING: Readonly<Record<PartnerProof, string>> = {
  'address-of-site':
    'L’adresse électronique de la personne est au nom de domaine du site. Cela montre qu’elle y a une boîte, pas qu’elle a un mandat.',
  none: 'L’adresse électronique de la personne n’est pas au nom de domaine du site. Prenez contact avec l’organisation avant de voter.',
};
export function endLine(end: { readonly at: Date; readonly reason: string; readonly as: string }): string {
  const by = end.as === 'national-team' ? 'par l’équipe nationale' : 'par l’organisation';
  return `Partenariat terminé le ${dayOf(end.at)} ${by}. Motif : ${end.reason}`;
}
export const ENDORSEMENTS_TITLE = 'Ce qu’elle soutient';
export const NO_ENDORSEMENT = 'Elle n’a encore rien soutenu en particulier.';
export const NOT_A_PROMISE = 'Un soutien n’est pas une promesse : il n’entre dans aucun décompte d’engagements.';
export function since(at: Date): string {
  return `depuis le ${dayOf(at)}`;
}
export function withdrawn(from: Date, at: Date, reason: string): string {
  return `du ${dayOf(from)} au ${dayOf(at)}, retiré : ${reason}`;
}
export const SUCCESSOR_REMOVED = 'Cette mesure n’est plus dans l’édition suivante ; le soutien reste à celle-ci.';
export const SHEETS_TITLE = 'Fiches techniques';
export const PEOPLE_TITLE = 'Qui parle pour elle';
export function personLine(row: {
  readonly shownName: string | null;
  readonly quality: string;
  readonly since: Date;
  readonly until: Date | null;
}): string {
  const who = row.shownName ?? 'Nom non montré';
  const until = row.until === null ? `depuis le ${dayOf(row.since)}` : `du ${dayOf(row.since)} au ${dayOf(row.until)}`;
  return [who, row.quality, until].filter((part) => part !== '').join(', ');
}
export const NAMES_TITLE = 'Noms et sites précédents';
export function nameLine(name: { readonly name: string; readonly website: string; readonly saidAt: Date }): string {
  return `${name.name}, ${name.website}, dit le ${dayOf(name.saidAt)}`;
}
export const WHOLE_EDITION = 'toute l’édition';
export function ofMeasure(measure: number): string {
  return `mesure ${figure(measure)}`;
}

export const SUPPORT_TITLE = 'Qui soutient';
export function supportOf(total: number, what: 'edition' | 'measure'): string {
  const of = what === 'edition' ? 'cette édition dans son entier' : 'cette mesure';
  return total === 0
    ? `Aucune organisation partenaire ne soutient ${of} à ce jour.`
    : `${count(total, 'organisation partenaire soutient', 'organisations partenaires soutiennent')} ${of}.`;
}
export const ALL_PARTNERS = 'Toutes les organisations partenaires';

export const SHEETS_OF_MEASURE = 'Fiches techniques';
export const NO_SHEET = 'Personne n’a encore écrit de fiche pour cette mesure.';
export const WRITE_SHEET = 'Écrire une fiche (partenaires, équipe nationale)';
export const BY_TEAM = 'l’équipe nationale';
export function sheetBy(author: string, at: Date, licence: SheetLicence): string {
  return `par ${author}, le ${dayOf(at)}, ${LICENCE[licence]}`;
}
export function standingLine(standing: SheetStanding, editionTitle: (id: string) => string): string {
  switch (standing.kind) {
    case 'written-here':
      return '';
    case 'carried':
      return `Écrite pour la mesure ${figure(standing.measure)} de ${editionTitle(standing.edition)} ; personne ne l’a relue pour celle-ci.`;
    case 'confirmed':
      return `Écrite pour la mesure ${figure(standing.measure)} de ${editionTitle(standing.edition)}, confirmée pour celle-ci par qui l’a écrite le ${dayOf(standing.at)}.`;
  }
}
export const LICENCE: Readonly<Record<SheetLicence, string>> = {
  'etalab-2.0': 'Licence Ouverte 2.0',
  'cc-by-4.0': 'CC BY 4.0',
  'cc-by-sa-4.0': 'CC BY-SA 4.0',
  'all-rights-reserved': 'tous droits réservés',
};
export const LICENCE_TITLE = 'Licence';
export const PART: Readonly<Record<SheetPart, string>> = {
  what: 'De quoi il s’agit',
  why: 'Pourquoi',
  how: 'Comment s’y prendre',
  costs: 'Ce que cela coûte',
  law: 'Ce que dit la loi',
  examples: 'Où cela se fait',
  links: 'Pour aller plus loin',
};
export function sheetDescription(title: string): string {
  return `Fiche technique : ${title}`;
}
export const WRITTEN_BY = 'Écrite par';
export function sheetLine(version: number, at: Date): string {
  return `Version ${figure(version)}, du ${dayOf(at)}.`;
}
export function sheetWithdrawn(at: Date, reason: string): string {
  return `Cette fiche a été retirée le ${dayOf(at)}. Motif : ${reason}`;
}
export const VERSIONS_TITLE = 'Versions';
export function versionLine(version: { version: number; saidAt: Date; reason: string }): string {
  return `Version ${figure(version.version)}, le ${dayOf(version.saidAt)}${version.reason === '' ? '' : ` : ${version.reason}`}`;
}
export const EARLIER_VERSION = 'Une version précédente est montrée.';
export const LAST_VERSION = 'Voir la dernière';
export const WORK_ON_SHEET = 'Modifier, confirmer ou retirer cette fiche (qui l’a écrite)';

export const COMMITTEES_TITLE = 'Comités nationaux';
export const COMMITTEES_DESCRIPTION =
  'Qui siège au comité de pilotage et au comité de suivi national, ce qu’ils ont décidé et quand.';
export const COMMITTEES_LEDE =
  'À ne pas confondre avec le comité de suivi d’une commune, qui réunit ceux qui ont signé là.';
export const COMMITTEE: Readonly<Record<NationalCommittee, { readonly name: string; readonly what: string }>> = {
  steering: {
    name: 'Comité de pilotage',
    what: 'Il donne les grandes orientations, veille à la cohérence des évolutions de la charte, vérifie que ses objectifs sont atteints et en rend compte. Il décide des demandes des organisations.',
  },
  monitoring: {
    name: 'Comité de suivi national',
    what: 'Il accompagne, conseille et aide les groupes et les collectivités qui signent.',
  },
};
export const MEMBERS_TITLE = 'Membres';
export const FORMER_MEMBERS = 'Ont siégé';
export const NO_MEMBER = 'Personne n’y siège encore.';
export const NAMED_ONLY = 'Un nom n’est montré que si la personne l’a voulu.';
export function seatLine(seat: {
  readonly shownName: string | null;
  readonly quality: string;
  readonly organisation: string;
  readonly since: string;
  readonly until: string | null;
}): string {
  const when = seat.until === null ? `depuis le ${day(seat.since)}` : `du ${day(seat.since)} au ${day(seat.until)}`;
  return [seat.shownName ?? 'Nom non montré', seat.quality, seat.organisation, when]
    .filter((part) => part !== '')
    .join(', ');
}
export const RULE_TITLE = 'Règle de décision';
export function ruleLine(rule: { readonly since: string; readonly votesNeeded: number }): string {
  return `À partir du ${day(rule.since)} : le premier côté qui réunit ${count(rule.votesNeeded, 'voix', 'voix')} décide. Personne ne vote sur sa propre organisation.`;
}
export const NO_RULE = 'Aucune règle n’est encore dite : aucune demande ne peut être décidée.';
export const DECISIONS_TITLE = 'Décisions';
export const NO_DECISION = 'Aucune décision n’est encore inscrite.';
export const PARTNER_DECISIONS = 'Les décisions sur les demandes des organisations';
export function decidedOn(on: string): string {
  return `Le ${day(on)}`;
}
export function correctedLine(at: Date, reason: string): string {
  return `Corrigée le ${dayOf(at)} (${reason}). Avant :`;
}
export const OLDER = 'Décisions plus anciennes';
