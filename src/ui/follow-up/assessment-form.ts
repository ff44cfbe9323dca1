/** The form with which a voice says where a promise stands: what was typed comes back as it was. */
import { ASSESSMENT_STATUSES, type AssessmentStatus } from '#domain/follow-up/assessment.ts';
import type { LevelStatus } from '#domain/follow-up/levels.ts';
import type { TypedEvidence } from './evidence-form.ts';

export type TypedAssessment = {
  /** '' : none chosen. */
  readonly status: AssessmentStatus | '';
  readonly levels: readonly LevelStatus[];
  readonly before: boolean;
  readonly sentence: string;
  readonly on: string;
  readonly reply: boolean;
  readonly evidence: readonly TypedEvidence[];
  /** How many times this voice had spoken when the form was shown. */
  readonly seen: number;
};

export const levelName = (level: number): string => `niveau-${level}`;
const MOST_LEVELS = 9;
const LONGEST = 20_000;

export function typedAssessment(form: FormData, evidence: readonly TypedEvidence[]): TypedAssessment {
  const text = (name: string): string => {
    const value = form.get(name);
    return typeof value === 'string' ? value.slice(0, LONGEST) : '';
  };
  const levels: LevelStatus[] = [];
  for (let level = 1; level <= MOST_LEVELS; level += 1) {
    const status = statusIn(text(levelName(level)));
    if (status !== '') levels.push({ level, status });
  }
  return {
    status: statusIn(text('etat')),
    levels,
    before: text('avant') !== '',
    sentence: text('phrase').replace(/\r\n?/g, '\n'),
    on: text('jour'),
    reply: text('reponse') !== '',
    evidence,
    seen: /^\d{1,6}$/.test(text('vues')) ? Number(text('vues')) : 0,
  };
}

function statusIn(typed: string): AssessmentStatus | '' {
  return ASSESSMENT_STATUSES.find((status) => status === typed) ?? '';
}
