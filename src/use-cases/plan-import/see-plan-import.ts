/** What an import would do, as it stands: the lines read with what a person said so far, compared with the plan as it is. */
import { createHash } from 'node:crypto';
import type { Actor } from '#domain/access/gate.ts';
import { carriedWords } from '#domain/plan/carried-words.ts';
import type { AsWritten } from '#domain/plan/published-sheet.ts';
import type { NamedEntry, NamedSheet } from '#domain/plan/exchange/plan-lines.ts';
import type { WorkingSheet } from '#domain/plan/working-sheet.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import { axisPathOf, withKnownWords, type KnownPlan } from '#reading/plan-sheet/compare-plan.ts';
import type { ComparedSheet, SheetToCompare } from '#reading/plan-sheet/compare-sheet.ts';
import type { ImportChoices } from '#reading/plan-sheet/import-choices.ts';
import type { StoredPlan } from '../plans/working-plan-store.ts';
import type { Stores } from '../stores.ts';
import { mayImport, type ReaderHeld } from './open-plan-import.ts';
import type { DoneFrom, StoredPlanImport } from './plan-import-store.ts';

export type UnknownImport = { readonly kind: 'unknown-import' };

/**
 * The comparison of thousands of rows is long: whoever calls says where it is done, and may keep it under `name`, which says
 * everything that it depends on.
 */
export type CompareSheet = (task: SheetToCompare, name: string) => Promise<Result<ComparedSheet, ReaderHeld>>;

export type CannotSeeImport = UnknownImport | ReaderHeld;

export type ImportSeen = ComparedSheet & {
  readonly stored: StoredPlanImport;
  /** The plan that is updated, as it is; null: a new one. */
  readonly plan: StoredPlan | null;
  readonly choices: ImportChoices;
  /** Of a document, for the actions that are there. */
  readonly words: ReturnType<typeof carriedWords>;
  /** Plans made or updated before from these very bytes; none when this import is done. */
  readonly sameFile: readonly DoneFrom[];
};

/** To who may not import here, an import that is there and one that is not look the same. */
export async function enterPlanImport(
  stores: Stores,
  actor: Actor,
  { id, lock }: { readonly id: number; readonly lock: boolean },
): Promise<Result<{ readonly stored: StoredPlanImport; readonly role: string; readonly by: string }, UnknownImport>> {
  const stored = lock ? await stores.planImports.lock(id) : await stores.planImports.find(id);
  if (stored === null) return refuse({ kind: 'unknown-import' });
  const entered = await mayImport(stores, actor, stored);
  return entered.ok ? accept({ stored, ...entered.value }) : refuse({ kind: 'unknown-import' });
}

export async function seePlanImport(
  stores: Stores,
  actor: Actor,
  { id, compare }: { readonly id: number; readonly compare: CompareSheet },
): Promise<Result<ImportSeen, CannotSeeImport>> {
  const entered = await enterPlanImport(stores, actor, { id, lock: false });
  if (!entered.ok) return entered;
  const { stored } = entered.value;
  const plan = stored.into === null ? null : await stores.workingPlans.find(stored.into);
  const directory = (await stores.directory.of(stored.place)).map(({ id, kind, name }) => ({ id, kind, name }));
  const { known, kept } = plan === null ? NO_PLAN : await planKnownBy(stores, plan, directory);
  const choices = withKnownWords(stored.choices, known);
  const task = {
    tab: stored.tabs[choices.tab],
    choices,
    known,
    directory: directory.map(({ kind, name }) => ({ kind, name })),
  };
  const compared = await compare(task, nameOf({ stored, plan, directory }));
  if (!compared.ok) return compared;
  const sameFile = stored.done === null ? await stores.planImports.doneFrom(stored.place, stored.sha256) : [];
  const said = compared.value.difference.matched.flatMap(({ row, id: action }) => {
    const asWritten = stored.asWritten[row];
    return asWritten === undefined ? [] : [{ action, asWritten }];
  });
  const words = carriedWords(said, kept);
  return accept({ ...compared.value, stored, plan, choices, words, sameFile });
}

type Directory = readonly (NamedEntry & { readonly id: number })[];

type PlanThere = {
  readonly known: KnownPlan;
  /** By action. */
  readonly kept: ReadonlyMap<number, AsWritten | null>;
};

const NO_PLAN: PlanThere = { known: { axes: [], actions: [] }, kept: new Map() };

/**
 * What a comparison depends on: the file never changes, its choices make another version of the import, every change of the plan
 * counts in `changes`. The directory changes without the plan.
 */
function nameOf({
  stored,
  plan,
  directory,
}: {
  readonly stored: StoredPlanImport;
  readonly plan: StoredPlan | null;
  readonly directory: Directory;
}): string {
  const spelt = createHash('sha256').update(JSON.stringify(directory), 'utf8').digest('base64url');
  const state = stored.done === null ? 'open' : 'done';
  return [stored.id, stored.sha256, stored.version, state, plan?.id ?? 'new', plan?.changes ?? 0, spelt].join(' ');
}

/** The plan as it is worked on, with names in place of numbers of the directory. */
export async function knownPlan(stores: Stores, plan: StoredPlan): Promise<KnownPlan> {
  const { known } = await planKnownBy(stores, plan, await stores.directory.of(plan.place));
  return known;
}

async function planKnownBy(stores: Stores, plan: StoredPlan, directory: Directory): Promise<PlanThere> {
  const axes = await stores.workingPlans.axes(plan.id);
  const actions = await stores.workingPlans.actions(plan.id);
  const named = new Map(directory.map(({ id, kind, name }) => [id, { kind, name }]));
  const known: KnownPlan = {
    axes,
    actions: actions.map(({ id, number, axis, sheet }) => ({
      id,
      number,
      axis,
      axisPath: axisPathOf(axis, axes),
      sheet: namedSheet(sheet, named),
    })),
  };
  return { known, kept: new Map(actions.map(({ id, asWritten }) => [id, asWritten])) };
}

export function namedSheet(sheet: WorkingSheet, named: ReadonlyMap<number, NamedEntry>): NamedSheet {
  const names = (ids: readonly number[]) => ids.flatMap((id) => named.get(id) ?? []);
  const { lead, referent, service, structure, partner } = sheet.roles;
  return {
    ...sheet,
    roles: {
      lead: names(lead),
      referent: names(referent),
      service: names(service),
      structure: names(structure),
      partner: names(partner),
    },
    fundings: sheet.fundings.flatMap((funding) => {
      const funder = named.get(funding.funder);
      return funder === undefined ? [] : [{ ...funding, funder }];
    }),
  };
}
