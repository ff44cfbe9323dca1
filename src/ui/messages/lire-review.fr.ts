/** Words of the review of a draft: what each proposal is called, where it stands, why it needs a look. */
import type { Edition } from '#domain/charter/edition.ts';
import type { Doubt } from '#use-cases/drafts/review/proposal.ts';
import type { ProposalView } from '#use-cases/drafts/see-draft.ts';
import { count, heading } from './format.fr.ts';

type Measures = Pick<Edition, 'measures' | 'principles'> | null;

export type ProposalName = {
  /** A few words: "Mesure 15". */
  readonly short: string;
  /** What it says, shortened; empty when the short name says it all. */
  readonly title: string;
};

export function nameOf(proposal: ProposalView, edition: Measures): ProposalName {
  switch (proposal.kind) {
    case 'signatory':
      return { short: 'La liste', title: proposal.finding.list ?? 'nom non trouvé' };
    case 'principle': {
      const letter = proposal.finding.principle;
      const principle = edition?.principles.find((candidate) => candidate.letter === letter);
      return { short: `Principe ${letter}`, title: heading(principle?.title ?? '') };
    }
    case 'commitment':
      return commitmentName(proposal.finding, edition);
    case 'local-commitment': {
      const { localNumber, text } = proposal.finding;
      return { short: `Engagement local${localNumber === null ? '' : ` ${localNumber}`}`, title: shorten(text) };
    }
    case 'unread':
      return { short: 'Passage non lu', title: shorten(proposal.finding.text) };
    case 'plan':
      return { short: 'Le plan', title: proposal.finding.title ?? 'nom non trouvé' };
    case 'axis':
      return { short: `Axe ${proposal.finding.number}`, title: heading(proposal.finding.title) };
    case 'action':
      return { short: `Fiche ${proposal.finding.number}`, title: heading(proposal.finding.title) };
  }
}

function commitmentName(
  { measure, localNumber }: { measure: number | null; localNumber: string | null },
  edition: Measures,
): ProposalName {
  if (measure === null) {
    const number = localNumber === null ? '' : ` (numéro ${localNumber})`;
    return { short: `Mesure à rattacher${number}`, title: '' };
  }
  const found = edition?.measures.find((candidate) => candidate.number === measure);
  return { short: `Mesure ${measure}`, title: heading(found?.title ?? '') };
}

export function shorten(text: string, length = 110): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  return flat.length <= length ? flat : `${flat.slice(0, length).replace(/\s+\S*$/, '')}…`;
}

export type ReviewState = 'waiting' | 'read' | 'confirmed' | 'corrected' | 'refused' | 'moved';

export function stateOf({ decided, waiting }: Pick<ProposalView, 'decided' | 'waiting'>): ReviewState {
  if (decided === null) return waiting ? 'waiting' : 'read';
  switch (decided.decision.kind) {
    case 'confirm':
      return 'confirmed';
    case 'refuse':
      return 'refused';
    case 'to-local':
    case 'to-measure':
      return 'moved';
    case 'undecide':
      return waiting ? 'waiting' : 'read';
    default:
      return 'corrected';
  }
}

export const STATE_WORD: Readonly<Record<ReviewState, string>> = {
  waiting: 'à vérifier',
  read: 'lu automatiquement',
  confirmed: 'confirmé',
  corrected: 'corrigé',
  refused: 'écarté',
  moved: 'déplacé',
};
/** A passage that nothing took: other words, since nothing was read in it. */
export const UNREAD_STATE_WORD: Readonly<Record<ReviewState, string>> = {
  ...STATE_WORD,
  read: 'non lu',
  confirmed: 'rien à retenir',
  refused: 'rien à retenir',
  moved: 'rattaché',
};

export const STATE_MARK: Readonly<Record<ReviewState, string>> = {
  waiting: '?',
  read: '·',
  confirmed: '✓',
  corrected: '✎',
  refused: '✕',
  moved: '→',
};

export function doubtWords(doubt: Doubt, nameFor: (id: string) => string): string {
  switch (doubt.kind) {
    case 'low-confidence':
      return `La lecture n’est pas sûre (${Math.round(doubt.confidence * 100)} %).`;
    case 'no-measure':
      return 'Aucune mesure de la charte n’a été reconnue : rattachez-la, ou faites-en un engagement local.';
    case 'same-measure': {
      const others = doubt.proposals.length;
      return `${count(others, 'passage parle', 'passages parlent')} de la mesure ${doubt.measure} (${[...new Set(doubt.proposals.map(nameFor))].join(', ')}) : gardez-en un, écartez ou rattachez les autres.`;
    }
    case 'unknown-stance':
      return 'Le document le disait (par des cases, sans doute), et cela s’est perdu : regardez l’original.';
    case 'reader-asks':
      return ASKS[doubt.warning] ?? 'Deux indices du document ne disent pas la même chose.';
    case 'no-list-name':
      return 'Le nom de la liste n’a pas été trouvé.';
    case 'no-title':
      return 'Le nom du plan n’a pas été trouvé.';
    case 'other-number':
      return `La fiche imprime le numéro ${doubt.printed}, le sommaire dit ${doubt.corrected} : lequel est le bon ?`;
  }
}

