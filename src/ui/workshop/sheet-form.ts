/**
 * Reads the form of a sheet. A sum that is not exactly one stays the words that were typed (« 10 000 à 15 000 »); a day that
 * is none is left to the rules, which say so. A field that the form does not hold is not touched.
 */
import {
  ACTION_STATUSES,
  PARTICIPATIONS,
  PRIORITIES,
  SHEET_ROLES,
  SHEET_TEXTS,
  type AmountLine,
  type Funding,
  type SheetRole,
} from '#domain/plan/action-sheet.ts';
import type { EntryKind } from '#domain/plan/directory-entry.ts';
import { readFrenchNumber } from '#domain/shared/french-number.ts';
import type { ActionPatch } from '#domain/plan/sheet-fields.ts';
import type { ChangeAction, WrittenFunding } from '#use-cases/plans/change-action.ts';
import { byKey, type AmountShown, type FundingShown, type SheetShown, type StepShown } from './sheet-shown.ts';

/** More lines than any form has: a form may hold anything. */
const MOST_LINES = 250;

const FUNDING_STATES = ['to-ask', 'asked', 'granted', 'refused'] as const;

/** What was typed, to be read and to be shown again. `before`: the sheet whose names the form showed. */
export function typedSheet(form: FormData, before: SheetShown): SheetShown {
  const text = (name: string, limit = 25_000): string => {
    const value = form.get(name);
    return typeof value === 'string' ? value.slice(0, limit) : '';
  };
  const lines = <Line>(name: string, read: (at: string) => Line): readonly Line[] => {
    const most = Math.min(Number(text(`${name}s`, 4)) || 0, MOST_LINES);
    return Array.from({ length: most }, (_, index) => read(`${name}-${index + 1}`));
  };
  return {
    version: Number(text('version', 9)) || 0,
    number: text('numero', 100),
    axis: text('axe', 12),
    title: text('titre'),
    status: text('statut', 20),
    why: text('bloque-pourquoi'),
    unblocks: text('bloque-deblocage'),
    priority: text('priorite', 20),
    startsOn: text('debut', 20),
    endsOn: text('fin', 20),
    visibility: text('visibilite', 20),
    participation: text('participation', 20),
    texts: byKey(SHEET_TEXTS, (key) => text(`texte-${key}`, 100_000)),
    roles: byKey(SHEET_ROLES, (role) => {
      const kept = new Set(form.getAll(`role-${role}`).map(String));
      // A name that the page did not show yet is one that somebody else added meanwhile: the version tells it.
      const shown = new Set(form.getAll(`montre-${role}`).map(String));
      return {
        names: before.roles[role].names.map((name) => ({
          ...name,
          kept: kept.has(String(name.id)) || !shown.has(String(name.id)),
        })),
        added: text(`nom-${role}`, 10_000),
      };
    }),
    leadKind: text('genre', 20),
    amounts: lines('montant', (at) => ({
      direction: text(`${at}-sens`, 20),
      stage: text(`${at}-stade`, 20),
      nature: text(`${at}-nature`, 20),
      year: text(`${at}-annee`, 20).trim(),
      sum: text(`${at}-somme`, 1000).trim(),
    })).filter(({ year, sum }) => year !== '' || sum !== ''),
    fundings: lines('financement', (at) => ({
      funder: text(`${at}-qui`, 1000).trim(),
      call: text(`${at}-appel`, 1000).trim(),
      deadline: text(`${at}-echeance`, 20).trim(),
      state: text(`${at}-etat`, 20),
      sum: text(`${at}-somme`, 1000).trim(),
    })).filter(({ funder, call, deadline, sum }) => `${funder}${call}${deadline}${sum}` !== ''),
    steps: lines('etape', (at) => ({
      title: text(`${at}-titre`, 1000).trim(),
      status: text(`${at}-statut`, 20),
      endsOn: text(`${at}-fin`, 20).trim(),
    })).filter(({ title, endsOn }) => `${title}${endsOn}` !== ''),
  };
}

