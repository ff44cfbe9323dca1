/** Saying where a promise stands, from the form to the pages that everybody reads: who may, what is kept, what is shown. */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { sql } from 'kysely';
import sharp from 'sharp';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { browser, type Asked, type Browser } from '#server/accounts/testing/request.ts';
import { readConfig } from '#server/config.ts';
import { provideRuntime } from '#server/runtime.ts';
import { forgetFormFiles } from '#server/storage/form-files.ts';
import { active } from './collectives.ts';
import { withTestDatabase } from './database.ts';
import { newPerson } from './people.ts';
import { withPageRenderer } from './render-page.ts';
import { signedIn } from './signed-in.ts';
import { writePact } from './world-readings.ts';
import { BRY, buildWorld, CHAMPIGNY, PARIS_EST_MARNE_ET_BOIS, publish, type World } from './world.ts';

const database = withTestDatabase();
const { render } = withPageRenderer();
const FORM = '/pactes/[pact]/suivi/[item]/evaluer';
const PLACE = '94017-champigny-sur-marne';
const TODAY = '2029-06-10';
let world: World;
let claire: Browser;
let agnes: Browser;
let nobody: Browser;

beforeAll(async () => {
  const { db } = database;
  world = await buildWorld(db);
  provideRuntime({ config: readConfig({}, resolve('.')), db });
  const { founder } = await active(db, { founder: 'claire', places: [CHAMPIGNY], name: 'Champigny citoyenne' });
  await active(db, { founder: 'bruno', places: [BRY] });
  await newPerson(db, 'agnes');
  await sql`with asked as (insert into role_request (person_id, role, municipality_code, asked_at, state)
      values ('p-agnes', 'municipal-agent', '94017', now(), 'confirmed') returning id)
    insert into town_hall_member (person_id, role, municipality_code, request_id, since)
      select 'p-agnes', 'municipal-agent', '94017', id, now() from asked`.execute(db);
  // A session begins, and ends, by the same clock.
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(`${TODAY}T08:00:00Z`) });
  claire = await signedIn(founder);
  agnes = await signedIn('p-agnes');
  nobody = await signedIn('p-bruno');
  return () => vi.useRealTimers();
});
afterEach(() => {
  vi.setSystemTime(new Date(`${TODAY}T08:00:00Z`));
});

type Module = {
  readonly load: (event: Asked) => Promise<unknown>;
  readonly actions?: Readonly<Record<string, (event: Asked) => Promise<unknown>>>;
};
const moduleOf = async (route: string) =>
  (await import(/* @vite-ignore */ pathToFileURL(resolve(`src/routes${route}/+page.server.ts`)).href)) as Module;
const endpoint = async (route: string) => {
  const file = pathToFileURL(resolve(`src/routes${route}/+server.ts`)).href;
  const { GET } = (await import(/* @vite-ignore */ file)) as { GET: (event: unknown) => Promise<Response> };
  return GET;
};
const params = (item = 'm15', pact = world.demain) => ({ pact: String(pact), item });

/** As a browser sends a form with files. */
async function send(
  who: Browser,
  { act = 'dire', route = FORM, item = 'm15' }: { act?: string; route?: string; item?: string },
  fields: Readonly<Record<string, string | File>>,
): Promise<unknown> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  const asked = who.ask(`/pactes/${world.demain}/suivi/${item}/evaluer?/${act}`, 'POST', { params: params(item) });
  const cookie = asked.request.headers.get('cookie') ?? '';
  const request = new Request(asked.url, { method: 'POST', body: form, headers: { cookie } });
  const { actions = {} } = await moduleOf(route);
  return await actions[act]?.({ ...asked, request });
}
const SAID = { etat: 'partly-kept', phrase: 'Le double sens cyclable est généralisé.', jour: '2029-06-01', vues: '0' };
const thread = async (measure = '15') =>
  plain(
    await render('/communes/[commune]/mesures/[measure]', `/communes/${PLACE}/mesures/${measure}`, {
      commune: PLACE,
      measure,
    }),
  );
const plain = (html: string) => html.replace(/<!--[\s\S]*?-->/g, '').replace(/\s+/g, ' ');
const formPage = async (who: Browser, item = 'm15') =>
  plain(await render(FORM, `/pactes/${world.demain}/suivi/${item}/evaluer`, params(item), who));

test('before anybody spoke, the thread says unknown, and where one speaks', async () => {
  const html = await thread('1');
  expect(html).toContain('Ce qui a été fait : inconnu. Dernier regard : jamais.');
  expect(html).toContain('Aucun collectif n’a encore évalué cette promesse.');
  expect(html).toContain(`/pactes/${world.demain}/suivi/m1/evaluer`);
  expect(html).not.toContain('<script');
});

