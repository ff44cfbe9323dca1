import { describe, expect, test } from 'vitest';
import { isNamePublic } from '#domain/plan/directory-entry.ts';
import { verifyJournal } from '#server/storage/journal-verify.ts';
import { BRY, CHAMPIGNY } from '#tests/world.ts';
import { addAction } from './add-action.ts';
import { addDocument, changeDocument, removeDocument } from './action-documents.ts';
import { changeAction } from './change-action.ts';
import { changePlan, putPlanAway } from './change-plan.ts';
import { keepEntry } from './keep-entry.ts';
import { kept, NOW, planWorkshop } from './testing/plan-workshop.ts';

const { database, stores, actors, newPlan, newAction, change, sheetOf } = planWorkshop();

describe('beginning', () => {
  test('three fields are enough: a title, a status, a lead who enters the directory as a private name', async () => {
    const plan = await newPlan();
    const lead = { kind: 'person', name: 'Jeanne  Petit', isElected: false } as const;
    const asked = { plan, title: ' Planter 100 arbres ', patch: { status: 'planned' }, lead } as const;
    const { action, number } = await kept(addAction(stores(), actors.agent, asked, NOW));
    expect(number).toBe('1');
    const [row] = (await stores().workingPlans.overview(plan)).rows;
    expect(row).toMatchObject({
      id: action,
      title: 'Planter 100 arbres',
      status: 'planned',
      visibility: 'public',
      leads: [{ name: 'Jeanne Petit', left: false }],
    });
    expect(await stores().directory.of(CHAMPIGNY)).toMatchObject([{ name: 'Jeanne Petit', isPublic: false, leads: 1 }]);
    // The same name again is the same person.
    const again = { ...asked, title: 'Autre', lead: { ...lead, name: 'jeanne petit' } };
    await kept(addAction(stores(), actors.agent, again, NOW));
    expect(await stores().directory.of(CHAMPIGNY)).toHaveLength(1);
  });

  test('whoever is named in a field of services or partners is private until somebody says that it is no person', async () => {
    const plan = await newPlan();
    const { action } = await newAction(plan, 'Accueillir');
    const typed = [
      ['partner', 'organisation', 'Aline Dupré'],
      ['partner', 'organisation', 'Foyer rural'],
      ['service', 'service', 'M. Bernard'],
      ['lead', 'organisation', 'Croix Verte'],
    ] as const;
    const names = typed.map(([role, kind, name]) => ({
      role,
      kind,
      name,
      isElected: false,
      isKindSaid: role === 'lead',
    }));
    const request = { plan, action, version: 1, patch: {}, names };
    await kept(changeAction(stores(), actors.agent, request, NOW));
    const entries = await stores().directory.of(CHAMPIGNY);
    expect(typed.map(([, , name]) => entries.filter((one) => one.name === name).map(isNamePublic))).toEqual([
      [false],
      [true],
      [false],
      [true],
    ]);
    // Said once in the directory, it is that wherever it is typed.
    const aline = entries.find(({ name }) => name === 'Aline Dupré');
    const said = { kind: 'organisation', name: 'Aline Dupré', isElected: false, isPublic: false } as const;
    const entry = { id: aline?.id ?? 0, version: aline?.version ?? 0 };
    const words = { place: CHAMPIGNY, entry, ...said, email: '', leftOn: '' };
    await kept(keepEntry(stores(), actors.agent, words, NOW));
    await kept(changeAction(stores(), actors.agent, { ...request, version: 2 }, NOW));
    expect((await stores().directory.of(CHAMPIGNY)).filter(({ name }) => name === 'Aline Dupré')).toMatchObject([
      { kind: 'organisation' },
    ]);
  });

  test('a town hall sees nothing of the plan of another, nor whether it is there', async () => {
    const plan = await newPlan();
    const words = { plan, version: 1, title: 'Autre', introduction: '' };
    expect(await changePlan(stores(), actors.elsewhere, words, NOW)).toEqual({
      ok: false,
      refusal: { kind: 'unknown-plan' },
    });
    expect(await changePlan(stores(), actors.elsewhere, { ...words, plan: 999_999 }, NOW)).toEqual({
      ok: false,
      refusal: { kind: 'unknown-plan' },
    });
    const { action } = await newAction(plan, 'Ici');
    const other = await newPlan();
    expect(await change(other, action, 1, { title: 'Volée' })).toMatchObject({ refusal: { kind: 'unknown-action' } });
  });

  test('a plan put away is written in no more, until it is taken out', async () => {
    const plan = await newPlan();
    await kept(putPlanAway(stores(), actors.agent, { plan, away: true }, NOW));
    expect(await addAction(stores(), actors.agent, { plan, title: 'X', patch: {}, lead: null }, NOW)).toMatchObject({
      refusal: { kind: 'plan-not-now', state: 'put-away' },
    });
    await kept(putPlanAway(stores(), actors.agent, { plan, away: false }, NOW));
    await newAction(plan, 'X');
  });
});

