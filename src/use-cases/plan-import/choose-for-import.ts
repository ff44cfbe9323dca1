/** What a person says of a spreadsheet being imported is kept, so that they can leave and come back. */
import type { Actor } from '#domain/access/gate.ts';
import { tidyLine } from '#domain/plan/check-sheet.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { ImportChoices } from '#reading/plan-sheet/import-choices.ts';
import type { Stores } from '../stores.ts';
import { enterPlanImport, type UnknownImport } from './see-plan-import.ts';

export type CannotChoose =
  | UnknownImport
  | { readonly kind: 'import-done'; readonly plan: number }
  /** Somebody else said something of it meanwhile. */
  | { readonly kind: 'import-changed-meanwhile' };

export async function chooseForImport(
  stores: Stores,
  actor: Actor,
  request: {
    readonly id: number;
    /** The one that the person had before their eyes. */
    readonly version: number;
    readonly choices: ImportChoices;
    /** Of the new plan; empty: as it was. */
    readonly title: string;
  },
): Promise<Result<null, CannotChoose>> {
  const entered = await enterPlanImport(stores, actor, { id: request.id, lock: false });
  if (!entered.ok) return entered;
  const { stored } = entered.value;
  if (stored.done !== null) return refuse({ kind: 'import-done', plan: stored.done.plan });
  const title = [...(tidyLine(request.title) || stored.title)].slice(0, 300).join('');
  const { version, choices } = request;
  const chosen = await stores.planImports.choose(stored.id, { version, choices, title });
  return chosen ? accept(null) : refuse({ kind: 'import-changed-meanwhile' });
}

/** What was read of the file goes at once; nothing of any plan changes. */
export async function dropPlanImport(
  stores: Stores,
  actor: Actor,
  { id }: { readonly id: number },
): Promise<Result<null, UnknownImport>> {
  const entered = await enterPlanImport(stores, actor, { id, lock: false });
  if (!entered.ok) return entered;
  await stores.planImports.drop(id);
  return accept(null);
}
