import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#domain/access/gate.ts';
import { accept, refuse } from '#domain/shared/result.ts';
import { planLines } from '#domain/plan/exchange/plan-to-lines.ts';
import { planSheetFile } from '#publishing/spreadsheet/plan-sheet-file.ts';
import { compareSheet } from '#reading/plan-sheet/compare-sheet.ts';
import type { ImportChoices } from '#reading/plan-sheet/import-choices.ts';
import { readSheet } from '#reading/sheet/read-sheet.ts';
import { compareSheetInWorker } from '#server/jobs/compare-sheet-in-worker.ts';
import { verifyJournal } from '#server/storage/journal-verify.ts';
import { storesOn } from '#server/stores.ts';
import { withTestDatabase } from '#tests/database.ts';
import { actorFor } from '#tests/people.ts';
import { ofTownHall } from '#tests/town-hall.ts';
import { BRY, buildWorld, CHAMPIGNY, OPERATOR } from '#tests/world.ts';
import { changeAction } from '../plans/change-action.ts';
import { chooseForImport, dropPlanImport } from './choose-for-import.ts';
import { confirmPlanImport } from './confirm-plan-import.ts';
import { openPlanImport } from './open-plan-import.ts';
import { knownPlan, seePlanImport, type CompareSheet } from './see-plan-import.ts';

const NOW = new Date('2027-03-02T09:00:00Z');
const database = withTestDatabase();
const stores = () => storesOn(database.db);
const actors: { agent: Actor; elsewhere: Actor } = { agent: OPERATOR, elsewhere: OPERATOR };

beforeAll(async () => {
  await buildWorld(database.db);
  const signIn = async (name: string, place: typeof CHAMPIGNY): Promise<Actor> =>
    await actorFor(database.db, await ofTownHall(database.db, { name, place }));
  actors.agent = await signIn('agent', CHAMPIGNY);
  actors.elsewhere = await signIn('ailleurs', BRY);
});

async function kept<Value>(
  taken: Promise<{ ok: true; value: Value } | { ok: false; refusal: unknown }>,
): Promise<Value> {
  const result = await taken;
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}

const open = async (given: string | Uint8Array, into: number | null = null, actor = actors.agent) =>
  await openPlanImport(
    stores(),
    actor,
    {
      place: CHAMPIGNY,
      into,
      title: '',
      filename: 'plan-velo.csv',
      bytes: typeof given === 'string' ? Buffer.from(given) : given,
      pasted: false,
      read: readSheet,
    },
    NOW,
  );
const opened = async (given: string | Uint8Array, into: number | null = null) => (await kept(open(given, into))).id;
const compare: CompareSheet = (task) => Promise.resolve(accept(compareSheet(task)));
const look = async (id: number) => await kept(seePlanImport(stores(), actors.agent, { id, compare }));
const confirm = async (id: number, sameFile: 'accept' | 'refuse' = 'refuse') => {
  const { stored, plan } = await look(id);
  const request = { id, version: stored.version, changes: plan?.changes ?? null, sameFile, compare };
  return await confirmPlanImport(stores(), actors.agent, request, NOW);
};
async function say(id: number, change: Partial<ImportChoices>) {
  const { stored } = await look(id);
  const choices = { ...stored.choices, ...change };
  return await chooseForImport(stores(), actors.agent, { id, version: stored.version, choices, title: '' });
}
const FILE =
  'Axe;Titre;Statut;Pilote;Date de fin\n1. Vélo;Piste du quai;En cours;Voirie;31/12/2027\n1. Vélo;Arceaux;Prévu;;\n';

async function imported(file: string): Promise<number> {
  const id = await opened(file);
  const { stored } = await look(id);
  await kept(say(id, { words: { ...stored.choices.words, status: { prevu: 'planned' } } }));
  return (await kept(confirm(id, 'accept'))).plan;
}

async function exported(plan: number): Promise<Uint8Array> {
  const found = await stores().workingPlans.find(plan);
  if (found === null) throw new Error('no plan');
  const known = await knownPlan(stores(), found);
  return planSheetFile({ title: found.title, lines: planLines(known.axes, known.actions) }, 'ods');
}

