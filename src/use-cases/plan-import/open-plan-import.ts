/** A spreadsheet is brought: it is read, what its columns seem to mean is proposed, and nothing of any plan changes. */
import { createHash } from 'node:crypto';
import { pass, type Actor, type NotAllowed } from '#domain/access/gate.ts';
import type { PlaceCode } from '#domain/shared/place.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import { proposeChoices } from '#reading/plan-sheet/propose-columns.ts';
import type { SheetFile } from '#reading/sheet/read-sheet.ts';
import type { SheetRefusal, Workbook } from '#reading/sheet/workbook.ts';
import { tidyLine } from '#domain/plan/check-sheet.ts';
import { byOf, enterPlan, type CannotEnterPlan } from '../plans/enter-plan.ts';
import type { Stores } from '../stores.ts';
import type { NewPlanImport } from './plan-import-store.ts';

/** The work on a file is bounded: it waits its turn, and is stopped. */
export type ReaderHeld =
  | { readonly kind: 'reader-busy' }
  | { readonly kind: 'reading-took-too-long'; readonly seconds: number }
  | { readonly kind: 'reading-too-heavy' };

export type ReadSheetRefusal = SheetRefusal | ReaderHeld;

export type ReadSheet = (file: SheetFile) => Promise<Result<Workbook, ReadSheetRefusal>>;

export type OpenPlanImport = {
  readonly place: PlaceCode;
  /** The plan to update; null: a new one. */
  readonly into: number | null;
  /** Of the new plan; empty: made from the name of the file. */
  readonly title: string;
  /** Of the file, or what the person is told of pasted cells; never empty. */
  readonly filename: string;
  readonly bytes: Uint8Array;
  /** Cells pasted from a spreadsheet rather than a file. */
  readonly pasted: boolean;
  readonly read: ReadSheet;
};

export type MayNotImport = NotAllowed | CannotEnterPlan | { readonly kind: 'plan-elsewhere' };

export type CannotOpenPlanImport = MayNotImport | ReadSheetRefusal | { readonly kind: 'unknown-place' };

const KEPT_FOR_DAYS = 30;

export async function openPlanImport(
  stores: Stores,
  actor: Actor,
  request: OpenPlanImport,
  now: Date,
): Promise<Result<{ readonly id: number }, CannotOpenPlanImport>> {
  const { place, into, bytes, filename, pasted } = request;
  const entered = await mayImport(stores, actor, { place, into });
  if (!entered.ok) return entered;
  if (!(await stores.places.exists(place))) return refuse({ kind: 'unknown-place' });
  const read = await request.read({ bytes, pasted });
  if (!read.ok) return read;
  const id = await keepPlanImport(
    stores,
    actor,
    {
      place,
      into,
      title: request.title,
      filename,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      workbook: read.value,
      choices: proposeChoices(read.value),
    },
    now,
  );
  return accept({ id });
}

type ToKeep = Omit<NewPlanImport, 'openedBy' | 'openedAt' | 'expiresAt'>;

/** Between the visits of whoever says what it means; `title` empty: made from the name of the file. */
export async function keepPlanImport(stores: Stores, actor: Actor, given: ToKeep, now: Date): Promise<number> {
  await stores.planImports.forget(now);
  const title = tidyLine(given.title) || titleOf(given.filename);
  return await stores.planImports.open({
    ...given,
    title: [...title].slice(0, 300).join(''),
    filename: [...given.filename].slice(0, 200).join(''),
    openedBy: byOf(actor),
    openedAt: now,
    expiresAt: new Date(now.getTime() + KEPT_FOR_DAYS * 86_400_000),
  });
}

/** A new plan asks for the right to make one; an update, for the right to change the one that is there. */
export async function mayImport(
  stores: Stores,
  actor: Actor,
  { place, into }: { readonly place: PlaceCode; readonly into: number | null },
): Promise<Result<{ readonly role: string; readonly by: string }, MayNotImport>> {
  if (into === null) {
    const passed = pass(actor, { act: 'create-plan', state: 'none', concerns: { places: [place] } });
    return passed.ok ? accept({ role: passed.value, by: byOf(actor) }) : passed;
  }
  const entered = await enterPlan(stores, actor, { act: 'change-actions', plan: into, lock: false });
  if (!entered.ok) return entered;
  const axes = await enterPlan(stores, actor, { act: 'change-plan', plan: into, lock: false });
  if (!axes.ok) return axes;
  const here = entered.value.plan.place;
  const isHere = JSON.stringify(here) === JSON.stringify(place);
  return isHere ? accept({ role: entered.value.role, by: entered.value.by }) : refuse({ kind: 'plan-elsewhere' });
}

/** `plan-transition_2026.xlsx` is « plan transition 2026 ». */
function titleOf(filename: string): string {
  const name = tidyLine(filename.replace(/\.[a-z]{2,5}$/i, '').replace(/[-_]+/g, ' '));
  return name === '' ? filename : name;
}
