import { createHash, randomBytes } from 'node:crypto';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { thumbnail, THUMBNAIL_WEIGHT } from './thumbnail.ts';

const kept = (bytes: Buffer, mediaType = 'image/jpeg') => ({
  bytes,
  mediaType,
  sha256: createHash('sha256').update(bytes).digest('hex'),
});
const plain = async (width: number, height: number, background = '#393') =>
  await sharp({ create: { width, height, channels: 3, background } })
    .jpeg()
    .toBuffer();

test('a photograph is brought to 480 pixels, on its longest side; a smaller one stays as it is', async () => {
  for (const [width, height, expected] of [
    [2000, 1500, [480, 360]],
    [1000, 2000, [240, 480]],
    [40, 20, [40, 20]],
  ] as const) {
    const made = await thumbnail(kept(await plain(width, height)));
    if (!made.ok) throw new Error(made.refusal.kind);
    const metadata = await sharp(made.value).metadata();
    expect([metadata.width, metadata.height]).toEqual(expected);
  }
});

test('one full of detail is made lighter until a page may hold it', async () => {
  const leaves = await sharp(randomBytes(120 * 90 * 3), { raw: { width: 120, height: 90, channels: 3 } })
    .resize(1200, 900)
    .jpeg({ quality: 95 })
    .toBuffer();
  const made = await thumbnail(kept(leaves));
  if (!made.ok) throw new Error(made.refusal.kind);
  expect(made.value.length).toBeLessThanOrEqual(THUMBNAIL_WEIGHT);
});

test('what is no photograph, is broken or is larger than what was kept has none', async () => {
  const wide = await plain(2500, 2000);
  const broken = (await plain(400, 300)).subarray(0, 300);
  for (const file of [kept(Buffer.from('%PDF-1.7'), 'application/pdf'), kept(broken), kept(wide)]) {
    expect(await thumbnail(file)).toMatchObject({ refusal: { kind: 'not-a-photograph' } });
  }
});

test('asked for by many at once it is made once; past what may wait, others are asked to come back', async () => {
  const one = kept(await plain(300, 200, '#111'));
  const same = Array.from({ length: 40 }, async () => await thumbnail(one));
  for (const made of await Promise.all(same)) expect(made.ok).toBe(true);

  const others = await Promise.all(Array.from({ length: 14 }, async (_, i) => kept(await plain(300 + i, 200))));
  const results = await Promise.all(others.map(async (file) => await thumbnail(file)));
  expect(results.filter((made) => !made.ok && made.refusal.kind === 'too-busy')).toHaveLength(2);
});
