/** A decision in words, for people who compare two of them. */
import type { Decision, LevelDecision } from '#domain/pact/decision.ts';
import { FIELD_LABEL } from './plan.fr.ts';
import { levelLabel, STANCE_WORD } from './stances.fr.ts';

/** One short sentence a thing said; never empty. */
export function decisionWords(decision: Decision): readonly string[] {
  switch (decision.kind) {
    case 'confirm':
      return ['C’est juste, ou rien à retenir.'];
    case 'refuse':
      return ['Ce n’est pas un engagement.'];
    case 'undecide':
      return ['Retour à la lecture automatique.'];
    case 'to-local':
      return [`Engagement local : « ${decision.text} »`, ...related(decision.relatedMeasures)];
    case 'to-measure':
      return [`Rattaché à la mesure ${decision.measure}, ${STANCE_WORD[decision.stance]}.`, ...levels(decision.levels)];
    case 'correct-commitment':
      return [
        ...(decision.measure === undefined ? [] : [`Mesure ${decision.measure}.`]),
        ...(decision.stance === undefined ? [] : [`Position : ${STANCE_WORD[decision.stance]}.`]),
        ...(decision.levels === undefined ? [] : levels(decision.levels)),
        ...((decision.competentBody ?? null) === null ? [] : [`Avec : ${decision.competentBody}.`]),
        ...quoted('Observation', decision.observations),
      ];
    case 'correct-principle':
      return [
        ...(decision.stance === undefined ? [] : [`Position : ${STANCE_WORD[decision.stance]}.`]),
        ...quoted('Observation', decision.observations),
      ];
    case 'correct-local':
      return [
        ...quoted('Texte', decision.text === undefined ? [] : [decision.text]),
        ...related(decision.relatedMeasures),
      ];
    case 'correct-signatory':
      return [`Liste : ${decision.listName ?? 'sans nom'}.`, `Tête de liste : ${decision.leader ?? 'non précisée'}.`];
    case 'correct-axis':
      return [`Titre : ${decision.title ?? 'inchangé'}.`];
    case 'correct-plan':
      return [
        `Titre : ${decision.title ?? 'inchangé'}.`,
        ...Object.values(decision.council ?? {}).flatMap((line) => line ?? []),
      ];
    case 'correct-action':
      return [
        `Fiche ${decision.number ?? ''} ${decision.title ?? ''}`.trim(),
        ...Object.entries(decision.fields ?? {}).flatMap(([field, text]) =>
          (text ?? null) === null ? [] : [`${FIELD_LABEL[field as keyof typeof FIELD_LABEL]} : ${text}`],
        ),
      ];
  }
}

function levels(decided: readonly LevelDecision[]): readonly string[] {
  if (decided.length === 0) return ['Aucun niveau.'];
  return decided.map(({ level, stance, clauses = [] }) => {
    const apart = clauses.filter((clause) => clause.stance !== stance);
    const but = apart.map((clause) => `alinéa ${clause.clause} ${STANCE_WORD[clause.stance]}`);
    return `${levelLabel(level)} ${STANCE_WORD[stance]}${but.length === 0 ? '' : ` (${but.join(', ')})`}.`;
  });
}

function related(measures: readonly number[] | undefined): readonly string[] {
  return measures === undefined || measures.length === 0 ? [] : [`Mesures liées : ${measures.join(', ')}.`];
}

function quoted(label: string, texts: readonly string[] | undefined): readonly string[] {
  return (texts ?? []).map((text) => `${label} : « ${text} »`);
}