describe('the form', () => {
  test('sends a visitor to sign in; tells who is of neither side what they may do instead, and takes nothing from them', async () => {
    await expect((await moduleOf(FORM)).load(browser().ask('/', 'GET', { params: params() }))).rejects.toMatchObject({
      status: 303,
    });
    const html = await formPage(nobody);
    expect(html).toContain('Qui peut parler de cette promesse ?');
    expect(html).not.toContain('name="etat"');
    expect(await send(nobody, {}, SAID)).toMatchObject({ status: 403 });
  });

  test('of a promise that the pact does not hold is not there', async () => {
    for (const item of ['m3', 'x1', 'l999']) {
      const asked = claire.ask('/', 'GET', { params: params(item) });
      await expect((await moduleOf(FORM)).load(asked)).rejects.toMatchObject({ status: 404 });
    }
  });

  test('shows each level with its words, what was promised of it and what can be verified', async () => {
    const html = await formPage(claire);
    expect(html).toContain('Niveau 3, pris en partie');
    expect(html).toContain('zone de circulation apaisée effective');
    expect(html).toContain('Ce qu’on peut vérifier');
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
    const back = (await send(claire, {}, wrong)) as {
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
    expect(await send(agnes, {}, again)).toMatchObject({ status: 400, data: { wrong: 0 } });
    const forged = { ...again, 'preuve-0-kept': (kept?.seal ?? '').replace(/^\d+/, '1') };
    expect(await send(claire, {}, forged)).toMatchObject({ status: 400, data: { wrong: 0 } });
  });

  test.each([
    ['a page of HTML', new File(['<html><script>alert(1)</script>'], 'preuve.pdf'), 'document'],
    ['a drawing that runs', new File(['<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'], 'p.jpg'), 'photo'],
    ['a huge file', new File([Buffer.alloc(21 * 1024 * 1024, '%PDF-')], 'p.pdf'), 'document'],
    ['an empty file', new File([], 'p.pdf'), 'document'],
    ['a PDF in place of a photo', new File(['%PDF-1.7'], 'p.jpg'), 'photo'],
  ])('refuses %s', async (_, file, kind) => {
    const fields = { ...SAID, 'preuve-0-kind': kind, 'preuve-0-title': 'Preuve', 'preuve-0-file': file };
    expect(await send(claire, {}, fields)).toMatchObject({ status: 400, data: { wrong: 0 } });
  });

  test('keeps no file of who may add no remark now, and gives their words back', async () => {
    const { db } = database;
    const remarks = '/pactes/[pact]/suivi/[item]/remarque';
    for (let i = 0; i < 10; i += 1) {
      const fields = { nom: 'Bruno', phrase: `Remarque ${i}` };
      await expect(send(nobody, { act: 'default', route: remarks, item: 'm2' }, fields)).rejects.toMatchObject({
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
    expect(await send(nobody, { act: 'default', route: remarks, item: 'm2' }, eleventh)).toMatchObject({
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
    const asked = claire.ask('/', 'POST', { params: params() });
    const formData = () => Promise.reject(new Error('Content-length exceeds limit'));
    const { actions = {} } = await moduleOf(route);
    const request = Object.assign(asked.request, { formData });
    expect(await actions[act]?.({ ...asked, request })).toMatchObject({
      status: 413,
      data: { problem: expect.stringContaining('vos mots sont encore dans la page') as string },
    });
  });

  test('« ajouter une photo » brings one more proof and publishes nothing', async () => {
    const more = await send(claire, {}, { ...SAID, 'preuve-0-kind': 'figure', ajouter: 'photo' });
    expect(more).toMatchObject({
      problem: null,
      typed: { sentence: SAID.phrase, evidence: [{ kind: 'figure' }, { kind: 'photo' }] },
    });
    expect(await thread()).toContain('Dernier regard : jamais');
  });

  test('what is pasted becomes a link and a quotation', async () => {
    const wrong = await send(
      claire,
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

test('both voices speak, with a photo that says no more where it was taken; the thread shows the gap, level by level', async () => {
  const photo = await sharp({ create: { width: 40, height: 20, channels: 3, background: '#393' } })
    .withExif({ IFD0: { Model: 'Appareil secret' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '48/1 49/1 0/1' } })
    .jpeg()
    .toBuffer();
  const fields = {
    ...SAID,
    'niveau-1': 'kept',
    'niveau-2': 'not-started',
    'preuve-0-kind': 'photo',
    'preuve-0-title': 'La rue du Moulin',
    'preuve-0-file': new File([new Uint8Array(photo)], 'IMG_0001.JPG'),
  };
  await expect(send(claire, {}, fields)).rejects.toMatchObject({
    status: 303,
    location: `/communes/${PLACE}/mesures/15#regards`,
  });
  const answer = {
    etat: 'kept',
    phrase: 'Tout est fait. <b>Vraiment</b>',
    jour: TODAY,
    vues: '0',
    reponse: 'oui',
    'niveau-2': 'kept',
  };
  await expect(send(agnes, {}, answer)).rejects.toMatchObject({ status: 303 });
  const html = await thread();
  expect(html).toContain('Les deux regards diffèrent : tenu en partie selon le collectif, tenu selon la mairie.');
  expect(html).toContain('N2 est pas commencé selon le collectif, tenu selon la mairie');
  expect(html).toContain('En réponse au collectif');
  expect(html).toContain('&lt;b>Vraiment&lt;/b>');
  expect(html).not.toContain('<script');
  const file = /href="(\/preuves\/e\d+\/\d+)"/.exec(html)?.[1] ?? '';
  const [, , parent = '', document = ''] = file.split('/');
  const GET = await endpoint('/preuves/[parent]/[document]');
  const response = await GET({ params: { parent, document } });
  expect(response.headers.get('content-disposition')).toContain('attachment');
  const bytes = Buffer.from(await response.arrayBuffer());
  expect(bytes.includes('Appareil secret')).toBe(false);
  expect((await sharp(bytes).metadata()).exif).toBeUndefined();
  await expect(GET({ params: { parent: 'e999999', document } })).rejects.toMatchObject({ status: 404 });
});

test('anybody reports a file; the national team finds it among the reports, and takes it away from there or from the form', async () => {
  const report = /href="(\/preuves\/(e\d+)\/(\d+)\/signaler)"/.exec(await thread());
  const [, address = '', parent = '', document = ''] = report ?? [];
  const { load, actions = {} } = await moduleOf('/preuves/[parent]/[document]/signaler');
  const file = { parent, document };
  expect(await load(browser().ask(address, 'GET', { params: file }))).toMatchObject({ hide: null, sent: false });
  await expect(load(browser().ask('/x', 'GET', { params: { ...file, parent: 'r999' } }))).rejects.toMatchObject({
    status: 404,
  });
  const asReport = (motif: string) => browser().ask(address, 'POST', { params: file, form: { motif } });
  expect(await actions['default']?.(asReport(' '))).toMatchObject({ status: 400 });
  await expect(actions['default']?.(asReport('Le visage d’un enfant.'))).rejects.toMatchObject({ status: 303 });

  await newPerson(database.db, 'equipe');
  await sql`with asked as (insert into role_request (person_id, role, asked_at, state)
      values ('p-equipe', 'national-team', now(), 'confirmed') returning id)
    insert into national_team_member (person_id, request_id, since) select 'p-equipe', id, now() from asked`.execute(
    database.db,
  );
  const team = await signedIn('p-equipe');
  const retirer = `/preuves/${parent}/${document}/retirer`;
  expect(plain(await render('/equipe/signalements', '/equipe/signalements', {}, team))).toContain(`href="${retirer}"`);
  expect(await load(team.ask(address, 'GET', { params: file }))).toMatchObject({ hide: retirer });
  expect(await formPage(team)).toContain(`href="${retirer}"`);
  expect(await formPage(claire)).not.toContain(retirer);
  const { actions: settling = {} } = await moduleOf('/equipe/signalements');
  const [waiting] = (await sql<{ id: number }>`select id from said_report`.execute(database.db)).rows;
  const leave = (who: Browser) =>
    settling['laisser']?.(who.ask('/equipe/signalements', 'POST', { form: { report: String(waiting?.id) } }));
  await expect(leave(claire)).rejects.toMatchObject({ status: 404 });
  await expect(leave(team)).rejects.toMatchObject({ status: 303 });
  expect(await render('/equipe/signalements', '/equipe/signalements', {}, team)).not.toContain(retirer);
});

test('somebody of the same side spoke meanwhile: one is shown it, keeps one’s words, and may publish after', async () => {
  const late = await send(claire, {}, { ...SAID, phrase: 'Autre constat.' });
  expect(late).toMatchObject({ status: 409, data: { typed: { sentence: 'Autre constat.', seen: 1 } } });
  await expect(send(claire, {}, { ...SAID, phrase: 'Autre constat.', vues: '1' })).rejects.toMatchObject({
    status: 303,
  });
  const html = await thread();
  expect(html).toContain('Autre constat.');
  expect(html).toContain('Ce qui en avait été dit avant');
});

test('fourteen months later nobody spoke again: it is said, until « toujours exact »', async () => {
  vi.setSystemTime(new Date('2030-08-05T08:00:00Z'));
  claire = await signedIn('p-claire');
  expect(await thread()).toContain('Sans nouvelle depuis 14 mois.');
  const id = /name="evaluation" value="(\d+)"/.exec(await formPage(claire))?.[1] ?? '';
  await expect(send(claire, { act: 'confirmer' }, { evaluation: id })).rejects.toMatchObject({ status: 303 });
  expect(await thread()).toContain('Toujours exact au 5 août 2030');
});

test('the page of a pact’s promises, of the commune and of the files say the same, each with its denominator', async () => {
  const followUp = plain(
    await render('/pactes/[pact]/suivi', `/pactes/${world.demain}/suivi`, { pact: String(world.demain) }),
  );
  expect(followUp).toContain('0 sur 9');
  expect(followUp).toContain('La mairie n’a pas encore répondu');
  expect(followUp).not.toContain('Personne ne peut encore répondre ici');
  const bry = await render('/pactes/[pact]/suivi', `/pactes/${world.bry}/suivi`, { pact: String(world.bry) });
  expect(plain(bry)).toContain('Personne ne peut encore répondre ici : la mairie n’a pas de compte');
  expect(followUp).toContain('/evaluations.csv');
  expect(followUp).not.toContain('<script');
  const commune = plain(await render('/communes/[commune]', `/communes/${PLACE}`, { commune: PLACE }));
  expect(commune).toContain(
    'engagement tenu selon le collectif, au 5 août 2030 ; 1 en partie ; 1 sur 9 selon la mairie, au 10 juin 2029',
  );
  const GET = await endpoint('/communes/[commune]/evaluations.csv');
  const csv = await (await GET({ params: { commune: PLACE } })).text();
  expect(csv.split('\r\n').filter((line) => line.includes(',m15,'))).toHaveLength(3);
});

test('what is not theirs to do leaves the denominator of the commune’s page and of the lists alike', async () => {
  const apart = { etat: 'not-competent', phrase: 'Le département en décide.', jour: '2029-06-01', vues: '0' };
  await expect(send(claire, { item: 'm1' }, apart)).rejects.toMatchObject({ status: 303 });
  const commune = plain(await render('/communes/[commune]', `/communes/${PLACE}`, { commune: PLACE }));
  expect(commune).toContain('(9 signés, dont 1 à part) selon le collectif');
  expect(commune).toMatch(/0 sur 8\b/);
  const list = plain(await render('/pactes', '/pactes', {}));
  expect(list).toContain(
    '0 tenu sur 8 (9 signés, dont 1 à part) selon le collectif, au 5 août 2030 ; 1 tenu sur 9 signés selon la mairie ou la liste, au 10 juin 2029',
  );
});

test('the page of a commune says what came of it before what no pact speaks of, and leads once to each page of the follow-up', async () => {
  const html = plain(await render('/communes/[commune]', `/communes/${PLACE}`, { commune: PLACE }));
  const inOrder = ['Principes</h3>', 'id="bilans"', 'id="suivi"', 'id="plans"', '<details class="unsaid">'];
  const places = inOrder.map((mark) => html.indexOf(mark));
  expect(places).not.toContain(-1);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(html).toMatch(/<summary>\d+ mesures sur 32 dont aucun pacte ne parle ici<\/summary>/);
  for (const page of ['suivi', 'comite', 'echeances', 'engagements-et-actions']) {
    expect(html.split(`href="/communes/${PLACE}/${page}"`), page).toHaveLength(2);
  }
});

test('a neighbour that promised the same is named, with what it made of it', async () => {
  const html = plain(
    await render('/communes/[commune]/mesures/[measure]', '/communes/94015-bry-sur-marne/mesures/15', {
      commune: '94015-bry-sur-marne',
      measure: '15',
    }),
  );
  expect(html).toContain('Près d’ici');
  expect(html).toContain('même intercommunalité');
  expect(html).toMatch(/Champigny-sur-Marne<\/a>/);
  expect(html).toContain('Une commune l’a promis aussi, dont une qui l’a tenu au moins en partie.');
});

test('the short address under a thread leads to its form, or to the thread where two lists promised', async () => {
  const GET = await endpoint('/communes/[commune]/mesures/[measure]/evaluer');
  const at = (commune: string, measure: string) =>
    GET({
      params: { commune, measure },
      url: new URL(`http://site.test/communes/${commune}/mesures/${measure}/evaluer`),
    });
  await expect(at('94015', '14')).rejects.toMatchObject({ location: `/pactes/${world.bry}/suivi/m14/evaluer` });
  await expect(at('94017', '1')).rejects.toMatchObject({ location: '/communes/94017/mesures/1#regards' });
  await expect(at('94017', '3')).rejects.toMatchObject({ status: 404 });
});

test('a promise of a grouping has its own page, where its people answer; one of a commune leads to its thread', async () => {
  const reading = writePact({
    list: null,
    commitments: [{ measure: 1, words: 'Mesure 1', levels: { 1: 'accepted' } }],
  });
  const pact = await publish(database.db, { kind: 'grouping', siren: PARIS_EST_MARNE_ET_BOIS }, reading);
  const html = plain(
    await render('/pactes/[pact]/suivi/[item]', `/pactes/${pact}/suivi/m1`, { pact: String(pact), item: 'm1' }),
  );
  expect(html).toContain('L’intercommunalité');
  expect(html).toContain(`/pactes/${pact}/suivi/m1/evaluer`);
  const at = (item: string) =>
    render('/pactes/[pact]/suivi/[item]', `/pactes/${world.demain}/suivi/${item}`, {
      pact: String(world.demain),
      item,
    });
  await expect(at('m15')).rejects.toMatchObject({ status: 307, location: `/communes/${PLACE}/mesures/15` });
  await expect(at('pA')).rejects.toMatchObject({ location: `/communes/${PLACE}/principes/A` });
  await expect(at('m3')).rejects.toMatchObject({ status: 404 });
});

test('the method is public, by version; another version is not there', async () => {
  const html = plain(await render('/methode/[[version]]', '/methode/1', { version: '1' }));
  expect(html).toContain('Méthode 1');
  expect(html).toContain('Impossible à évaluer');
  await expect(render('/methode/[[version]]', '/methode/99', { version: '99' })).rejects.toMatchObject({ status: 404 });
});

test('a remark is signed on the page of the thread; a stranger reports it, its author takes it back, nobody else may', async () => {
  const route = '/pactes/[pact]/suivi/[item]/remarque';
  const said = { nom: 'Bruno Exemple', qualite: 'Vélo 94 (exemple)', phrase: 'La piste s’arrête <i>là</i>.' };
  const empty = await send(nobody, { act: 'default', route }, { ...said, nom: ' ' });
  expect(empty).toMatchObject({ status: 400, data: { where: { id: 'nom' }, typed: { sentence: said.phrase } } });
  await expect(send(nobody, { act: 'default', route }, said)).rejects.toMatchObject({ status: 303 });
  const html = await thread();
  expect(html).toContain('Bruno Exemple, Vélo 94 (exemple)');
  expect(html).toContain('&lt;i>là&lt;/i>');
  const id = /id="remarque-(\d+)"/.exec(html)?.[1] ?? '';
  const own = { ...params(), remark: id };
  const acts = (await moduleOf(`${route}/[remark]`)).actions ?? {};
  const act = async (who: Browser, name: string, form: Record<string, string>) =>
    await acts[name]?.(
      who.ask(`/pactes/${world.demain}/suivi/m15/remarque/${id}?/${name}`, 'POST', { form, params: own }),
    );
  expect(await act(browser(), 'signaler', { motif: '' })).toMatchObject({ status: 400 });
  await expect(act(browser(), 'signaler', { motif: 'Faux' })).rejects.toMatchObject({ status: 303 });
  expect(await act(claire, 'retirer', {})).toMatchObject({ status: 403 });
  expect(await act(claire, 'masquer', { motif: 'x' })).toMatchObject({ status: 403 });
  await expect(act(nobody, 'retirer', {})).rejects.toMatchObject({ status: 303 });
  expect(await thread()).not.toContain('Bruno Exemple');
});

test('a file of a form that was never published is forgotten a week later; a published one stays', async () => {
  const pdf = new File(['%PDF-1.7 jamais publié'], 'jamais.pdf');
  const wrong = { ...SAID, jour: '', 'preuve-0-kind': 'document', 'preuve-0-title': 'Jamais', 'preuve-0-file': pdf };
  await send(claire, {}, wrong);
  const names = async () => {
    const rows = await database.db.selectFrom('document').select('filename').execute();
    return rows.map(({ filename }) => filename);
  };
  expect(await names()).toContain('jamais.pdf');
  await forgetFormFiles(database.db, new Date('2029-06-16T08:00:00Z'));
  expect(await names()).toContain('jamais.pdf');
  await forgetFormFiles(database.db, new Date('2029-06-18T08:00:00Z'));
  expect(await names()).not.toContain('jamais.pdf');
  expect(await names()).toContain('IMG_0001.jpg');
});
