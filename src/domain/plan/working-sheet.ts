/** All that is changed together on one action, under one version: its sheet and its steps. */
import {
  SHEET_ROLES,
  SHEET_TEXTS,
  type ActionSheet,
  type ActionStep,
  type SheetRole,
  type SheetText,
} from './action-sheet.ts';

export type WorkingSheet = ActionSheet & { readonly steps: readonly ActionStep[] };

/**
 * A change: what is absent stays as it is, whatever it is. No default ever comes in: a change of the title says nothing
 * of who may see it.
 */
export type SheetPatch = {
  readonly [Field in keyof Omit<WorkingSheet, 'texts' | 'roles'>]?: WorkingSheet[Field] | undefined;
} & {
  readonly texts?: Readonly<Partial<Record<SheetText, string | null>>> | undefined;
  readonly roles?: Readonly<Partial<Record<SheetRole, readonly number[]>>> | undefined;
};

/** A sheet of which nothing but the title is known. New actions are public: the plan is private until it is published. */
export function emptySheet(title: string): WorkingSheet {
  return {
    title,
    status: null,
    blocked: null,
    priority: null,
    startsOn: null,
    endsOn: null,
    visibility: 'public',
    participation: null,
    texts: ofAll(SHEET_TEXTS, null),
    roles: ofAll<SheetRole, readonly number[]>(SHEET_ROLES, []),
    amounts: [],
    fundings: [],
    steps: [],
  };
}

export function ofAll<Key extends string, Value>(keys: readonly Key[], value: Value): Record<Key, Value> {
  return Object.fromEntries(keys.map((key) => [key, value])) as Record<Key, Value>;
}
