/** The forms that say how far a promise is, or remark on it: who gets them, what they refuse, what they give back. */
import { beforeAll, describe, expect, test } from 'vitest';
import { browser, type Browser } from '#server/accounts/testing/request.ts';
import { readConfig } from '#server/config.ts';
import { provideRuntime } from '#server/runtime.ts';
import { assessmentDesk, FORM, moduleOf, SAID } from './assessment-desk.ts';
import { withTestDatabase } from './database.ts';
import { withPageRenderer } from './render-page.ts';

const database = withTestDatabase();
const pages = withPageRenderer();
beforeAll(() => {
  provideRuntime({ config: readConfig({}), db: database.db });
});
const desk = assessmentDesk(database, pages);

describe('the form', () => {
  test('sends a visitor to sign in; tells who is of neither side what they may do instead, and takes nothing from them', async () => {
    await expect(
      (await moduleOf(FORM)).load(browser().ask('/', 'GET', { params: desk.params() })),
    ).rejects.toMatchObject({
      status: 303,
    });
    const html = await desk.formPage(desk.nobody);
    expect(html).toContain('Qui peut parler de cette promesse ?');
    expect(html).not.toContain('name="etat"');
    expect(await desk.send(desk.nobody, {}, SAID)).toMatchObject({ status: 403 });
  });

  test('written for one voice is never published with another; the words come back', async () => {
    for (const voice of ['town-hall', 'mairie', '']) {
      expect(await desk.send(desk.claire, { voice }, SAID)).toMatchObject({
        status: 403,
        data: { typed: { sentence: SAID.phrase } },
      });
    }
    expect(await desk.send(desk.claire, { act: 'confirmer', voice: 'town-hall' }, { evaluation: '1' })).toMatchObject({
      status: 403,
    });
    expect(await database.db.selectFrom('assessment').select('id').execute()).toEqual([]);
    await expect(desk.send(desk.claire, { item: 'm26', voice: 'collective' }, SAID)).rejects.toMatchObject({
      status: 303,
    });
  });

  test('of a promise that the pact does not hold is not there', async () => {
    for (const item of ['m3', 'x1', 'l999']) {
      const asked = desk.claire.ask('/', 'GET', { params: desk.params(item) });
      await expect((await moduleOf(FORM)).load(asked)).rejects.toMatchObject({ status: 404 });
    }
  });

  test('shows each level with its words, what was promised of it and what can be verified', async () => {
    const html = await desk.formPage(desk.claire);
    expect(html).toContain('Niveau 3, pris en partie');
    expect(html).toContain('zone de circulation apaisée effective');
    expect(html).toContain('Ce qu’on peut vérifier');
  });

  test('tells apart what can be verified of clauses that the pact did not take: it does not count', async () => {
    const [, asked = '', leftOut = ''] =
      /La vitesse et le trafic automobile(.*?)Pas pris dans ce pacte, ne compte pas(.*?)<\/details>/.exec(
        await desk.formPage(desk.claire),
      ) ?? [];
    expect(asked).not.toContain('La dépense pour le vélo');
    expect(leftOut).toContain('La dépense pour le vélo');
    expect(leftOut).toContain('Le plan du réseau cyclable');
  });

  test('gives back all that was typed when something is wrong, the file too, which nobody else can claim', async () => {
    const pdf = new File(['%PDF-1.7 délibération'], '../../Délibération <b>.html', { type: 'text/html' });
    const wrong = {
      ...SAID,
      jour: '2029-06-11',
      'preuve-0-kind': 'document',
      'preuve-0-title': 'Délibération',
      'preuve-0-file': pdf,
    };
    const back = (await desk.send(desk.claire, {}, wrong)) as {
      status: number;
      data: { typed: { evidence: { kept: { seal: string; name: string } }[] } };
    };
    expect(back).toMatchObject({
      status: 400,
      data: { where: { id: 'jour' }, typed: { sentence: SAID.phrase, status: 'partly-kept' } },
    });
    const kept = back.data.typed.evidence[0]?.kept;
    expect(kept?.name).toBe('Délibération b.pdf');
    const again = {
      ...SAID,
      'preuve-0-kind': 'document',
      'preuve-0-title': 'Délibération',
      'preuve-0-kept': kept?.seal ?? '',
      'preuve-0-keptName': 'x',
    };
    expect(await desk.send(desk.agnes, {}, again)).toMatchObject({ status: 400, data: { wrong: 0 } });
    const forged = { ...again, 'preuve-0-kept': (kept?.seal ?? '').replace(/^\d+/, '1') };
    expect(await desk.send(desk.claire, {}, forged)).toMatchObject({ status: 400, data: { wrong: 0 } });
  });

  test.each([
    ['a page of HTML', new File(['<html><script>alert(1)</script>'], 'preuve.pdf'), 'document'],
    ['a drawing that runs', new File(['<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'], 'p.jpg'), 'photo'],
    ['a huge file', new File([Buffer.alloc(21 * 1024 * 1024, '%PDF-')], 'p.pdf'), 'document'],
    ['an empty file', new File([], 'p.pdf'), 'document'],
    ['a PDF in place of a photo', new File(['%PDF-1.7'], 'p.jpg'), 'photo'],
  ])('refuses %s', async (_, file, kind) => {
    const fields = { ...SAID, 'preuve-0-kind': kind, 'preuve-0-title': 'Preuve', 'preuve-0-file': file };
    expect(await desk.send(desk.claire, {}, fields)).toMatchObject({ status: 400, data: { wrong: 0 } });
  });

  test('keeps no file of who may add no remark now, and gives their words back', async () => {
    const { db } = database;
    const remarks = '/pactes/[pact]/suivi/[item]/remarque';
    for (let i = 0; i < 10; i += 1) {
      const fields = { nom: 'Bruno', phrase: `Remarque ${i}` };
      await expect(
        desk.send(desk.nobody, { act: 'default', route: remarks, item: 'm2' }, fields),
      ).rejects.toMatchObject({
        status: 303,
      });
    }
    const held = async () => (await db.selectFrom('evidenceDocument').select('documentId').execute()).length;
    const before = await held();
    const eleventh = {
      nom: 'Bruno',
      phrase: 'Une de trop',
      'preuve-0-kind': 'document',
      'preuve-0-title': 'Page',
      'preuve-0-file': new File(['%PDF-1.7 une de trop'], 'p.pdf'),
    };
    expect(await desk.send(desk.nobody, { act: 'default', route: remarks, item: 'm2' }, eleventh)).toMatchObject({
      status: 429,
      data: { typed: { sentence: 'Une de trop', evidence: [{ kind: 'document' }] } },
    });
    expect(await held()).toBe(before);
    await db.deleteFrom('remark').where('item', '=', 'm2').execute();
  });

  test.each([
    ['an assessment', FORM, 'dire'],
    ['a remark', '/pactes/[pact]/suivi/[item]/remarque', 'default'],
  ])('of %s says what to do when more came than the site takes', async (_, route, act) => {
    const asked = desk.claire.ask('/', 'POST', { params: desk.params() });
    const formData = () => Promise.reject(new Error('Content-length exceeds limit'));
    const { actions = {} } = await moduleOf(route);
    const request = Object.assign(asked.request, { formData });
    expect(await actions[act]?.({ ...asked, request })).toMatchObject({
      status: 413,
      data: { problem: expect.stringContaining('vos mots sont encore dans la page') as string },
    });
  });

  test('« ajouter une photo » brings one more proof and publishes nothing', async () => {
    const more = await desk.send(desk.claire, {}, { ...SAID, 'preuve-0-kind': 'figure', ajouter: 'photo' });
    expect(more).toMatchObject({
      problem: null,
      typed: { sentence: SAID.phrase, evidence: [{ kind: 'figure' }, { kind: 'photo' }] },
    });
    expect(await desk.thread()).toContain('Dernier regard : jamais');
  });

  test('what is pasted becomes a link and a quotation', async () => {
    const wrong = await desk.send(
      desk.claire,
      {},
      { ...SAID, jour: '', 'preuve-coller': 'https://exemple.fr/plan\n« Il est décidé »\n' },
    );
    expect(wrong).toMatchObject({
      data: {
        typed: {
          evidence: [
            { kind: 'link', fields: { url: 'https://exemple.fr/plan' } },
            { kind: 'document', fields: { quotation: '« Il est décidé »' } },
          ],
        },
      },
    });
  });
});

