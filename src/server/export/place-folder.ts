/**
 * The folder that proves itself: everything that the site knows of a place, signed by the site, with the page that checks
 * it offline. Format: docs/proof.md. Makes the files; ./write-folder.ts puts them on the disk.
 */
import { createHash } from 'node:crypto';
import { shownCode } from '#domain/shared/short-code.ts';
import { renderPact } from '#publishing/pdf/pact-pdf.ts';
import { checkerHtml } from '#publishing/proof/checker-html.ts';
import type { GivenFile } from '#publishing/proof/checker/check-folder.ts';
import {
  EVENTS,
  FOLDER_FORMAT,
  MANIFEST,
  MANIFEST_SIGNATURE,
  type FolderEvent,
  type Manifest,
  type ManifestPublished,
  type ManifestText,
} from '#publishing/proof/checker/folder.ts';
import { plainText } from '#publishing/proof/plain-text.ts';
import { csvFile } from '#publishing/spreadsheet/csv.ts';
import { EVENT_COLUMNS } from '#publishing/spreadsheet/event-columns.ts';
import type { InstanceKey } from '#server/seal/instance-key.ts';
import { pemOf } from '#server/seal/x509.ts';
import type { PlaceRecord, PublishedRecord, SaidRecord, TextRecord } from '#server/storage/place-record.ts';
import type { PlanFileRecord } from '#server/storage/plan-file-records.ts';
import type { ProofRecord } from '#server/storage/proof-records.ts';
import type { EventRecord } from '#server/storage/public-events.ts';
import type { ReviewRecords } from '#server/storage/review-records.ts';
import type { SealCertificate } from '#server/storage/seal-certificates.ts';
import { dayOf } from '#ui/messages/format.fr.ts';
import { folderWords } from '#ui/messages/place-folder.fr.ts';
import type { FollowUpRecord } from './follow-up-record.ts';

export type ToExport = {
  readonly place: Manifest['place'];
  readonly record: PlaceRecord;
  readonly reviews?: ReviewRecords;
  readonly followUp?: FollowUpRecord;
  readonly certificates: readonly SealCertificate[];
  /** Of the site, without a slash at the end. */
  readonly site: string;
  readonly at: Date;
  /** False: papers with handwritten signatures are left out; their hashes stay. */
  readonly scans: boolean;
};

export async function placeFolder(given: ToExport, key: InstanceKey): Promise<readonly GivenFile[]> {
  const { place, record, site, at } = given;
  const files: GivenFile[] = [];
  const texts: ManifestText[] = [];
  for (const text of record.texts) texts.push(await putText(text, { files, site, scans: given.scans }));
  const published = record.published.map((each) => putPublished(each, files));
  for (const { id, canonical } of given.reviews?.reviews ?? []) put(files, `bilans/${id}/bilan-${id}.json`, canonical);
  putSaid(record.said, files);
  if (given.followUp !== undefined) putFollowUp(given.followUp, files);
  putProofs(record.proofs, files);
  putPlanFiles(record.planFiles, files);
  const events = [...record.events, ...(given.reviews?.events ?? [])].toSorted((x, y) => x.sequence - y.sequence);
  put(files, EVENTS, `${JSON.stringify(events.map(eventShown), null, 1)}\n`);
  for (const { fingerprint, certificate } of given.certificates) {
    put(files, `certificats/${fingerprint}.pem`, pemOf('CERTIFICATE', certificate));
  }
  put(files, 'LISEZ-MOI.html', checkerHtml(pageWords(given, { files, texts, published, key })));
  const manifest: Manifest = {
    format: FOLDER_FORMAT,
    place,
    site,
    exportedAt: at.toISOString(),
    head: record.head,
    certificate: key.fingerprint,
    texts,
    published,
    files: files.map(({ path, bytes }) => ({ path, sha256: sha256(bytes), bytes: bytes.length })),
  };
  const written = new TextEncoder().encode(`${JSON.stringify(manifest, null, 1)}\n`);
  const signature = Buffer.from(await key.signPlain(written)).toString('base64');
  put(files, MANIFEST, written);
  put(files, MANIFEST_SIGNATURE, `${signature}\n`);
  return files;
}

type Putting = { readonly files: GivenFile[]; readonly site: string; readonly scans: boolean };

async function putText(record: TextRecord, { files, site, scans }: Putting): Promise<ManifestText> {
  const code = shownCode(record.code);
  const folder = `textes/${code}`;
  const canonical = put(files, `${folder}/${code}-texte-convenu.json`, record.canonical);
  put(files, `${folder}/${code}-texte.txt`, plainText(record.text));
  const pdf =
    record.sealed === null
      ? put(files, `${folder}/${code}-avant-le-sceau.pdf`, await renderPact(record.text, { address: site }))
      : put(files, `${folder}/${code}-scelle.pdf`, record.sealed.bytes);
  const evidence = record.evidence.map(({ filename, sha256: hash, bytes }, index) => ({
    sha256: hash,
    path: scans ? put(files, `${folder}/pieces/${code}-piece-${index + 1}${extensionOf(filename)}`, bytes) : null,
  }));
  return { code: record.code, sha256: record.sha256, canonical, pdf, sealed: record.sealed !== null, evidence };
}

