/** The papers of a meeting in words: agenda, state in one page, dates, letters, questions for the council. */
import type { AssessmentStatus, Voice } from '#domain/follow-up/assessment.ts';
import { shareKept, type FollowUpTally } from '#domain/follow-up/tally.ts';
import type { CommitmentKey } from '#domain/follow-up/commitment-key.ts';
import type { CouncilQuestion } from '#domain/meeting-kit/council-questions.ts';
import type { StateGroup } from '#domain/meeting-kit/state-groups.ts';
import { DONE_WORD } from './done.fr.ts';
import { accordingTo, voiceInside, voiceName, type Speaking } from './follow-up.fr.ts';
import { count, day, dePlace, figure, listOf } from './format.fr.ts';
import { ofCounted } from './share.fr.ts';

export function kitTitle(place: string): string {
  return `Dossier de séance : le pacte ${dePlace(place)}`;
}
export function kitSubtitle(place: string, today: string, meeting: string | null): string {
  return meeting === null ? `${place}, à jour du ${day(today)}` : `${place}, ${meeting} ; à jour du ${day(today)}`;
}
export function kitFooter(address: string, today: string): string {
  return `${address} · ${day(today)}`;
}
export const AGENDA = 'Ordre du jour';
/** What a meeting about a pact goes through, when nobody wrote an agenda. */
export const USUAL_AGENDA: readonly string[] = [
  'Ce qui a été décidé la dernière fois : qu’en est-il ?',
  'L’état du pacte, engagement par engagement',
  'Les échéances des six prochains mois',
  'Les lettres et les questions sans réponse',
  'Les questions pour le conseil',
  'Décisions, qui s’en charge, pour quand ; date de la prochaine séance',
];
export const DECIDED = 'Ce qui a été décidé';
export const DECIDED_TABLE = 'Décisions des comptes rendus approuvés par les deux parties';
export const DECISION_COLUMNS = ['Décision', 'Qui s’en charge', 'Pour quand', 'Où en est-on'] as const;
export const NOTHING_DECIDED =
  'Aucune décision n’est publiée : aucun compte rendu n’a encore été approuvé par les deux parties.';
export const NOBODY = 'personne n’est nommé';
export const NO_DAY = 'sans date';

export const STATE = 'L’état du pacte en une page';
export function stateOf(list: string | null): string {
  return list === null ? 'Pacte signé par le conseil, ou sans liste nommée' : `Pacte de « ${list} »`;
}
/**
 * « Selon le collectif : 12 tenus sur 23 (26 signés, dont 3 à part), au 3 juin 2029 ; … ; à part : … » The day is that of the
 * last thing counted: figures grow no younger because a paper is printed again.
 */
