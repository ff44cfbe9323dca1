/** What a form says of one change for many actions: kept as typed, read into a change. */
import { PRIORITIES } from '#domain/plan/action-sheet.ts';
import { MOST_NAME, type WrittenName } from '#use-cases/plans/known-names.ts';
import type { ManyPatch } from '#use-cases/plans/change-many-actions.ts';
import { isDay } from '#domain/shared/local-day.ts';
import { LEAD_TOO_LONG, NOT_A_DAY } from '#ui/messages/plan-bulk.fr.ts';
import { STATUS_STATES } from '#ui/messages/plan-words.fr.ts';
import { NONE, priorityCode, statusCode } from './view-asked.ts';

export const MANY_FIELDS = [
  'statut',
  'pourquoi',
  'debloquerait',
  'priorite',
  'debut',
  'debut-effacer',
  'fin',
  'fin-effacer',
  'visibilite',
  'axe',
  'pilote',
  'pilote-genre',
] as const;
export type ManyField = (typeof MANY_FIELDS)[number];
export type ManyTyped = Readonly<Record<ManyField, string>>;

/** The name of the ticked boxes; each says `id:version`. */
export const CHOSEN = 'choisi';
/** With this, all that `demande` (the query of a view) finds. */
export const ALL_FOUND = 'toutes';
export const ASKED_FOR = 'demande';
export const BACK_TO = 'retour';

export function manyTyped(form: FormData): ManyTyped {
  const typed = MANY_FIELDS.map((field) => {
    const value = form.get(field);
    return [field, typeof value === 'string' ? value.slice(0, 2100) : ''] as const;
  });
  return Object.fromEntries(typed) as Record<ManyField, string>;
}

export type ManyRead =
  | { readonly kind: 'change'; readonly patch: ManyPatch; readonly lead: WrittenName | null }
  /** Nothing is filled in yet. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'wrong'; readonly field: ManyField; readonly problem: string };

export function readMany(typed: ManyTyped): ManyRead {
  for (const field of ['debut', 'fin'] as const) {
    if (typed[field] !== '' && !isDay(typed[field])) return { kind: 'wrong', field, problem: NOT_A_DAY };
  }
  const name = typed.pilote.trim();
  if ([...name].length > MOST_NAME) return { kind: 'wrong', field: 'pilote', problem: LEAD_TOO_LONG };
  const patch = patchOf(typed);
  if (Object.keys(patch).length === 0 && name === '') return { kind: 'nothing' };
  return { kind: 'change', patch, lead: name === '' ? null : leadOf(name, typed['pilote-genre']) };
}

/** `12:3` is action 12 as it was at version 3. Anything else is left out. */
export function chosenIn(form: FormData): readonly { readonly action: number; readonly version: number }[] {
  const found = new Map<number, number>();
  for (const said of form.getAll(CHOSEN)) {
    const parts = typeof said === 'string' ? /^([1-9]\d{0,8}):([1-9]\d{0,8})$/.exec(said) : null;
    if (parts !== null) found.set(Number(parts[1]), Number(parts[2]));
  }
  return [...found].map(([action, version]) => ({ action, version }));
}

export function chosenValue({ id, version }: { readonly id: number; readonly version: number }): string {
  return `${id}:${version}`;
}

function patchOf(typed: ManyTyped): ManyPatch {
  const state = STATUS_STATES.find((status) => statusCode(status) === typed.statut);
  const priority = PRIORITIES.find((code) => priorityCode(code) === typed.priorite);
  const blocked = state === 'blocked' ? { why: typed.pourquoi, unblocks: typed.debloquerait } : null;
  const startsOn = dayOf(typed.debut, typed['debut-effacer']);
  const endsOn = dayOf(typed.fin, typed['fin-effacer']);
  const visibility = VISIBILITIES[typed.visibilite];
  const axis = typed.axe === NONE ? null : /^[1-9]\d{0,8}$/.test(typed.axe) ? Number(typed.axe) : undefined;
  return {
    ...(state === undefined ? {} : { status: { status: state === 'unknown' ? null : state, blocked } }),
    ...(typed.priorite === NONE ? { priority: null } : priority === undefined ? {} : { priority }),
    ...(startsOn === undefined ? {} : { startsOn }),
    ...(endsOn === undefined ? {} : { endsOn }),
    ...(visibility === undefined ? {} : { visibility }),
    ...(axis === undefined ? {} : { axis }),
  };
}

function dayOf(day: string, erased: string): string | null | undefined {
  return erased === 'oui' ? null : day === '' ? undefined : day;
}

function leadOf(name: string, kind: string): WrittenName {
  const isElected = kind === 'elected';
  return {
    name,
    kind: isElected || kind === 'person' ? 'person' : kind === 'organisation' ? 'organisation' : 'service',
    isElected,
    isKindSaid: true,
  };
}

const VISIBILITIES: Readonly<Record<string, ManyPatch['visibility']>> = { publique: 'public', privee: 'private' };
