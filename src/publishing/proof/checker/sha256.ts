/**
 * SHA-256 (FIPS 180-4) in plain script: a page opened from a folder may have no cryptography of the browser's. Runs in
 * the checker of an exported folder and in `cli verify` alike. About 100 MB/s.
 */

/** In lower-case hexadecimal. */
export function sha256Hex(...parts: readonly Uint8Array[]): string {
  const state = Int32Array.from(FIRST_STATE);
  const block = new Uint8Array(64);
  const view = new DataView(block.buffer);
  const schedule = new Int32Array(64);
  let filled = 0;
  let length = 0;
  const put = (byte: number): void => {
    block[filled] = byte;
    filled += 1;
    if (filled === 64) {
      compress(state, view, schedule);
      filled = 0;
    }
  };
  for (const part of parts) {
    length += part.length;
    for (const byte of part) put(byte);
  }
  put(0x80);
  while (filled !== 56) put(0);
  const bits = new DataView(new ArrayBuffer(8));
  bits.setUint32(0, Math.floor(length / 0x20000000));
  bits.setUint32(4, (length << 3) >>> 0);
  for (let at = 0; at < 8; at += 1) put(bits.getUint8(at));
  return [...state].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

function compress(state: Int32Array, block: DataView, w: Int32Array): void {
  for (let t = 0; t < 16; t += 1) w[t] = block.getInt32(t * 4);
  for (let t = 16; t < 64; t += 1) {
    const x = w[t - 15] ?? 0;
    const y = w[t - 2] ?? 0;
    const s0 = turn(x, 7) ^ turn(x, 18) ^ (x >>> 3);
    const s1 = turn(y, 17) ^ turn(y, 19) ^ (y >>> 10);
    w[t] = ((w[t - 16] ?? 0) + s0 + (w[t - 7] ?? 0) + s1) | 0;
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let t = 0; t < 64; t += 1) {
    const s1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + (ROUND_CONSTANTS[t] ?? 0) + (w[t] ?? 0)) | 0;
    const s0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22);
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) | 0, c, b, a, (t1 + t2) | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((word, index) => {
    state[index] = (state[index] ?? 0) + word;
  });
}

function turn(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by));
}

/** The first 32 bits of the fractional parts of the roots of the first primes, as the standard defines them. */
const PRIMES = firstPrimes(64);
const FIRST_STATE = PRIMES.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));
const ROUND_CONSTANTS = PRIMES.map((prime) => fraction(Math.cbrt(prime)));

function fraction(root: number): number {
  return Math.floor((root - Math.floor(root)) * 0x100000000) | 0;
}

function firstPrimes(count: number): readonly number[] {
  const primes: number[] = [];
  for (let n = 2; primes.length < count; n += 1) if (primes.every((prime) => n % prime !== 0)) primes.push(n);
  return primes;
}
