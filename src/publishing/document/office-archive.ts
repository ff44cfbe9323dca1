/** The archive of an office file: its parts in the order given, the same bytes for the same parts, whenever and wherever. */
import { strToU8, zipSync, type Zippable } from 'fflate';

/** A part in full, `stored` when it must not be compressed (the type of an ODT is read from the raw bytes). */
export type Part = { readonly path: string; readonly text: string; readonly stored?: true };

export function officeArchive(parts: readonly Part[]): Uint8Array {
  const files: Zippable = {};
  for (const { path, text, stored } of parts) {
    files[path] = [strToU8(text), { level: stored === true ? 0 : 6, mtime: NO_TIME }];
  }
  return zipSync(files);
}

/** The first day that an archive can say, in the local time in which it says it. */
const NO_TIME = new Date(1980, 0, 1);

/** `madeAt` as office files write it: to the second. */
export function officeInstant(madeAt: Date): string {
  return madeAt.toISOString().replace(/\.\d+Z$/, 'Z');
}

/** `widths` as shares of `whole`, rounded, the last taking what is left; equal shares when they say nothing. */
export function sharesOf(widths: readonly number[], { columns, whole }: { columns: number; whole: number }): number[] {
  const parts = Array.from({ length: columns }, (_, index) => Math.max(widths[index] ?? 1, 0.01));
  const sum = parts.reduce((total, part) => total + part, 0);
  const shares = parts.map((part) => Math.floor((part / sum) * whole));
  const rest = whole - shares.reduce((total, share) => total + share, 0);
  return shares.map((share, index) => (index === shares.length - 1 ? share + rest : share));
}
