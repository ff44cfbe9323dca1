/**
 * A photograph or scan as it came, made ready to be shown: known by its content and not by its name, turned upright as the
 * camera meant it, no larger than a screen needs, and without what the camera wrote in it (place, date, model). The file
 * itself is never changed: it is the evidence.
 */
import sharp from 'sharp';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { BadScan, PreparedScan } from '#use-cases/signature/add-paper-page.ts';
import { inTurn } from './one-at-a-time.ts';
import { sniffScan } from './sniff-scan.ts';

/** 100 megapixels: the largest phones make 50 to 108; a bomb of a few kilobytes claims thousands. */
const MOST_PIXELS = 108_000_000;
/** Handwriting stays readable, and the page stays light. */
const LONGEST_SIDE = 2000;

export async function prepareScan(bytes: Uint8Array): Promise<Result<PreparedScan, BadScan>> {
  const format = sniffScan(bytes);
  switch (format) {
    case 'application/pdf':
      return accept({ mediaType: format, shown: null });
    case 'image/jpeg':
    case 'image/png':
    case 'image/webp': {
      const shown = await inTurn(() => upright(bytes));
      return shown.ok ? accept({ mediaType: format, shown: shown.value }) : shown;
    }
    case 'heic':
      return refuse({ kind: 'heic-picture' });
    case null:
      return refuse({ kind: 'not-a-scan' });
  }
}

type Shown = { readonly bytes: Uint8Array; readonly width: number; readonly height: number };

async function upright(bytes: Uint8Array): Promise<Result<Shown, BadScan>> {
  const options = { limitInputPixels: MOST_PIXELS, failOn: 'error', sequentialRead: true } as const;
  try {
    const { data, info } = await sharp(bytes, options)
      // By the orientation that the camera wrote; sharp then leaves all it wrote out of what it makes.
      .rotate()
      .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 80, mozjpeg: true })
      .timeout({ seconds: 20 })
      .toBuffer({ resolveWithObject: true });
    return accept({ bytes: data, width: info.width, height: info.height });
  } catch (error) {
    const tooBig = error instanceof Error && /pixel limit|timeout/i.test(error.message);
    return refuse({ kind: tooBig ? 'picture-too-big' : 'unreadable-picture' });
  }
}
