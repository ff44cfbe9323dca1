/**
 * `cli plan import FILE --commune CODE [--into ID]`: a spreadsheet or a document becomes a plan, or updates one. Everything that is wrong
 * and everything that is asked is said at once; nothing is written before all of it is settled, and an update is not
 * written without --yes. Exit codes: 0 done, 1 not written, 2 misused.
 */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { errorCode, errorReason } from '#server/error-code.ts';
import { compareSheetInWorker } from '#server/jobs/compare-sheet-in-worker.ts';
import { readSheetInWorker } from '#server/jobs/read-sheet-in-worker.ts';
import { storesOn } from '#server/stores.ts';
import { importMessages } from '#ui/messages/operator.fr.ts';
import { PLAN_CLI } from '#ui/messages/plan-import/cli.fr.ts';
import { sayImportRefusal } from '#ui/messages/plan-import/refusals.fr.ts';
import { readMessages } from '#ui/messages/read.fr.ts';
import { chooseForImport, dropPlanImport } from '#use-cases/plan-import/choose-for-import.ts';
import { confirmPlanImport } from '#use-cases/plan-import/confirm-plan-import.ts';
import { openPlanImport, type OpenPlanImport } from '#use-cases/plan-import/open-plan-import.ts';
import { seePlanImport, type CannotSeeImport } from '#use-cases/plan-import/see-plan-import.ts';
import type { Stores } from '#use-cases/stores.ts';
import { changesNothing } from '#reading/plan-sheet/compare-plan.ts';
import { proposeChoices } from '#reading/plan-sheet/propose-columns.ts';
import { SHEET_BYTES_LIMIT } from '#reading/sheet/read-sheet.ts';
import type { Actor } from '#domain/access/gate.ts';
import { Misuse, type CommandContext } from './command.ts';
import { openDocumentImport } from './plan-import-document.ts';
import { answersGiven, answered } from './plan-import-answers.ts';
import { sayColumns, sayDifference, sayFindings, sayNames } from './plan-import-said.ts';
import { addressOf, operatorNamed, readNumber } from './operator.ts';
import { readPlace } from './read-place.ts';
import { readBounded } from './read-bounded.ts';

export async function importPlanCommand(args: readonly string[], context: CommandContext): Promise<number> {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      commune: { type: 'string' },
      intercommunalite: { type: 'string' },
      into: { type: 'string' },
      title: { type: 'string', default: '' },
      map: { type: 'string', multiple: true, default: [] },
      answer: { type: 'string', multiple: true, default: [] },
      answers: { type: 'string' },
      skip: { type: 'string', multiple: true, default: [] },
      yes: { type: 'boolean', default: false },
      'same-file': { type: 'boolean', default: false },
      'accept-all': { type: 'boolean', default: false },
      by: { type: 'string' },
    },
  });
  const [file, ...others] = positionals;
  const into = values.into === undefined ? null : readNumber(values.into);
  if (file === undefined || others.length > 0 || (values.into !== undefined && into === null))
    throw new Misuse(PLAN_CLI.argumentsMissing);
  const place = readPlace(values.commune, values.intercommunalite) ?? null;
  if (place === null) throw new Misuse(PLAN_CLI.placeMissing);
  const given = answersGiven({
    map: values.map,
    answer: values.answer,
    skip: values.skip,
    yaml: values.answers === undefined ? null : await readAnswers(values.answers),
  });
  const bytes = await bytesOf(file, context);
  if (bytes === null) return 1;
  const actor = operatorNamed(values.by);
  return await context.withRuntime(async (runtime) => {
    const stores = storesOn(runtime.db);
    const opened = (await isDocument({ file, bytes }))
      ? await openDocumentImport(stores, actor, {
          bytes,
          file,
          place,
          into,
          title: values.title,
          acceptAll: values['accept-all'],
          context,
          runtime,
        })
      : await openSheetImport(stores, actor, { bytes, file, place, into, title: values.title, context });
    if (opened === null) return 1;
    const ended = await settle(stores, actor, {
      id: opened,
      given,
      context,
      yes: values.yes,
      sameFile: values['same-file'],
    });
    if (ended === null) return 1;
    if (ended.written) context.say(PLAN_CLI.done(addressOf(runtime, `/plans/${String(ended.plan)}/travail`)));
    return 0;
  });
}

