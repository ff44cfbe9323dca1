/** Filters of open data: what each keeps, and what is written there. A name means the same in every resource. */
import { ASSESSMENT_STATUSES, VOICES } from '#domain/follow-up/assessment.ts';
import { SIZES, STANDINGS } from '#domain/observatory/cell.ts';
import { CONSULTATION_PHASES } from '#domain/consultation/consultation.ts';
import { ANSWERS, CONTRIBUTION_KINDS } from '#domain/consultation/contribution.ts';
import { SHOWN_RELATIONS } from '#domain/crosswalk/relation.ts';
import { NATIONAL_COMMITTEES } from '#domain/partners/national-committee.ts';
import { DECIDED_STATES } from '#domain/partners/organisation.ts';
import { STANCES } from '#domain/pact/stance.ts';
import { ACTION_STATUSES } from '#domain/plan/action-sheet.ts';
import { GROUPING_KINDS } from '#domain/territory/grouping.ts';

export type FilterWords = {
  /** What remains, after « seulement ». */
  readonly meaning: string;
  readonly expected: string;
  readonly example: string;
};

const NUMBER = 'un numéro, tel que dans l’adresse de la page';
const YES_OR_NO = 'oui ou non';
const oneOf = (codes: readonly string[]): string => `l’un des codes ${codes.join(', ')}`;

