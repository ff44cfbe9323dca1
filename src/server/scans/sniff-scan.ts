/** What a file is, from its first bytes: its name and what the browser says of it count for nothing. */
export type ScanFormat = 'image/jpeg' | 'image/png' | 'image/webp' | 'application/pdf' | 'heic' | null;

/** Null: nothing that shows a signed paper. */
export function sniffScan(bytes: Uint8Array): ScanFormat {
  const text = (start: number, end: number): string => Buffer.from(bytes.subarray(start, end)).toString('latin1');
  if (text(0, 3) === '\xff\xd8\xff') return 'image/jpeg';
  if (text(0, 8) === '\x89PNG\r\n\x1a\n') return 'image/png';
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return 'image/webp';
  if (text(4, 8) === 'ftyp') return HEIC.test(text(8, 40)) ? 'heic' : null;
  // A few programs write a line before it.
  return text(0, 1024).includes('%PDF-') ? 'application/pdf' : null;
}

/** Brands of the high efficiency formats, AVIF with them: ISO/IEC 23008-12. */
const HEIC = /heic|heix|heim|heis|hevc|hevx|mif1|msf1|avif|avis/;
