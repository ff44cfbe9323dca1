import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from '#server/config.ts';
import { testKey } from '#server/seal/testing/sealed-champigny.ts';
import { sealedText, type SealedText } from '#server/seal/testing/sealed-world.ts';
import { withTestDatabase } from '#tests/database.ts';
import { buildWorld } from '#tests/world.ts';
import { Misuse, type Command } from './command.ts';
import { command as exportCommand } from './export.ts';
import { command as key } from './key.ts';
import { command as verify } from './verify.ts';

const database = withTestDatabase();
const home = mkdtempSync(join(tmpdir(), 'parole-tenue-proof-'));
const inHome = (name: string): string => join(home, name);
let sealed: SealedText;

beforeAll(async () => {
  await buildWorld(database.db);
  sealed = await sealedText(database.db, await testKey());
  writeFileSync(inHome('pacte.pdf'), sealed.bytes);
});

/** Runs a command as the terminal would, on the test database. */
async function run(command: Command, ...args: string[]) {
  const said: string[] = [];
  const complained: string[] = [];
  const code = await command.run(args, {
    say: (line) => said.push(line),
    complain: (line) => complained.push(line),
    withRuntime: (work) =>
      work({ config: readConfig({ DATA_DIR: home, PUBLIC_ORIGIN: 'https://parole.example' }), db: database.db }),
  });
  return { code, said, complained };
}

function changeOneByte(path: string, at: number): void {
  const bytes = readFileSync(path);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(path, bytes);
}

describe('verify', () => {
  test('a sealed PDF: 0', async () => {
    const { code, said } = await run(verify, inHome('pacte.pdf'));
    expect([code, said[0]]).toEqual([0, 'Intact : c’est le pacte signé, tel que ce site l’a scellé']);
  });
  test('one byte changed: 1, and says where', async () => {
    writeFileSync(inHome('autre.pdf'), sealed.bytes);
    changeOneByte(inHome('autre.pdf'), 20_000);
    const { code, said } = await run(verify, inHome('autre.pdf'));
    expect(code).toBe(1);
    expect(said.join(' ')).toMatch(/Modifié.*1 octet a été changé sur .*C’est le 20.001e/);
  });
  test('a file that is not ours, or not there: 2', async () => {
    writeFileSync(inHome('rien.pdf'), '%PDF-1.7');
    expect((await run(verify, inHome('rien.pdf'))).code).toBe(2);
    expect(await run(verify, inHome('absent.pdf'))).toMatchObject({
      code: 2,
      complained: [expect.stringContaining('il n’existe pas')],
    });
  });
  test('without a path: says how', async () => {
    await expect(run(verify)).rejects.toThrow(Misuse);
  });
});

describe('export, then verify', () => {
  test('a folder just written is intact; one byte changed is found, and the file is named', async () => {
    const folder = inHome('champigny');
    const written = await run(exportCommand, '94017', folder);
    expect([written.code, written.said.at(-1)]).toEqual([0, expect.stringContaining('LISEZ-MOI.html')]);
    expect(await run(verify, folder)).toMatchObject({ code: 0, said: [expect.stringContaining('Intact')] });
    const [text = ''] = readdirSync(join(folder, 'textes'));
    changeOneByte(join(folder, 'textes', text, `${text}-scelle.pdf`), 9_000);
    const { code, said } = await run(verify, folder);
    expect(code).toBe(1);
    expect(said).toContain(`textes/${text}/${text}-scelle.pdf : ce fichier a été modifié.`);
  });
  test('never writes over a folder, and knows its places', async () => {
    expect(await run(exportCommand, '94017', inHome('champigny'))).toMatchObject({
      code: 1,
      complained: [expect.stringContaining('n’est pas vide')],
    });
    expect((await run(exportCommand, '99999', inHome('nulle-part'))).code).toBe(1);
    await expect(run(exportCommand, 'Champigny', inHome('x'))).rejects.toThrow(Misuse);
  });
  test('a place where nothing happened has a folder that says so', async () => {
    const { code, said } = await run(exportCommand, '94052', inHome('nogent'));
    expect([code, said[0]]).toEqual([0, expect.stringContaining('Rien n’est publié ni signé ici')]);
    expect((await run(verify, inHome('nogent'))).code).toBe(0);
  });
  test('a folder that is not one of ours: 2', async () => {
    expect((await run(verify, home)).code).toBe(2);
  });
});

test('key: shows certificates, changes the key, and what was sealed before still holds', async () => {
  const before = (await run(key, 'show')).said;
  const rotated = await run(key, 'rotate');
  expect(rotated.said.join(' ')).toContain(before[0]?.slice(0, 64));
  expect((await run(key, 'show')).said).toHaveLength(before.length + 1);
  expect((await run(verify, inHome('pacte.pdf'))).code).toBe(0);
  await expect(run(key, 'steal')).rejects.toThrow(Misuse);
});
