/**
 * Papers that were signed, for the two ways to them: an account, at the address of the text, or the secret link of a
 * signatory. What each may do is said by the gate.
 */
import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import type { Actor } from '#domain/access/gate.ts';
import { dayIn } from '#domain/shared/local-day.ts';
import { allowance } from '#server/http/allowance.ts';
import { formText } from '#server/http/form-text.ts';
import { prepareScan } from '#server/scans/prepare-scan.ts';
import { fileNameOf, idIn } from '#ui/addresses.ts';
import { originalResponse } from '#server/http/files.ts';
import { partyName } from '#ui/messages/agreed-text.fr.ts';
import { tooManyAskings } from '#ui/messages/proof-refusals.fr.ts';
import { BODY_TOO_LARGE, NOT_PUBLIC } from '#ui/messages/signing.fr.ts';
import { addPaperPage, SCAN_BYTES_LIMIT } from '#use-cases/signature/add-paper-page.ts';
import { bringPaper, type BringPaper, type CannotBring } from '#use-cases/signature/bring-paper.ts';
import { confirmPaper, dropPaper } from '#use-cases/signature/confirm-paper.ts';
import { paperActor } from '#use-cases/signature/paper-actor.ts';
import { seePaperPage } from '#use-cases/signature/see-paper.ts';
import type { SeenSigning } from '#use-cases/signature/see-signing.ts';
import type { Stores } from '#use-cases/stores.ts';
import { refusedAct } from './enter.ts';

/** Who comes to the papers of which text; `base` is the address under which they see them, `back` the page above. */
export type Comer = {
  readonly stores: Stores;
  readonly actor: Actor;
  readonly code: string;
  readonly base: string;
  readonly back: string;
};

/** Turning pictures upright is work. */
const UPLOADS = allowance({ times: 100, timesHere: 2_000, windowMilliseconds: 3_600_000 });

export function bringPage({ base, back }: Comer, { signing, state, sides }: SeenSigning) {
  return {
    base,
    back,
    text: signing.text,
    code: signing.code,
    state,
    today: dayIn(new Date(), signing.zone),
    frozenOn: dayIn(signing.frozenAt, signing.zone),
    council: signing.text.counterpart.kind === 'council',
    mayName: sides.length > 0 && base.startsWith('/textes/'),
    awaited: signing.signatories
      .filter((signatory) => signatory.state === 'invited')
      .map(({ id, name, role, side }) => ({ id, name, role, party: partyName(signing.text, side) })),
  };
}

export async function paperPage({ stores, actor, base, back }: Comer, seen: SeenSigning, wanted: string) {
  const { signing, state, papers } = seen;
  const id = idIn(wanted);
  const paper = papers.find((candidate) => candidate.id === id) ?? error(404, NOT_PUBLIC);
  const me = await paperActor(stores, actor, seen);
  return {
    base,
    back,
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
      confirmedByMe: paper.witnesses.some(({ who }) => who === me?.who),
      pages: paper.pages,
      signatories: paper.signatories.flatMap((number) => {
        const signatory = signing.signatories.find((candidate) => candidate.id === number);
        if (signatory === undefined || signatory.name === '') return [];
        return [{ name: signatory.name, role: signatory.role, party: partyName(signing.text, signatory.side) }];
      }),
    },
  };
}

/** What was signed, when and by whom: kept before any file is sent, so that a file that is refused loses none of it. */
export async function bringAct({ stores, actor, code, base }: Comer, { request }: Pick<RequestEvent, 'request'>) {
  const form = await request.formData();
  const signedOn = formText(form, 'signedOn', 20);
  const number = formText(form, 'number', 200);
  const kind = form.get('kind') === 'deliberation' ? 'deliberation' : 'paper';
  const signatories = form.getAll('signatory').map((id) => Number(id));
  const asked: BringPaper = kind === 'paper' ? { code, signedOn, kind, signatories } : { code, signedOn, kind, number };
  const brought = await bringPaper(stores, actor, asked, new Date());
  if (!brought.ok) {
    return refusedAct(brought.refusal, {
      typed: { signedOn, number, kind, signatories },
      form: kind,
      field: fieldOf(brought.refusal, kind),
    });
  }
  redirect(303, `${base}/papier/${String(brought.value.paper)}`);
}