const FILTER_WORDS: Readonly<Record<string, FilterWords>> = {
  commune: {
    meaning: 'ce qui est de cette commune',
    expected: 'un code INSEE de cinq caractères, comme 94017 ou 2A004',
    example: '94017',
  },
  intercommunalite: {
    meaning: 'ce qui est de cette intercommunalité ; pour les pactes et ce qu’ils disent, de ses communes aussi',
    expected: 'un numéro SIREN de neuf chiffres',
    example: '200057941',
  },
  departement: {
    meaning: 'ce qui est de ce département ; une intercommunalité n’en a pas',
    expected: 'un code de département, comme 94, 2A ou 974',
    example: '94',
  },
  region: {
    meaning: 'ce qui est de cette région ; une intercommunalité n’en a pas',
    expected: 'un code INSEE de région à deux chiffres, comme 11',
    example: '11',
  },
  taille: {
    meaning:
      'les communes de cette taille, en habitants ; grouping : une intercommunalité ; unknown : population inconnue',
    expected: oneOf(SIZES),
    example: '2000-to-9999',
  },
  situation: {
    meaning: 'les listes dont c’est la situation après l’élection ; unknown : personne ne l’a dit',
    expected: oneOf(STANDINGS),
    example: 'majority',
  },
  charte: {
    meaning: 'cette édition d’une charte ; d’une correspondance, d’un côté ou de l’autre',
    expected: 'le code d’une édition, comme pacte-transition-2020',
    example: 'pacte-transition-2020',
  },
  mesure: {
    meaning: 'la mesure de ce numéro',
    expected: 'le numéro d’une mesure de la charte, de 1 à 999',
    example: '15',
  },
  niveau: { meaning: 'ce niveau de la mesure', expected: '1, 2 ou 3', example: '2' },
  principe: { meaning: 'le principe de cette lettre', expected: 'une lettre majuscule', example: 'A' },
  position: { meaning: 'ce qui a reçu cette position', expected: oneOf(STANCES), example: 'accepted' },
  pacte: { meaning: 'ce pacte', expected: NUMBER, example: '1' },
  plan: { meaning: 'ce plan', expected: NUMBER, example: '1' },
  liste: { meaning: 'cette liste', expected: NUMBER, example: '1' },
  bilan: { meaning: 'ce bilan', expected: NUMBER, example: '1' },
  collectif: { meaning: 'ce collectif', expected: NUMBER, example: '1' },
  evaluation: { meaning: 'cette évaluation', expected: NUMBER, example: '1' },
  indicateur: { meaning: 'cet indicateur', expected: NUMBER, example: '1' },
  election: {
    meaning: 'cette élection',
    expected: 'le code d’une élection, comme municipales-2020',
    example: 'municipales-2020',
  },
  signataire: {
    meaning: 'oui : avec au moins un pacte publié ici ; non : sans',
    expected: YES_OR_NO,
    example: 'oui',
  },
  actuelle: {
    meaning: 'oui : qui existe dans le découpage en vigueur ; non : disparue depuis, par fusion le plus souvent',
    expected: YES_OR_NO,
    example: 'oui',
  },
  derniere: {
    meaning: 'oui : la dernière parole de chaque voix sur chaque engagement ; non : celles d’avant',
    expected: YES_OR_NO,
    example: 'oui',
  },
  nature: {
    meaning: 'cette sorte : d’intercommunalité ou de contribution',
    expected: `pour une intercommunalité, ${oneOf(GROUPING_KINDS)} ; pour une contribution, ${oneOf(CONTRIBUTION_KINDS)}`,
    example: 'cc',
  },
  signe_depuis: { meaning: 'signé ce jour ou après', expected: 'un jour AAAA-MM-JJ', example: '2020-01-01' },
  signe_jusqu_au: { meaning: 'signé ce jour ou avant', expected: 'un jour AAAA-MM-JJ', example: '2020-06-28' },
  statut: { meaning: 'les actions de ce statut', expected: oneOf(ACTION_STATUSES), example: 'ongoing' },
  voix: { meaning: 'ce que dit cette voix', expected: oneOf(VOICES), example: 'collective' },
  etat: {
    meaning: 'cet état : d’une évaluation, d’un collectif, d’une consultation ou d’une organisation',
    expected: `pour une évaluation, ${oneOf(ASSESSMENT_STATUSES)} ; pour un collectif, active ou dormant ; pour une consultation, ${oneOf(CONSULTATION_PHASES)} ; pour une organisation, ${oneOf(DECIDED_STATES)}`,
    example: 'kept',
  },
  engagement: {
    meaning: 'cet engagement',
    expected: 'm15 pour la mesure 15, pA pour le principe A, l12 pour l’engagement local 12',
    example: 'm15',
  },
  consultation: { meaning: 'cette consultation', expected: NUMBER, example: '1' },
  organisation: { meaning: 'cette organisation', expected: NUMBER, example: '1' },
  soutien: { meaning: 'ce soutien', expected: NUMBER, example: '1' },
  fiche: { meaning: 'cette fiche technique', expected: NUMBER, example: '1' },
  decision: { meaning: 'cette décision', expected: NUMBER, example: '1' },
  comite: {
    meaning: 'ce comité national',
    expected: oneOf(NATIONAL_COMMITTEES),
    example: 'steering',
  },
  question: { meaning: 'cette question', expected: NUMBER, example: '1' },
  remarque: { meaning: 'cette remarque', expected: NUMBER, example: '1' },
  comite_de_suivi: { meaning: 'ce comité de suivi', expected: NUMBER, example: '1' },
  contribution: { meaning: 'cette contribution', expected: NUMBER, example: '1' },
  reponse: { meaning: 'ce qui a reçu cette réponse', expected: oneOf(ANSWERS), example: 'taken' },
  correspondance: {
    meaning: 'cette correspondance',
    expected: 'le code d’une correspondance, comme link-12',
    example: 'link-12',
  },
  relation: { meaning: 'cette relation', expected: oneOf(SHOWN_RELATIONS), example: 'same' },
  objectif: {
    meaning: 'cet objectif de développement durable',
    expected: 'un numéro d’objectif de 1 à 17',
    example: '11',
  },
};

/** Throws on a name that no resource has: a test walks them all. */
export function filterWords(name: string): FilterWords {
  const words = FILTER_WORDS[name];
  if (words === undefined) throw new Error(`nothing is said of the filter ${name}`);
  return words;
}

export const FILTERS_SAID: readonly string[] = Object.keys(FILTER_WORDS);
