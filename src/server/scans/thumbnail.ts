/**
 * A small picture of a kept photograph, for a page that everybody reads: light enough that one of them fits in what such a page
 * may weigh. Made when it is first asked for and kept for a while by what the photograph is; who may see it is asked before, each
 * time. A photograph as it was sent is made ready by ./prepare-scan.ts.
 */
import sharp from 'sharp';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import { inTurn, picturesWaiting } from './one-at-a-time.ts';

/** In bytes: a page for reading may hold 30 kB, and has some 8 of its own. */
export const THUMBNAIL_WEIGHT = 15_000;
/** What was kept is at most 2000 × 2000. */
const MOST_PIXELS = 4_000_000;
/** Tried in turn until one is light enough; a picture of nothing but detail gets the last. */
const WAYS = [
  { longestSide: 480, quality: 70 },
  { longestSide: 480, quality: 50 },
  { longestSide: 360, quality: 45 },
  { longestSide: 240, quality: 30 },
] as const;
/** A few seconds of work; whoever comes after asks again. */
const MOST_WAITING = 12;
/** 1.5 MB at most. */
const MOST_KEPT = 100;

export type NoThumbnail = { readonly kind: 'not-a-photograph' } | { readonly kind: 'too-busy' };
type Thumbnail = Result<Uint8Array, NoThumbnail>;

const kept = new Map<string, Promise<Thumbnail>>();

/** A JPEG. `sha256`: of the bytes, by which it is kept. */
export async function thumbnail({
  sha256,
  bytes,
  mediaType,
}: {
  readonly sha256: string;
  readonly bytes: Uint8Array;
  readonly mediaType: string;
}): Promise<Thumbnail> {
  if (mediaType !== 'image/jpeg') return refuse({ kind: 'not-a-photograph' });
  const found = kept.get(sha256);
  if (found !== undefined) return await found;
  if (picturesWaiting() >= MOST_WAITING) return refuse({ kind: 'too-busy' });
  const made = inTurn(() => small(bytes));
  kept.set(sha256, made);
  const [oldest] = kept.keys();
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  const result = await made;
  // One that took too long may be made in calmer hours.
  if (!result.ok) kept.delete(sha256);
  return result;
}

async function small(bytes: Uint8Array): Promise<Thumbnail> {
  const options = { limitInputPixels: MOST_PIXELS, failOn: 'error', sequentialRead: true } as const;
  try {
    let made = new Uint8Array();
    for (const { longestSide, quality } of WAYS) {
      made = await sharp(bytes, options)
        .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
        .jpeg({ quality, mozjpeg: true })
        .timeout({ seconds: 5 })
        .toBuffer();
      if (made.length <= THUMBNAIL_WEIGHT) break;
    }
    return accept(made);
  } catch {
    return refuse({ kind: 'not-a-photograph' });
  }
}
