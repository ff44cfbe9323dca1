/** Downloading a copy as somebody does: from the page to the file, whole, in part, again, and what is no file of it. */
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dayAfter, dayIn } from '#domain/shared/local-day.ts';
import { readConfig } from '#server/config.ts';
import { dumpFiles } from '#server/dumps/dump-files.ts';
import { makeDump } from '#server/dumps/make-dump.ts';
import { objectsIn } from '#server/dumps/read-dump.ts';
import { verifyDump } from '#server/dumps/verify-dump.ts';
import { COPIED_RESOURCES } from '#server/open-data/open-resources.ts';
import { provideRuntime } from '#server/runtime.ts';
import { keepLoadedCopy } from '#server/storage/loaded-copies.ts';
import { storesOn } from '#server/stores.ts';
import { day as dayWritten } from '#ui/messages/format.fr.ts';
import { giveRole } from '#use-cases/campaign/give-role.ts';
import { loadDump } from '#use-cases/dumps/load-dump.ts';
import { withTestDatabase } from './database.ts';
import { addressOf, newPerson } from './people.ts';
import { withPageRenderer } from './render-page.ts';
import { routeModule, visit } from './route-module.ts';
import { signedIn } from './signed-in.ts';
import { BRY, buildWorld, OPERATOR, publish, settle } from './world.ts';
import { writePact } from './world-readings.ts';

const database = withTestDatabase();
const empty = withTestDatabase();
const { render, renderHead } = withPageRenderer();
let dataDirectory = '';
let folder = '';

beforeAll(async () => {
  dataDirectory = await mkdtemp(join(tmpdir(), 'site-'));
  folder = join(dataDirectory, 'dumps');
  await buildWorld(database.db);
  provideRuntime({ config: readConfig({ DATA_DIR: dataDirectory }), db: database.db });
});

afterAll(async () => {
  await rm(dataDirectory, { recursive: true });
});

const wanted = (day: string) => ({
  ...{ day, now: new Date(`${day}T01:00:00Z`), site: 'https://parole.example' },
  ...{ resources: COPIED_RESOURCES, synthetic: false },
});

async function ask(route: string, params: Readonly<Record<string, string>>, headers: Record<string, string> = {}) {
  const { GET } = await routeModule(`/donnees/${route}/+server.ts`);
  const visited = visit('/donnees', params);
  return await GET({ ...visited, request: new Request(visited.url, { headers }) });
}
const file = async (name: string, headers: Record<string, string> = {}, day = '2026-06-02') =>
  await ask('[day]/[file]', { day, file: name }, headers);

test('before the first night, the page says when it comes', async () => {
  expect(await render('/donnees', '/donnees', {})).toContain('la première se fait la nuit prochaine');
});

test('the national team is told when the copy of the night is more than two days old, or when there is none', async () => {
  const team = await signedIn(await newPerson(database.db, 'equipe-copies'));
  const given = { email: addressOf('equipe-copies'), role: { role: 'national-team' } } as const;
  expect((await giveRole(storesOn(database.db), OPERATOR, given, new Date())).ok).toBe(true);
  const says = async () => await render('/equipe', '/equipe', {}, team);
  expect(await says()).toContain('Aucune copie publique n’existe encore');
  const today = dayIn(new Date(), 'Europe/Paris');
  const made: string[] = [];
  const copyOf = async (day: string) => {
    made.push(join(folder, day));
    await mkdir(join(folder, day), { recursive: true });
  };
  await copyOf(dayAfter(today, -3));
  expect(await says()).toContain(`La copie publique date du ${dayWritten(dayAfter(today, -3))}`);
  await copyOf(dayAfter(today, -2));
  expect(await says()).not.toContain('copie publique');
  for (const path of made) await rm(path, { recursive: true });
});