describe('a new plan', () => {
  test('waits for an answer about « Prévu », then is written whole, with its names kept private', async () => {
    const id = await opened(FILE);
    expect((await look(id)).questions).toMatchObject([{ kind: 'unknown-word', word: 'Prévu', cells: ['C3'] }]);
    expect(await confirm(id)).toEqual({ ok: false, refusal: { kind: 'import-not-ready', problems: 0, questions: 1 } });
    const { stored } = await look(id);
    await kept(say(id, { words: { ...stored.choices.words, status: { prevu: 'planned' } } }));
    const { plan, counts } = await kept(confirm(id));
    expect(counts).toEqual({ added: 2, changed: 0, unchanged: 0, removed: 0, axes: 1 });
    const { axes, rows } = await stores().workingPlans.overview(plan);
    expect(axes).toMatchObject([{ number: '1', title: 'Vélo' }]);
    expect(rows).toMatchObject([
      { number: '1.1', title: 'Piste du quai', status: 'ongoing', endsOn: '2027-12-31', leads: [{ name: 'Voirie' }] },
      { number: '1.2', title: 'Arceaux', status: 'planned', endsOn: null },
    ]);
    const entries = await stores().directory.of(CHAMPIGNY);
    expect(entries.find(({ name }) => name === 'Voirie')).toMatchObject({ kind: 'person', isPublic: false });
    expect((await verifyJournal(database.db)).faults).toEqual([]);
  });

  test('makes one entry of a name, of the kind that the person says, and what the directory has is asked no more', async () => {
    const file = 'Titre;Pilote;Partenaires\nTrier;Pôle déchets;\nRéparer;Jo Roy;Pôle déchets\n';
    const id = await opened(file);
    expect((await look(id)).names.map(({ name, proposed }) => [name, proposed])).toEqual([
      ['Pôle déchets', 'service'],
      ['Jo Roy', 'person'],
    ]);
    await kept(say(id, { names: { 'pole dechets': 'service' } }));
    await kept(confirm(id));
    const entries = (await stores().directory.of(CHAMPIGNY)).filter(({ name }) =>
      ['Pôle déchets', 'Jo Roy'].includes(name),
    );
    expect(entries.map(({ name, kind, isPublic }) => [name, kind, isPublic]).toSorted()).toEqual([
      ['Jo Roy', 'person', false],
      ['Pôle déchets', 'service', true],
    ]);
    const again = await look(await opened(`${file}Composter;Pôle déchets;\n`));
    expect(again.names).toEqual([]);
    const { lead } = again.difference.added[2]?.sheet.roles ?? { lead: [] };
    expect(lead).toEqual([{ kind: 'service', name: 'Pôle déchets' }]);
  });

  test('is made once when it is confirmed twice, and a second file of the same bytes says so first', async () => {
    const id = await opened('Titre;Statut\nComposter;Réalisé\n');
    const first = await kept(confirm(id));
    expect(await kept(confirm(id))).toEqual(first);
    const again = await opened('Titre;Statut\nComposter;Réalisé\n');
    expect(await confirm(again)).toEqual({ ok: false, refusal: { kind: 'same-file-again', plan: first.plan } });
    expect((await kept(confirm(again, 'accept'))).plan).not.toBe(first.plan);
  });

  test('is seen and made by nobody of another place', async () => {
    const id = await opened('Titre;Statut\nPlanter;En cours\n');
    expect(await open('Titre;Statut\nPlanter;En cours\n', null, actors.elsewhere)).toMatchObject({ ok: false });
    expect(await seePlanImport(stores(), actors.elsewhere, { id, compare })).toEqual({
      ok: false,
      refusal: { kind: 'unknown-import' },
    });
    expect(await dropPlanImport(stores(), actors.elsewhere, { id })).toMatchObject({ ok: false });
    expect((await look(id)).stored.tabs).toHaveLength(1);
  });
});

