/**
 * The form of one promise in a review: what stands in it, what was typed in it, and back. What was typed comes back as it was,
 * whatever happens.
 */
import { ASSESSMENT_STATUSES, type AssessmentStatus } from '#domain/follow-up/assessment.ts';
import type { EvidenceItem } from '#domain/follow-up/evidence.ts';
import type { PointsToCheck } from '#domain/review/points-to-check.ts';
import { CHECK_ANSWERS, type AnsweredCheck, type CheckAnswer, type ReviewEntry } from '#domain/review/review-entry.ts';
import type { TypedFields } from '#domain/review/stored-entry.ts';
import { typedEvidence, type TypedEvidence } from '#ui/follow-up/evidence-form.ts';

/** A level that was promised, with what one can look at. */
export type LevelToCheck = { readonly level: number } & PointsToCheck;

export type EntryForm = {
  /** The version seen; 0: nothing was said. */
  readonly version: number;
  readonly status: AssessmentStatus | '';
  readonly levels: Readonly<Record<number, AssessmentStatus | ''>>;
  readonly before: boolean;
  readonly sentence: string;
  readonly on: string;
  readonly checks: Readonly<Record<string, { readonly answer: CheckAnswer | ''; readonly note: string }>>;
  readonly evidence: readonly TypedEvidence[];
};

/** The id of the form: the points to check stand outside of it. */
export const ENTRY_FORM = 'saisie';

export const levelField = (level: number): string => `niveau-${level}`;
export const checkField = (level: number, rank: number): string => `point-${level}-${rank}`;
export const noteField = (level: number, rank: number): string => `note-${level}-${rank}`;

export function formOfEntry(
  entry: ReviewEntry,
  { version, levels, evidence }: Shape & { readonly version: number; readonly evidence: readonly TypedEvidence[] },
): EntryForm {
  const said = new Map(entry.checks.map((check) => [`${check.level} ${check.text}`, check]));
  return {
    version,
    status: entry.status ?? '',
    levels: Object.fromEntries(
      levels.map(({ level }) => [level, entry.levels.find((told) => told.level === level)?.status ?? '']),
    ),
    before: entry.beforeMandate,
    sentence: entry.sentence,
    on: entry.assessedOn,
    checks: Object.fromEntries(
      pointsOf(levels).map(({ level, rank, text }) => {
        const found = said.get(`${level} ${text}`);
        return [checkField(level, rank), { answer: found?.answer ?? '', note: found?.note ?? '' }];
      }),
    ),
    evidence,
  };
}

/** As typed, right or wrong. */
export function formTyped(form: FormData, { levels }: Shape): EntryForm {
  const text = (name: string, most = 10_000): string => {
    const value = form.get(name);
    return typeof value === 'string' ? value.slice(0, most) : '';
  };
  const version = Number(text('version', 6));
  return {
    version: Number.isSafeInteger(version) && version > 0 ? version : 0,
    status: statusIn(text('status', 40)),
    levels: Object.fromEntries(levels.map(({ level }) => [level, statusIn(text(levelField(level), 40))])),
    before: text('before', 10) !== '',
    sentence: text('sentence'),
    on: text('on', 20).trim(),
    checks: Object.fromEntries(
      pointsOf(levels).map(({ level, rank }) => {
        const answer = text(checkField(level, rank), 20);
        return [
          checkField(level, rank),
          { answer: CHECK_ANSWERS.find((known) => known === answer) ?? '', note: text(noteField(level, rank), 2_000) },
        ];
      }),
    ),
    evidence: typedEvidence(form).map(({ typed }) => typed),
  };
}

/** What is kept while it is typed: every field but files. */
export function fieldsOf(form: FormData): TypedFields {
  const fields: Record<string, string[]> = {};
  for (const [name, value] of form) {
    if (typeof value !== 'string' || name === 'act' || value === '') continue;
    (fields[name] ??= []).push(value);
  }
  return fields;
}

export function formDataOf(fields: TypedFields): FormData {
  const form = new FormData();
  for (const [name, values] of Object.entries(fields)) for (const value of values) form.append(name, value);
  return form;
}

/** What the form says, without what may be wrong in it: the rules tell. */
export function entryOf(
  form: EntryForm,
  { levels, evidence }: Shape & { readonly evidence: readonly EvidenceItem[] },
): ReviewEntry {
  return {
    status: form.status === '' ? null : form.status,
    levels: levels.flatMap(({ level }) => {
      const status = form.levels[level] ?? '';
      return status === '' ? [] : [{ level, status }];
    }),
    beforeMandate: form.before,
    sentence: form.sentence,
    evidence,
    assessedOn: form.on,
    checks: answersOf(form, { levels }),
  };
}

export function answersOf(form: EntryForm, { levels }: Shape): readonly AnsweredCheck[] {
  return pointsOf(levels).flatMap(({ level, rank, text }) => {
    const { answer = '', note = '' } = form.checks[checkField(level, rank)] ?? {};
    return answer === '' ? [] : [{ level, text, answer, note }];
  });
}

type Shape = { readonly levels: readonly LevelToCheck[] };

function pointsOf(levels: readonly LevelToCheck[]) {
  return levels.flatMap(({ level, checks }) => checks.map(({ text }, rank) => ({ level, rank, text })));
}

function statusIn(text: string): AssessmentStatus | '' {
  return ASSESSMENT_STATUSES.find((known) => known === text) ?? '';
}
