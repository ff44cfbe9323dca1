import { fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { bringFile, WEB_MEGABYTES } from '#server/bulk-entry/bring-file.ts';
import { sendingIn } from '#server/http/sending.ts';
import { entriesShown } from '#server/storage/bulk-entry-pages.ts';
import { countsShown } from '#ui/bulk-entry/counts.ts';
import * as words from '#ui/messages/bulk-entry.fr.ts';
import { sayBulkEntryRefusal } from '#ui/messages/bulk-entry-refusals.fr.ts';
import { DOCUMENTS_LIMIT, ENTRY_DAYS } from '#use-cases/bulk-entry/bring-entry.ts';
import { LINES_LIMIT } from '#use-cases/bulk-entry/read-lines.ts';
import { enterTeam } from '../team.ts';

const PAGE = 20;

export const load: PageServerLoad = async (event) => {
  const { db } = await enterTeam(event, 'see-entries');
  const after = /^\d{1,9}$/.exec(event.url.searchParams.get('apres') ?? '');
  const { entries, next } = await entriesShown(db, {
    after: after === null ? null : Number(after[0]),
    limit: PAGE,
    now: new Date(),
  });
  return {
    limits: words.limitsHelp({
      ...{ documents: DOCUMENTS_LIMIT, lines: LINES_LIMIT, megabytes: WEB_MEGABYTES, days: ENTRY_DAYS },
    }),
    entries: entries.map((entry) => ({
      id: entry.id,
      filename: entry.filename,
      line: words.entryLine(entry),
      expiry: words.expiry(entry.expiresAt, entry.forgottenAt),
      counts: countsShown(entry),
    })),
    older: next === null ? null : `/equipe/saisies?apres=${next}`,
  };
};

export const actions: Actions = {
  default: async (event) => {
    const { person, stores } = await enterTeam(event, 'see-entries');
    const form = await event.request.formData().catch(() => null);
    const file = form?.get('fichier');
    const limitInBytes = WEB_MEGABYTES * 1024 * 1024;
    if (form === null || (file instanceof File && file.size > limitInBytes)) {
      return fail(413, { problem: sayBulkEntryRefusal({ kind: 'entry-too-large', limitInBytes }) });
    }
    if (!(file instanceof File)) return fail(400, { problem: sayBulkEntryRefusal({ kind: 'empty-entry' }) });
    const bytes = new Uint8Array(await file.arrayBuffer());
    const brought = await bringFile(
      stores,
      person,
      { filename: file.name, bytes, sending: sendingIn(form) },
      new Date(),
    );
    if (!brought.ok) return fail(400, { problem: sayBulkEntryRefusal(brought.refusal) });
    redirect(303, `/equipe/saisies/${brought.value.entry}`);
  },
};