export function voiceLine(voice: Voice, tally: FollowUpTally, speaking: Speaking): string {
  const according = accordingTo(voice, speaking);
  const who = `${according.charAt(0).toUpperCase()}${according.slice(1)}`;
  if (tally.lookedOn === null) {
    return `${who} : aucun évalué à ce jour sur ${count(tally.signed, 'engagement signé', 'engagements signés')}.`;
  }
  const share = shareKept(tally);
  const first =
    share === null
      ? `rien de ce qui se compte n’a été regardé sur ${count(tally.signed, 'engagement signé', 'engagements signés')}`
      : `${count(share.kept, 'tenu', 'tenus')} sur ${ofCounted({ counted: share.of, signed: tally.signed })}`;
  const rest = counts([
    [tally.partlyKept, 'tenu en partie', 'tenus en partie'],
    [tally.underway, 'en cours', 'en cours'],
    [tally.notStarted, 'pas commencé', 'pas commencés'],
    [tally.broken, 'rompu', 'rompus'],
    [tally.never, 'jamais évalué', 'jamais évalués'],
  ]);
  const apart = counts([
    [tally.beforeMandate, 'déjà fait avant le mandat', 'déjà faits avant le mandat'],
    [tally.cannotAssess, 'impossible à évaluer', 'impossibles à évaluer'],
    [tally.notCompetent, 'hors compétence', 'hors compétence'],
  ]);
  const parts = [`${first}, au ${day(tally.lookedOn)}`, rest, apart === '' ? '' : `à part : ${apart}`].filter(
    (part) => part !== '',
  );
  return `${who} : ${parts.join(' ; ')}.`;
}
function counts(parts: readonly (readonly [number, string, string])[]): string {
  return parts.flatMap(([number, one, many]) => (number === 0 ? [] : [count(number, one, many)])).join(', ');
}
/** « Tenu (3) » */
export function groupLabel({ state, promises }: StateGroup): string {
  const word =
    state === 'before' ? 'Déjà fait avant le mandat' : state === 'never' ? 'Jamais évalué' : DONE_WORD[state];
  return `${word} (${figure(promises.length)})`;
}
/** « mesures 1, 5 et 15 ; principe A ; 2 engagements locaux » */
export function promisesNamed(keys: readonly CommitmentKey[]): string {
  const measures = keys.flatMap((key) => (key.kind === 'measure' ? [String(key.measure)] : []));
  const principles = keys.flatMap((key) => (key.kind === 'principle' ? [key.letter] : []));
  const locals = keys.length - measures.length - principles.length;
  return [
    measures.length === 0 ? null : `${measures.length < 2 ? 'mesure' : 'mesures'} ${listOf(measures)}`,
    principles.length === 0 ? null : `${principles.length < 2 ? 'principe' : 'principes'} ${listOf(principles)}`,
    locals === 0 ? null : count(locals, 'engagement local', 'engagements locaux'),
  ]
    .filter((part) => part !== null)
    .join(' ; ');
}
export function voiceTitle(voice: Voice, speaking: Speaking): string {
  return `Ce que dit ${voiceInside(voice, speaking)}`;
}
export const DIFFERENCES = 'Là où les deux voix ne disent pas la même chose';
export const NO_DIFFERENCE = 'Nulle part : sur ce que les deux ont regardé, elles disent la même chose.';
export const NOT_COMPARED = 'Rien à comparer : les deux voix n’ont pas encore parlé d’un même engagement.';
export const DETAIL = 'En annexe : chaque engagement';
export const STATE_TABLE = 'Chaque engagement, et la dernière chose que chaque partie en a dite';
export function stateColumns(speaking: Speaking): readonly string[] {
  return ['Engagement', voiceName('collective', speaking), voiceName('town-hall', speaking)];
}
export function saidLine(said: { readonly status: AssessmentStatus; readonly lookedOn: string } | null): string {
  return said === null ? 'jamais évalué' : `${DONE_WORD[said.status]}, le ${day(said.lookedOn)}`;
}

export const NEAR = 'Les échéances des six prochains mois';
export const NEAR_TABLE = 'Échéances, de la plus proche à la plus lointaine';
export const NEAR_COLUMNS = ['Quand', 'Quoi', 'Écrit où'] as const;
export const NOTHING_NEAR = 'Aucune date n’est écrite pour les six prochains mois.';
export const LETTERS = 'Lettres sans réponse';
export const NO_LETTER = 'Aucune lettre n’attend de réponse.';
export function letterLine(title: string, on: string, days: number): string {
  return `« ${title} », envoyée le ${day(on)} : sans réponse depuis ${count(days, 'jour', 'jours')}`;
}

export const QUESTIONS = 'Questions pour le conseil';
export const OPEN_QUESTIONS = 'Questions déjà posées, sans réponse';
export const FROM_STATE = 'Questions que l’état du pacte pose';
export const NO_QUESTION = 'Aucune question n’attend de réponse.';
export function askedOn(on: string): string {
  return ` (posée le ${day(on)})`;
}
export function councilQuestion(question: CouncilQuestion, speaking: Speaking): string {
  const { label } = question;
  const answering = voiceInside('town-hall', speaking);
  switch (question.kind) {
    case 'voices-differ':
      return `${label} : le collectif dit « ${lower(question.collective)} », ${answering} « ${lower(question.townHall)} ». Sur quoi chacun se fonde-t-il ?`;
    case 'town-hall-silent':
      return `${label} : le collectif dit « ${lower(question.collective)} ». Qu’en dit ${answering} ?`;
    case 'stale':
      return `${label} : sans nouvelle depuis ${question.months} mois. Où en est-on ?`;
    case 'nobody-looked':
      return `${label} : jamais évalué. Qu’est-ce qui a été fait, et où peut-on le voir ?`;
  }
}
export function leftOut(number: number): string {
  return `Et ${figure(number)} ${number < 2 ? 'autre' : 'autres'}, sur la page du pacte.`;
}
export const NOTES = 'Notes';
export const DECISIONS_TAKEN = 'Décisions prises : quoi, qui, pour quand';
export const NO_PACT = 'Aucun pacte n’est publié ici.';

function lower(status: AssessmentStatus): string {
  return DONE_WORD[status].toLowerCase();
}