describe('once there are copies', () => {
  beforeAll(async () => {
    await makeDump(database.db, folder, wanted('2026-06-01'));
    await publish(database.db, BRY, writePact({ list: 'Le lendemain (exemple)', commitments: [] }));
    await makeDump(database.db, folder, wanted('2026-06-02'));
  });

  test('the page gives every file with its size, says when it was made and what changed, and how to cite it', async () => {
    const page = await render('/donnees', '/donnees', {});
    for (const { name } of await dumpFiles(join(folder, '2026-06-02'))) {
      expect(page).toContain(`href="/donnees/2026-06-02/${name.replace('.gz', '')}"`);
    }
    expect(page).toContain('Copie faite le 2 juin 2026 à 3');
    expect(page).toContain('comme la veille');
    expect(page).toContain('http://site.test/donnees/2026-06-02');
    expect(page).toContain('href="/donnees/2026-06-01"');
    expect(await renderHead('/donnees', '/donnees', {})).toContain('"@type":"Dataset"');
  });

  test('a copy of another day stays at its address, and says that a later one is there', async () => {
    const page = await render('/donnees/[day]', '/donnees/2026-06-01', { day: '2026-06-01' });
    expect(page).toContain('Copie du 1er juin 2026');
    expect(page).toContain('Une copie plus récente est en ligne');
    await expect(render('/donnees/[day]', '/donnees/2026-05-31', { day: '2026-05-31' })).rejects.toMatchObject({
      status: 404,
    });
  });

  test('a file comes whole, as its fingerprint says; packed or not, as one can read it', async () => {
    const [listed] = (await dumpFiles(join(folder, '2026-06-02'))).filter(({ name }) => name === 'pactes.csv.gz');
    const stored = await file('pactes.csv.gz');
    const bytes = Buffer.from(await stored.arrayBuffer());
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(listed?.sha256);
    expect(stored.headers.get('content-length')).toBe(String(listed?.bytes));
    expect([stored.headers.get('content-type'), stored.headers.get('content-encoding')]).toEqual([
      'application/gzip',
      null,
    ]);
    expect(stored.headers.get('cache-control')).toContain('immutable');
    const packed = await file('pactes.csv', { 'accept-encoding': 'gzip, br' });
    expect([packed.headers.get('content-type'), packed.headers.get('content-encoding')]).toEqual([
      'text/csv; charset=utf-8',
      'gzip',
    ]);
    expect(Buffer.from(await packed.arrayBuffer()).equals(bytes)).toBe(true);
    const plain = await file('pactes.csv');
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(Buffer.from(await plain.arrayBuffer()).equals(gunzipSync(bytes))).toBe(true);
  });

  test('asked again, it is not sent twice; asked for a part, the part comes', async () => {
    const whole = await file('pactes.parquet');
    const bytes = Buffer.from(await whole.arrayBuffer());
    const etag = whole.headers.get('etag') ?? '';
    expect((await file('pactes.parquet', { 'if-none-match': etag })).status).toBe(304);
    const end = await file('pactes.parquet', { range: 'bytes=-4' });
    expect([end.status, await end.text()]).toEqual([206, 'PAR1']);
    expect(end.headers.get('content-range')).toBe(`bytes ${bytes.length - 4}-${bytes.length - 1}/${bytes.length}`);
    const middle = await file('pactes.parquet', { range: 'bytes=4-9' });
    expect(Buffer.from(await middle.arrayBuffer()).equals(bytes.subarray(4, 10))).toBe(true);
    expect((await file('pactes.parquet', { range: 'bytes=99999999-' })).status).toBe(416);
    const other = await file('pactes.parquet', { range: 'bytes=0-3', 'if-range': '"another"' });
    expect([other.status, (await other.arrayBuffer()).byteLength]).toEqual([200, bytes.length]);
  });

  test('asked only about a file, nothing is sent nor opened', async () => {
    for (const name of ['pactes.csv', 'pactes.csv.gz', 'pactes.parquet']) {
      const { GET } = await routeModule('/donnees/[day]/[file]/+server.ts');
      const visited = visit('/donnees', { day: '2026-06-02', file: name });
      const told = await GET({ ...visited, request: new Request(visited.url, { method: 'HEAD' }) });
      expect([told.status, told.body, told.headers.get('etag')]).toEqual([200, null, expect.any(String)]);
    }
  });

  test('only files of a copy are given, whatever is typed', async () => {
    for (const name of ['../../secret', '..', 'secret', '.', 'pactes.csv.lien', '']) {
      await expect(file(name)).rejects.toMatchObject({ status: 404 });
    }
    for (const day of ['2026-06-03', '..', '.en-cours-2026-06-02']) {
      await expect(file('pactes.csv', {}, day)).rejects.toMatchObject({ status: 404 });
    }
  });

  test('downloaded file by file from its page, it can be checked, loaded into an empty site, and is the same again', async () => {
    const page = await render('/donnees', '/donnees', {});
    const downloaded = join(dataDirectory, 'downloaded');
    await mkdir(downloaded);
    const listed = (await (await file('SHA256SUMS')).text()).match(/\S+$/gmu) ?? [];
    expect(page).toContain('href="/donnees/2026-06-02/SHA256SUMS"');
    for (const name of ['SHA256SUMS', ...listed]) {
      const sent = await file(name);
      await writeFile(join(downloaded, name), Buffer.from(await sent.arrayBuffer()));
    }
    const { faults, copy } = await verifyDump(downloaded);
    expect([faults, copy?.day]).toEqual([[], '2026-06-02']);
    if (copy === null) return;
    await settle(empty.db);
    const request = { read: objectsIn(downloaded), copy };
    expect(await loadDump(storesOn(empty.db), OPERATOR, request, new Date())).toMatchObject({ ok: true });
    const again = join(dataDirectory, 'again');
    await makeDump(empty.db, again, wanted('2026-06-02'));
    // All but what says that it was loaded.
    const loaded = /^.* (?:LISEZMOI\.md|datapackage\.json|objets-copies-rechargees\.jsonl\.gz)\n/gmu;
    const sums = async (of: string) => (await readFile(join(of, 'SHA256SUMS'), 'utf8')).replace(loaded, '');
    expect(await sums(join(again, '2026-06-02'))).toBe(await sums(downloaded));
  });

  test('a site that was made again from a copy says from which, and from where that one came', async () => {
    expect(await render('/donnees', '/donnees', {})).not.toContain('rechargé le');
    const sha256 = 'a'.repeat(64);
    const first = { day: '2026-01-01', site: 'https://premier.example', sha256 };
    await keepLoadedCopy(database.db, first, new Date('2026-01-02T10:00:00Z'));
    const second = { day: '2026-05-01', site: 'https://second.example', sha256 };
    await keepLoadedCopy(database.db, second, new Date('2026-05-10T10:00:00Z'));
    const page = (await render('/donnees', '/donnees', {})).replace(/[\s\u00a0\u202f]+/gu, ' ');
    expect(page).toContain(
      'Ce site a été rechargé le 10 mai 2026 depuis la copie du 1er mai 2026 de https://second.example',
    );
    expect(page).toContain(
      'avait lui-même été rechargé le 2 janvier 2026, depuis la copie du 1er janvier 2026 de https://premier.example',
    );
  });

  test('downloaded as one file, it unpacks into what its fingerprints say', async () => {
    expect(await render('/donnees', '/donnees', {})).toContain('href="/donnees/2026-06-02/copie.zip"');
    const zip = await ask('[day]/copie.zip', { day: '2026-06-02' });
    expect(zip.headers.get('content-disposition')).toBe('attachment; filename="copie-2026-06-02.zip"');
    const unpacked = join(dataDirectory, 'unpacked');
    await mkdir(join(unpacked, 'copie-2026-06-02'), { recursive: true });
    for (const [name, bytes] of Object.entries(unzipSync(new Uint8Array(await zip.arrayBuffer())))) {
      await writeFile(join(unpacked, name), bytes);
    }
    expect((await verifyDump(join(unpacked, 'copie-2026-06-02'))).faults).toEqual([]);
    const etag = zip.headers.get('etag') ?? '';
    expect((await ask('[day]/copie.zip', { day: '2026-06-02' }, { 'if-none-match': etag })).status).toBe(304);
    await expect(ask('[day]/copie.zip', { day: '2026-05-31' })).rejects.toMatchObject({ status: 404 });
  });

  test('downloaded as one file, it says how large it is, and goes on from where it was cut', async () => {
    const zip = async (headers = {}) => await ask('[day]/copie.zip', { day: '2026-06-02' }, headers);
    const whole = await zip();
    const bytes = Buffer.from(await whole.arrayBuffer());
    expect(whole.headers.get('content-length')).toBe(String(bytes.length));
    const etag = whole.headers.get('etag') ?? '';
    const got: Buffer[] = [];
    for (let from = 0; from < bytes.length; from += 70_001) {
      const part = await zip({ range: `bytes=${from}-${from + 70_000}`, 'if-range': etag });
      expect([part.status, part.headers.get('etag')]).toEqual([206, etag]);
      got.push(Buffer.from(await part.arrayBuffer()));
    }
    expect(Buffer.concat(got).equals(bytes)).toBe(true);
    for (const [first, last] of [
      [0, 0],
      [29, 31],
      [bytes.length - 23, bytes.length - 1],
    ] as const) {
      const part = Buffer.from(await (await zip({ range: `bytes=${first}-${last}` })).arrayBuffer());
      expect(part.equals(bytes.subarray(first, last + 1))).toBe(true);
    }
    expect((await zip({ range: `bytes=${bytes.length}-` })).status).toBe(416);
  });

  test('the address of the last one leads to its day', async () => {
    const led = await ask('derniere/[file]', { file: 'pactes.csv' });
    expect([led.status, led.headers.get('location')]).toEqual([302, '/donnees/2026-06-02/pactes.csv']);
    expect(led.headers.get('cache-control')).toBe('no-cache');
    await expect(ask('derniere', {})).rejects.toMatchObject({ status: 302, location: '/donnees/2026-06-02' });
  });
});