function putPublished(record: PublishedRecord, files: GivenFile[]): ManifestPublished {
  const { what, id, withdrawn, original, reading } = record;
  const name = `${what === 'pact' ? 'pacte' : 'plan'}-${id}`;
  const folder = `${what === 'pact' ? 'pactes' : 'plans'}/${id}`;
  return {
    what,
    id,
    says: put(files, `${folder}/${name}-publie.json`, record.says),
    reading: reading === null ? null : put(files, `${folder}/${name}-lecture.json`, reading),
    original: put(files, `${folder}/${name}-original${extensionOf(original.filename)}`, original.bytes),
    withdrawn,
  };
}

/** Beside their pact, in the words of its public file. */
function putSaid(said: readonly SaidRecord[], files: GivenFile[]): void {
  for (const { pact, assessments, remarks } of said) {
    putList(`pactes/${pact}/pacte-${pact}-evaluations.json`, assessments, files);
    putList(`pactes/${pact}/pacte-${pact}-remarques.json`, remarks, files);
  }
}

function putFollowUp({ events, letters, questions, minutes }: FollowUpRecord, files: GivenFile[]): void {
  if (events.length > 0) put(files, 'suivi/suivi.csv', csvFile(EVENT_COLUMNS, events));
  putList('suivi/lettres.json', letters, files);
  putList('suivi/questions.json', questions, files);
  putList('comite/comptes-rendus.json', minutes, files);
}

/** No file where there is nothing to list. */
function putList(path: string, list: readonly object[], files: GivenFile[]): void {
  if (list.length > 0) put(files, path, `${JSON.stringify(list, null, 1)}\n`);
}

/** Each file beside what says of which promise it was given, and in what. */
function putProofs(proofs: readonly ProofRecord[], files: GivenFile[]): void {
  if (proofs.length === 0) return;
  const listed = proofs.map(({ said, id, pact, item, saidAt, document, filename, sha256: hash, bytes }) => {
    const name = `${said === 'assessment' ? 'evaluation' : 'remarque'}-${id}`;
    const path = put(files, `preuves/${name}/${name}-piece-${document}${extensionOf(filename)}`, bytes);
    return { path, sha256: hash, filename, said, id, pact, item, saidAt: saidAt.toISOString(), document };
  });
  put(files, 'preuves/preuves.json', `${JSON.stringify(listed, null, 1)}\n`);
}

/** Beside their plan, with what says of which action each is, and what shows it. */
function putPlanFiles(shown: readonly PlanFileRecord[], files: GivenFile[]): void {
  for (const [plan, ofPlan] of Map.groupBy(shown, (file) => file.plan)) {
    const folder = `plans/${plan}/fichiers`;
    const listed = ofPlan.map(({ action, document, title, news, filename, sha256: hash, bytes }) => {
      const path = put(files, `${folder}/action-${action}-fichier-${document}${extensionOf(filename)}`, bytes);
      return { path, sha256: hash, filename, action, title, news, document };
    });
    put(files, `${folder}/plan-${plan}-fichiers.json`, `${JSON.stringify(listed, null, 1)}\n`);
  }
}

function put(files: GivenFile[], path: string, content: string | Uint8Array): string {
  files.push({ path, bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content });
  return path;
}

function eventShown({ happenedAt, erasedAt, ...event }: EventRecord): FolderEvent {
  const { sequence, act, actor, subjectKind, subjectId, contentHash, previousHash, hash, salt, says } = event;
  return {
    sequence,
    happenedAt: happenedAt.toISOString(),
    act,
    actor,
    subjectKind,
    subjectId,
    contentHash,
    previousHash,
    hash,
    salt,
    says,
    erasedAt: erasedAt?.toISOString() ?? null,
  };
}

type Put = {
  readonly files: readonly GivenFile[];
  readonly texts: readonly ManifestText[];
  readonly published: readonly ManifestPublished[];
  readonly key: InstanceKey;
};

function pageWords(given: ToExport, { files, texts, published, key }: Put) {
  const { head } = given.record;
  return {
    place: given.place.name,
    exportedAt: dayOf(given.at),
    site: given.site,
    head: folderWords.head(head.sequence, head.hash),
    certificate: key.fingerprint,
    contents: files.map(({ path }) => ({ path, label: folderWords.label(path) })),
    notes: [
      ...(texts.length + published.length === 0 ? [folderWords.NOTHING] : []),
      ...(texts.some(({ sealed }) => !sealed) ? [folderWords.NOT_SEALED] : []),
      ...(texts.some(({ evidence }) => evidence.some(({ path }) => path !== null)) ? [folderWords.PERSONAL] : []),
      ...(texts.some(({ evidence }) => evidence.some(({ path }) => path === null)) ? [folderWords.WITHOUT_SCANS] : []),
      ...(given.record.proofs.length > 0 ? [folderWords.PROOFS] : []),
      ...(given.record.planFiles.length > 0 ? [folderWords.PLAN_FILES] : []),
      folderWords.ERASED,
      folderWords.NOT_SIGNED,
    ],
  };
}

/** Letters and digits alone: the name came from somebody's computer. */
function extensionOf(filename: string): string {
  const extension = /\.([a-z0-9]{1,5})$/i.exec(filename)?.[1];
  return extension === undefined ? '' : `.${extension.toLowerCase()}`;
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
