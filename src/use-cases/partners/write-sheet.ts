/**
 * Technical sheets: a partner or the national team writes one for a measure, changes it, says that one which came with an earlier edition
 * holds for the new measure or rewrites it for that one, takes it away. Whoever wrote it answers for it: nobody else changes its words.
 */
import { pass, type Act, type Actor, type NotAllowed, type Role } from '#domain/access/gate.ts';
import { PARTNER_REASON_LIMIT } from '#domain/partners/organisation.ts';
import {
  SHEET_PARTS,
  SHEET_PART_LIMIT,
  SHEET_TITLE_LIMIT,
  type KeptSheet,
  type SheetLicence,
  type SheetSaid,
  type SheetWords,
} from '#domain/partners/sheet.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import { readText, type BadText } from '../collectives/enter-collective.ts';
import { sentOnce, type Sent } from '../sent-once.ts';
import type { Stores } from '../stores.ts';
import { measureIsThere } from './endorse.ts';
import { enterOrganisation, tellJournal, type CannotEnterOrganisation } from './enter-organisation.ts';

export type SheetTyped = {
  readonly title: string;
  readonly words: SheetWords;
  /** Null: not chosen. */
  readonly licence: SheetLicence | null;
};

type MeasureOf = { readonly edition: string; readonly measure: number };

export type WriteSheet = Sent &
  SheetTyped &
  MeasureOf & {
    /** Null: the national team writes it. */
    readonly organisation: number | null;
    /** The sheet that it rewrites for this measure. */
    readonly carriedFrom: number | null;
  };

export type CannotWriteSheet =
  | NotAllowed
  | CannotEnterOrganisation
  | BadText
  | { readonly kind: 'unknown-measure' }
  | { readonly kind: 'unknown-sheet' }
  | { readonly kind: 'licence-missing' }
  | { readonly kind: 'sheet-empty' }
  | { readonly kind: 'sheet-withdrawn' }
  | { readonly kind: 'changed-meanwhile' }
  /** That measure does not come from the one it was written for. */
  | { readonly kind: 'not-carried' }
  | { readonly kind: 'rewritten-already' };

export async function writeSheet(
  stores: Stores,
  actor: Actor,
  request: WriteSheet,
  now: Date,
): Promise<Result<{ readonly sheet: number }, CannotWriteSheet>> {
  const act = 'write-sheet';
  return await sentOnce<{ readonly sheet: number }, CannotWriteSheet>(
    stores,
    { actor, act, request, now },
    async (all) => {
      const { edition, measure, organisation, carriedFrom } = request;
      const passed = await passFor(all, actor, { act, organisation });
      if (!passed.ok) return passed;
      const said = readSheet(request, '', now);
      if (!said.ok) return said;
      if (!(await measureIsThere(all, edition, measure))) return refuse({ kind: 'unknown-measure' });
      if (carriedFrom !== null) {
        const before = await all.partners.lockSheet(carriedFrom);
        if (before === null || before.organisation !== organisation) return refuse({ kind: 'unknown-sheet' });
        if (!(await all.partners.comesFrom(carriedFrom, { edition, measure }))) return refuse({ kind: 'not-carried' });
      }
      const sheet = await all.partners.writeSheet({ edition, measure, organisation, carriedFrom }, said.value);
      if (sheet === null) return refuse({ kind: 'rewritten-already' });
      const says = { edition, measure, organisation, carriedFrom, title: said.value.title };
      await tellJournal(all, actor, {
        act,
        role: passed.value,
        subject: { kind: 'measure-sheet', id: sheet },
        says,
        at: now,
      });
      return accept({ sheet });
    },
  );
}

export type ChangeSheet = SheetTyped & {
  readonly sheet: number;
  /** As it was when the form was shown. */
  readonly version: number;
  readonly reason: string;
};

export async function changeSheet(
  stores: Stores,
  actor: Actor,
  request: ChangeSheet,
  now: Date,
): Promise<Result<null, CannotWriteSheet>> {
  const act = 'write-sheet';
  return await stores.together(async (all): Promise<Result<null, CannotWriteSheet>> => {
    const entered = await enterSheet(all, actor, { act, sheet: request.sheet });
    if (!entered.ok) return entered;
    const { sheet, role } = entered.value;
    if (sheet.withdrawnAt !== null) return refuse({ kind: 'sheet-withdrawn' });
    if (sheet.version !== request.version) return refuse({ kind: 'changed-meanwhile' });
    const reason = readText(request.reason, { field: 'motif', most: PARTNER_REASON_LIMIT });
    if (!reason.ok) return reason;
    const said = readSheet(request, reason.value, now);
    if (!said.ok) return said;
    await all.partners.rewriteSheet(sheet.id, said.value);
    const says = { version: sheet.version + 1, reason: reason.value };
    await tellJournal(all, actor, { act, role, subject: { kind: 'measure-sheet', id: sheet.id }, says, at: now });
    return accept(null);
  });
}

