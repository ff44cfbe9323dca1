import { accept, refuse, type Result } from '#domain/shared/result.ts';
import { openArchive, type Archive } from './archive/open-archive.ts';
import { detectFormat } from './detect-format.ts';
import { decodeText } from './decode-text.ts';
import { readDocx } from './docx/read-docx.ts';
import {
  ExtractRefused,
  MAX_CHARACTERS,
  MAX_FILE_BYTES,
  type DocumentFormat,
  type ExtractRefusal,
  type Extracted,
} from './extracted.ts';
import { readHtml } from './html/read-html.ts';
import { readOdt } from './odt/read-odt.ts';
import { readPdf } from './pdf/read-pdf.ts';

export type ExtractOptions = {
  /** Its extension says what the file claims to be. */
  readonly filename?: string;
  /** Used when there is no telling extension; generic types are ignored. */
  readonly mediaType?: string;
  readonly limitInBytes?: number;
};

/**
 * From the bytes of a file to its text. Same bytes, same text: no clock, no network, no locale.
 *
 * Every bad file comes back as a refusal, never as an exception. The cost is linear in the size;
 * what is bounded: bytes (20 MB, archives 96 MB once inflated), pages (2,000), characters (5 million).
 * Time is not bounded here: the caller runs this in a worker that it can kill.
 */
export async function extractText(
  bytes: Uint8Array,
  options: ExtractOptions = {},
): Promise<Result<Extracted, ExtractRefusal>> {
  const limitInBytes = options.limitInBytes ?? MAX_FILE_BYTES;
  if (bytes.byteLength === 0) return refuse({ kind: 'empty-file' });
  if (bytes.byteLength > limitInBytes) return refuse({ kind: 'too-large', bytes: bytes.byteLength, limitInBytes });
  let format: DocumentFormat | undefined;
  try {
    const archive = await openArchive(bytes);
    const detected = detectFormat(bytes, { ...options, archive });
    if (!detected.ok) return detected;
    format = detected.value;
    return checked(await readAs(format, { bytes, archive, mediaType: options.mediaType }));
  } catch (error) {
    if (error instanceof ExtractRefused) return refuse(error.refusal);
    // Parsers of other people's formats throw anything on hostile bytes; none of it is a bug that a person can act on.
    return refuse({ kind: 'damaged-file', format: format ?? 'txt' });
  }
}

type Source = {
  readonly bytes: Uint8Array;
  readonly archive: Archive | null;
  readonly mediaType: string | undefined;
};

function readAs(format: DocumentFormat, { bytes, archive, mediaType }: Source): Promise<Extracted> | Extracted {
  switch (format) {
    case 'txt':
      return { text: decodeText(bytes), format, warnings: [] };
    case 'html':
      return readHtml(bytes, mediaType);
    case 'docx':
    case 'odt':
      if (archive === null) throw new Error('an office document is an archive');
      return format === 'docx' ? readDocx(archive) : readOdt(archive);
    case 'pdf':
      return readPdf(bytes);
  }
}

function checked(extracted: Extracted): Result<Extracted, ExtractRefusal> {
  const { text, format } = extracted;
  if (text.length > MAX_CHARACTERS) return refuse({ kind: 'too-much-text', limitInCharacters: MAX_CHARACTERS });
  if (!/\S/u.test(text)) return refuse({ kind: 'no-text', format });
  return accept(extracted);
}
