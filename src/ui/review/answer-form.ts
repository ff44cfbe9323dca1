/**
 * From the form of one proposal to a decision, still to be checked by the use case (check-decision.ts): what a
 * browser sends is anything.
 *
 * A level whose stance a person changed without touching its clauses is sent without clauses: nobody compared them.
 */
import { ACTION_FIELDS } from '#domain/plan/plan.ts';
import type { Answer, LevelField } from './answer.ts';

export type AnswerAct = 'confirm' | 'refuse' | 'undecide' | 'correct' | 'to-local' | 'to-measure' | 'append';
const ACTS: readonly AnswerAct[] = ['confirm', 'refuse', 'undecide', 'correct', 'to-local', 'to-measure', 'append'];

export function actIn(form: FormData): AnswerAct | null {
  const act = form.get('act');
  return ACTS.find((known) => known === act) ?? null;
}

/** Null when the form is no answer. `shown` is what the person saw. */
export function decisionFrom(form: FormData, shown: Answer): unknown {
  const act = actIn(form);
  switch (act) {
    case 'confirm':
    case 'refuse':
    case 'undecide':
      return { kind: act };
    case 'to-local':
      return { kind: 'to-local', text: text(form, 'text'), relatedMeasures: numbers(form, 'relatedMeasures') };
    case 'to-measure':
      return {
        kind: 'to-measure',
        measure: Number(text(form, 'measure')),
        stance: text(form, 'stance') || 'accepted',
        levels: levels(form, []),
      };
    case 'correct':
      return correction(form, shown);
    case 'append':
    case null:
      return null;
  }
}

/** What was typed, to be shown again when it was not kept. */
export function typedIn(form: FormData): Readonly<Record<string, readonly string[]>> {
  const typed: Record<string, string[]> = {};
  for (const [name, value] of form) {
    if (typeof value !== 'string') continue;
    (typed[name] ??= []).push(plain(value));
  }
  return typed;
}

function correction(form: FormData, shown: Answer): unknown {
  switch (shown.kind) {
    case 'signatory':
      return { kind: 'correct-signatory', listName: line(form, 'listName'), leader: line(form, 'leader') };
    case 'principle':
      return { kind: 'correct-principle', stance: text(form, 'stance'), observations: texts(form, 'observation[]') };
    case 'commitment': {
      const measure = text(form, 'measure');
      const reattached = measure !== String(shown.measure ?? '');
      const said = levels(form, reattached ? [] : shown.levels);
      return {
        kind: 'correct-commitment',
        ...(measure === '' ? {} : { measure: Number(measure) }),
        ...(said.length === 0 && form.has('stance') ? { stance: text(form, 'stance') } : {}),
        levels: said,
        observations: texts(form, 'observation[]'),
        competentBody: line(form, 'competentBody'),
      };
    }
    case 'local-commitment':
      return { kind: 'correct-local', text: text(form, 'text'), relatedMeasures: numbers(form, 'relatedMeasures') };
    case 'plan':
      return {
        kind: 'correct-plan',
        title: text(form, 'title'),
        council: {
          date: line(form, 'council-date'),
          item: line(form, 'council-item'),
          rapporteur: line(form, 'council-rapporteur'),
          decision: line(form, 'council-decision'),
        },
      };
    case 'axis':
      return { kind: 'correct-axis', title: text(form, 'title') };
    case 'action':
      return {
        kind: 'correct-action',
        number: text(form, 'number'),
        title: text(form, 'title'),
        axis: line(form, 'axis'),
        fields: Object.fromEntries(ACTION_FIELDS.map((field) => [field, line(form, `field-${field}`)])),
      };
    case 'unread':
      return null;
  }
}

type Said = { level: number; stance: string; clauses?: { clause: number; stance: string }[] };

/** Levels without a stance are not listed. */
function levels(form: FormData, shown: readonly LevelField[]): Said[] {
  const said: Said[] = [];
  for (const [name, value] of form) {
    const level = Number(/^level-(\d)$/.exec(name)?.[1] ?? 0);
    if (level === 0 || typeof value !== 'string' || value === '') continue;
    const before = shown.find((candidate) => candidate.level === level);
    const clauses = before === undefined ? [] : clausesOf(form, before);
    const touched = before?.clauses.some(
      ({ clause, stance }) => (clauses.find((one) => one.clause === clause)?.stance ?? '') !== stance,
    );
    const follow = before?.stance === value || touched === true;
    said.push({ level, stance: value, ...(follow && clauses.length > 0 ? { clauses } : {}) });
  }
  return said;
}

function clausesOf(form: FormData, { level, clauses }: LevelField): { clause: number; stance: string }[] {
  return clauses.flatMap(({ clause }) => {
    const stance = text(form, `clause-${level}-${clause}`);
    return stance === '' ? [] : [{ clause, stance }];
  });
}

function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? plain(value) : '';
}

function line(form: FormData, name: string): string | null {
  return text(form, name) || null;
}

function texts(form: FormData, name: string): string[] {
  return form.getAll(name).flatMap((value) => (typeof value === 'string' && value.trim() !== '' ? [plain(value)] : []));
}

/** "26, 27 et 28" names three; what is no number makes the answer wrong rather than being left out. */
function numbers(form: FormData, name: string): number[] {
  const words = text(form, name)
    .split(/[\s,;.]+|\bet\b/)
    .filter((word) => word !== '');
  return words.map(Number);
}

/** Browsers send line ends as CR LF whatever was shown. */
function plain(value: string): string {
  return value.replaceAll('\r\n', '\n').trim();
}
