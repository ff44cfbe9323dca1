import { error, fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { formText } from '#server/http/form-text.ts';
import { allowance } from '#server/http/allowance.ts';
import { prepareScan } from '#server/scans/prepare-scan.ts';
import { idIn } from '#ui/addresses.ts';
import { partyName } from '#ui/messages/agreed-text.fr.ts';
import { tooManyAskings } from '#ui/messages/proof-refusals.fr.ts';
import { BODY_TOO_LARGE, NOT_PUBLIC } from '#ui/messages/signing.fr.ts';
import { addPaperPage, SCAN_BYTES_LIMIT } from '#use-cases/signature/add-paper-page.ts';
import { confirmPaper, dropPaper } from '#use-cases/signature/confirm-paper.ts';
import { enterInside, insider, refusedAct } from '../../../enter.ts';

/** Turning pictures upright is work. */
const UPLOADS = allowance({ times: 100, timesHere: 2_000, windowMilliseconds: 3_600_000 });

export const load: PageServerLoad = async (event) => {
  const { seen } = await enterInside(event);
  const { signing, state, papers } = seen;
  const id = idIn(event.params.paper);
  const paper = papers.find((candidate) => candidate.id === id) ?? error(404, NOT_PUBLIC);
  return {
    text: signing.text,
    code: signing.code,
    state,
    limitInBytes: SCAN_BYTES_LIMIT,
    paper: {
      id: paper.id,
      kind: paper.kind,
      signedOn: paper.signedOn,
      number: paper.number,
      confirmedAt: paper.confirmedAt,
      dropped: paper.dropped,
      witnesses: paper.witnesses.length,
      pages: paper.pages,
      signatories: paper.signatories.flatMap((number) => {
        const signatory = signing.signatories.find((candidate) => candidate.id === number);
        if (signatory === undefined || signatory.name === '') return [];
        return [{ name: signatory.name, role: signatory.role, party: partyName(signing.text, signatory.side) }];
      }),
    },
  };
};

export const actions: Actions = {
  page: async (event) => {
    const { stores, actor, code, paper, home } = await actOn(event);
    const wait = UPLOADS.secondsToWait(event.getClientAddress(), Date.now());
    if (wait > 0) return fail(429, { form: 'page', field: null, typed: {}, problem: tooManyAskings(wait) });
    // A body past what the server takes is stopped before it arrives: it cannot be read at all.
    const form = await event.request.formData().catch(() => null);
    if (form === null) return fail(413, { form: 'page', field: 'file', typed: {}, problem: BODY_TOO_LARGE });
    const files = form.getAll('file').filter((value): value is File => value instanceof File && value.size > 0);
    const [first = null] = files;
    const request = { code, paper, filename: '', bytes: new Uint8Array() };
    const at = { now: new Date(), prepare: prepareScan };
    if (first === null) {
      const empty = await addPaperPage(stores, actor, request, at);
      if (!empty.ok) return refusedAct(empty.refusal, { typed: {}, form: 'page', field: 'file' });
    }
    // One after the other: those before one that is refused stay.
    for (const file of files) {
      const bytes =
        file.size > SCAN_BYTES_LIMIT ? new Uint8Array(SCAN_BYTES_LIMIT + 1) : new Uint8Array(await file.arrayBuffer());
      const filename = file.name.slice(0, 200) || 'photo';
      const added = await addPaperPage(stores, actor, { ...request, filename, bytes }, at);
      if (!added.ok) return refusedAct(added.refusal, { typed: {}, form: 'page', field: 'file' });
    }
    redirect(303, home);
  },
  confirm: async (event) => {
    const { stores, actor, code, paper, home } = await actOn(event);
    const same = (await event.request.formData()).get('same') === 'yes';
    const done = await confirmPaper(stores, actor, { code, paper, same }, new Date());
    if (!done.ok) return refusedAct(done.refusal, { typed: {}, form: 'confirm', field: 'same' });
    redirect(303, home);
  },
  drop: async (event) => {
    const { stores, actor, code, paper } = await actOn(event);
    const reason = formText(await event.request.formData(), 'reason', 2000);
    const done = await dropPaper(stores, actor, { code, paper, reason }, new Date());
    if (!done.ok) return refusedAct(done.refusal, { typed: { reason }, form: 'drop', field: 'reason' });
    redirect(303, `/textes/${code}/signatures`);
  },
};

async function actOn(event: Parameters<typeof insider>[0] & { params: { paper: string } }) {
  const paper = idIn(event.params.paper) ?? error(404, NOT_PUBLIC);
  const inside = await insider(event);
  return { ...inside, paper, home: `/textes/${inside.code}/papier/${String(paper)}` };
}
