/**
 * What a file is, from its own bytes; what it says it is only serves to catch a mismatch
 * and to tell plain text from HTML.
 */
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { Archive } from './archive/open-archive.ts';
import { looksBinary } from './decode-text.ts';
import type { DeclaredFormat, DocumentFormat, ExtractRefusal, OtherFormat } from './extracted.ts';

type Actual = DocumentFormat | OtherFormat | 'doc' | 'encrypted-office';

type Clues = { readonly filename?: string; readonly mediaType?: string; readonly archive: Archive | null };

export function detectFormat(bytes: Uint8Array, clues: Clues): Result<DocumentFormat, ExtractRefusal> {
  const declared = declaredFormat(clues);
  const archive = clues.archive;
  if (archive?.state === 'damaged') {
    if (declared === undefined || declared === 'docx' || declared === 'odt') {
      return refuse({ kind: 'damaged-file', format: declared ?? 'docx' });
    }
    return refuse({ kind: 'type-mismatch', declared, actual: 'archive' });
  }
  const actual = archive === null ? formatOfBytes(bytes, declared) : formatOfArchive(archive);
  if (actual === 'encrypted-office') return refuse({ kind: 'encrypted-office' });
  if (actual === 'unknown' && declared !== undefined) {
    if (declared === 'txt' || declared === 'html') return refuse({ kind: 'binary-content' });
    // Bytes that begin like nothing known under a name that we read: the beginning is gone.
    if (declared === 'docx' || declared === 'odt' || declared === 'pdf') {
      return refuse({ kind: 'damaged-file', format: declared });
    }
  }
  if (declared !== undefined && !agrees(declared, actual)) {
    if (declared === 'docx' && actual === 'doc') return refuse({ kind: 'old-word-document' });
    return refuse({ kind: 'type-mismatch', declared, actual });
  }
  if (actual === 'doc') return refuse({ kind: 'old-word-document' });
  if (isRead(actual)) return accept(actual);
  return refuse({ kind: 'unsupported-type', actual });
}

function isRead(actual: Actual): actual is DocumentFormat {
  return actual === 'txt' || actual === 'html' || actual === 'docx' || actual === 'odt' || actual === 'pdf';
}

function agrees(declared: DeclaredFormat, actual: Actual): boolean {
  if (declared === actual) return true;
  // A saved page may hold no tag at all.
  if (declared === 'html') return actual === 'txt';
  // Source of a page saved as text stays text: its tags are what the person sees.
  return declared === 'txt' && actual === 'html';
}

const EXTENSIONS: Readonly<Record<string, DeclaredFormat>> = {
  ...{ txt: 'txt', text: 'txt', md: 'txt', markdown: 'txt', htm: 'html', html: 'html', xhtml: 'html' },
  ...{ docx: 'docx', docm: 'docx', dotx: 'docx', dotm: 'docx', odt: 'odt', ott: 'odt', pdf: 'pdf' },
  ...{ doc: 'doc', dot: 'doc', rtf: 'rtf', pages: 'pages' },
  ...{ xls: 'spreadsheet', xlsx: 'spreadsheet', xlsm: 'spreadsheet', ods: 'spreadsheet', numbers: 'spreadsheet' },
  ...{ ppt: 'presentation', pptx: 'presentation', odp: 'presentation', key: 'presentation' },
  ...{ png: 'image', jpg: 'image', jpeg: 'image', gif: 'image', webp: 'image', tif: 'image', tiff: 'image' },
  ...{ heic: 'image', bmp: 'image' },
};

const MEDIA_TYPES: Readonly<Record<string, DeclaredFormat>> = {
  'text/plain': 'txt',
  'text/markdown': 'txt',
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  'application/pdf': 'pdf',
  'application/msword': 'doc',
  'application/rtf': 'rtf',
  'text/rtf': 'rtf',
  'application/vnd.oasis.opendocument.text': 'odt',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
};

