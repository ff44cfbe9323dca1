/**
 * A sheet as its form shows it: every value as text, whether it comes from what is kept or from what somebody just typed and
 * was not accepted. What was typed is shown again as it was typed.
 */
import { SHEET_ROLES, SHEET_TEXTS, type SheetRole, type SheetText } from '#domain/plan/action-sheet.ts';
import type { DirectoryEntry } from '#domain/plan/directory-entry.ts';
import type { StoredAction } from '#use-cases/plans/working-plan-store.ts';

export type AmountShown = {
  readonly direction: string;
  readonly stage: string;
  readonly nature: string;
  readonly year: string;
  readonly sum: string;
};
export type FundingShown = {
  readonly funder: string;
  readonly call: string;
  readonly deadline: string;
  readonly state: string;
  readonly sum: string;
};
export type StepShown = { readonly title: string; readonly status: string; readonly endsOn: string };
export type NameShown = {
  readonly id: number;
  readonly name: string;
  readonly left: boolean;
  readonly kept: boolean;
};

export type SheetShown = {
  readonly version: number;
  readonly number: string;
  readonly axis: string;
  readonly title: string;
  readonly status: string;
  readonly why: string;
  readonly unblocks: string;
  readonly priority: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly visibility: string;
  readonly participation: string;
  readonly texts: Readonly<Record<SheetText, string>>;
  /** `added`: names typed, one a line. */
  readonly roles: Readonly<Record<SheetRole, { readonly names: readonly NameShown[]; readonly added: string }>>;
  readonly leadKind: string;
  readonly amounts: readonly AmountShown[];
  readonly fundings: readonly FundingShown[];
  readonly steps: readonly StepShown[];
};

export const NO_AMOUNT: AmountShown = { direction: 'spending', stage: 'forecast', nature: '', year: '', sum: '' };
export const NO_FUNDING: FundingShown = { funder: '', call: '', deadline: '', state: '', sum: '' };
export const NO_STEP: StepShown = { title: '', status: '', endsOn: '' };

type Entries = ReadonlyMap<number, Pick<DirectoryEntry, 'name' | 'leftOn'>>;

export function sheetShown({ number, axis, version, sheet }: StoredAction, entries: Entries): SheetShown {
  const nameOf = (id: number): string => entries.get(id)?.name ?? '';
  return {
    version,
    number,
    axis: axis === null ? '' : String(axis),
    title: sheet.title,
    status: sheet.status ?? '',
    why: sheet.blocked?.why ?? '',
    unblocks: sheet.blocked?.unblocks ?? '',
    priority: sheet.priority ?? '',
    startsOn: sheet.startsOn ?? '',
    endsOn: sheet.endsOn ?? '',
    visibility: sheet.visibility,
    participation: sheet.participation ?? '',
    texts: byKey(SHEET_TEXTS, (text) => sheet.texts[text] ?? ''),
    roles: byKey(SHEET_ROLES, (role) => ({
      names: sheet.roles[role].map((id) => ({
        id,
        name: nameOf(id),
        left: (entries.get(id)?.leftOn ?? null) !== null,
        kept: true,
      })),
      added: '',
    })),
    leadKind: 'person',
    amounts: sheet.amounts.map(({ direction, stage, nature, year, euros, words }) => ({
      direction,
      stage,
      nature: nature ?? '',
      year: year === null ? '' : String(year),
      sum: euros === null ? words : sumShown(euros),
    })),
    fundings: sheet.fundings.map(({ funder, call, deadline, state, euros }) => ({
      funder: nameOf(funder),
      call,
      deadline: deadline ?? '',
      state: state ?? '',
      sum: euros === null ? '' : sumShown(euros),
    })),
    steps: sheet.steps.map(({ title, status, endsOn }) => ({ title, status: status ?? '', endsOn: endsOn ?? '' })),
  };
}

/** As one types it again: `12000,5`. */
function sumShown(euros: number): string {
  return String(euros).replace('.', ',');
}

export function byKey<Key extends string, Value>(keys: readonly Key[], value: (key: Key) => Value): Record<Key, Value> {
  return Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<Key, Value>;
}