/** A sum of a funding that is no number: there is no place for words there. `line`: from 1. */
export type BadSum = { readonly line: number; readonly said: string };

export type SheetAsked = Pick<ChangeAction, 'version' | 'patch'> & {
  readonly names: NonNullable<ChangeAction['names']>;
  readonly fundings: readonly WrittenFunding[];
  readonly badSums: readonly BadSum[];
};

export function askedOf(typed: SheetShown): SheetAsked {
  const status = ACTION_STATUSES.find((known) => known === typed.status) ?? null;
  const fundings = typed.fundings.map(toFunding);
  const patch: ActionPatch = {
    number: typed.number,
    axis: typed.axis === '' ? null : Number(typed.axis) || 0,
    title: typed.title,
    status,
    blocked: status === 'blocked' ? { why: typed.why, unblocks: typed.unblocks } : null,
    priority: PRIORITIES.find((known) => known === typed.priority) ?? null,
    startsOn: typed.startsOn.trim() || null,
    endsOn: typed.endsOn.trim() || null,
    participation: PARTICIPATIONS.find((known) => known === typed.participation) ?? null,
    texts: byKey(SHEET_TEXTS, (key) => typed.texts[key]),
    roles: byKey(SHEET_ROLES, (role) => typed.roles[role].names.filter(({ kept }) => kept).map(({ id }) => id)),
    amounts: typed.amounts.map(toAmount),
    steps: typed.steps.map(toStep),
    // Only what was chosen: a form without the question leaves it as it is.
    ...(typed.visibility === 'public' || typed.visibility === 'private' ? { visibility: typed.visibility } : {}),
  };
  return {
    version: typed.version,
    patch,
    names: SHEET_ROLES.flatMap((role) =>
      typed.roles[role].added
        .split('\n')
        .filter((name) => name.trim() !== '')
        .map((name) => ({
          role,
          name,
          kind: kindOf(role, typed.leadKind),
          isElected: role === 'referent',
          // A lead is anything: the form asks.
          isKindSaid: role === 'lead',
        })),
    ),
    fundings: fundings.map(({ funding }) => funding),
    badSums: fundings.flatMap(({ bad }, index) => (bad === null ? [] : [{ line: index + 1, said: bad }])),
  };
}

function kindOf(role: SheetRole, leadKind: string): EntryKind {
  switch (role) {
    case 'lead':
      return leadKind === 'service' || leadKind === 'organisation' ? leadKind : 'person';
    case 'referent':
      return 'person';
    case 'service':
      return 'service';
    case 'structure':
    case 'partner':
      return 'organisation';
  }
}

function toAmount({ direction, stage, nature, year, sum }: AmountShown): AmountLine {
  const read = readFrenchNumber(sum, 'euros');
  return {
    direction: direction === 'receipt' ? 'receipt' : 'spending',
    stage: stage === 'real' ? 'real' : 'forecast',
    nature: nature === 'investment' || nature === 'operation' ? nature : null,
    year: year === '' ? null : Number(/^\d{1,9}$/.exec(year)?.[0] ?? 0),
    euros: read.kind === 'number' ? read.value : null,
    words: read.kind === 'number' ? '' : sum,
  };
}

function toFunding({ funder, call, deadline, state, sum }: FundingShown): {
  readonly funding: WrittenFunding;
  readonly bad: string | null;
} {
  const read = readFrenchNumber(sum, 'euros');
  const known: Funding['state'] = FUNDING_STATES.find((one) => one === state) ?? null;
  return {
    funding: {
      funder: { kind: 'organisation', name: funder, isElected: false, anyKind: true },
      call,
      deadline: deadline || null,
      state: known,
      euros: read.kind === 'number' ? read.value : null,
    },
    bad: read.kind === 'number' || sum === '' ? null : sum,
  };
}

function toStep({ title, status, endsOn }: StepShown) {
  return { title, status: ACTION_STATUSES.find((known) => known === status) ?? null, endsOn: endsOn || null };
}