const ASKS: Readonly<Record<string, string>> = {
  'number-title-mismatch':
    'Le numéro et le titre ne désignent pas la même mesure. Nous avons suivi le titre : est-ce bien cette mesure ?',
  'level-label-differs':
    'Le niveau écrit et le texte cité ne vont pas ensemble. Nous avons suivi le texte : est-ce le bon niveau ?',
  'exception-not-found':
    'Une exception est écrite, et ses mots ne sont dans aucun alinéa de la charte : que refuse-t-elle ?',
};

export const REVIEW_TITLE = 'Relecture';
export const DOCUMENT_SIDE = 'Le document';
export const TO_DOCUMENT = 'Voir le document';
export const TO_PROPOSAL = 'Voir la proposition';
export const TO_PROPOSALS = 'Voir les propositions';
export const FIRST_LOOK = 'À vérifier d’abord';
export const NOTHING_TO_CHECK = 'Rien n’attend de vérification. Vous pouvez tout de même relire chaque proposition.';
export const ALL_REST = 'Toutes les propositions, dans l’ordre du document';
export const UNREAD_TITLE = 'Passages non lus';
export const UNREAD_LEDE =
  'Rien n’en a été retenu. Rattachez-les si une promesse s’y cache, ou dites qu’il n’y a rien à retenir.';
export const NO_UNREAD = 'Tout le texte a été lu : aucun passage n’est resté de côté.';

export const MARKS_KEY = 'Dans le document';
export const MARKS: readonly { readonly mark: string; readonly words: string }[] = [
  { mark: 'found', words: 'lu, trait plein' },
  { mark: 'waiting', words: 'à vérifier, trait double' },
  { mark: 'unread', words: 'non lu, trait pointillé' },
  { mark: 'opened', words: 'la proposition ouverte, trait épais sur fond' },
];

export function leafWords(number: number, leaves: number): string {
  return `partie ${number} sur ${leaves} du document`;
}
export const PREVIOUS_LEAF = 'Partie précédente';
export const NEXT_LEAF = 'Partie suivante';
export const WHOLE_PART = 'Voir toute cette partie du document';
export const ELSEWHERE = 'Aussi dans la partie';

export const PREVIOUS = 'Précédente';
export const NEXT = 'Suivante';
export const NEXT_TO_CHECK = 'Suivante à vérifier';
export const FINISH = 'Terminer la relecture';
export const BACK_TO_LIST = 'Toutes les propositions';
export const KEYBOARD = 'Raccourcis du clavier';
export const KEYBOARD_KEYS = 'j suivante, k précédente, Entrée confirmer (hors des champs)';
export const KEYBOARD_ON = 'actifs';

export const CONFIRM = 'C’est juste';
export const NOTHING_HERE = 'Rien à retenir';
export const REFUSE = 'Ce n’est pas un engagement';
export const REFUSE_PLAN = 'À écarter';
export const UNDECIDE = 'Revenir à la lecture automatique';
export const SAVE = 'Enregistrer la correction';
export const CORRECT = 'Corriger';
export const TO_LOCAL = 'En faire un engagement local';
export const TO_MEASURE = 'Rattacher à une mesure';
export const APPEND = 'Ajouter à une proposition';
export const APPEND_TO = 'Proposition à compléter';
export const APPEND_HINT = 'Le passage est ajouté à ses observations, mot pour mot.';
export const APPEND_SAVE = 'Ajouter à ses observations';

export const READ_AS = 'Ce que nous lisons';
export const WATCH = 'À regarder';
export const OBSERVATIONS = 'Observations de la liste';
export const OBSERVATION = 'Observation';
export const OBSERVATION_MORE = 'Observation à ajouter';
export const COMPETENT_BODY = 'Autre collectivité nommée';
export const MEASURE = 'Mesure';
export const STANCE = 'Position';
export const NO_MEASURE = 'aucune : à rattacher';
export const LEVEL_ABSENT = 'le document n’en parle pas';
export const CLAUSE_NOT_COMPARED = 'non comparé';
export const CLAUSES = 'Alinéas';
export const RELATED = 'Mesures liées';
export const RELATED_HINT = 'Leurs numéros, séparés par des virgules.';
export const TEXT = 'Texte';
export const LIST_NAME = 'Nom de la liste';
export const LEADER = 'Tête de liste';
export const TITLE = 'Titre';
export const NUMBER = 'Numéro';
export const AXIS = 'Axe';
export const WITHOUT_LEVELS = 'Position, si le document ne nomme aucun niveau';
export const KEPT = 'Réponse enregistrée';

export function sureness(confidence: number): string {
  return `Lecture sûre à ${Math.round(confidence * 100)} %`;
}

export function savedWords(short: string, state: string): string {
  return `${short} : ${state}. C’est enregistré.`;
}
export const SEE_AGAIN = 'Y revenir';
export const STALE_TITLE = 'Deux réponses à la fois';
export const STALE =
  'Quelqu’un d’autre a répondu pendant que vous écriviez. Sa réponse est enregistrée ; la vôtre est gardée dans le formulaire ci-dessous. Comparez, puis enregistrez de nouveau pour la remplacer, ou partez pour la laisser.';
export const THEIRS = 'Sa réponse, enregistrée';
export const YOURS = 'La vôtre, pas encore';
export const NOT_SAVED = 'Ce n’est pas enregistré';
