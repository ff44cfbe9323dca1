/** Why an assessment, a remark or its evidence was refused, and what to do next. One sentence per kind. */
import type { CannotAssess, CannotConfirm } from '#use-cases/follow-up/assess.ts';
import type { CannotHideEvidence } from '#use-cases/follow-up/hide-evidence.ts';
import type { CannotRemark } from '#use-cases/follow-up/remark.ts';
import type { BadEvidenceForm } from '#ui/follow-up/evidence-form.ts';
import { REMARK_OWN_VOICE } from './follow-up-forms.fr.ts';
import { day, figure } from './format.fr.ts';

export type FollowUpRefusal = CannotAssess | CannotConfirm | CannotRemark | CannotHideEvidence | BadEvidenceForm;

export function sayFollowUpRefusal(refusal: FollowUpRefusal): string {
  switch (refusal.kind) {
    case 'not-allowed':
      return 'Vous ne pouvez pas dire cela ici : chaque voix ne parle que pour elle-même.';
    case 'unknown-pact':
    case 'unknown-commitment':
      return 'Ce pacte ne dit rien de cette promesse, ou n’est plus publié.';
    case 'unknown-assessment':
      return 'Cette évaluation n’existe pas.';
    case 'unknown-remark':
      return 'Cette remarque n’existe pas, ou n’est plus visible.';
    case 'unknown-evidence':
      return 'Ce fichier n’est plus montré.';
    case 'not-promised':
      return 'Cette mesure n’a pas été promise : il n’y a rien à évaluer.';
    case 'not-the-last':
      return 'Quelqu’un de votre côté a parlé de cette promesse depuis : relisez ce qui en est dit maintenant.';
    case 'said-meanwhile':
      return 'Quelqu’un de votre côté vient d’évaluer cette promesse. Lisez ce qui est dit ci-dessous : vos mots sont toujours là, et vous pouvez les publier à la suite.';
    case 'sentence-missing':
      return 'Dites en une phrase ce que vous avez constaté : un état seul ne dit rien.';
    case 'words-too-long':
      return `Ce texte dépasse ${figure(refusal.limit)} caractères : dites-le plus court, et joignez le reste comme preuve.`;
    case 'not-a-day':
      return refusal.day === '' ? 'Donnez le jour du constat.' : `« ${refusal.day} » n’est pas un jour du calendrier.`;
    case 'day-to-come':
      return `Le ${day(refusal.day)} n’est pas encore arrivé : on ne constate que ce qui est.`;
    case 'day-before-pact':
      return `Le ${day(refusal.day)} est avant le pacte, ou avant son mandat : donnez un jour à partir du ${day(refusal.from)}, ou dites que c’était déjà fait avant le mandat.`;
    case 'day-too-old':
      return `Vérifiez l’année : le ${day(refusal.day)} est trop ancien.`;
    case 'unknown-level':
      return `Le niveau ${figure(refusal.level)} n’existe pas dans cette mesure, ou est donné deux fois.`;
    case 'levels-contradict':
      return 'L’état choisi dit le contraire de ce que vous dites niveau par niveau. « Tenu » veut que chaque niveau promis le soit ; « pas commencé » et « rompu », qu’aucun ne le soit.';
    case 'before-mandate-not-kept':
      return '« Déjà fait avant le mandat » ne va qu’avec « tenu » ou « tenu en partie ».';
    case 'status-missing':
      return 'Choisissez un état.';
    case 'too-many-files':
      return 'Beaucoup de formulaires sont partis d’ici en une heure : revenez un peu plus tard.';
    case 'form-too-big':
      return 'Cet envoi est trop lourd pour être reçu. Revenez en arrière : vos mots sont encore dans la page. Joignez moins de fichiers à la fois, ou donnez leur adresse.';
    case 'remark-name-missing':
      return 'Signez votre remarque : donnez votre nom, ou celui de votre association.';
    case 'reason-missing':
      return 'Dites pourquoi : ce motif sera lu.';
    case 'too-many-remarks':
      return `Vous avez déjà publié ${figure(refusal.limit)} remarques aujourd’hui. Revenez demain.`;
    case 'own-voice':
      return REMARK_OWN_VOICE;
    case 'too-many-evidence':
      return `${figure(refusal.limit)} preuves au plus : gardez les plus fortes.`;
    default:
      return sayEvidenceRefusal(refusal);
  }
}

