import { createHash } from 'node:crypto';
import { PDF } from '@libpdf/core';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, test } from 'vitest';
import { canonicalBytes } from '#domain/pact/agreed-text.ts';
import { champignyAgreedText } from '#domain/pact/testing/champigny-agreed-text.ts';
import { TEXT_FILE } from '#publishing/pdf/pact-pdf.ts';
import { BEFORE_FILE, PROOF_FILE } from '#publishing/proof/sealed-pages.ts';
import { checkSeal } from './check-seal.ts';
import { sealPact } from './seal-pact.ts';
import { localAuthority, type Fault } from './testing/local-time-stamping.ts';
import { SEALED_AT, testKey, toSeal } from './testing/sealed-champigny.ts';

const KEY = await testKey();
const GIVEN = await toSeal();
const SEALED = await sealPact(GIVEN, KEY, SEALED_AT);

async function open(pdf: Uint8Array) {
  return await getDocument({ data: pdf.slice(), verbosity: 0 }).promise;
}

async function words(pdf: Uint8Array): Promise<string> {
  const document = await open(pdf);
  let said = '';
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    said += items.map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : '')).join('');
  }
  return said.replace(/\s+/g, ' ');
}

describe('a sealed text', () => {
  test('is signed by the site over the whole file', async () => {
    expect(await checkSeal(SEALED.bytes)).toEqual({
      kind: 'sound',
      fingerprint: KEY.fingerprint,
      claimedAt: SEALED_AT,
      timestamp: null,
      after: 0,
    });
    expect(SEALED.sha256).toBe(createHash('sha256').update(SEALED.bytes).digest('hex'));
  });

  test('says who signed, as what, how and when on both clocks, and what the hashes are', async () => {
    const said = await words(SEALED.bytes);
    for (const part of [
      'Dominique Petit, pour le collectif sur papier, confirmée par 2 personnes',
      '10 mars 2026 à 19:30:00 (heure de Paris), soit 2026-03-10 18:30:00 UTC',
      'page-signée.jpg',
      'cd'.repeat(32),
      'Camille Roussel, tête de liste en ligne, avec un code reçu à son adresse électronique',
      'Signature simple, sans valeur juridique',
      createHash('sha256').update(canonicalBytes(GIVEN.text)).digest('hex'),
      createHash('sha256').update(GIVEN.pdf).digest('hex'),
      '12'.repeat(32),
      KEY.fingerprint,
    ]) {
      expect(said).toContain(part);
    }
  });

  test('says that the yes of the list was written down by the collective when it was, and only then', async () => {
    const line = 'L’accord de la liste a été noté par le collectif ; sa signature, elle, est la sienne.';
    const reported = await sealPact({ ...GIVEN, yesReported: true }, KEY, SEALED_AT);
    expect(await words(reported.bytes)).toContain(line);
    expect(await words(SEALED.bytes)).not.toContain(line);
  });

  test('holds the exact text, the PDF that the signatories could read, and the proof as data', async () => {
    const { attachments } = await PDF.load(SEALED.bytes);
    expect(Buffer.compare(attachments.get(TEXT_FILE) ?? new Uint8Array(), canonicalBytes(GIVEN.text))).toBe(0);
    expect(Buffer.compare(attachments.get(BEFORE_FILE) ?? new Uint8Array(), GIVEN.pdf)).toBe(0);
    const proof = JSON.parse(new TextDecoder().decode(attachments.get(PROOF_FILE) ?? new Uint8Array())) as object;
    expect(proof).toMatchObject({ format: 'parole-tenue/proof/1', code: 'K7M2P9XQ4T', signatures: GIVEN.signatures });
  });

  test('is still a tagged PDF/UA-1 in French, whose only field has a name', async () => {
    const document = await open(SEALED.bytes);
    const { info, metadata } = await document.getMetadata();
    expect(info).toMatchObject({ Language: 'fr-FR' });
    expect(String(metadata.get('pdfuaid:part'))).toBe('1');
    expect((await document.getMarkInfo()) as object).toEqual(
      new Map<string, boolean>([
        ['Marked', true],
        ['UserProperties', false],
        ['Suspects', false],
      ]),
    );
    const tree = await (await document.getPage(document.numPages)).getStructTree();
    expect(JSON.stringify(tree)).toContain('"H2"');
    const fields = (await PDF.load(SEALED.bytes)).getForm()?.getFields() ?? [];
    expect(fields.map(({ name, alternateName }) => ({ name, alternateName }))).toEqual([
      { name: 'Sceau', alternateName: 'Sceau électronique du site' },
    ]);
  });
});

