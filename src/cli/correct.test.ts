/** From the command to the page: a reading that was corrected, a pact and a plan that were withdrawn. */
import { resolve } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { readConfig } from '#server/config.ts';
import { provideRuntime } from '#server/runtime.ts';
import { storesOn } from '#server/stores.ts';
import { withTestDatabase } from '#tests/database.ts';
import { withPageRenderer } from '#tests/render-page.ts';
import { NOGENT, OPERATOR, publish, readAs, settle } from '#tests/world.ts';
import { writePact, writePlan } from '#tests/world-readings.ts';
import { openDraft } from '#use-cases/drafts/open-draft.ts';
import type { Reading } from '#reading/contract.ts';
import { Misuse, type Command } from './command.ts';
import { command as correct } from './correct.ts';
import { command as withdraw } from './withdraw.ts';

const database = withTestDatabase();
const pages = withPageRenderer();

beforeAll(async () => {
  await settle(database.db);
  provideRuntime({ config: readConfig({}, resolve('.')), db: database.db });
});

async function run(command: Command, ...args: string[]) {
  const said: string[] = [];
  const complained: string[] = [];
  const code = await command.run(args, {
    say: (line) => said.push(line),
    complain: (line) => complained.push(line),
    withRuntime: (work) => work({ config: readConfig({}, resolve('.')), db: database.db }),
  });
  return { code, said, complained };
}

/** A draft of the file that `first` was read from. */
async function draftOf(first: Reading, reading: Reading): Promise<string> {
  const file = { bytes: Buffer.from(first.text), filename: 'pacte.txt', read: readAs(reading) };
  const opened = await openDraft(storesOn(database.db), OPERATOR, file, new Date());
  if (!opened.ok) throw new Error(opened.refusal.kind);
  return String(opened.value.draft);
}

const showPact = (pact: number, slug: string) =>
  pages.render('/pactes/[pact]', `/pactes/${pact}-${slug}`, { pact: `${pact}-${slug}` });
const DAY = String.raw`\d+(?:er)? \p{L}+ \d{4}`;

test('a corrected pact keeps its address, says when and why, and that the signed text did not change', async () => {
  const first = writePact({
    list: 'Nogent (exemple)',
    commitments: [{ measure: 1, words: '1', levels: { 1: 'refused' } }],
  });
  const id = await publish(database.db, NOGENT, first);
  expect(await showPact(id, 'nogent-exemple')).not.toContain('Lecture corrigée');
  const reading = writePact({
    list: 'Nogent (exemple)',
    commitments: [{ measure: 1, words: '1', levels: { 1: 'accepted' } }],
  });
  const words = [
    'pact',
    String(id),
    '--draft',
    await draftOf(first, reading),
    '--reason',
    'Le niveau 1 était pris',
    '--by',
    'Claire',
  ];
  expect(await run(correct, ...words, '--reviewed')).toEqual({
    code: 0,
    said: [`Lecture du pacte corrigée : http://localhost:3000/pactes/${id}`],
    complained: [],
  });
  const html = await showPact(id, 'nogent-exemple');
  expect(html).toMatch(
    new RegExp(`Notre lecture de ce document a été corrigée le ${DAY}\\. Motif : Le niveau 1 était pris\\.`, 'u'),
  );
  expect(html).toContain('Le texte signé n’a pas changé : seule notre lecture a changé.');
  expect(html).toContain(`/pactes/${id}-nogent-exemple/lectures.json`);
  expect(html).toMatch(new RegExp(`relu le ${DAY} par Claire`, 'u'));
});

test('a withdrawn pact answers 410 with when and why, as do the actions of a withdrawn plan', async () => {
  const pact = await publish(
    database.db,
    NOGENT,
    writePact({ list: 'À retirer', commitments: [{ measure: 1, words: '1' }] }),
  );
  const plan = await publish(database.db, NOGENT, writePlan('À retirer', [{ number: '1', title: 'Un' }]));
  expect((await run(withdraw, 'plan', String(plan), '--reason', 'Mauvaise commune')).said).toEqual([
    `Plan retiré : http://localhost:3000/plans/${plan}`,
  ]);
  expect((await run(withdraw, 'pact', String(pact), '--reason', 'Mauvaise commune')).code).toBe(0);
  const gone = {
    status: 410,
    body: {
      message: expect.stringMatching(
        new RegExp(
          `^Le pl?a(?:cte|n) qui était publié ici, à Nogent-sur-Marne, a été retiré le ${DAY}\\. Motif : Mauvaise commune\\.`,
          'u',
        ),
      ) as string,
    },
  };
  await expect(showPact(pact, 'a-retirer')).rejects.toMatchObject(gone);
  const params = { plan: `${plan}-a-retirer`, number: '1' };
  await expect(pages.render('/plans/[plan]', `/plans/${plan}-a-retirer`, params)).rejects.toMatchObject(gone);
  const action = pages.render('/plans/[plan]/actions/[number]', `/plans/${plan}-a-retirer/actions/1`, params);
  await expect(action).rejects.toMatchObject(gone);
  const again = await run(withdraw, 'pact', String(pact), '--reason', 'Encore');
  expect([again.code, again.complained]).toEqual([
    1,
    [expect.stringMatching(new RegExp(`^Le pacte ${pact} a été retiré le ${DAY}\\.$`, 'u'))],
  ]);
});

test('what cannot be done is said in one line', async () => {
  const first = writePact({ list: 'Une liste', commitments: [{ measure: 1, words: '1' }] });
  const id = String(await publish(database.db, NOGENT, first));
  const other = await draftOf(writePact({ list: 'Autre fichier', commitments: [] }), first);
  const answers = [
    await run(correct, 'pact', id, '--draft', other, '--reason', 'Relu'),
    await run(correct, 'plan', '999', '--draft', other, '--reason', 'Relu'),
    await run(withdraw, 'pact', id, '--reason', ' '),
    await run(withdraw, 'pact', '999', '--reason', 'Rien'),
  ];
  expect(answers.map(({ code, complained }) => [code, complained.length, complained[0]?.split(' : ')[0]])).toEqual([
    [1, 1, 'Ce brouillon vient d’un autre fichier'],
    [1, 1, 'Le plan 999 n’existe pas.'],
    [1, 1, 'Dites pourquoi'],
    [1, 1, 'Le pacte 999 n’existe pas.'],
  ]);
});

test('wrong usage is told apart', async () => {
  for (const [command, args] of [
    [correct, ['12', '--draft', '1', '--reason', 'x']],
    [correct, ['pact', '12', '--reason', 'x']],
    [correct, ['pact', '12', '--draft', '1']],
    [correct, ['charter', '12', '--draft', '1', '--reason', 'x']],
    [withdraw, ['pact', '12']],
    [withdraw, ['pact', '12', '13', '--reason', 'x']],
  ] as const) {
    await expect(run(command, ...args), args.join(' ')).rejects.toThrow(Misuse);
  }
});