export function declaredFormat({
  filename,
  mediaType,
}: {
  readonly filename?: string;
  readonly mediaType?: string;
}): DeclaredFormat | undefined {
  const extension = /\.([a-z]{2,8})\s*$/iu.exec(filename ?? '')?.[1]?.toLowerCase();
  const byName = extension === undefined ? undefined : EXTENSIONS[extension];
  return byName ?? MEDIA_TYPES[(mediaType ?? '').replace(/;.*$/su, '').trim().toLowerCase()];
}

function formatOfArchive(archive: Archive): Actual {
  const names = archive.names;
  const some = (test: (name: string) => boolean): boolean => names.some(test);
  if (archive.has('[Content_Types].xml') || archive.has('_rels/.rels')) {
    if (some((name) => name.startsWith('word/'))) return archive.encrypted ? 'encrypted-office' : 'docx';
    if (some((name) => name.startsWith('xl/'))) return 'spreadsheet';
    if (some((name) => name.startsWith('ppt/'))) return 'presentation';
  }
  if (archive.openDocumentType !== null) {
    if (archive.openDocumentType.startsWith('application/vnd.oasis.opendocument.text')) return 'odt';
    if (archive.openDocumentType.includes('spreadsheet')) return 'spreadsheet';
    if (archive.openDocumentType.includes('presentation')) return 'presentation';
    if (archive.openDocumentType === 'application/epub+zip') return 'epub';
  }
  if (some((name) => name.endsWith('.iwa') || name === 'Index.zip')) return 'pages';
  return 'archive';
}

function formatOfBytes(bytes: Uint8Array, declared: DeclaredFormat | undefined): Actual {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 1024)).toString('latin1');
  if (head.includes('%PDF-')) return 'pdf';
  if (head.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return formatOfOldOffice(bytes);
  if (/^\s*\{\\rtf/u.test(head)) return 'rtf';
  for (const [format, signature] of SIGNATURES) if (signature.test(head)) return format;
  if (looksBinary(bytes)) return 'unknown';
  if (declared === 'html') return 'html';
  if (declared === 'txt') return 'txt';
  const start = head.replace(/^(?:\xef\xbb\xbf|[\s\0]|\xff\xfe|\xfe\xff)+/u, '').replaceAll('\0', '');
  return /^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b/iu.test(start)
    ? 'html'
    : 'txt';
}

const SIGNATURES: readonly (readonly [OtherFormat, RegExp])[] = [
  [
    'image',
    /^(?:\x89PNG\r\n|\xff\xd8\xff|GIF8[79]a|II\*\0|MM\0\*|RIFF[\s\S]{4}WEBP|[\s\S]{4}ftyp(?:heic|heix|mif1|avif))/u,
  ],
  ['image', /^BM[\s\S]{4}\0\0\0\0/u],
  ['image', /^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)?(?:<!DOCTYPE svg[^>]*>\s*)?<svg\b/u],
  ['audio-or-video', /^(?:ID3|OggS|RIFF[\s\S]{4}(?:WAVE|AVI )|fLaC|[\s\S]{4}ftyp|\x1aE\xdf\xa3)/u],
  ['archive', /^(?:Rar!\x1a\x07|7z\xbc\xaf\x27\x1c|\x1f\x8b|BZh)/u],
];

/**
 * An OLE container: an old Word, Excel or PowerPoint file, or a new one locked with a password.
 * The names of its streams stand in its directory as UTF-16.
 */
function formatOfOldOffice(bytes: Uint8Array): Actual {
  const container = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const holds = (stream: string): boolean => container.includes(Buffer.from(stream, 'utf16le'));
  if (holds('EncryptedPackage') || holds('EncryptionInfo')) return 'encrypted-office';
  if (holds('WordDocument')) return 'doc';
  if (holds('Workbook')) return 'spreadsheet';
  if (holds('PowerPoint Document')) return 'presentation';
  return 'old-office';
}
