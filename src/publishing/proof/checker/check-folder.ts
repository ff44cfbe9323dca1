/**
 * Checks an exported folder with nothing but its files: every hash, every event of the journal, every seal, and that all
 * of them say the same. The same code runs in the page of the folder and in `cli verify`.
 */
import { canonicalJson } from '#domain/shared/canonical-json.ts';
import type { FolderFault } from '#domain/shared/folder-fault.ts';
import {
  EVENTS,
  FOLDER_FORMAT,
  MANIFEST,
  MANIFEST_SIGNATURE,
  type FolderEvent,
  type Manifest,
  type ManifestPublished,
  type ManifestText,
} from './folder.ts';
import { base64Bytes, fingerprintOfPem, pdfSeal, publicKeyOfPem } from './pdf-seal.ts';
import { sha256Hex } from './sha256.ts';

/** Paths are relative to the folder, with `/`. */
export type GivenFile = { readonly path: string; readonly bytes: Uint8Array };

/** True or false; null: this machine cannot tell. ECDSA on P-256 with SHA-256. */
export type VerifyEcdsa = (given: {
  readonly publicKey: Uint8Array;
  readonly signature: Uint8Array;
  readonly signed: Uint8Array;
}) => Promise<boolean | null>;

export type FolderReport = {
  readonly faults: readonly FolderFault[];
  readonly manifest: Manifest | null;
  readonly files: number;
  readonly events: number;
  /** Events whose words were erased, as the law asks. */
  readonly erased: number;
  /** Seals whose cryptography this machine could not check, beyond their digests. */
  readonly unchecked: number;
};

export async function checkFolder(given: readonly GivenFile[], verify: VerifyEcdsa): Promise<FolderReport> {
  const files = new Map(given.map(({ path, bytes }) => [path, bytes]));
  const written = files.get(MANIFEST);
  const nothing = { manifest: null, files: 0, events: 0, erased: 0, unchecked: 0 };
  if (written === undefined) return { ...nothing, faults: [{ kind: 'no-manifest' }] };
  const manifest = readManifest(written);
  if (manifest === null) return { ...nothing, faults: [{ kind: 'bad-manifest' }] };
  const faults: FolderFault[] = [...checkFiles(files, manifest)];
  const certificates = certificatesIn(files, faults);
  const signed = await checkManifest({ files, manifest, certificates, verify });
  faults.push(...signed.faults);
  const events = readEvents(files.get(EVENTS));
  faults.push(...checkEvents(events, manifest));
  let unchecked = signed.unchecked;
  for (const text of manifest.texts) {
    const checked = await checkText({ text, files, certificates, verify });
    faults.push(...checked.faults, ...recorded(text, events));
    unchecked += checked.unchecked;
  }
  for (const published of manifest.published) faults.push(...checkPublished(published, { files, events }));
  const erased = events.filter(({ says }) => says === null).length;
  return { faults, manifest, files: manifest.files.length, events: events.length, erased, unchecked };
}

type Files = ReadonlyMap<string, Uint8Array>;

function readManifest(bytes: Uint8Array): Manifest | null {
  try {
    const manifest = JSON.parse(textIn(bytes)) as Partial<Manifest>;
    const lists = [manifest.files, manifest.texts, manifest.published];
    return manifest.format === FOLDER_FORMAT && lists.every((list) => Array.isArray(list))
      ? (manifest as Manifest)
      : null;
  } catch {
    return null;
  }
}

function checkFiles(files: Files, manifest: Manifest): readonly FolderFault[] {
  const faults: FolderFault[] = [];
  for (const { path, sha256 } of manifest.files) {
    const bytes = files.get(path);
    if (bytes === undefined) faults.push({ kind: 'file-missing', path });
    else if (sha256Hex(bytes) !== sha256) faults.push({ kind: 'file-changed', path });
  }
  const known = new Set([MANIFEST, MANIFEST_SIGNATURE, ...manifest.files.map(({ path }) => path)]);
  for (const path of files.keys()) {
    if (!known.has(path) && !LEFT_BY_SYSTEMS.test(path)) faults.push({ kind: 'file-unexpected', path });
  }
  return faults;
}

/** What a computer adds to a folder that one only looked at. */
const LEFT_BY_SYSTEMS = /(?:^|\/)(?:\.DS_Store|Thumbs\.db|desktop\.ini)$/;

/** Public keys by the fingerprint of their certificate. */
function certificatesIn(files: Files, faults: FolderFault[]): ReadonlyMap<string, Uint8Array> {
  const keys = new Map<string, Uint8Array>();
  for (const [path, bytes] of files) {
    if (!path.startsWith('certificats/')) continue;
    try {
      const pem = textIn(bytes);
      keys.set(fingerprintOfPem(pem), publicKeyOfPem(pem));
    } catch {
      faults.push({ kind: 'bad-certificate', path });
    }
  }
  return keys;
}

type ToCheck = {
  readonly files: Files;
  readonly certificates: ReadonlyMap<string, Uint8Array>;
  readonly verify: VerifyEcdsa;
};
type Checked = { readonly faults: readonly FolderFault[]; readonly unchecked: number };

