/** A PDF, a DOCX, an ODT or a text goes through the reader: what its sheets say is then imported as a spreadsheet is. */
import { basename } from 'node:path';
import type { Actor } from '#domain/access/gate.ts';
import type { PlaceCode } from '#domain/shared/place.ts';
import { readInWorker } from '#server/jobs/read-in-worker.ts';
import type { Runtime } from '#server/runtime.ts';
import { PLAN_CLI } from '#ui/messages/plan-import/cli.fr.ts';
import { sayActRefusal } from '#ui/messages/act-refusals.fr.ts';
import { sayDraftRefusal } from '#ui/messages/plan-import/draft-refusals.fr.ts';
import { openDraft } from '#use-cases/drafts/open-draft.ts';
import { openDraftImport } from '#use-cases/plan-import/import-draft.ts';
import type { Stores } from '#use-cases/stores.ts';
import type { CommandContext } from './command.ts';
import { addressOf } from './operator.ts';

/** The import that waits to be settled; null, once it was said why, when there is none. */
export async function openDocumentImport(
  stores: Stores,
  actor: Actor,
  given: {
    readonly bytes: Uint8Array;
    readonly file: string;
    readonly place: PlaceCode;
    readonly into: number | null;
    /** Of the new plan; empty: the one of the document. */
    readonly title: string;
    readonly acceptAll: boolean;
    readonly context: CommandContext;
    readonly runtime: Runtime;
  },
): Promise<number | null> {
  const { bytes, file, place, into, title, context, runtime } = given;
  const now = new Date();
  const request = { bytes, filename: basename(file), place, as: 'plan', read: readInWorker } as const;
  const opened = await openDraft(stores, actor, request, now);
  if (!opened.ok) {
    context.complain(sayActRefusal(opened.refusal));
    return null;
  }
  for (const { message } of opened.value.warnings) context.complain(message);
  const doubts = given.acceptAll ? 'accept' : 'refuse';
  const draft = { id: opened.value.draft };
  const brought = await openDraftImport(stores, actor, { place, into, title, draft, doubts }, now);
  if (brought.ok) return brought.value.id;
  context.complain(sayDraftRefusal(brought.refusal));
  context.complain(PLAN_CLI.review(addressOf(runtime, `/lire/${opened.value.token}`)));
  return null;
}