type EvidenceRefusal = Extract<FollowUpRefusal, { readonly which: number }>;

/** Always with the rank of the proof: they are several in one form. */
function sayEvidenceRefusal(refusal: EvidenceRefusal): string {
  return `Preuve ${figure(refusal.which + 1)} : ${WHY[refusal.kind](refusal)}`;
}

const WHY: Readonly<Record<EvidenceRefusal['kind'], (refusal: EvidenceRefusal) => string>> = {
  'evidence-title-missing': () => 'dites ce que c’est.',
  'evidence-too-long': (refusal) =>
    `ce texte dépasse ${'limit' in refusal ? figure(refusal.limit) : ''} caractères : gardez le passage utile.`,
  'evidence-not-an-address': () => 'l’adresse doit commencer par https:// ou http:// et mener à une page.',
  'evidence-not-a-day': (refusal) => `« ${'day' in refusal ? refusal.day : ''} » n’est pas un jour du calendrier.`,
  'evidence-day-to-come': (refusal) => `le ${'day' in refusal ? day(refusal.day) : ''} n’est pas encore arrivé.`,
  'evidence-not-a-page': () => 'le numéro de page est un nombre entier, à partir de 1.',
  'evidence-not-a-figure': () =>
    'la valeur doit être un nombre, écrit comme 1 234,5 : quatre décimales au plus, et « 1.234 » se lit de deux façons.',
  'evidence-nowhere': () => 'joignez le document, donnez son adresse, ou citez son passage.',
  'evidence-file-too-big': (refusal) =>
    `ce fichier dépasse ${'limit' in refusal ? figure(refusal.limit) : ''} Mo : joignez seulement les pages utiles.`,
  'evidence-day-full': (refusal) =>
    `vous avez joint près de ${'limit' in refusal ? figure(refusal.limit) : ''} Mo aujourd’hui : donnez l’adresse du document, ou revenez demain.`,
  'evidence-file-empty': () => 'ce fichier est vide.',
  'evidence-not-a-photo': () => 'ce fichier n’est pas une photo lisible (JPEG, PNG ou WebP).',
  'evidence-file-refused': () =>
    'ce genre de fichier n’est pas accepté : joignez un PDF, un document de bureautique, un tableur ou une photo.',
  'evidence-photo-missing': () => 'joignez la photo.',
  'evidence-gone': () => 'ce fichier n’est plus là : joignez-le à nouveau.',
};

/** The field of the form that a refusal is about: its id and its label. Null: the whole form. */
export function whereIs(refusal: FollowUpRefusal): { readonly id: string; readonly label: string } | null {
  if ('which' in refusal) return { id: `preuve-${refusal.which}`, label: `Preuve ${refusal.which + 1}` };
  return WHERE[refusal.kind] ?? null;
}

export const TOO_MANY_REPORTS = 'Vous avez envoyé beaucoup de signalements : revenez dans une heure.';

const SENTENCE = { id: 'phrase', label: 'Ce que vous avez constaté' };
const STATUS = { id: 'etat', label: 'L’état' };
const WHERE: Readonly<Partial<Record<FollowUpRefusal['kind'], { readonly id: string; readonly label: string }>>> = {
  'sentence-missing': SENTENCE,
  'words-too-long': SENTENCE,
  'not-a-day': { id: 'jour', label: 'Le jour du constat' },
  'day-to-come': { id: 'jour', label: 'Le jour du constat' },
  'day-before-pact': { id: 'jour', label: 'Le jour du constat' },
  'day-too-old': { id: 'jour', label: 'Le jour du constat' },
  'status-missing': STATUS,
  'levels-contradict': STATUS,
  'before-mandate-not-kept': STATUS,
  'unknown-level': { id: 'niveaux', label: 'Niveau par niveau' },
  'too-many-evidence': { id: 'preuves', label: 'Preuves' },
  'remark-name-missing': { id: 'nom', label: 'Votre nom' },
  'reason-missing': { id: 'motif', label: 'Motif' },
};
