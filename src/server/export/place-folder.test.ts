import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createContext, Script } from 'node:vm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FolderFault } from '#domain/shared/folder-fault.ts';
import { codeOf } from '#domain/shared/place.ts';
import { sha256Hex } from '#publishing/proof/checker/sha256.ts';
import { checkerScript } from '#publishing/proof/checker-html.ts';
import { checkFolder, type FolderReport, type GivenFile } from '#publishing/proof/checker/check-folder.ts';
import { inTheirFolders } from '#publishing/proof/checker/checker-page.ts';
import type { InstanceKey } from '#server/seal/instance-key.ts';
import { SITE, testKey } from '#server/seal/testing/sealed-champigny.ts';
import { sealedText, type SealedText } from '#server/seal/testing/sealed-world.ts';
import { insertNews } from '#server/storage/action-news.ts';
import { eraseWordsAbout } from '#server/storage/journal.ts';
import { verifyJournal } from '#server/storage/journal-verify.ts';
import { placeRecord } from '#server/storage/place-record.ts';
import { placeRef } from '#server/storage/places.ts';
import { sealCertificates } from '#server/storage/seal-certificates.ts';
import { storesOn } from '#server/stores.ts';
import { withTestDatabase } from '#tests/database.ts';
import { frozenText } from '#tests/signing-world.ts';
import { planSomewhere } from '#tests/plan-somewhere.ts';
import { BRY, buildWorld, CHAMPIGNY, SAINT_MAUR } from '#tests/world.ts';
import { followUpRecord } from './follow-up-record.ts';
import { placeFolder } from './place-folder.ts';
import { followedPlace } from './testing/followed-place.ts';
import { verifyEcdsa } from './verify-ecdsa.ts';
import { readFolder, writeFolder } from './write-folder.ts';

const database = withTestDatabase();
const AT = new Date('2026-06-01T10:00:00Z');
let key: InstanceKey;
let sealed: SealedText;
let folder: readonly GivenFile[] = [];

beforeAll(async () => {
  const { demain, bry } = await buildWorld(database.db);
  await sayWithFiles({ demain, bry });
  await showWithActions();
  await followedPlace(database.db, { place: CHAMPIGNY, at: AT });
  key = await testKey();
  sealed = await sealedText(database.db, key);
  const waiting = await frozenText(database.db);
  await storesOn(database.db).signing.find({ id: waiting.id });
  folder = await exported();
});

async function photo(words: string): Promise<number> {
  const source = { url: null, description: null, publishedOn: null };
  const kept = { bytes: Buffer.from(words), filename: 'photo.JPG', mediaType: 'image/jpeg', source, receivedAt: AT };
  return (await storesOn(database.db).documents.keep(kept)).id;
}

/** A published document, and a photograph of news of each fate: shown, waiting, kept inside, private to the town hall. */
async function showWithActions(): Promise<void> {
  const { db } = database;
  const { begun } = await planSomewhere(db, { account: 'p-plan' });
  const { id } = await db.selectFrom('action').select('id').where('planId', '=', begun).executeTakeFirstOrThrow();
  for (const [words, visibility, publishedAt, hiddenAt] of [
    ['nouvelle montrée', 'public', AT, null],
    ['nouvelle qui attend', 'public', null, null],
    ['nouvelle gardée', 'public', AT, AT],
    ['photo privée', 'private', AT, null],
  ] as const) {
    const document = await photo(words);
    await storesOn(db).workingPlans.addDocument({
      action: id,
      document,
      title: words,
      visibility,
      by: 'p-plan',
      at: AT,
    });
    const said = { action: id, entry: null, at: AT, kind: 'news', status: null, words, document, photo: true } as const;
    const number = await insertNews(db, { ...said, sending: words });
    await db.updateTable('actionNews').set({ publishedAt, hiddenAt }).where('id', '=', number).execute();
  }
}

