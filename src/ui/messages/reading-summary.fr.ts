/** A reading told to a person on a terminal: what was understood, what needs a look, what was not read. */
import type { CharterReading, CommitmentFinding, PactReading, PlanReading, Reading } from '#reading/contract.ts';
import { CONFIDENCE_THRESHOLD } from '#reading/propose/confidence.ts';
import { STANCE_WORD } from './stances.fr.ts';

export function readingSummary(reading: Reading): string {
  const body =
    reading.kind === 'pact' ? ofPact(reading) : reading.kind === 'plan' ? ofPlan(reading) : ofCharter(reading);
  const warnings = reading.warnings.map(({ message }) => `  - ${message}`);
  const unread = reading.unread.map(({ text }) => `  « ${shorten(text)} »`);
  return [
    ...body,
    ...(warnings.length === 0 ? [] : ['', `À regarder (${warnings.length}) :`, ...warnings]),
    ...(unread.length === 0 ? [] : ['', `Passages non lus (${unread.length}) :`, ...unread]),
  ].join('\n');
}

function ofPact({ charter, signatory, principles, commitments, localCommitments }: PactReading): string[] {
  return [
    `Pacte, charte ${charter}`,
    `Liste : ${signatory.list ?? 'non trouvée'} ; tête de liste : ${signatory.leader ?? 'non trouvée'}`,
    `Principes : ${principles.map(({ principle, stance }) => `${principle} ${STANCE_WORD[stance]}`).join(', ') || 'aucun'}`,
    `Mesures (${commitments.length}) :`,
    ...commitments.map(commitmentLine),
    ...(localCommitments.length === 0 ? [] : [`Engagements locaux (${localCommitments.length}) :`]),
    ...localCommitments.map(({ localNumber, text }) => `  ${localNumber ?? '-'}  ${shorten(text)}`),
  ];
}

function commitmentLine({ measure, stance, levels, competentBody, confidence, reasons }: CommitmentFinding): string {
  const marks = levels.map((level) => `N${level.level} ${STANCE_WORD[level.stance]}`).join(', ');
  const body = competentBody === null ? '' : ` ; avec ${competentBody}`;
  const look = confidence < CONFIDENCE_THRESHOLD ? `  [à vérifier : ${reasons.join(', ')}]` : '';
  return `  ${String(measure ?? '?').padStart(2)}  ${STANCE_WORD[stance]}${marks === '' ? '' : ` : ${marks}`}${body}${look}`;
}

function ofPlan({ title, council, axes, actions }: PlanReading): string[] {
  return [
    `Plan : ${title ?? 'titre non trouvé'}`,
    `Conseil : ${council.date ?? 'date non trouvée'}${council.item === null ? '' : `, ${council.item}`}`,
    `Axes (${axes.length}), actions (${actions.length}) :`,
    ...axes.flatMap((axis) => [
      `  ${axis.number}. ${axis.title}`,
      ...actions
        .filter((action) => action.axis === axis.number)
        .map((action) => `     ${action.number}  ${shorten(action.title)}`),
    ]),
    ...actions
      .filter((action) => !axes.some((axis) => axis.number === action.axis))
      .map((action) => `     ${action.number}  ${shorten(action.title)}`),
  ];
}

function ofCharter({ principles, measures }: CharterReading): string[] {
  return [
    `Charte : ${principles.length} principes, ${measures.length} mesures`,
    ...measures.map(
      ({ number, title, levels }) =>
        `  ${String(number).padStart(2)}  ${shorten(title)} (${levels.length === 0 ? 'sans niveau' : `${levels.length} niveau${levels.length > 1 ? 'x' : ''}`})`,
    ),
  ];
}

function shorten(words: string): string {
  const flat = words.replace(/\s+/gu, ' ').trim();
  return flat.length > 90 ? `${flat.slice(0, 89)}…` : flat;
}
