import { beforeAll, describe, expect, test } from 'vitest';
import { canonicalBytes } from '#domain/pact/agreed-text.ts';
import { renderPact } from '#publishing/pdf/pact-pdf.ts';
import { putInUse } from '#server/storage/seal-certificates.ts';
import { storesOn } from '#server/stores.ts';
import { withTestDatabase } from '#tests/database.ts';
import { completeText, frozenText } from '#tests/signing-world.ts';
import { buildWorld } from '#tests/world.ts';
import type { InstanceKey } from './instance-key.ts';
import { sealedChampigny, SEALED_AT, SITE, testKey } from './testing/sealed-champigny.ts';
import { sealedText, type SealedText } from './testing/sealed-world.ts';
import { verifyPdf } from './verify-pdf.ts';

const database = withTestDatabase();
const verify = (bytes: Uint8Array) => verifyPdf(bytes, { db: database.db, address: SITE });

let key: InstanceKey;
let sealed: SealedText;
beforeAll(async () => {
  await buildWorld(database.db);
  key = await testKey();
  sealed = await sealedText(database.db, key);
});

function changedAt(bytes: Uint8Array, at: number): Uint8Array {
  const changed = bytes.slice();
  changed[at] = (changed[at] ?? 0) ^ 1;
  return changed;
}

describe('a file that this site made', () => {
  test('sealed and untouched, is told intact, with when and by which key', async () => {
    expect(await verify(sealed.bytes)).toMatchObject({
      kind: 'sealed',
      text: { text: { code: sealed.frozen.code }, sha256: sealed.frozen.sha256, fate: { state: 'signed' } },
      seal: { sealedAt: SEALED_AT, fingerprint: key.fingerprint, retiredAt: null, timestamp: null },
    });
  });

  test('before the seal, is told for what it is, whoever printed it', async () => {
    expect(await verify(sealed.before)).toMatchObject({ kind: 'agreed-text', printedAddress: null });
    const elsewhere = await renderPact(sealed.frozen.text, { address: 'https://autre.example' });
    expect(await verify(elsewhere)).toMatchObject({ kind: 'agreed-text', printedAddress: 'https://autre.example' });
  });

  test('the exact words as data are known', async () => {
    expect(await verify(canonicalBytes(sealed.frozen.text))).toMatchObject({ kind: 'canonical-text' });
  });

  test('still holds after the key was changed, and says that it was', async () => {
    const after = await testKey();
    const retiredAt = new Date('2027-01-01T00:00:00Z');
    await putInUse(database.db, { certificate: after.certificate, at: retiredAt });
    expect(await verify(sealed.bytes)).toMatchObject({
      kind: 'sealed',
      seal: { fingerprint: key.fingerprint, retiredAt },
    });
  });

  test('not signed yet, says so', async () => {
    const frozen = await frozenText(database.db);
    const pdf = await renderPact(frozen.text, { address: SITE });
    expect(await verify(pdf)).toMatchObject({
      kind: 'agreed-text',
      text: { fate: { state: 'not-signed', signedAt: null } },
    });
  });
});

describe('what came after is told', () => {
  test('an addendum that everybody signed, and that a side no longer holds to it', async () => {
    const { code, sha256, id } = sealed.frozen;
    const addendum = await completeText(database.db, { addendumTo: { code, sha256 } });
    await storesOn(database.db).signing.after.renounce(id, {
      side: 'counterpart',
      on: '2028-05-02',
      reason: 'Nous changeons de projet.',
      at: new Date('2028-05-02T10:00:00Z'),
    });
    const told = await verify(sealed.bytes);
    expect(told.kind === 'sealed' && told.text.fate).toMatchObject({
      addenda: [{ code: addendum.code }],
      renunciations: [{ side: 'counterpart', on: '2028-05-02' }],
    });
  });
});

