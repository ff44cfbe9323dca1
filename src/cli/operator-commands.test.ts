import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { readConfig } from '#server/config.ts';
import { withTestDatabase } from '#tests/database.ts';
import { buildWorld } from '#tests/world.ts';
import { Misuse, type Command } from './command.ts';
import { command as drafts } from './drafts.ts';
import { command as forgetExpired } from './forget-expired.ts';
import { command as importCommand } from './import.ts';
import { command as journal } from './journal.ts';
import { command as link } from './link.ts';
import { command as publish } from './publish.ts';
import { command as tallies } from './tallies.ts';

const database = withTestDatabase();
const folder = mkdtempSync(join(tmpdir(), 'parole-tenue-cli-'));
const pact = join(folder, 'pacte.txt');

beforeAll(async () => {
  await buildWorld(database.db);
  writeFileSync(
    pact,
    `VIVRE À NOGENT - Dominique EXEMPLE

Voici le Pacte pour la Transition signé avec la liste VIVRE À NOGENT.

2 – Financer les projets de la commune prioritairement par des prêts issus de sources de financement éthiques.
N2 • Financer au moins un projet de la commune par an auprès d’une source de financement éthique.
`,
  );
});

/** Runs a command as the terminal would, on the test database. */
async function run(command: Command, ...args: string[]) {
  const said: string[] = [];
  const complained: string[] = [];
  const code = await command.run(args, {
    say: (line) => said.push(line),
    complain: (line) => complained.push(line),
    withRuntime: (work) => work({ config: readConfig({}, folder), db: database.db }),
  });
  return { code, said, complained };
}

test('import, look at the list, publish: the whole way', async () => {
  const imported = await run(importCommand, pact, '--commune', '94052', '--source', 'https://exemple.fr/pacte');
  expect(imported.code).toBe(0);
  const [, draft] = /Brouillon (\d+).*http:\/\/localhost:3000\/lire\/[\w-]{43}$/.exec(imported.said[0] ?? '') ?? [];
  const listed = await run(drafts);
  expect(listed.said[1]?.split('\t').slice(0, 4)).toEqual([draft, 'pacte', '94052', 'pacte.txt']);
  const published = await run(publish, draft ?? '', '--accept-all');
  expect([published.code, published.said]).toEqual([
    0,
    [expect.stringMatching(/^Pacte publié : http:\/\/localhost:3000\/pactes\/\d+$/)],
  ]);
  const again = await run(publish, draft ?? '', '--accept-all');
  expect(again.code).toBe(1);
  expect(again.complained).toEqual([expect.stringMatching(/^Ce brouillon est déjà publié : c’est le pacte \d+\.$/)]);
});

test('a file that is already public is told, and published again only when that is asked', async () => {
  const told =
    /^Ce fichier a déjà été publié : c’est le pacte \d+ \(Nogent-sur-Marne, VIVRE À NOGENT, le \d+(?:er)? \p{L}+ \d{4}\)\.$/u;
  const imported = await run(importCommand, pact, '--commune', '94015');
  expect([imported.code, imported.complained.filter((line) => told.test(line)).length]).toEqual([0, 1]);
  const draft = /Brouillon (\d+)/.exec(imported.said[0] ?? '')?.[1] ?? '';
  const refused = await run(publish, draft, '--accept-all');
  expect([refused.code, refused.said, refused.complained.length]).toEqual([1, [], 1]);
  expect(refused.complained[0]).toMatch(/^Ce fichier a déjà été publié .*publiez avec --same-file\.$/);
  const here = await run(importCommand, pact, '--commune', '94052');
  expect(here.complained.at(-1)).toMatch(
    /^Pour corriger ce qui en est montré : correct pact \d+ --draft \d+ --reason "…"$/,
  );
  const straight = await run(importCommand, pact, '--commune', '94068', '--publish', '--accept-all');
  expect([straight.code, straight.complained.filter((line) => line.includes('déjà été publié')).length]).toEqual([
    1, 1,
  ]);
  const published = await run(publish, draft, '--accept-all', '--same-file');
  expect([published.code, published.said]).toEqual([0, [expect.stringMatching(/^Pacte publié : /)]]);
});

test('bad input ends with 1 and one line', async () => {
  const empty = join(folder, 'vide.txt');
  writeFileSync(empty, '');
  for (const args of [
    [join(folder, 'absent.txt'), '--commune', '94052'],
    [folder, '--commune', '94052'],
    [empty, '--commune', '94052'],
    [pact, '--commune', '00000'],
    [pact, '--commune', '94052', '--charter', 'pacte-1789'],
  ]) {
    const { code, said, complained } = await run(importCommand, ...args);
    expect([code, said, complained.length], args.join(' ')).toEqual([1, [], 1]);
  }
  expect((await run(publish, '999999')).code).toBe(1);
  expect((await run(link, '1', '9.9', '--measure', '15')).code).toBe(1);
  expect((await run(link, '1', '1.1', '--measure', '99')).code).toBe(1);
});

test('wrong usage is told apart', async () => {
  for (const [command, args] of [
    [importCommand, []],
    [importCommand, [pact]],
    [importCommand, [pact, '--commune', '94052', '--intercommunalite', '200057941']],
    [importCommand, [pact, '--commune', '94052', '--as', 'poem']],
    [importCommand, [pact, '--commune', '94052', '--source', 'file:///etc/passwd']],
    [publish, ['un']],
    [link, ['1']],
    [drafts, ['--limit', '0']],
    [journal, ['rewrite']],
  ] as const) {
    await expect(run(command, ...args), args.join(' ')).rejects.toThrow(Misuse);
  }
  await expect(run(forgetExpired, '--all')).rejects.toThrow(/--all/);
});

test('a link is made once', async () => {
  expect((await run(link, '1', '1.1', '--measure', '15', '--by', 'Claire')).said).toEqual(['Lien ajouté.']);
  expect((await run(link, '1', '1.1', '--measure', '15')).said).toEqual(['Ce lien existait déjà.']);
});

test('forgetting leaves nothing to forget, and a journal that holds', async () => {
  expect((await run(forgetExpired)).code).toBe(0);
  expect((await run(forgetExpired)).said).toEqual(['Brouillons effacés : 0, fichiers effacés : 0']);
  const { code, said } = await run(journal, 'verify');
  expect([code, said.at(-1)]).toEqual([0, 'Tout se tient.']);
});

test('the journal says what was rewritten, and ends with 1', async () => {
  await database.db.updateTable('pact').set({ leader: 'Autre' }).where('id', '=', 1).execute();
  const { code, said, complained } = await run(journal, 'verify');
  expect([code, said.at(-1), complained]).toEqual([
    1,
    'Le pacte 1 n’est plus tel que publié.',
    ['Une chose a été changée en dehors du journal.'],
  ]);
});

test('tallies: says which figure is wrong, and makes it right', async () => {
  expect(await run(tallies, 'verify')).toMatchObject({
    code: 0,
    said: [expect.stringContaining('ceux d’un recompte')],
  });
  await database.db.updateTable('tally').set({ count: 7 }).where('subject', '=', 'plans').execute();
  const wrong = await run(tallies, 'verify');
  expect([wrong.code, wrong.complained]).toEqual([1, [expect.stringContaining('tallies rebuild')]]);
  expect(wrong.said).toContain('* fr all all : plans : 7 au lieu de 1');
  expect((await run(tallies, 'rebuild')).code).toBe(0);
  expect((await run(tallies, 'verify')).code).toBe(0);
  await expect(run(tallies, 'vérifier')).rejects.toThrow(Misuse);
});
