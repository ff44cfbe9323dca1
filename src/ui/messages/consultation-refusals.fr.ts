/** Why something was refused in a consultation, and what to do next. One sentence per kind: the compiler asks for each. */
import type { ConsultationPhase } from '#domain/consultation/consultation.ts';
import type { CannotAnnounceConsultation } from '#use-cases/consultation/announce-consultation.ts';
import type { CannotAnswer } from '#use-cases/consultation/answer-contribution.ts';
import type { CannotChangeContribution, CannotContribute } from '#use-cases/consultation/contribute.ts';
import type { CannotWithdrawOfDomain } from '#use-cases/consultation/look-at-domains.ts';
import type { CannotModerate } from '#use-cases/consultation/moderate-consultation.ts';
import type { CannotVote } from '#use-cases/consultation/vote.ts';
import { figure } from './format.fr.ts';
import { sayProofRefusal, type ProofRefusal } from './proof-refusals.fr.ts';

export type ConsultationRefusal =
  | CannotAnnounceConsultation
  | CannotVote
  | CannotContribute
  | CannotChangeContribution
  | CannotModerate
  | CannotWithdrawOfDomain
  | CannotAnswer;

export function sayConsultationRefusal(refusal: ConsultationRefusal | ProofRefusal): string {
  switch (refusal.kind) {
    case 'not-allowed':
      return 'Cela ne se fait pas ici, ou plus maintenant.';
    case 'unknown-consultation':
      return 'Cette consultation n’existe pas.';
    case 'consultation-not-open':
      return PHASES[refusal.phase];
    case 'not-taking-part':
      return 'Confirmez d’abord votre adresse dans ce navigateur : « Participer », puis revenez ici.';
    case 'participation-withdrawn':
      return 'Les votes de cette adresse ont été retirés par la modération, avec beaucoup d’autres arrivées ensemble. Si c’est une erreur, écrivez à l’équipe nationale.';
    case 'nothing-voted':
      return 'Choisissez au moins une réponse.';
    case 'too-many-votes':
      return `${figure(refusal.most)} votes au plus en une fois.`;
    case 'not-to-vote-on':
      return 'Une des propositions a été retirée ou masquée pendant ce temps : aucun vote n’est enregistré. Rechargez la page, puis recommencez.';
    case 'text-missing':
      return `${field(refusal.field)} : écrivez quelque chose.`;
    case 'text-too-long':
      return `${field(refusal.field)} : ${figure(refusal.most)} caractères au plus.`;
    case 'unknown-consulted-measure':
      return 'Cette mesure n’est pas dans la consultation.';
    case 'unknown-spot':
      return 'Choisissez la partie de la mesure à changer.';
    case 'same-words':
      return 'Ces mots sont ceux de la mesure : changez ce qu’il faut changer.';
    case 'too-many-contributions':
      return `${figure(refusal.most)} contributions par jour et par adresse : continuez demain.`;
    case 'not-own-address':
      return 'Ce n’est pas l’adresse confirmée dans ce navigateur. Retapez celle où vous avez reçu le code, ou laissez le champ vide.';
    case 'unknown-contribution':
      return 'Cette contribution n’est plus là, ou n’est pas la vôtre.';
    case 'unknown-report':
      return 'Ce signalement n’attend plus rien.';
    case 'no-such-burst':
      return 'Cet afflux n’est plus le même : rechargez la page, puis décidez.';
    case 'nobody-chosen':
      return 'Choisissez au moins une adresse de la liste : celles que vous aviez choisies n’y sont plus, ou aucune ne l’était.';
    case 'domain-of-everybody':
      return 'N’importe qui ouvre une boîte chez ce fournisseur : choisissez des adresses, une par une.';
    case 'unknown-draft':
      return 'Choisissez un projet d’édition en cours dans l’atelier.';
    case 'draft-without-measures':
      return 'Ce projet n’a encore aucune mesure.';
    case 'not-a-day':
      return refusal.field === 'opens' ? 'Ouverture : choisissez un jour.' : 'Clôture : choisissez un jour.';
    case 'opens-in-the-past':
      return 'L’ouverture ne peut pas être dans le passé.';
    case 'bad-duration':
      return `Une consultation dure de ${figure(refusal.least)} à ${figure(refusal.most)} jours.`;
    case 'consultation-under-way':
      return 'Une consultation est déjà annoncée ou ouverte sur ce projet. Attendez son décompte, ou annulez-la.';
    case 'answered-meanwhile':
      return 'Quelqu’un a répondu pendant ce temps : sa réponse est ci-dessus, la vôtre est gardée dans le formulaire. Lisez, puis envoyez si vous voulez la remplacer.';
    case 'answer-missing':
      return 'Dites si la proposition est retenue, en partie, ou non.';
    default:
      return sayProofRefusal(refusal);
  }
}

const PHASES: Readonly<Record<Exclude<ConsultationPhase, 'consultation-open'>, string>> = {
  'consultation-planned': 'La consultation n’est pas encore ouverte.',
  'consultation-closed': 'La consultation est close : plus rien n’est pris. Ce qui a été voté et écrit avant compte.',
  'consultation-counted': 'La consultation est close et comptée.',
  'consultation-cancelled': 'La consultation est annulée.',
};

const FIELDS: Readonly<Record<string, string>> = {
  title: 'Titre',
  words: 'Texte',
  because: 'Pourquoi',
  name: 'Signature',
  reason: 'Raison',
  answer: 'Réponse',
};

function field(name: string): string {
  return FIELDS[name] ?? 'Texte';
}

export function consultationStatus({ kind }: { readonly kind: string }): 400 | 403 | 404 | 409 | 429 {
  if (kind === 'not-allowed' || kind === 'not-taking-part' || kind === 'participation-withdrawn') return 403;
  if (kind.startsWith('unknown-consultation') || kind === 'unknown-contribution') return 404;
  if (kind === 'answered-meanwhile') return 409;
  if (kind === 'consultation-not-open' || kind === 'consultation-under-way' || kind === 'no-such-burst') return 409;
  return kind.startsWith('too-many-co') ? 429 : 400;
}