export async function confirmSheet(
  stores: Stores,
  actor: Actor,
  { sheet: id, edition, measure }: MeasureOf & { readonly sheet: number },
  now: Date,
): Promise<Result<null, CannotWriteSheet>> {
  const act = 'confirm-sheet';
  return await stores.together(async (all): Promise<Result<null, CannotWriteSheet>> => {
    const entered = await enterSheet(all, actor, { act, sheet: id });
    if (!entered.ok) return entered;
    const { sheet, role } = entered.value;
    if (sheet.withdrawnAt !== null) return refuse({ kind: 'sheet-withdrawn' });
    if (!(await all.partners.comesFrom(id, { edition, measure }))) return refuse({ kind: 'not-carried' });
    await all.partners.confirmSheet(sheet, { edition, measure }, now);
    const says = { edition, measure, version: sheet.version };
    await tellJournal(all, actor, { act, role, subject: { kind: 'measure-sheet', id }, says, at: now });
    return accept(null);
  });
}

/** `as-team`: what should not be shown, whoever wrote it. */
export async function withdrawSheet(
  stores: Stores,
  actor: Actor,
  request: { readonly sheet: number; readonly reason: string },
  now: Date,
): Promise<Result<null, CannotWriteSheet>> {
  const act = 'withdraw-sheet';
  return await stores.together(async (all): Promise<Result<null, CannotWriteSheet>> => {
    const entered = await enterSheet(all, actor, { act, sheet: request.sheet });
    if (!entered.ok) return entered;
    const { sheet, role } = entered.value;
    if (sheet.withdrawnAt !== null) return accept(null);
    const reason = readText(request.reason, { field: 'motif', most: PARTNER_REASON_LIMIT });
    if (!reason.ok) return reason;
    await all.partners.withdrawSheet(sheet.id, reason.value, now);
    const says = { reason: reason.value };
    await tellJournal(all, actor, { act, role, subject: { kind: 'measure-sheet', id: sheet.id }, says, at: now });
    return accept(null);
  });
}

async function enterSheet(
  all: Stores,
  actor: Actor,
  { act, sheet: id }: { readonly act: Act; readonly sheet: number },
): Promise<Result<{ readonly sheet: KeptSheet; readonly role: Role }, CannotWriteSheet>> {
  const sheet = await all.partners.lockSheet(id);
  if (sheet === null) return refuse({ kind: 'unknown-sheet' });
  const passed = await passFor(all, actor, { act, organisation: sheet.organisation });
  return passed.ok ? accept({ sheet, role: passed.value }) : passed;
}

/** Of the national team's own, the state is `none`. */
export async function passFor(
  all: Stores,
  actor: Actor,
  { act, organisation }: { readonly act: Act; readonly organisation: number | null },
): Promise<Result<Role, CannotEnterOrganisation>> {
  if (organisation === null) return pass(actor, { act, state: 'none' });
  const entered = await enterOrganisation(all, actor, { act, organisation });
  return entered.ok ? accept(entered.value.role) : entered;
}

function readSheet(
  { title: typed, words, licence }: SheetTyped,
  reason: string,
  at: Date,
): Result<SheetSaid, BadText | { readonly kind: 'licence-missing' } | { readonly kind: 'sheet-empty' }> {
  const title = readText(typed.replaceAll(/\s+/gu, ' '), { field: 'titre', most: SHEET_TITLE_LIMIT });
  if (!title.ok) return title;
  const read = { ...words };
  for (const part of SHEET_PARTS) {
    const text = readText(words[part], { field: part, most: SHEET_PART_LIMIT, optional: true });
    if (!text.ok) return text;
    read[part] = text.value;
  }
  if (SHEET_PARTS.every((part) => read[part] === '')) return refuse({ kind: 'sheet-empty' });
  if (licence === null) return refuse({ kind: 'licence-missing' });
  return accept({ title: title.value, words: read, licence, reason, at });
}
