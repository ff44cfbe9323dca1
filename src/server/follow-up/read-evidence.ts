/**
 * Reads the evidence of a form and keeps its files: known by their content, photographs without what the camera wrote in them.
 * A file comes back in the form as a seal that only this site makes, for one person and one purpose: the number of somebody
 * else's private file is worth nothing here.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { checkEvidence, EVIDENCE_LIMIT } from '#domain/follow-up/check-evidence.ts';
import type { EvidenceItem } from '#domain/follow-up/evidence.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import { toEvidence, typedEvidence, type BadEvidenceForm, type TypedEvidence } from '#ui/follow-up/evidence-form.ts';
import type { Stores } from '#use-cases/stores.ts';
import { allowance } from '../http/allowance.ts';
import { prepareScan } from '../scans/prepare-scan.ts';
import { siteSecret } from '../secret.ts';
import { heldByForm } from '../storage/form-files.ts';

/** A document of a council with its annexes; the whole form may hold as much. */
const MEGABYTES = 20;
/** Of one account, in a day: an evening of reviewing with its photographs, not an archive. */
export const MEGABYTES_A_DAY = 200;
const MEGABYTE = 1024 * 1024;

/** Turning pictures upright is work. */
const FORMS = allowance({ times: 200, timesHere: 5_000, windowMilliseconds: 3_600_000 });

/** This address sent more forms with proofs in an hour than an evening of reviewing needs. */
export function tooMuchEvidence({ getClientAddress }: { readonly getClientAddress: () => string }): boolean {
  return FORMS.secondsToWait(getClientAddress(), Date.now()) > 0;
}

export type EvidenceRead = {
  /** To show again: files kept already are named in it. */
  readonly typed: readonly TypedEvidence[];
  readonly evidence: Result<readonly EvidenceItem[], BadEvidenceForm>;
};

/** `person`: an account. `today`: the day at the place. Files that are right are kept even when something else is wrong; of more proofs than the limit, none is. */
export async function readEvidence(
  form: FormData,
  {
    stores,
    person,
    today,
    now,
  }: { readonly stores: Stores; readonly person: string; readonly today: string; readonly now: Date },
): Promise<EvidenceRead> {
  const typed: TypedEvidence[] = [];
  const items: EvidenceItem[] = [];
  let bad: BadEvidenceForm | null = null;
  const slots = typedEvidence(form);
  if (slots.length > EVIDENCE_LIMIT) {
    const refusal = { kind: 'too-many-evidence', limit: EVIDENCE_LIMIT } as const;
    return { typed: slots.map((slot) => slot.typed), evidence: refuse(refusal) };
  }
  for (const [which, slot] of slots.entries()) {
    const file = await fileOf(slot, { stores, person, now, which });
    const document = file.ok ? file.value : null;
    if (!file.ok) bad ??= file.refusal;
    typed.push({
      ...slot.typed,
      kept: document === null ? null : { seal: sealFor(document.id, person), name: document.name },
    });
    if (slot.typed.kind === 'photo' && file.ok && document === null) bad ??= { kind: 'evidence-photo-missing', which };
    items.push(toEvidence(slot.typed, { document: document?.id ?? null, today }));
  }
  bad ??= checkEvidence(items, today);
  return { typed, evidence: bad === null ? accept(items) : refuse(bad) };
}

/** For a form that shows again evidence that this person may carry on with. */
export function sealFor(document: number, person: string): string {
  return `${document}.${signature(document, person)}`;
}

type Slot = ReturnType<typeof typedEvidence>[number];
type KeptFile = { readonly id: number; readonly name: string };