async function checkManifest({
  files,
  manifest,
  certificates,
  verify,
}: ToCheck & { readonly manifest: Manifest }): Promise<Checked> {
  const fault: FolderFault = { kind: 'manifest-changed', path: MANIFEST };
  const publicKey = certificates.get(manifest.certificate);
  const written = files.get(MANIFEST);
  const signature = files.get(MANIFEST_SIGNATURE);
  if (publicKey === undefined || written === undefined || signature === undefined)
    return { faults: [fault], unchecked: 0 };
  const text = textIn(signature);
  // One way to write it, so that a byte changed there is found too.
  if (!/^[A-Za-z0-9+/]{86}==\n$/.test(text)) return { faults: [fault], unchecked: 0 };
  const holds = await verify({ publicKey, signature: base64Bytes(text), signed: written });
  return { faults: holds === false ? [fault] : [], unchecked: holds === null ? 1 : 0 };
}

function readEvents(bytes: Uint8Array | undefined): readonly FolderEvent[] {
  if (bytes === undefined) return [];
  try {
    const events: unknown = JSON.parse(textIn(bytes));
    return Array.isArray(events) ? (events as FolderEvent[]) : [];
  } catch {
    // That the file is not as it was is told by its hash.
    return [];
  }
}

function checkEvents(events: readonly FolderEvent[], { head }: Manifest): readonly FolderFault[] {
  const faults: FolderFault[] = [];
  let before: FolderEvent | null = null;
  for (const event of events) {
    const { hash, salt, says, erasedAt, ...linked } = event;
    const { sequence } = event;
    if (sha256Hex(bytesOf(canonicalJson(linked))) !== hash) faults.push({ kind: 'event-changed', sequence });
    if (salt !== null && says !== null) {
      if (sha256Hex(bytesOf(`${salt}\n${says}`)) !== event.contentHash)
        faults.push({ kind: 'words-changed', sequence });
    } else if (erasedAt === null) faults.push({ kind: 'words-missing', sequence });
    const follows = before === null || sequence > before.sequence;
    const linkedToBefore = before === null || sequence !== before.sequence + 1 || event.previousHash === before.hash;
    const linkedToHead = sequence < head.sequence || (sequence === head.sequence && hash === head.hash);
    if (!follows || !linkedToBefore || !linkedToHead) faults.push({ kind: 'link-broken', sequence });
    before = event;
  }
  return faults;
}

async function checkText({
  text,
  files,
  certificates,
  verify,
}: ToCheck & { readonly text: ManifestText }): Promise<Checked> {
  const { code } = text;
  const faults: FolderFault[] = [];
  let unchecked = 0;
  const canonical = files.get(text.canonical);
  if (canonical !== undefined && (sha256Hex(canonical) !== text.sha256 || codeIn(canonical) !== code)) {
    faults.push({ kind: 'text-differs', code });
  }
  for (const { sha256, path } of text.evidence) {
    const bytes = path === null ? undefined : files.get(path);
    if (bytes !== undefined && sha256Hex(bytes) !== sha256) faults.push({ kind: 'evidence-differs', code });
  }
  const pdf = files.get(text.pdf);
  if (pdf === undefined || !text.sealed) return { faults, unchecked };
  const seal = pdfSeal(pdf);
  if (seal.kind !== 'read' || !seal.digestHolds || seal.after > 0) faults.push({ kind: 'seal-broken', code });
  else if (!certificates.has(seal.certificate)) faults.push({ kind: 'seal-unknown', code });
  else {
    const holds = await verify(seal);
    if (holds === false) faults.push({ kind: 'seal-broken', code });
    if (holds === null) unchecked += 1;
  }
  return { faults, unchecked };
}

/** The journal said the hash of the text when everybody had signed it. */
function recorded({ code, sha256 }: ManifestText, events: readonly FolderEvent[]): readonly FolderFault[] {
  const told = events.filter(({ act }) => act === 'complete-signing').map((event) => saidBy(event));
  const same = told.some((said) => said?.['code'] === code && said['sha256'] === sha256);
  return same ? [] : [{ kind: 'text-unrecorded', code }];
}

function checkPublished(
  { what, id, says, reading, original, withdrawn }: ManifestPublished,
  { files, events }: { readonly files: Files; readonly events: readonly FolderEvent[] },
): readonly FolderFault[] {
  const bytes = files.get(says);
  if (bytes === undefined) return [];
  const faults: FolderFault[] = [];
  const digests = events
    .filter((event) => event.subjectKind === what && event.subjectId === String(id))
    .flatMap((event) => {
      const said = saidBy(event);
      const digest = withdrawn && event.act === 'withdraw-published' ? said?.['before'] : said?.['digest'];
      return typeof digest === 'string' ? [digest] : [];
    });
  // Words that were erased tell no digest any more: then there is nothing to compare with.
  if (digests.length > 0 && digests.at(-1) !== sha256Hex(bytes)) faults.push({ kind: 'published-differs', what, id });
  const { document, reading: read } = objectIn(bytes) ?? {};
  const file = files.get(original);
  if (file !== undefined && document !== sha256Hex(file)) faults.push({ kind: 'original-differs', what, id });
  const readingFile = reading === null ? undefined : files.get(reading);
  if (readingFile !== undefined && read !== sha256Hex(readingFile)) faults.push({ kind: 'reading-differs', what, id });
  return faults;
}

function codeIn(canonical: Uint8Array): unknown {
  return objectIn(canonical)?.['code'];
}

function saidBy({ says }: FolderEvent): Readonly<Record<string, unknown>> | null {
  return says === null ? null : objectIn(bytesOf(says));
}

function objectIn(bytes: Uint8Array): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(textIn(bytes));
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : null;
  } catch {
    return null;
  }
}

function textIn(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