describe('a sealed text that somebody touched', () => {
  test('one byte changed is found, wherever it is', async () => {
    const { bytes } = SEALED;
    const [, before, from] = /ByteRange\s*\[\s*0\s+(\d+)\s+(\d+)/.exec(Buffer.from(bytes).toString('latin1')) ?? [];
    const step = Math.floor(bytes.length / 150);
    let outside = 0;
    for (let at = 0; at < bytes.length; at += step) {
      const changed = bytes.slice();
      changed[at] = (changed[at] ?? 0) ^ 1;
      const check = await checkSeal(changed);
      const found = check.kind !== 'sound' || check.fingerprint !== KEY.fingerprint;
      // The envelope of the signature holds a few bytes that say nothing of the text; the hash of the file finds those.
      const envelope = at >= Number(before) && at < Number(from);
      expect(found || envelope, `byte ${at}`).toBe(true);
      if (!envelope) outside += 1;
    }
    expect(outside).toBeGreaterThan(100);
  });
  test('what is added after the seal is told', async () => {
    const longer = Buffer.concat([SEALED.bytes, Buffer.from('\n% plus')]);
    expect(await checkSeal(longer)).toMatchObject({ kind: 'sound', after: 7 });
  });
  test('cut short, its seal is broken', async () => {
    expect((await checkSeal(SEALED.bytes.subarray(0, SEALED.bytes.length - 100))).kind).not.toBe('sound');
  });
  test('sealed anew by somebody else, it bears the name of their certificate', async () => {
    const other = await testKey();
    const { bytes } = await sealPact(GIVEN, other, SEALED_AT);
    expect(await checkSeal(bytes)).toMatchObject({ kind: 'sound', fingerprint: other.fingerprint });
    expect(other.fingerprint).not.toBe(KEY.fingerprint);
  });
  test('the certificate of the site glued to the signature of another is refused', async () => {
    const { bytes } = await sealPact(
      GIVEN,
      { ...(await testKey()), certificate: KEY.certificate, fingerprint: KEY.fingerprint },
      SEALED_AT,
    ).catch((error: unknown) => ({ bytes: null, error }));
    expect(bytes).toBeNull();
  });
  test('a file without a seal has none, and nonsense breaks nothing', async () => {
    expect(await checkSeal(GIVEN.pdf)).toEqual({ kind: 'none' });
    expect(await checkSeal(new Uint8Array())).toEqual({ kind: 'none' });
    const nonsense = Buffer.from('/ByteRange [0 20 30 5] /ByteRange [0 9 9 9]<zz>');
    expect((await checkSeal(nonsense)).kind).not.toBe('sound');
  });
});

test('a text that looks like the inside of a PDF is sealed like any other', async () => {
  const [local] = GIVEN.text.localMeasures;
  if (local === undefined) throw new Error('no local measure');
  const text = '/ByteRange [0 12 34 56] /Contents <00> %%EOF';
  const given = await toSeal(champignyAgreedText({ localMeasures: [{ ...local, text }] }));
  expect(await checkSeal((await sealPact(given, KEY, SEALED_AT)).bytes)).toMatchObject({ kind: 'sound', after: 0 });
});

describe('with a time-stamping authority', () => {
  const sealedBy = async (fault: Fault, at = new Date('2026-03-12T19:04:09.000Z')) => {
    const authority = await localAuthority({ at, fault });
    try {
      return await sealPact({ ...GIVEN, timestampAuthority: authority.url }, KEY, SEALED_AT);
    } finally {
      await authority.close();
    }
  };
  test('the seal carries its time', async () => {
    const at = new Date('2026-03-12T19:04:09.000Z');
    const { bytes, timestamped } = await sealedBy('none', at);
    expect(timestamped).toBe(true);
    expect(await checkSeal(bytes)).toMatchObject({ kind: 'sound', timestamp: { at, sound: true }, after: 0 });
  });
  test.each<Fault>(['refuses', 'fails', 'other-nonce', 'other-digest', 'bad-signature', 'talks-nonsense'])(
    'one that %s does not keep people from their pact: the seal says only what it has',
    async (fault) => {
      const { bytes, timestamped } = await sealedBy(fault);
      expect(timestamped).toBe(false);
      expect(await checkSeal(bytes)).toMatchObject({ kind: 'sound', timestamp: null, after: 0 });
    },
  );
  test('one that is away neither', async () => {
    const sealed = await sealPact({ ...GIVEN, timestampAuthority: 'http://127.0.0.1:9/' }, KEY, SEALED_AT);
    expect(sealed.timestamped).toBe(false);
  });
});