/** Null: no file came. A new file takes the place of one kept before. */
async function fileOf(
  { typed, file }: Slot,
  { stores, person, now, which }: { stores: Stores; person: string; now: Date; which: number },
): Promise<Result<KeptFile | null, BadEvidenceForm>> {
  if (typed.kind !== 'photo' && typed.kind !== 'document' && typed.kind !== 'deliberation') return accept(null);
  if (file === null) {
    if (typed.kept === null) return accept(null);
    const id = documentIn(typed.kept.seal, person);
    return id === null ? refuse({ kind: 'evidence-gone', which }) : accept({ id, name: typed.kept.name });
  }
  if (file.size === 0) return refuse({ kind: 'evidence-file-empty', which });
  if (file.size > MEGABYTES * MEGABYTE) return refuse({ kind: 'evidence-file-too-big', which, limit: MEGABYTES });
  const held = heldByForm(now, signature('day', person));
  if ((await stores.assessments.heldBytes(held)) + file.size > MEGABYTES_A_DAY * MEGABYTE) {
    return refuse({ kind: 'evidence-day-full', which, limit: MEGABYTES_A_DAY });
  }
  const prepared = await prepareFile(new Uint8Array(await file.arrayBuffer()), typed.kind === 'photo');
  if (prepared === null)
    return refuse({ kind: typed.kind === 'photo' ? 'evidence-not-a-photo' : 'evidence-file-refused', which });
  const name = nameFor(file.name, prepared.extension);
  const { id } = await stores.documents.keep({
    bytes: prepared.bytes,
    filename: name,
    mediaType: prepared.mediaType,
    source: { url: null, description: null, publishedOn: null },
    receivedAt: now,
  });
  // Forgotten a week later when nothing was published with it (../storage/form-files.ts).
  await stores.assessments.holdDocuments(held, [id]);
  return accept({ id, name });
}

export type Prepared = { readonly bytes: Uint8Array; readonly mediaType: string; readonly extension: string };

/** Null: of no kind that proves something. A picture is turned upright and says no more where it was taken. */
export async function prepareFile(bytes: Uint8Array, mustBePicture: boolean): Promise<Prepared | null> {
  const scan = await prepareScan(bytes);
  if (scan.ok && scan.value.shown !== null) {
    return { bytes: scan.value.shown.bytes, mediaType: 'image/jpeg', extension: 'jpg' };
  }
  if (mustBePicture) return null;
  if (scan.ok) return { bytes, mediaType: 'application/pdf', extension: 'pdf' };
  return officeFile(bytes);
}

/** Told apart by the names inside: nothing of the archive is unpacked. Null: another kind of file. */
function officeFile(bytes: Uint8Array): Prepared | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.subarray(0, 4).toString('latin1') !== 'PK\x03\x04') return null;
  const found = OFFICE.find(({ holds }) => file.includes(holds));
  return found === undefined ? null : { bytes, mediaType: found.mediaType, extension: found.extension };
}

const OFFICE = [
  {
    holds: 'mimetypeapplication/vnd.oasis.opendocument.text',
    extension: 'odt',
    mediaType: 'application/vnd.oasis.opendocument.text',
  },
  {
    holds: 'mimetypeapplication/vnd.oasis.opendocument.spreadsheet',
    extension: 'ods',
    mediaType: 'application/vnd.oasis.opendocument.spreadsheet',
  },
  {
    holds: 'word/document.xml',
    extension: 'docx',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  {
    holds: 'xl/workbook.xml',
    extension: 'xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
];

/** As it came, without folder nor control sign, under the extension of what it is. */
function nameFor(given: string, extension: string): string {
  const bare = given
    .replace(/^.*[/\\]/, '')
    .replace(/[\p{C}"<>|:*?]+/gu, ' ')
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 120);
  return `${bare === '' ? 'preuve' : bare}.${extension}`;
}

function documentIn(seal: string, person: string): number | null {
  const [, digits, given] = /^([1-9]\d{0,9})\.([0-9a-f]{32})$/.exec(seal) ?? [];
  if (digits === undefined || given === undefined) return null;
  const document = Number(digits);
  return timingSafeEqual(Buffer.from(given), Buffer.from(signature(document, person))) ? document : null;
}

function signature(document: number | 'day', person: string): string {
  return createHmac('sha256', siteSecret()).update(`evidence ${document} ${person}`).digest('hex').slice(0, 32);
}
