/**
 * A text table from its bytes: encoding and delimiter are found, then rows come in batches. The bytes are read twice, so
 * that a whole country never stands in memory; they come from a function that gives them again from the start.
 */
import { StringDecoder } from 'node:string_decoder';
import iconv from 'iconv-lite';
import {
  CELL_LIMIT,
  delimiterOf,
  rowParser,
  type BrokenTable,
  type Delimiter,
  type Row,
  type RowParser,
} from './row-parser.ts';

export type ByteSource = () => AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
export type TableEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export type OpenTable = {
  readonly encoding: TableEncoding;
  readonly delimiter: Delimiter;
  /** Batches of rows, in order; throws BrokenTableError. */
  readonly rows: () => AsyncIterable<readonly Row[]>;
};

export class BrokenTableError extends Error {
  readonly problem: BrokenTable;
  constructor(problem: BrokenTable) {
    super(problem.kind);
    this.problem = problem;
  }
}

/** `cellLimit`: see ./row-parser.ts. */
export async function openTable(
  source: ByteSource,
  { cellLimit = CELL_LIMIT }: { readonly cellLimit?: number } = {},
): Promise<OpenTable> {
  const encoding = await encodingOf(source);
  const start = await firstText(source, encoding);
  const delimiter = delimiterOf(start);
  return { encoding, delimiter, rows: () => rowsOf(textOf(source, encoding), rowParser(delimiter, cellLimit)) };
}

async function* rowsOf(texts: AsyncIterable<string>, parser: RowParser): AsyncGenerator<readonly Row[]> {
  for await (const text of texts) {
    const rows = parser.push(text);
    if (rows.length > 0) yield rows;
    throwIfBroken(parser.broken());
  }
  const rows = parser.end();
  throwIfBroken(parser.broken());
  if (rows.length > 0) yield rows;
}

function throwIfBroken(problem: BrokenTable | null): void {
  if (problem !== null) throw new BrokenTableError(problem);
}

/** Without the byte order mark. */
async function* textOf(source: ByteSource, encoding: TableEncoding): AsyncGenerator<string> {
  const decoder = decoderOf(encoding);
  let first = true;
  for await (const bytes of source()) {
    const text = decoder.write(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    if (text === '') continue;
    yield first ? text.replace(/^\ufeff/, '') : text;
    first = false;
  }
  const last = decoder.end() ?? '';
  if (last !== '') yield last;
}

function decoderOf(encoding: TableEncoding): { write(bytes: Buffer): string; end(): string | undefined } {
  return encoding === 'utf-8' ? new StringDecoder('utf8') : iconv.getDecoder(encoding);
}

/** A mark wins; then UTF-8 when every byte of the file is; then the encoding of French spreadsheets. */
async function encodingOf(source: ByteSource): Promise<TableEncoding> {
  const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let first = true;
  try {
    for await (const bytes of source()) {
      if (first && bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
      if (first && bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
      first = false;
      strict.decode(bytes, { stream: true });
    }
    strict.decode();
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}

async function firstText(source: ByteSource, encoding: TableEncoding): Promise<string> {
  let text = '';
  for await (const piece of textOf(source, encoding)) {
    text += piece;
    if (text.length > 64 * 1024) break;
  }
  return text;
}