describe('two agents on one action', () => {
  test('keep both what they wrote in different fields', async () => {
    const plan = await newPlan();
    const { action } = await newAction(plan, 'Cantine');
    await kept(change(plan, action, 1, { texts: { context: 'Le contexte.' } }));
    const late = await kept(change(plan, action, 1, { texts: { method: 'La méthode.' }, status: 'ongoing' }));
    expect(late).toEqual({ version: 3, fields: ['status', 'text.method'] });
    const { sheet } = await sheetOf(plan, action);
    expect(sheet.texts).toMatchObject({ context: 'Le contexte.', method: 'La méthode.' });
  });

  test('are given both texts when they changed the same field, and nothing is written', async () => {
    const plan = await newPlan();
    const { action } = await newAction(plan, 'Cantine', { texts: { context: 'Avant.' } });
    await kept(change(plan, action, 1, { texts: { context: 'De l’une.' }, priority: 'high' }));
    expect(await change(plan, action, 1, { texts: { context: 'De l’autre.' }, priority: 'high' })).toEqual({
      ok: false,
      refusal: {
        kind: 'action-edited-meanwhile',
        version: 2,
        both: [{ field: 'text.context', theirs: 'De l’une.', yours: 'De l’autre.' }],
      },
    });
    // Having seen both, one decides.
    await kept(change(plan, action, 2, { texts: { context: 'Des deux.' } }));
    expect((await sheetOf(plan, action)).sheet.texts.context).toBe('Des deux.');
  });

  test('a form sent whole overwrites nothing that its sender left as it was', async () => {
    const plan = await newPlan();
    const { action } = await newAction(plan, 'Cantine');
    const before = (await sheetOf(plan, action)).sheet;
    await kept(change(plan, action, 1, { title: 'Cantine bio', endsOn: '2028-12-31' }));
    await kept(change(plan, action, 1, { ...before, priority: 'low' }));
    expect((await sheetOf(plan, action)).sheet).toMatchObject({
      title: 'Cantine bio',
      endsOn: '2028-12-31',
      priority: 'low',
    });
  });

  test('at the very same moment: neither is lost', async () => {
    const plan = await newPlan();
    const { action } = await newAction(plan, 'Cantine');
    const answers = await Promise.all([
      change(plan, action, 1, { texts: { means: 'Un poste.' } }),
      changeAction(
        stores(),
        actors.other,
        { plan, action, version: 1, patch: { texts: { means: 'Deux postes.' } } },
        NOW,
      ),
      change(plan, action, 1, { startsOn: '2027-01-01' }),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(2);
    const refused = answers.find(({ ok }) => !ok);
    expect(JSON.stringify(refused)).toContain('Un poste.');
    expect(JSON.stringify(refused)).toContain('Deux postes.');
  });
});

describe('a sheet', () => {
  test('a partial update never changes who may see it', async () => {
    const plan = await newPlan();
    const { action } = await newAction(plan, 'Foncier', { visibility: 'private' });
    await kept(change(plan, action, 1, { title: 'Foncier, suite', status: 'ongoing' }));
    expect((await sheetOf(plan, action)).sheet.visibility).toBe('private');
  });

  test('blocked asks why and what would unblock; leaving it takes the words away', async () => {
    const plan = await newPlan();
    const { action } = await newAction(plan, 'Piste');
    expect(await change(plan, action, 1, { status: 'blocked', blocked: { why: ' ', unblocks: '' } })).toMatchObject({
      refusal: { faults: [{ kind: 'blocked-why-missing' }, { kind: 'blocked-unblocks-missing' }] },
    });
    const blocked = { why: 'Le département ne répond pas.', unblocks: 'Son accord.' };
    await kept(change(plan, action, 1, { status: 'blocked', blocked }));
    await kept(change(plan, action, 2, { status: 'ongoing' }));
    expect((await sheetOf(plan, action)).sheet).toMatchObject({ status: 'ongoing', blocked: null });
  });

  test('all that is wrong is told at once', async () => {
    const plan = await newPlan();
    const { action } = await newAction(plan, 'Piste');
    const line = {
      direction: 'spending',
      stage: 'forecast',
      nature: null,
      year: 1789,
      euros: null,
      words: '',
    } as const;
    const wrong = await change(plan, action, 1, {
      title: '',
      startsOn: '2028-01-01',
      endsOn: '2027-01-01',
      amounts: [line, { ...line, year: 2027, euros: 12.345 }],
      steps: [{ title: '', status: null, endsOn: '31/02/2027' }],
    });
    expect(wrong.ok ? [] : 'faults' in wrong.refusal ? wrong.refusal.faults.map(({ kind }) => kind) : []).toEqual([
      'title-missing',
      'end-before-start',
      'amount-says-nothing',
      'year-out-of-bounds',
      'amount-too-precise',
      'step-title-missing',
      'step-not-a-day',
    ]);
    expect((await sheetOf(plan, action)).version).toBe(1);
  });

  test('names nobody of another directory', async () => {
    const plan = await newPlan();
    const { action } = await newAction(plan, 'Piste');
    const entry = {
      kind: 'person',
      name: 'Ailleurs',
      isElected: false,
      isPublic: false,
      email: '',
      leftOn: '',
    } as const;
    const { id } = await kept(keepEntry(stores(), actors.elsewhere, { place: BRY, entry: null, ...entry }, NOW));
    expect(await change(plan, action, 1, { roles: { lead: [id] } })).toMatchObject({
      refusal: { kind: 'unknown-entries', entries: [id] },
    });
  });

  test('every field has its history, with who, before and after', async () => {
    const plan = await newPlan();
    const { action } = await newAction(plan, 'Piste');
    await kept(change(plan, action, 1, { title: 'Piste cyclable' }));
    await kept(change(plan, action, 2, { title: 'Piste cyclable nord', status: 'ongoing' }));
    const history = await stores().workingPlans.history(action);
    expect(history.map(({ act, version, changes }) => [act, version, changes['title'] ?? null])).toEqual([
      ['add-action', 1, null],
      ['change-action', 2, { before: 'Piste', after: 'Piste cyclable' }],
      ['change-action', 3, { before: 'Piste cyclable', after: 'Piste cyclable nord' }],
    ]);
    expect(history.at(-1)?.by).toBe('p-agent');
  });

  test('a number is given once in a plan', async () => {
    const plan = await newPlan();
    await newAction(plan, 'Une', { number: '4.4' });
    const { action } = await newAction(plan, 'Deux');
    expect(await change(plan, action, 1, { number: ' 4.4 ' })).toMatchObject({ refusal: { kind: 'number-taken' } });
    expect(await change(plan, action, 1, { number: '../x' })).toMatchObject({ refusal: { kind: 'number-wrong' } });
    await kept(change(plan, action, 1, { number: '4.4-bis' }));
  });

  test('a document is kept with its action, and let go when nothing else uses it', async () => {
    const plan = await newPlan();
    const { action } = await newAction(plan, 'Piste');
    const bytes = Buffer.from('%PDF-1.4 une étude');
    const file = { bytes, filename: 'etude.pdf', mediaType: 'application/pdf' };
    const asked = { plan, action, title: '', visibility: 'private', ...file } as const;
    const { id, document } = await kept(addDocument(stores(), actors.agent, asked, NOW));
    expect((await sheetOf(plan, action)).documents).toMatchObject([{ title: 'etude.pdf', visibility: 'private' }]);
    const correct = async (title: string, visibility: 'public' | 'private', document = id) =>
      await changeDocument(stores(), actors.agent, { plan, action, document, title, visibility }, NOW);
    expect(await kept(correct('etude.pdf', 'private'))).toEqual({ changed: false });
    expect(await kept(correct(' Étude  de la piste ', 'public'))).toEqual({ changed: true });
    expect(await correct(' ', 'public')).toMatchObject({ refusal: { kind: 'document-title-missing' } });
    expect(await correct('Autre', 'public', id + 1)).toMatchObject({ refusal: { kind: 'unknown-document' } });
    await kept(removeDocument(stores(), actors.agent, { plan, action, document: id }, NOW));
    expect(await stores().documents.fetch(document)).toBeNull();
    const history = (await stores().workingPlans.history(action)).filter(({ act }) => act.endsWith('document'));
    expect(history.map(({ act, changes }) => [act, changes])).toEqual([
      ['add-document', { 'document.title': { before: null, after: 'etude.pdf' } }],
      [
        'change-document',
        {
          'document.title': { before: 'etude.pdf', after: 'Étude de la piste' },
          'document.visibility': { before: 'private', after: 'public' },
        },
      ],
      ['remove-document', { 'document.title': { before: 'Étude de la piste', after: null } }],
    ]);
  });
});

test('after all this the journal still holds', async () => {
  expect((await verifyJournal(database.db)).faults).toEqual([]);
});
