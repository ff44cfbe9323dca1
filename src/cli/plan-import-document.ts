/** A PDF, a DOCX, an ODT or a text goes through the reader: its sheets become actions, each with its passage. */
import { basename } from 'node:path';
import type { Actor } from '#domain/access/gate.ts';
import type { PlaceCode } from '#domain/shared/place.ts';
import { readInWorker } from '#server/jobs/read-in-worker.ts';
import type { Runtime } from '#server/runtime.ts';
import { PLAN_CLI } from '#ui/messages/plan-import/cli.fr.ts';
import { sayActRefusal } from '#ui/messages/act-refusals.fr.ts';
import { sayDraftRefusal } from '#ui/messages/plan-import/draft-refusals.fr.ts';
import { openDraft } from '#use-cases/drafts/open-draft.ts';
import { importDraft } from '#use-cases/plan-import/import-draft.ts';
import type { Stores } from '#use-cases/stores.ts';
import type { CommandContext } from './command.ts';
import { addressOf } from './operator.ts';

export async function importDocumentAsPlan(
  stores: Stores,
  actor: Actor,
  given: {
    readonly bytes: Uint8Array;
    readonly file: string;
    readonly place: PlaceCode;
    readonly into: number | null;
    readonly acceptAll: boolean;
    readonly context: CommandContext;
    readonly runtime: Runtime;
  },
): Promise<number> {
  const { bytes, file, place, context, runtime } = given;
  if (given.into !== null) {
    context.complain(PLAN_CLI.documentInto);
    return 1;
  }
  const now = new Date();
  const request = { bytes, filename: basename(file), place, as: 'plan', read: readInWorker } as const;
  const opened = await openDraft(stores, actor, request, now);
  if (!opened.ok) {
    context.complain(sayActRefusal(opened.refusal));
    return 1;
  }
  for (const { message } of opened.value.warnings) context.complain(message);
  const doubts = given.acceptAll ? 'accept' : 'refuse';
  const made = await importDraft(stores, actor, { place, draft: { id: opened.value.draft }, doubts }, now);
  if (!made.ok) {
    context.complain(sayDraftRefusal(made.refusal));
    context.complain(PLAN_CLI.review(addressOf(runtime, `/lire/${opened.value.token}`)));
    return 1;
  }
  context.say(PLAN_CLI.done(addressOf(runtime, `/plans/${String(made.value.plan)}/travail`)));
  return 0;
}