function fieldOf({ kind }: CannotBring, form: 'paper' | 'deliberation'): string | null {
  switch (kind) {
    case 'not-a-day':
    case 'day-to-come':
    case 'before-the-text':
      return `${form}-day`;
    case 'bad-number':
      return 'number';
    case 'nobody-signed-it':
    case 'signed-otherwise':
    case 'unknown-signatory':
      return 'who';
    default:
      return null;
  }
}

type PaperEvent = Pick<RequestEvent, 'request' | 'getClientAddress'> & { params: { paper: string } };

export async function pageAct({ stores, actor, code, base }: Comer, event: PaperEvent) {
  const paper = paperIn(event);
  const wait = UPLOADS.secondsToWait(event.getClientAddress(), Date.now());
  if (wait > 0) return fail(429, { form: 'page', field: null, typed: {}, problem: tooManyAskings(wait) });
  // A body past what the server takes is stopped before it arrives: it cannot be read at all.
  const form = await event.request.formData().catch(() => null);
  if (form === null) return fail(413, { form: 'page', field: 'file', typed: {}, problem: BODY_TOO_LARGE });
  const sent = form.getAll('file').filter((value): value is File => value instanceof File);
  const files = sent.some(({ size }) => size > 0) ? sent.filter(({ size }) => size > 0) : [new File([], '')];
  // One after the other: those before one that is refused stay.
  for (const file of files) {
    const tooLarge = file.size > SCAN_BYTES_LIMIT;
    const bytes = tooLarge ? new Uint8Array(SCAN_BYTES_LIMIT + 1) : new Uint8Array(await file.arrayBuffer());
    const page = { code, paper, filename: file.name.slice(0, 200) || 'photo', bytes };
    const added = await addPaperPage(stores, actor, page, { now: new Date(), prepare: prepareScan });
    if (!added.ok) return refusedAct(added.refusal, { typed: {}, form: 'page', field: 'file' });
  }
  redirect(303, `${base}/papier/${String(paper)}`);
}

export async function confirmAct({ stores, actor, code, base }: Comer, event: PaperEvent) {
  const paper = paperIn(event);
  const same = (await event.request.formData()).get('same') === 'yes';
  const done = await confirmPaper(stores, actor, { code, paper, same }, new Date());
  if (!done.ok) return refusedAct(done.refusal, { typed: {}, form: 'confirm', field: 'same' });
  redirect(303, `${base}/papier/${String(paper)}`);
}

export async function dropAct({ stores, actor, code, back }: Comer, event: PaperEvent) {
  const paper = paperIn(event);
  const reason = formText(await event.request.formData(), 'reason', 2000);
  const done = await dropPaper(stores, actor, { code, paper, reason }, new Date());
  if (!done.ok) return refusedAct(done.refusal, { typed: { reason }, form: 'drop', field: 'reason' });
  redirect(303, back);
}

function paperIn({ params }: Pick<PaperEvent, 'params'>): number {
  return idIn(params.paper) ?? error(404, NOT_PUBLIC);
}

/** A picture is shown as it was made upright; a document is saved, never shown, as any file that came. */
export async function pageFile(
  { stores, actor, code }: Comer,
  { params }: { params: { paper: string; page: string } },
): Promise<Response> {
  const paper = idIn(params.paper) ?? error(404, NOT_PUBLIC);
  const page = idIn(params.page) ?? error(404, NOT_PUBLIC);
  const seen = await seePaperPage(stores, actor, { code, paper, page }, new Date());
  if (!seen.ok) error(404, NOT_PUBLIC);
  if (seen.value.kind === 'document') {
    const { bytes, filename, mediaType } = seen.value.file;
    return originalResponse(fileNameOf(filename), { mediaType, bytes: Buffer.from(bytes) });
  }
  return new Response(new Uint8Array(seen.value.jpeg), { headers: { 'content-type': 'image/jpeg' } });
}
