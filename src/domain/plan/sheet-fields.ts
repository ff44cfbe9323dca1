/**
 * What can be changed of an action, field by field: two people who change different fields of one action both keep what
 * they wrote, and two who change the same one are given both texts.
 *
 * A status goes with why it is blocked: they are one field. A list (amounts, fundings, steps) is one field too: half of
 * somebody's list and half of somebody else's is nobody's.
 */
import { canonicalJson, type Json } from '../shared/canonical-json.ts';
import { SHEET_ROLES, SHEET_TEXTS, type SheetRole, type SheetText } from './action-sheet.ts';
import type { SheetPatch, WorkingSheet } from './working-sheet.ts';

export const SHEET_FIELDS = [
  'number',
  'axis',
  'title',
  'status',
  'priority',
  'startsOn',
  'endsOn',
  'visibility',
  'participation',
  'amounts',
  'fundings',
  'steps',
  ...SHEET_TEXTS.map((text) => `text.${text}` as const),
  ...SHEET_ROLES.map((role) => `role.${role}` as const),
] as const;
export type SheetField = (typeof SHEET_FIELDS)[number];

/** An action as it can be changed: its sheet, its number in the plan and its axis. */
export type ChangeableAction = {
  readonly number: string;
  readonly axis: number | null;
  readonly sheet: WorkingSheet;
};

/** What is absent stays as it is. */
export type ActionPatch = SheetPatch & {
  readonly number?: string | undefined;
  readonly axis?: number | null | undefined;
};

export type FieldValues = Readonly<Partial<Record<SheetField, Json>>>;

export function fieldsOf({ number, axis, sheet }: ChangeableAction): Readonly<Record<SheetField, Json>> {
  const { title, status, blocked, priority, startsOn, endsOn, visibility, participation } = sheet;
  const { texts, roles, amounts, fundings, steps } = sheet;
  const values: Record<string, Json> = {
    number,
    axis,
    title,
    status: { status, blocked },
    priority,
    startsOn,
    endsOn,
    visibility,
    participation,
    amounts,
    fundings,
    steps,
    ...Object.fromEntries(SHEET_TEXTS.map((text) => [`text.${text}`, texts[text]])),
    ...Object.fromEntries(SHEET_ROLES.map((role) => [`role.${role}`, roles[role]])),
  };
  return values as Readonly<Record<SheetField, Json>>;
}

/** The action with these changes made. Leaving `blocked` takes its words away: they say what blocks. */
export function patched(action: ChangeableAction, patch: ActionPatch): ChangeableAction {
  const { number = action.number, axis = action.axis, texts, roles, ...plain } = patch;
  const given = Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined));
  const sheet: WorkingSheet = { ...action.sheet, ...given };
  return {
    number,
    axis,
    sheet: {
      ...sheet,
      blocked: sheet.status === 'blocked' ? sheet.blocked : null,
      texts: { ...sheet.texts, ...definedOf(texts) },
      roles: { ...sheet.roles, ...definedOf(roles) },
    },
  };
}

/** Fields in which the two differ. */
export function differingFields(one: FieldValues, other: FieldValues): readonly SheetField[] {
  return SHEET_FIELDS.filter((field) => !sameValue(one[field] ?? null, other[field] ?? null));
}

/** The patch that makes these fields of an action what they are in `from`. */
export function patchOf(from: ChangeableAction, fields: readonly SheetField[]): ActionPatch {
  const { sheet } = from;
  const texts = new Map<SheetText, string | null>();
  const roles = new Map<SheetRole, readonly number[]>();
  const plain: Record<string, unknown> = {};
  for (const field of fields) {
    if (field === 'number' || field === 'axis') plain[field] = from[field];
    else if (field === 'status') Object.assign(plain, { status: sheet.status, blocked: sheet.blocked });
    else if (isText(field)) texts.set(textOf(field), sheet.texts[textOf(field)]);
    else if (isRole(field)) roles.set(roleOf(field), sheet.roles[roleOf(field)]);
    else plain[field] = sheet[field];
  }
  return { ...plain, texts: Object.fromEntries(texts), roles: Object.fromEntries(roles) };
}

export type Meanwhile = { readonly field: SheetField; readonly theirs: Json; readonly yours: Json };

/** `fields`: what this person changed and nobody else did. `both`: what somebody else changed meanwhile, otherwise. */
export type Merged = { readonly fields: readonly SheetField[]; readonly both: readonly Meanwhile[] };

/** `base`: what the person had before their eyes; `current`: what is kept now; `wanted`: what they made of it. */
export function mergeFields(values: {
  readonly base: FieldValues;
  readonly current: FieldValues;
  readonly wanted: FieldValues;
}): Merged {
  const { base, current, wanted } = values;
  const mine = differingFields(base, wanted);
  const theirs = new Set(differingFields(base, current));
  const agreed = new Set(mine.filter((field) => sameValue(current[field] ?? null, wanted[field] ?? null)));
  return {
    fields: mine.filter((field) => !theirs.has(field)),
    both: mine
      .filter((field) => theirs.has(field) && !agreed.has(field))
      .map((field) => ({ field, theirs: current[field] ?? null, yours: wanted[field] ?? null })),
  };
}

/** What an action looked like before these changes, oldest first, were made to it. */
export function asBefore(
  current: FieldValues,
  changes: readonly Readonly<Record<string, { readonly before: Json }>>[],
): FieldValues {
  const before: Partial<Record<SheetField, Json>> = {};
  for (const change of changes) {
    for (const field of SHEET_FIELDS) {
      const told = change[field];
      if (told !== undefined && !(field in before)) before[field] = told.before;
    }
  }
  return { ...current, ...before };
}

function sameValue(one: Json, other: Json): boolean {
  return canonicalJson(one) === canonicalJson(other);
}

function definedOf<Key extends string, Value>(
  values: Readonly<Partial<Record<Key, Value>>> | undefined,
): Partial<Record<Key, Value>> {
  const pairs = Object.entries(values ?? {}).filter(([, value]) => value !== undefined);
  return Object.fromEntries(pairs) as Partial<Record<Key, Value>>;
}

type TextField = `text.${SheetText}`;
type RoleField = `role.${SheetRole}`;
const isText = (field: SheetField): field is TextField => field.startsWith('text.');
const isRole = (field: SheetField): field is RoleField => field.startsWith('role.');
const textOf = (field: TextField): SheetText => field.slice('text.'.length) as SheetText;
const roleOf = (field: RoleField): SheetRole => field.slice('role.'.length) as SheetRole;
