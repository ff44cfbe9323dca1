/** Makes the copy of the day in a process of its own (./dump-process.ts), which ends with the server. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

export type DumpErrand = {
  readonly databaseUrl: string;
  /** Of all days. */
  readonly folder: string;
  readonly day: string;
  /** ISO 8601. */
  readonly now: string;
  readonly site: string;
  readonly synthetic: boolean;
};

export type DumpOutcome =
  | { readonly kind: 'made'; readonly files: number; readonly shared: number; readonly dropped: readonly string[] }
  | { readonly kind: 'there' | 'being-made' }
  /** The server stops: the next one makes it. */
  | { readonly kind: 'stopped' };

/** Throws when it failed, with what it complained of. `signal`: kills it; what it left goes away with the next one. */
export async function makeDumpApart(errand: DumpErrand, signal: AbortSignal): Promise<DumpOutcome> {
  const child = spawn(
    process.execPath,
    ['--max-semi-space-size=8', '--max-old-space-size=512', join(import.meta.dirname, 'dump-process.ts')],
    // The address of the database holds a password: it is no argument that others could list.
    { env: {}, stdio: 'pipe', signal, killSignal: 'SIGKILL' },
  );
  child.stdin.on('error', () => undefined);
  child.stdin.end(JSON.stringify(errand));
  const [said, complaint, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((resolve) => child.once('close', resolve).once('error', () => undefined)),
  ]);
  if (signal.aborted) return { kind: 'stopped' };
  if (code !== 0) throw new Error(`no copy was made: ${complaint.slice(0, 2000)}`);
  return JSON.parse(said) as DumpOutcome;
}