describe('an update', () => {
  test('with the very export of the plan changes nothing', async () => {
    const plan = await imported(FILE);
    const id = await opened(await exported(plan), plan);
    const { difference, problems, questions } = await look(id);
    expect({ problems, questions }).toEqual({ problems: [], questions: [] });
    expect(difference).toMatchObject({ added: [], changed: [], missing: [], unchanged: 2 });
    const before = await stores().workingPlans.actions(plan);
    expect((await kept(confirm(id))).counts).toMatchObject({ added: 0, changed: 0, unchanged: 2 });
    expect(await stores().workingPlans.actions(plan)).toEqual(before);
  });

  test('says what changes field by field, keeps what the file leaves empty or out, and is told in the history', async () => {
    const plan = await imported(FILE);
    const file = 'Titre;Statut;Date de fin\nPiste du quai;Réalisé;\nFresque du climat;En cours;\n';
    const id = await opened(file, plan);
    const { difference } = await look(id);
    expect(difference.changed).toMatchObject([
      { number: '1.1', changes: [{ field: 'status', before: 'En cours', after: 'Réalisé' }] },
    ]);
    expect(difference.missing).toMatchObject([{ title: 'Arceaux', goes: false }]);
    await kept(confirm(id));
    const { rows } = await stores().workingPlans.overview(plan);
    expect(rows.map(({ title, status, endsOn }) => [title, status, endsOn])).toEqual([
      ['Piste du quai', 'done', '2027-12-31'],
      ['Arceaux', 'planned', null],
      ['Fresque du climat', 'ongoing', null],
    ]);
    const history = await stores().workingPlans.history(rows[0]?.id ?? 0);
    expect(history.map(({ act }) => act)).toEqual(['import-action', 'import-changes']);
    expect(history[1]?.changes['status']).toMatchObject({ before: { status: 'ongoing' }, after: { status: 'done' } });
  });

  test('asks which action a line is when it has the number of another, and takes the answer', async () => {
    const plan = await imported(FILE);
    const id = await opened('N°;Titre;Statut\n1.1;Piste du canal;Réalisé\n', plan);
    const { questions, difference } = await look(id);
    expect(questions).toMatchObject([{ kind: 'which-action', row: 2, candidates: [{ title: 'Piste du quai' }] }]);
    expect(difference.missing.map(({ title }) => title)).toEqual(['Arceaux']);
    const [question] = questions;
    const candidate = question?.kind === 'which-action' ? (question.candidates[0]?.id ?? 0) : 0;
    await kept(say(id, { matches: { '2': candidate } }));
    expect((await look(id)).difference.changed).toMatchObject([
      { id: candidate, changes: [{ field: 'title', after: 'Piste du canal' }, { field: 'status' }] },
    ]);
    await kept(say(id, { matches: { '2': 'new' } }));
    const again = await look(id);
    expect(again.difference.added).toMatchObject([{ number: '1.1', sheet: { title: 'Piste du canal' } }]);
    // One number names one action, of the plan as of the file.
    expect(again.problems).toMatchObject([{ kind: 'number-used-twice', cell: 'A2' }]);
  });

  test('takes away only what a person says goes', async () => {
    const plan = await imported(FILE);
    const id = await opened('Titre\nPiste du quai\n', plan);
    const { difference } = await look(id);
    await kept(say(id, { removed: difference.missing.map((one) => one.id) }));
    expect((await kept(confirm(id))).counts).toMatchObject({ removed: 1, unchanged: 1 });
    expect((await stores().workingPlans.overview(plan)).rows.map(({ title }) => title)).toEqual(['Piste du quai']);
  });

  test('is looked at again when somebody changed the plan, or the import, meanwhile', async () => {
    const plan = await imported(FILE);
    const [one, other] = [
      await opened('Titre;Statut\nArceaux;En cours\n', plan),
      await opened('Titre;Statut\nArceaux;Réalisé\n', plan),
    ];
    const seen = await look(one);
    const late = {
      id: one,
      version: seen.stored.version,
      changes: seen.plan?.changes ?? null,
      sameFile: 'refuse',
      compare,
    } as const;
    await kept(confirm(other));
    expect(await confirmPlanImport(stores(), actors.agent, late, NOW)).toEqual({
      ok: false,
      refusal: { kind: 'plan-changed-meanwhile' },
    });
    const { choices } = seen.stored;
    const chosen = { id: one, version: seen.stored.version, choices, title: 'Autre' };
    await kept(chooseForImport(stores(), actors.agent, chosen));
    expect(await chooseForImport(stores(), actors.agent, chosen)).toMatchObject({
      refusal: { kind: 'import-changed-meanwhile' },
    });
    expect((await stores().workingPlans.overview(plan)).rows[1]).toMatchObject({ title: 'Arceaux', status: 'done' });
  });

  test('of two people at once writes both, one after the other, or asks the second to look again', async () => {
    const plan = await imported(FILE);
    const [one, other] = [
      await opened('Titre;Statut\nArceaux;En cours\n', plan),
      await opened('Titre;Statut\nPiste du quai;Réalisé\n', plan),
    ];
    const answers = await Promise.all([confirm(one), confirm(other)]);
    const done = answers.filter(({ ok }) => ok).length;
    const refused = answers.flatMap((answer) => (answer.ok ? [] : [answer.refusal.kind]));
    expect(done).toBeGreaterThan(0);
    expect(refused).toEqual(Array.from({ length: 2 - done }, () => 'plan-changed-meanwhile'));
    const { rows } = await stores().workingPlans.overview(plan);
    expect(rows.map(({ title, status }) => ({ title, status }))).toEqual([
      { title: 'Piste du quai', status: answers[1].ok ? 'done' : 'ongoing' },
      { title: 'Arceaux', status: answers[0].ok ? 'ongoing' : 'planned' },
    ]);
  });
});

