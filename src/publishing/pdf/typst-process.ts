/**
 * Makes a PDF with Typst in a process of its own, which is killed when it takes too long: what people wrote can make a
 * compiler slow or make it fail, and neither may touch the server.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buffer, text } from 'node:stream/consumers';

/** A file inside the PDF. `description` is read by people. */
export type Attached = {
  readonly name: string;
  readonly mediaType: string;
  readonly relationship: 'source' | 'data' | 'alternative';
  readonly description: string;
  readonly bytes: Uint8Array;
};

/** `template` names a file of ./templates; `data` is what it shows. */
export type TypstErrand = {
  readonly template: 'pact' | 'document';
  readonly data: object;
  readonly attached: readonly Attached[];
};

/** Bytes of data at most; the longest pact that we know is a fortieth of it. */
export const LARGEST_DATA = 4_000_000;
const MILLISECONDS = 30_000;
/** Processes at once, whoever asks: each takes up to 300 MB. */
const AT_ONCE = 2;
const MOST_WAITING = 40;

export class TypstFailure extends Error {
  /** `busy`: too many wait already. */
  readonly reason: 'too-large' | 'too-long' | 'failed' | 'busy';
  constructor(reason: TypstFailure['reason'], detail: string) {
    super(`no PDF was made (${reason}): ${detail}`);
    this.reason = reason;
  }
}

let running = 0;
const waiting: (() => void)[] = [];

/** Throws TypstFailure. `milliseconds`: how long it may take before it is killed. */
export async function typstPdf(errand: TypstErrand, milliseconds = MILLISECONDS): Promise<Uint8Array> {
  const attached = errand.attached.map((file) => ({ ...file, bytes: Buffer.from(file.bytes).toString('base64') }));
  const request = JSON.stringify({ ...errand, attached });
  if (request.length > LARGEST_DATA) throw new TypstFailure('too-large', `${request.length} characters`);
  if (waiting.length >= MOST_WAITING) throw new TypstFailure('busy', `${waiting.length} wait`);
  if (running >= AT_ONCE) await new Promise<void>((start) => waiting.push(start));
  else running += 1;
  try {
    return await inProcess(request, milliseconds);
  } finally {
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  }
}

async function inProcess(request: string, milliseconds: number): Promise<Uint8Array> {
  const child = spawn(process.execPath, [entry()], {
    env: {},
    stdio: 'pipe',
    timeout: milliseconds,
    killSignal: 'SIGKILL',
  });
  // It may die before it has read everything; its exit says so.
  child.stdin.on('error', () => undefined);
  child.stdin.end(request);
  const [pdf, complaint, code] = await Promise.all([
    buffer(child.stdout),
    text(child.stderr),
    new Promise<number | null>((resolve, reject) => child.once('close', resolve).once('error', reject)),
  ]);
  if (code === null) throw new TypstFailure('too-long', `${milliseconds} ms`);
  if (code !== 0) throw new TypstFailure('failed', complaint.slice(0, 2000));
  return new Uint8Array(pdf);
}

/** Found from here upwards: this module runs from src/ as well as from the built server. */
function entry(): string {
  for (let folder = import.meta.dirname; folder !== dirname(folder); folder = dirname(folder)) {
    const candidate = join(folder, 'src', 'publishing', 'pdf', 'typst-entry.ts');
    if (existsSync(candidate)) return candidate;
  }
  throw new Error('src/publishing/pdf/typst-entry.ts is missing beside the program');
}