test('a remark whose button is pressed twice is there once, and both presses lead to it; who speaks for a voice is led to it', async () => {
  const { db } = database;
  const route = '/pactes/[pact]/suivi/[item]/remarque';
  const fields = { nom: 'Bruno', phrase: 'Deux fois.', envoi: 'a1b2' };
  const press = async () =>
    await desk.send(desk.nobody, { act: 'default', route, item: 'm2' }, fields).catch((sent: unknown) => sent);
  const [one, other] = await Promise.all([press(), press()]);
  expect(one).toMatchObject({ status: 303 });
  expect(other).toEqual(one);
  const kept = db.selectFrom('remark').select('id').where('item', '=', 'm2');
  expect(await kept.execute()).toHaveLength(1);
  expect(await desk.send(desk.claire, { act: 'default', route, item: 'm2' }, fields)).toMatchObject({ status: 403 });
  expect(await kept.execute()).toHaveLength(1);
  const page = await (await moduleOf(route)).load(desk.claire.ask('/', 'GET', { params: desk.params('m2') }));
  expect(page).toMatchObject({ speak: `/pactes/${desk.world.demain}/suivi/m2/evaluer` });
});

test('a remark is signed on the page of the thread; a stranger reports it, its author takes it back, nobody else may', async () => {
  const route = '/pactes/[pact]/suivi/[item]/remarque';
  const said = { nom: 'Bruno Exemple', qualite: 'Vélo 94 (exemple)', phrase: 'La piste s’arrête <i>là</i>.' };
  const empty = await desk.send(desk.nobody, { act: 'default', route }, { ...said, nom: ' ' });
  expect(empty).toMatchObject({ status: 400, data: { where: { id: 'nom' }, typed: { sentence: said.phrase } } });
  await expect(desk.send(desk.nobody, { act: 'default', route }, said)).rejects.toMatchObject({ status: 303 });
  const html = await desk.thread();
  expect(html).toContain('Bruno Exemple, Vélo 94 (exemple)');
  expect(html.split('Nom et qualité donnés par la personne, non vérifiés.')).toHaveLength(2);
  expect(html).toContain('&lt;i>là&lt;/i>');
  const id = /id="remarque-(\d+)"/.exec(html)?.[1] ?? '';
  const own = { ...desk.params(), remark: id };
  const acts = (await moduleOf(`${route}/[remark]`)).actions ?? {};
  const act = async (who: Browser, name: string, form: Record<string, string>) =>
    await acts[name]?.(
      who.ask(`/pactes/${desk.world.demain}/suivi/m15/remarque/${id}?/${name}`, 'POST', { form, params: own }),
    );
  expect(await act(browser(), 'signaler', { motif: '' })).toMatchObject({ status: 400 });
  await expect(act(browser(), 'signaler', { motif: 'Faux' })).rejects.toMatchObject({ status: 303 });
  expect(await act(desk.claire, 'retirer', {})).toMatchObject({ status: 403 });
  expect(await act(desk.claire, 'masquer', { motif: 'x' })).toMatchObject({ status: 403 });
  await expect(act(desk.nobody, 'retirer', {})).rejects.toMatchObject({ status: 303 });
  expect(await desk.thread()).not.toContain('Bruno Exemple');
});