describe('the comparison', () => {
  test('is the same in a thread of its own', async () => {
    const plan = await imported(FILE);
    const id = await opened('Titre;Statut\nArceaux;En cours\nAutre;Sans doute\n', plan);
    const there = await kept(seePlanImport(stores(), actors.agent, { id, compare: compareSheetInWorker }));
    const here = await look(id);
    expect(there).toEqual(here);
    expect(there.difference.changed).toHaveLength(1);
    expect(there.questions).not.toEqual([]);
  });

  test('is named by all that it depends on: looked at twice it is the same, after any change it is another', async () => {
    const plan = await imported(FILE);
    const id = await opened('Titre;Statut\nArceaux;En cours\n', plan);
    const names: string[] = [];
    const named: CompareSheet = async (task, name) => {
      names.push(name);
      return await compare(task, name);
    };
    const again = async () => await kept(seePlanImport(stores(), actors.agent, { id, compare: named }));
    const { stored } = await again();
    await again();
    expect(new Set(names).size).toBe(1);
    const said = { id, version: stored.version, choices: stored.choices, title: '' };
    await kept(chooseForImport(stores(), actors.agent, said));
    await again();
    expect(new Set(names).size).toBe(2);
    await kept(confirm(await opened('Titre;Statut\nArceaux;Réalisé\n', plan)));
    await again();
    expect(new Set(names).size).toBe(3);
    // The name of a service is the directory's: the plan does not change with it.
    const lead = { kind: 'service', name: 'Voirie', isElected: false } as const;
    const { rows } = await stores().workingPlans.overview(plan);
    const [first] = rows;
    const request = { plan, action: first?.id ?? 0, version: first?.version ?? 0, patch: {} };
    await kept(changeAction(stores(), actors.agent, { ...request, names: [{ ...lead, role: 'lead' }] }, NOW));
    await again();
    const entry = await stores().directory.named(CHAMPIGNY, lead);
    if (entry === null) throw new Error('no service');
    await stores().directory.change(CHAMPIGNY, { ...entry, name: 'Voirie et réseaux' });
    await again();
    expect(new Set(names).size).toBe(5);
  });

  test('that finds no thread is told, and nothing is written', async () => {
    const id = await opened(FILE);
    const busy = { kind: 'reader-busy' } as const;
    const held = { compare: () => Promise.resolve(refuse(busy)) };
    expect(await seePlanImport(stores(), actors.agent, { id, ...held })).toEqual({ ok: false, refusal: busy });
    const request = { id, version: 1, changes: null, sameFile: 'accept', ...held } as const;
    expect(await confirmPlanImport(stores(), actors.agent, request, NOW)).toEqual({ ok: false, refusal: busy });
    expect((await look(id)).stored.done).toBeNull();
  });

  test('of a plan that changes while it is done is never written', async () => {
    const plan = await imported(FILE);
    const id = await opened('Titre;Statut\nArceaux;En cours\n', plan);
    const other = await opened('Titre;Statut\nArceaux;Réalisé\n', plan);
    const { stored, plan: seen } = await look(id);
    await kept(confirm(other));
    const changes = (await look(id)).plan?.changes ?? null;
    expect(changes).not.toBe(seen?.changes);
    const late: CompareSheet = async (task) => {
      await kept(confirm(await opened('Titre;Statut\nArceaux;À venir\n', plan)));
      return await compare(task, '');
    };
    const request = { id, version: stored.version, changes, sameFile: 'accept', compare: late } as const;
    expect(await confirmPlanImport(stores(), actors.agent, request, NOW)).toEqual({
      ok: false,
      refusal: { kind: 'plan-changed-meanwhile' },
    });
  });
});

test('five thousand actions are one import, in one transaction', async () => {
  const rows = Array.from(
    { length: 5000 },
    (_, at) => `${String(1 + (at % 20))}. Axe;Action ${String(at)};En cours;Service ${String(at % 50)};01/02/2027`,
  );
  const id = await opened(`Axe;Titre;Statut;Service;Date de fin\n${rows.join('\n')}\n`);
  const { counts } = await kept(confirm(id));
  expect(counts).toMatchObject({ added: 5000 });
  const sure = await database.db
    .selectFrom('directoryEntry')
    .select('name')
    .where('name', 'like', 'Service %')
    .execute();
  expect(sure).toHaveLength(50);
});