describe('one byte changed is refused, and told where', () => {
  test('in the words of a page', async () => {
    const { bytes } = sealed;
    const { parts } = await alteredAt(bytes, pageStream(bytes, 2));
    expect(parts).toEqual([{ kind: 'page', page: 2 }]);
  });
  test('in the attached text', async () => {
    const at = Buffer.from(sealed.bytes).indexOf('/Type /EmbeddedFile');
    const stream = Buffer.from(sealed.bytes).indexOf('stream', at);
    expect((await alteredAt(sealed.bytes, stream + 20)).parts).toEqual([
      { kind: 'attached', name: 'texte-convenu.json' },
    ]);
  });
  test('in the signature itself', async () => {
    const at = Buffer.from(sealed.bytes).lastIndexOf('/Contents <30') + 200;
    expect((await alteredAt(sealed.bytes, at)).parts).toEqual([{ kind: 'signature' }]);
  });
  test('anywhere else, all along the file', async () => {
    const step = Math.floor(sealed.bytes.length / 12);
    for (let at = 0; at < sealed.bytes.length; at += step) {
      expect(['altered', 'unknown']).toContain((await verify(changedAt(sealed.bytes, at))).kind);
    }
  });
  test('in the PDF before the seal', async () => {
    const told = await verify(changedAt(sealed.before, pageStream(sealed.before, 1)));
    expect(told).toMatchObject({
      kind: 'altered',
      from: 'agreed-text',
      alteration: { kind: 'changed', bytes: 1, parts: [{ kind: 'page', page: 1 }] },
    });
  });

  async function alteredAt(bytes: Uint8Array, at: number) {
    const told = await verify(changedAt(bytes, at));
    expect(told).toMatchObject({
      kind: 'altered',
      from: 'sealed',
      alteration: { kind: 'changed', bytes: 1, first: at },
    });
    if (told.kind !== 'altered' || told.alteration.kind !== 'changed') throw new Error('unreachable');
    return told.alteration;
  }

  /** A place inside the packed words of that page. */
  function pageStream(bytes: Uint8Array, page: number): number {
    const written = Buffer.from(bytes).toString('latin1');
    const number = [...written.matchAll(/\/Contents (\d+) 0 R/g)][page - 1]?.[1] ?? '';
    const object = written.indexOf(`\n${number} 0 obj`);
    return written.indexOf('stream', object) + 40;
  }
});

describe('a file made from ours', () => {
  test('with something added at its end is refused', async () => {
    const longer = Buffer.concat([sealed.bytes, Buffer.from('\n%%EOF')]);
    expect(await verify(longer)).toMatchObject({ kind: 'altered', alteration: { kind: 'added', bytes: 6 } });
  });
  test('cut short is refused', async () => {
    const cut = sealed.bytes.subarray(0, -9);
    expect(await verify(cut)).toMatchObject({ kind: 'altered', alteration: { kind: 'cut', bytes: 9 } });
  });
  test('written anew by another program is refused', async () => {
    const other = Buffer.from(
      `%PDF-1.7 autre chose, code ${sealed.frozen.code.slice(0, 5)}-${sealed.frozen.code.slice(5)}`,
    );
    expect(await verify(other)).toMatchObject({ kind: 'altered', alteration: { kind: 'rewritten' } });
  });
});

describe('a file that this site does not know', () => {
  test('is unknown: nonsense, an empty file, a page of the web', async () => {
    for (const words of ['', '%PDF-1.7', '<html></html>']) {
      expect(await verify(Buffer.from(words))).toEqual({ kind: 'unknown' });
    }
  });
  test('sealed by a key that was never ours, is not ours', async () => {
    const foreign = await testKey();
    const { bytes } = await sealedChampigny(foreign);
    expect(await verify(bytes)).toEqual({ kind: 'foreign-seal', fingerprint: foreign.fingerprint, covers: true });
  });
  test('the file of a draft that is private is unknown', async () => {
    const bytes = Buffer.from('un brouillon privé');
    await storesOn(database.db).documents.keep({
      bytes,
      filename: 'privé.txt',
      mediaType: 'text/plain',
      source: { url: null, description: null, publishedOn: null },
      receivedAt: SEALED_AT,
    });
    expect(await verify(bytes)).toEqual({ kind: 'unknown' });
  });
});

test('the original of what was read and published is known by its bytes', async () => {
  const { bytes } = await database.db
    .selectFrom('document')
    .innerJoin('pact', 'pact.documentId', 'document.id')
    .select('document.bytes')
    .executeTakeFirstOrThrow();
  expect(await verify(bytes ?? Buffer.of())).toMatchObject({ kind: 'original', published: [{ kind: 'pact' }] });
});
