import sharp from 'sharp';
import { expect, test } from 'vitest';
import { prepareScan } from './prepare-scan.ts';

/** Black above, white below, 40 × 20; `orientation` as a camera writes it. */
async function photo(orientation: number): Promise<Buffer> {
  const half = await sharp({ create: { width: 40, height: 10, channels: 3, background: '#000' } })
    .png()
    .toBuffer();
  return await sharp({ create: { width: 40, height: 20, channels: 3, background: '#fff' } })
    .composite([{ input: half, top: 0, left: 0 }])
    .withMetadata({ orientation })
    .withExif({ IFD0: { Model: 'Appareil secret' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '48/1 49/1 0/1' } })
    .jpeg({ quality: 95 })
    .toBuffer();
}

async function shownOf(bytes: Uint8Array) {
  const prepared = await prepareScan(bytes);
  if (!prepared.ok || prepared.value.shown === null) throw new Error('nothing is shown');
  return prepared.value.shown;
}

test('a photo taken with the phone on its side is shown upright', async () => {
  // 6: the top of the picture is on the right of what the sensor saw.
  const { width, height, bytes } = await shownOf(await photo(6));
  expect([width, height]).toEqual([20, 40]);
  const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number) => data[(y * info.width + x) * info.channels] ?? -1;
  expect(at(17, 20)).toBeLessThan(60);
  expect(at(2, 20)).toBeGreaterThan(200);
});

test('where and with what it was taken is not in what is shown', async () => {
  const original = await photo(1);
  expect(original.includes('Appareil secret')).toBe(true);
  const { bytes } = await shownOf(original);
  const metadata = await sharp(bytes).metadata();
  expect(metadata.exif).toBeUndefined();
  expect(Buffer.from(bytes).includes('Appareil secret')).toBe(false);
});

test('a large photo is brought to what a screen shows', async () => {
  const large = await sharp({ create: { width: 4000, height: 3000, channels: 3, background: '#888' } })
    .jpeg()
    .toBuffer();
  const { width, height } = await shownOf(large);
  expect([width, height]).toEqual([2000, 1500]);
});

test('what a file is comes from its content: PNG, WebP and PDF are taken, others are not', async () => {
  const blank = sharp({ create: { width: 4, height: 4, channels: 4, background: '#0000' } });
  expect(await prepareScan(await blank.clone().png().toBuffer())).toMatchObject({ value: { mediaType: 'image/png' } });
  expect(await prepareScan(await blank.clone().webp().toBuffer())).toMatchObject({
    value: { mediaType: 'image/webp' },
  });
  const pdf = Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\n');
  expect(await prepareScan(pdf)).toEqual({ ok: true, value: { mediaType: 'application/pdf', shown: null } });
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
  expect(await prepareScan(svg)).toMatchObject({ refusal: { kind: 'not-a-scan' } });
  expect(await prepareScan(Buffer.from('<html>photo.jpg</html>'))).toMatchObject({ refusal: { kind: 'not-a-scan' } });
  expect(await prepareScan(new Uint8Array())).toMatchObject({ refusal: { kind: 'not-a-scan' } });
});

test('a photo in the format of recent iPhones is told apart', async () => {
  const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic\0\0\0\0mif1heic')]);
  expect(await prepareScan(heic)).toEqual({ ok: false, refusal: { kind: 'heic-picture' } });
});

test('a small file that claims billions of pixels is refused before it fills the memory', async () => {
  const small = await sharp({ create: { width: 1, height: 1, channels: 3, background: '#000' } })
    .png()
    .toBuffer();
  // The size stands in the header, followed by a checksum of the header.
  const bomb = Buffer.from(small);
  bomb.writeUInt32BE(60_000, 16);
  bomb.writeUInt32BE(60_000, 20);
  bomb.writeUInt32BE(crc(bomb.subarray(12, 29)), 29);
  const prepared = await prepareScan(bomb);
  expect(prepared).toEqual({ ok: false, refusal: { kind: 'picture-too-big' } });
});

test('a picture cut in the middle is refused, and the next one still goes', async () => {
  const whole = await sharp({ create: { width: 600, height: 600, channels: 3, background: '#393' } })
    .png()
    .toBuffer();
  expect(await prepareScan(whole.subarray(0, 60))).toMatchObject({ refusal: { kind: 'unreadable-picture' } });
  expect((await prepareScan(whole)).ok).toBe(true);
});

/** As PNG computes it. */
function crc(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return (value ^ 0xffffffff) >>> 0;
}