/** A file of each fate: shown, out of sight, of a remark hidden or withdrawn, of another place. */
async function sayWithFiles({ demain, bry }: { readonly demain: number; readonly bry: number }): Promise<void> {
  const { db } = database;
  const shared = { item: 'm15', levels: '[]', sentence: 'Fait.', evidence: '[]', saidAt: AT };
  const { id } = await db
    .insertInto('assessment')
    .values({
      ...shared,
      pactId: demain,
      voice: 'town-hall',
      version: 1,
      status: 'kept',
      beforeMandate: false,
      assessedOn: '2026-05-01',
      saidAs: 'municipal-agent',
      saidFor: 'Champigny-sur-Marne',
      collectiveId: null,
      method: '1',
      reviewId: null,
      answersTo: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const hidden = { hiddenAt: AT, hiddenReason: 'Une personne s’y reconnaît.' };
  const seen = { hiddenAt: null, hiddenReason: null };
  const used = async (usedBy: string, words: string, fate: typeof hidden | typeof seen = seen) => {
    await db
      .insertInto('evidenceDocument')
      .values({ documentId: await photo(words), usedBy, ...fate })
      .execute();
  };
  await used(`assessment ${id}`, 'montrée');
  await used(`assessment ${id}`, 'hors de vue', hidden);
  for (const [words, pactId, fate] of [
    ['remarque montrée', demain, { ...seen, withdrawnAt: null }],
    ['remarque cachée', demain, { ...hidden, withdrawnAt: null }],
    ['remarque retirée', demain, { ...seen, withdrawnAt: AT }],
    ['ailleurs', bry, { ...seen, withdrawnAt: null }],
  ] as const) {
    const { item, sentence, evidence, saidAt } = shared;
    const said = { pactId, item, name: 'Une voisine', quality: '', sentence, evidence, saidAt, personId: null };
    const remark = await db
      .insertInto('remark')
      .values({ ...said, ...fate })
      .returning('id')
      .executeTakeFirstOrThrow();
    await used(`remark ${remark.id}`, words);
  }
}

async function exported(place = CHAMPIGNY, scans = true): Promise<readonly GivenFile[]> {
  const record = await placeRecord(database.db, place);
  const code = place.kind === 'municipality' ? place.code : place.siren;
  const named = { kind: place.kind, code, name: 'Champigny-sur-Marne' };
  const certificates = await sealCertificates(database.db);
  const ref = await placeRef(database.db, place);
  if (ref === null) throw new Error(`no place ${code}`);
  const at = { place: ref, code: place, zone: 'Europe/Paris', now: AT };
  const followUp = await followUpRecord(database.db, at);
  return await placeFolder({ place: named, record, followUp, certificates, site: SITE, at: AT, scans }, key);
}

const check = (files: readonly GivenFile[]): Promise<FolderReport> => checkFolder(files, verifyEcdsa);
const kinds = ({ faults }: FolderReport): readonly FolderFault['kind'][] => faults.map(({ kind }) => kind);
const changed = (path: string, change: (bytes: Uint8Array) => Uint8Array): readonly GivenFile[] =>
  folder.map((file) => (file.path === path ? { path, bytes: change(file.bytes) } : file));

function flipped(bytes: Uint8Array, at = Math.floor(bytes.length / 2)): Uint8Array {
  const copy = Uint8Array.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
}

describe('a folder just exported', () => {
  test('holds the text, its data, its sealed PDF, the originals that were read, the journal and the certificates', () => {
    const { code } = sealed.frozen;
    const shown = `${code.slice(0, 5)}-${code.slice(5)}`;
    const paths = folder.map(({ path }) => path);
    expect(paths).toEqual(
      expect.arrayContaining([
        `textes/${shown}/${shown}-texte-convenu.json`,
        `textes/${shown}/${shown}-texte.txt`,
        `textes/${shown}/${shown}-scelle.pdf`,
        'pactes/1/pacte-1-publie.json',
        'pactes/1/pacte-1-lecture.json',
        'journal/evenements.json',
        `certificats/${key.fingerprint}.pem`,
        'LISEZ-MOI.html',
        'manifeste.json',
        'manifeste.sig',
      ]),
    );
    expect(paths.filter((path) => /-original/.test(path)).length).toBeGreaterThan(1);
  });
  test('holds the files that what was said rests on, each with its digest and its promise; none that is out of sight', () => {
    const text = ({ bytes }: GivenFile) => Buffer.from(bytes).toString('utf8');
    const proofs = folder.filter(({ path }) => /^preuves\/.+\.jpg$/.test(path));
    expect(proofs.map(text)).toEqual(['montrée', 'remarque montrée']);
    const list = folder.find(({ path }) => path === 'preuves/preuves.json');
    expect(JSON.parse(list === undefined ? '[]' : text(list))).toMatchObject(
      proofs.map((file) => ({ path: file.path, sha256: sha256Hex(file.bytes), item: 'm15', filename: 'photo.JPG' })),
    );
    const fates = ['hors de vue', 'remarque cachée', 'remarque retirée', 'ailleurs'];
    expect(folder.map(text).filter((words) => fates.includes(words))).toEqual([]);
  });
  test('holds everything that the two voices said of a pact, reviewed or not', async () => {
    const files = folder.filter(({ path }) => path.endsWith('-evaluations.json'));
    const said = files.flatMap(({ bytes }) => JSON.parse(new TextDecoder().decode(bytes)) as object[]);
    const { count } = await database.db
      .selectFrom('assessment')
      .innerJoin('pact', 'pact.id', 'assessment.pactId')
      .where('pact.municipalityCode', '=', codeOf(CHAMPIGNY))
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    expect(said.length).toBeGreaterThan(0);
    expect(said).toHaveLength(count);
    expect(JSON.stringify(said)).not.toMatch(/@|"(?:person|author|email)\w*":/i);
  });
  test('holds the remarks that a page shows: of one that was hidden its reason alone, nothing of one taken back', () => {
    const files = folder.filter(({ path }) => path.endsWith('-remarques.json'));
    const said = files.flatMap(({ bytes }) => JSON.parse(new TextDecoder().decode(bytes)) as object[]);
    expect(said).toMatchObject([
      { item: 'm15', name: 'Une voisine', sentence: 'Fait.', hidden: null },
      { item: 'm15', name: null, sentence: '', hidden: 'Une personne s’y reconnaît.' },
    ]);
  });
  test('holds what everybody reads since the signature: events, letters, questions, agreed minutes; nothing kept inside', () => {
    const text = (end: string): string =>
      new TextDecoder().decode(folder.find(({ path }) => path === end)?.bytes ?? new Uint8Array());
    expect(text('suivi/suivi.csv')).toMatch(/Tracé montré/);
    expect(text('suivi/suivi.csv').split('\r\n')).toHaveLength(5);
    expect(JSON.parse(text('suivi/lettres.json'))).toMatchObject([{ opening: 'Lettre montrée', sentOn: '2026-05-10' }]);
    expect(JSON.parse(text('suivi/questions.json'))).toMatchObject([
      {
        words: 'Question montrée',
        answer: { words: 'Réponse montrée', on: '2026-05-20', by: 'town-hall' },
        letters: 0,
      },
    ]);
    expect(JSON.parse(text('comite/comptes-rendus.json'))).toMatchObject([
      { text: 'Séance montrée', on: '2026-05-12', decisions: [{ words: 'Séance montrée, décidé', items: ['m15'] }] },
    ]);
    const kept = folder.filter(({ bytes }) => /gardée?(?![\p{L}])/u.test(Buffer.from(bytes).toString('utf8')));
    expect(kept.map(({ path }) => path)).toEqual([]);
  });

  test('is intact', async () => {
    const report = await check(folder);
    expect(report.faults).toEqual([]);
    expect(report.events).toBe(5);
    expect(report.unchecked).toBe(0);
  });
  test('says of the journal what everybody may know: who signed and what was published, not how it came to that', () => {
    const { bytes } = folder.find(({ path }) => path === 'journal/evenements.json') ?? { bytes: new Uint8Array() };
    const acts = (JSON.parse(Buffer.from(bytes).toString('utf8')) as readonly { act: string }[]).map(({ act }) => act);
    expect(acts).toEqual(['publish-draft', 'publish-draft', 'sign-text', 'sign-text', 'complete-signing']);
  });
  test('leaves out what is not signed yet', () => {
    expect(folder.filter(({ path }) => path.endsWith('-texte-convenu.json'))).toHaveLength(1);
  });
  test('gives every file a name of its own, so that loose files find their folder again', async () => {
    const names = folder.map(({ path }) => path.split('/').at(-1));
    expect(new Set(names).size).toBe(names.length);
    const loose = folder.map(({ path, bytes }) => ({ path: path.split('/').at(-1) ?? path, bytes }));
    expect((await check(inTheirFolders(loose))).faults).toEqual([]);
  });
  test('holds the documents and photographs that actions show, with their action; none that waits or is kept inside', async () => {
    const here = await exported(BRY);
    expect((await check(here)).faults).toEqual([]);
    const text = ({ bytes }: GivenFile) => Buffer.from(bytes).toString('utf8');
    const shown = here.filter(({ path }) => /^plans\/\d+\/fichiers\/action-/.test(path));
    expect(shown.map(text)).toEqual(['%PDF-1.7 plan', 'nouvelle montrée']);
    const list = here.find(({ path }) => path.endsWith('-fichiers.json'));
    const [plan, news] = shown.map((file) => ({ path: file.path, sha256: sha256Hex(file.bytes) }));
    expect(JSON.parse(list === undefined ? '[]' : text(list))).toMatchObject([
      { ...plan, title: 'Le tracé', news: [] },
      { ...news, title: null, news: [expect.any(Number)], filename: 'photo.JPG' },
    ]);
    const fates = ['nouvelle qui attend', 'nouvelle gardée', 'photo privée'];
    expect(here.map(text).filter((words) => fates.includes(words))).toEqual([]);
    const names = here.map(({ path }) => path.split('/').at(-1));
    expect(new Set(names).size).toBe(names.length);
  });
  test('works for a place that only has a plan', async () => {
    const report = await check(await exported(SAINT_MAUR));
    expect(report.faults).toEqual([]);
    expect(report.manifest?.published).toMatchObject([{ what: 'plan' }]);
  });
});

describe('one byte changed', () => {
  test('in any file of the folder is found, and the file is named', async () => {
    for (const { path } of folder) {
      const report = await check(changed(path, flipped));
      expect(report.faults.length, path).toBeGreaterThan(0);
      const own = path.startsWith('manifeste.') ? 'manifeste.json' : path;
      const told = report.faults.some((fault) => 'path' in fault && fault.path === own);
      expect(told || report.faults.some(({ kind }) => kind === 'bad-manifest'), path).toBe(true);
    }
  });
  test('at both ends of any file too', async () => {
    for (const { path, bytes } of folder) {
      for (const at of [0, bytes.length - 1]) {
        expect(
          (await check(changed(path, (each) => flipped(each, at)))).faults.length,
          `${path} ${at}`,
        ).toBeGreaterThan(0);
      }
    }
  });
  test('is found by the very script of the page', async () => {
    const ends: ((report: FolderReport) => void)[] = [];
    const context = createContext({
      document: { querySelector: () => null },
      TextDecoder,
      TextEncoder,
      atob,
      crypto,
      Uint8Array,
      ends,
    });
    new Script(
      checkerScript().replace(/startChecker\(\);/, 'globalThis.run = (files) => checkFolder(files, verifyInBrowser);'),
    ).runInContext(context);
    const run = context['run'] as (files: readonly GivenFile[]) => Promise<FolderReport>;
    expect(kinds(await run(folder))).toEqual([]);
    const pdf = folder.find(({ path }) => path.endsWith('-scelle.pdf'))?.path ?? '';
    expect(kinds(await run(changed(pdf, (bytes) => flipped(bytes, 5000))))).toEqual(['file-changed', 'seal-broken']);
  });
});

describe('somebody who changes a file and what is said of it', () => {
  /** The manifest rewritten to agree, as far as one can without the key of the site. */
  async function withManifest(files: readonly GivenFile[]): Promise<readonly GivenFile[]> {
    const { sha256Hex } = await import('#publishing/proof/checker/sha256.ts');
    return files.map((file) => {
      if (file.path !== 'manifeste.json') return file;
      const manifest = JSON.parse(Buffer.from(file.bytes).toString('utf8')) as {
        files: { path: string; sha256: string }[];
      };
      for (const each of manifest.files) {
        each.sha256 = sha256Hex(files.find(({ path }) => path === each.path)?.bytes ?? new Uint8Array());
      }
      return { path: file.path, bytes: Buffer.from(JSON.stringify(manifest)) };
    });
  }
  const pathOf = (end: string): string => folder.find(({ path }) => path.endsWith(end))?.path ?? '';

  test('is found by the signature of the manifest, and by everything that no longer agrees', async () => {
    const text = await check(await withManifest(changed(pathOf('-texte-convenu.json'), flipped)));
    expect(kinds(text)).toEqual(expect.arrayContaining(['manifest-changed', 'text-differs']));
    const pdf = await check(await withManifest(changed(pathOf('-scelle.pdf'), (bytes) => flipped(bytes, 5000))));
    expect(kinds(pdf)).toEqual(expect.arrayContaining(['manifest-changed', 'seal-broken']));
    const original = await check(await withManifest(changed(pathOf('pacte-1-original.txt'), flipped)));
    expect(kinds(original)).toEqual(expect.arrayContaining(['manifest-changed', 'original-differs']));
    const reading = await check(await withManifest(changed('pactes/1/pacte-1-lecture.json', flipped)));
    expect(kinds(reading)).toEqual(expect.arrayContaining(['manifest-changed', 'reading-differs']));
    const said = await check(await withManifest(changed('pactes/1/pacte-1-publie.json', flipped)));
    expect(kinds(said)).toEqual(expect.arrayContaining(['manifest-changed', 'published-differs']));
  });

  test('in the journal: an event, its words, its place', async () => {
    type Event = { sequence: number; act: string; says: string | null; salt: string | null };
    const rewritten = async (change: (events: Event[]) => Event[]): Promise<FolderReport> =>
      await check(
        changed('journal/evenements.json', (bytes) =>
          Buffer.from(JSON.stringify(change(JSON.parse(Buffer.from(bytes).toString('utf8')) as Event[]))),
        ),
      );
    expect(
      kinds(await rewritten(([first, ...rest]) => (first ? [{ ...first, act: 'autre' }, ...rest] : []))),
    ).toContain('event-changed');
    expect(kinds(await rewritten(([first, ...rest]) => (first ? [{ ...first, says: '{}' }, ...rest] : [])))).toContain(
      'words-changed',
    );
    expect(
      kinds(await rewritten(([first, ...rest]) => (first ? [{ ...first, says: null, salt: null }, ...rest] : []))),
    ).toContain('words-missing');
    expect(kinds(await rewritten((events) => events.toReversed()))).toContain('link-broken');
  });

  test('a file taken away or added is told', async () => {
    const path = pathOf('-texte.txt');
    expect((await check(folder.filter((file) => file.path !== path))).faults).toContainEqual({
      kind: 'file-missing',
      path,
    });
    const added = { path: 'textes/autre.txt', bytes: new Uint8Array() };
    expect((await check([...folder, added])).faults).toEqual([{ kind: 'file-unexpected', path: added.path }]);
    expect((await check([...folder, { path: '.DS_Store', bytes: new Uint8Array() }])).faults).toEqual([]);
  });

  test('a machine without cryptography says what it could not check', async () => {
    const report = await checkFolder(folder, async () => null);
    expect(report.faults).toEqual([]);
    expect(report.unchecked).toBe(2);
  });
});

test('words that were erased say so, and the folder and the journal still hold', async () => {
  const { id } = await database.db.selectFrom('signatory').select('id').orderBy('id').executeTakeFirstOrThrow();
  expect(await eraseWordsAbout(database.db, { kind: 'signatory', id }, AT)).toBeGreaterThan(0);
  expect((await verifyJournal(database.db)).faults).toEqual([]);
  const report = await check(await exported());
  expect(report.faults).toEqual([]);
  expect(report.erased).toBeGreaterThan(0);
});

describe('on the disk', () => {
  let place = '';
  beforeAll(async () => {
    place = join(await mkdtemp(join(tmpdir(), 'folder-')), 'export');
  });
  afterAll(async () => {
    await rm(join(place, '..'), { recursive: true });
  });
  test('is written once, read again as it was, and nothing is ever written over', async () => {
    expect((await writeFolder(place, folder)).ok).toBe(true);
    expect((await check(await readFolder(place))).faults).toEqual([]);
    expect(await writeFolder(place, folder)).toMatchObject({ ok: false, refusal: { kind: 'not-empty' } });
  });
  test('a link to elsewhere is not followed', async () => {
    const secret = join(place, '..', 'secret.txt');
    await writeFile(secret, 'secret');
    await symlink(secret, join(place, 'lien.txt'));
    const linked = (await readFolder(place)).find(({ path }) => path === 'lien.txt');
    expect(linked?.bytes).toHaveLength(0);
  });
});