async function openSheetImport(
  stores: Stores,
  actor: Actor,
  {
    file,
    context,
    ...given
  }: Pick<OpenPlanImport, 'bytes' | 'place' | 'into' | 'title'> & {
    readonly file: string;
    readonly context: CommandContext;
  },
): Promise<number | null> {
  const request = { ...given, filename: basename(file), pasted: false, read: readSheetInWorker };
  const opened = await openPlanImport(stores, actor, request, new Date());
  if (opened.ok) return opened.value.id;
  context.complain(sayImportRefusal(opened.refusal));
  return null;
}

/** What a name says; a text is a table when its columns are known. */
async function isDocument({ file, bytes }: { readonly file: string; readonly bytes: Uint8Array }): Promise<boolean> {
  if (/\.(?:pdf|docx|odt|html?|md)$/i.test(file)) return true;
  if (!/\.(?:txt|text)$/i.test(file)) return false;
  const read = await readSheetInWorker({ bytes, pasted: false });
  return !read.ok || proposeChoices(read.value).headerRow === 0;
}

/** The plan, written or already saying the same; null, once it was said why, when the import was not done. */
async function settle(
  stores: Stores,
  actor: Actor,
  asked: {
    readonly id: number;
    readonly given: ReturnType<typeof answersGiven>;
    readonly context: CommandContext;
    readonly yes: boolean;
    readonly sameFile: boolean;
  },
): Promise<{ readonly plan: number; readonly written: boolean } | null> {
  const { id, given, context } = asked;
  try {
    const first = await seePlanImport(stores, actor, { id, compare: compareSheetInWorker });
    if (!first.ok) return unread(first.refusal, context);
    const choices = answered(first.value, given);
    const { version } = first.value.stored;
    const chosen = await chooseForImport(stores, actor, { id, version, choices, title: '' });
    const seen = await seePlanImport(stores, actor, { id, compare: compareSheetInWorker });
    if (!chosen.ok) return null;
    if (!seen.ok) return unread(seen.refusal, context);
    sayColumns(seen.value, context);
    sayFindings(seen.value, context);
    sayNames(seen.value, context);
    const { difference, problems, questions, plan, stored, words } = seen.value;
    if (problems.length + questions.length > 0) {
      context.complain(PLAN_CLI.nothingWritten);
      return null;
    }
    if (plan !== null && changesNothing(difference) && words.carried.length === 0) {
      context.say(PLAN_CLI.same);
      return { plan: plan.id, written: false };
    }
    sayDifference(seen.value, context);
    if (plan !== null && !asked.yes) {
      context.complain(PLAN_CLI.toConfirm);
      return null;
    }
    const sameFile = asked.sameFile ? 'accept' : 'refuse';
    const request = {
      id,
      version: stored.version,
      changes: plan?.changes ?? null,
      sameFile,
      compare: compareSheetInWorker,
    } as const;
    const done = await confirmPlanImport(stores, actor, request, new Date());
    if (done.ok) return { plan: done.value.plan, written: true };
    const { refusal } = done;
    context.complain(refusal.kind === 'same-file-again' ? PLAN_CLI.sameFile(refusal.plan) : sayImportRefusal(refusal));
    return null;
  } finally {
    // A command leaves nothing half said behind it; once done, dropping does nothing.
    await dropPlanImport(stores, actor, { id });
  }
}

function unread(refusal: CannotSeeImport, { complain }: CommandContext): null {
  complain(sayImportRefusal(refusal));
  return null;
}

async function readAnswers(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new Misuse(PLAN_CLI.badAnswersFile(errorCode(error) ?? errorReason(error)));
  }
}

async function bytesOf(file: string, context: CommandContext): Promise<Uint8Array | null> {
  try {
    const read = await readBounded(file, SHEET_BYTES_LIMIT);
    if (read.kind === 'read') return read.bytes;
    if (read.kind === 'too-large') {
      const refusal = { kind: 'sheet-too-large', bytes: read.bytes, limitInBytes: SHEET_BYTES_LIMIT } as const;
      context.complain(sayImportRefusal(refusal));
    } else
      context.complain(read.kind === 'folder' ? importMessages.unreadable(file, 'EISDIR') : readMessages.noFile(file));
  } catch (error) {
    context.complain(importMessages.unreadable(file, errorCode(error) ?? errorReason(error)));
  }
  return null;
}
