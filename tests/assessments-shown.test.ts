/** How far a promise is, once both sides spoke: what every page and file shows of it. */
import { sql } from 'kysely';
import sharp from 'sharp';
import { beforeAll, expect, test, vi } from 'vitest';
import { browser, type Browser } from '#server/accounts/testing/request.ts';
import { readConfig } from '#server/config.ts';
import { provideRuntime } from '#server/runtime.ts';
import { forgetFormFiles } from '#server/storage/form-files.ts';
import { storesOn } from '#server/stores.ts';
import { assessmentDesk, endpoint, moduleOf, PLACE, plain, SAID, TODAY } from './assessment-desk.ts';
import { withTestDatabase } from './database.ts';
import { newPerson } from './people.ts';
import { withPageRenderer } from './render-page.ts';
import { signedIn } from './signed-in.ts';
import { newList } from './signing-rows.ts';
import { writePact } from './world-readings.ts';
import { PARIS_EST_MARNE_ET_BOIS, publish } from './world.ts';

const database = withTestDatabase();
const pages = withPageRenderer();
beforeAll(() => {
  provideRuntime({ config: readConfig({}), db: database.db });
});
const desk = assessmentDesk(database, pages);
const { render } = pages;

test('before anybody spoke, the thread says unknown, and where one speaks', async () => {
  const html = await desk.thread('1');
  expect(html).toContain('Ce qui a été fait : inconnu. Dernier regard : jamais.');
  expect(html).toContain('Aucun collectif n’a encore évalué cette promesse.');
  expect(html).toContain(`/pactes/${desk.world.demain}/suivi/m1/evaluer`);
  expect(html).not.toContain('<script');
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
  await expect(desk.send(desk.claire, {}, fields)).rejects.toMatchObject({
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
  await expect(desk.send(desk.agnes, {}, answer)).rejects.toMatchObject({ status: 303 });
  const html = await desk.thread();
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

test('the thread shows the photo, small, with what one sees on it, its place kept, leading to the whole of it', async () => {
  const html = await desk.thread();
  const [, file = '', src = ''] = /<a href="([^"]+)"><img src="([^"]+)" alt="La rue du Moulin"/.exec(html) ?? [];
  expect(src).toBe(`${file}/vignette`);
  expect(html).toMatch(/<img [^>]*width="480" height="360" loading="lazy"/);
  expect(html.split('<img ')).toHaveLength(2);
  const [, , parent = '', document = ''] = file.split('/');
  const GET = await endpoint('/preuves/[parent]/[document]/vignette');
  const small = await GET({ params: { parent, document } });
  expect(small.headers.get('content-type')).toBe('image/jpeg');
  expect(await sharp(await small.arrayBuffer()).metadata()).toMatchObject({ format: 'jpeg', width: 40, height: 20 });
  await expect(GET({ params: { parent: 'e999999', document } })).rejects.toMatchObject({ status: 404 });
});

test('anybody reports a file; the national team finds it among the reports, and takes it away from there or from the form', async () => {
  const report = /href="(\/preuves\/(e\d+)\/(\d+)\/signaler)"/.exec(await desk.thread());
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
  expect(await desk.formPage(team)).toContain(`href="${retirer}"`);
  expect(await desk.formPage(desk.claire)).not.toContain(retirer);
  const { actions: settling = {} } = await moduleOf('/equipe/signalements');
  const [waiting] = (await sql<{ id: number }>`select id from said_report`.execute(database.db)).rows;
  const leave = (who: Browser) =>
    settling['laisser']?.(who.ask('/equipe/signalements', 'POST', { form: { report: String(waiting?.id) } }));
  await expect(leave(desk.claire)).rejects.toMatchObject({ status: 404 });
  await expect(leave(team)).rejects.toMatchObject({ status: 303 });
  expect(await render('/equipe/signalements', '/equipe/signalements', {}, team)).not.toContain(retirer);
});

test('somebody of the same side spoke meanwhile: one is shown it, keeps one’s words, and may publish after', async () => {
  const late = await desk.send(desk.claire, {}, { ...SAID, phrase: 'Autre constat.' });
  expect(late).toMatchObject({ status: 409, data: { typed: { sentence: 'Autre constat.', seen: 1 } } });
  await expect(desk.send(desk.claire, {}, { ...SAID, phrase: 'Autre constat.', vues: '1' })).rejects.toMatchObject({
    status: 303,
  });
  const html = await desk.thread();
  expect(html).toContain('Autre constat.');
  expect(html).toContain('Ce qui en avait été dit avant');
});

test('fourteen months later nobody spoke again: it is said, until « toujours exact »', async () => {
  vi.setSystemTime(new Date('2030-08-05T08:00:00Z'));
  const claire = await signedIn('p-claire');
  expect(await desk.thread()).toContain('Sans nouvelle depuis 14 mois.');
  const id = /name="evaluation" value="(\d+)"/.exec(await desk.formPage(claire))?.[1] ?? '';
  await expect(desk.send(claire, { act: 'confirmer' }, { evaluation: id })).rejects.toMatchObject({ status: 303 });
  expect(await desk.thread()).toContain('Toujours exact au 5 août 2030');
});

test('the page of a pact’s promises, of the commune and of the files say the same, each with its denominator', async () => {
  const followUp = plain(
    await render('/pactes/[pact]/suivi', `/pactes/${desk.world.demain}/suivi`, { pact: String(desk.world.demain) }),
  );
  expect(followUp).toContain('0 sur 9');
  expect(followUp).toContain('La mairie n’a pas encore répondu');
  expect(followUp).not.toContain('Personne ne peut encore répondre ici');
  const bry = await render('/pactes/[pact]/suivi', `/pactes/${desk.world.bry}/suivi`, { pact: String(desk.world.bry) });
  expect(plain(bry)).toContain('Personne ne peut encore répondre ici : la mairie n’a pas de compte');
  expect(followUp).toContain('/evaluations.csv');
  expect(followUp).not.toContain('<script');
  const commune = plain(await render('/communes/[commune]', `/communes/${PLACE}`, { commune: PLACE }));
  expect(commune).toContain('engagement tenu selon le collectif, au 5 août 2030 ; 1 en partie, 8 jamais évalués');
  expect(commune).toContain('engagement tenu selon la mairie, au 10 juin 2029 ; 8 jamais évalués');
  const GET = await endpoint('/communes/[commune]/evaluations.csv');
  const csv = await (await GET({ params: { commune: PLACE } })).text();
  expect(csv.split('\r\n').filter((line) => line.includes(',m15,'))).toHaveLength(3);
});

test('what is not theirs to do leaves the denominator of the commune’s page and of the lists alike', async () => {
  const apart = { etat: 'not-competent', phrase: 'Le département en décide.', jour: '2029-06-01', vues: '0' };
  await expect(desk.send(desk.claire, { item: 'm1' }, apart)).rejects.toMatchObject({ status: 303 });
  const commune = plain(await render('/communes/[commune]', `/communes/${PLACE}`, { commune: PLACE }));
  expect(commune).toContain('(9 signés, dont 1 à part) selon le collectif');
  expect(commune).toMatch(/0 sur 8\b/);
  const list = plain(await render('/pactes', '/pactes', {}));
  expect(list).toContain(
    '0 tenu sur 8 (9 signés, dont 1 à part) selon le collectif, au 5 août 2030 (7 jamais évalués) ; 1 tenu sur 9 signés selon la mairie ou la liste, au 10 juin 2029 (8 jamais évalués)',
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

test('a neighbour whose list does not govern is not the commune: its list is named, and so are its words', async () => {
  const { db } = database;
  const list = await newList(db, 'opposée', null);
  await db.updateTable('candidateList').set({ outcome: 'opposition' }).where('id', '=', list).execute();
  const pact = desk.world.demain;
  await storesOn(db).campaign.linkPact({ pact, list, by: 'claire', at: new Date() });
  const html = plain(
    await render('/communes/[commune]/mesures/[measure]', '/communes/94015-bry-sur-marne/mesures/15', {
      commune: '94015-bry-sur-marne',
      measure: '15',
    }),
  );
  await db.deleteFrom('pactList').where('pactId', '=', pact).execute();
  expect(html).toContain('Dans 1 commune, seule une liste hors de la majorité l’a promis.');
  expect(html).not.toContain('Une commune l’a promis aussi');
  expect(html).toMatch(/promis par la liste [^<]+, hors de la majorité/);
  const said = html.slice(html.indexOf('class="similar"')).split('</ul>')[0];
  expect(said).toContain('selon la liste');
  expect(said).not.toContain('mairie');
});

test('the short address under a thread leads to its form, or to the thread where two lists promised', async () => {
  const GET = await endpoint('/communes/[commune]/mesures/[measure]/evaluer');
  const at = (commune: string, measure: string) =>
    GET({
      params: { commune, measure },
      url: new URL(`http://site.test/communes/${commune}/mesures/${measure}/evaluer`),
    });
  await expect(at('94015', '14')).rejects.toMatchObject({ location: `/pactes/${desk.world.bry}/suivi/m14/evaluer` });
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
    render('/pactes/[pact]/suivi/[item]', `/pactes/${desk.world.demain}/suivi/${item}`, {
      pact: String(desk.world.demain),
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

test('a file of a form that was never published is forgotten a week later; a published one stays', async () => {
  const pdf = new File(['%PDF-1.7 jamais publié'], 'jamais.pdf');
  const wrong = { ...SAID, jour: '', 'preuve-0-kind': 'document', 'preuve-0-title': 'Jamais', 'preuve-0-file': pdf };
  await desk.send(desk.claire, {}, wrong);
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

test('a finding of an older day, said after the others, is shown among them and said to be older', async () => {
  const late = { etat: 'not-started', phrase: 'Retrouvé dans un vieux carnet.', jour: '2028-02-01', vues: '9' };
  await expect(desk.send(desk.claire, {}, late)).rejects.toMatchObject({ status: 303 });
  const html = await desk.thread();
  expect(html).toMatch(
    /Ce qui en avait été dit avant[^]*Constat d’un jour plus ancien[^]*Retrouvé dans un vieux carnet/,
  );
  // On the day that was looked at, among what else is dated.
  expect(html).toMatch(/1er.février 2028<\/b> évalué « pas commencé » selon le collectif, publié le/);
});

test('a photo taken out of sight has no picture any more, neither on the thread nor at its address', async () => {
  const [, parent = '', document = ''] =
    /<img src="\/preuves\/(e\d+)\/(\d+)\/vignette"/.exec(await desk.thread()) ?? [];
  const small = await endpoint('/preuves/[parent]/[document]/vignette');
  const seen = async () => (await small({ params: { parent, document } })).status;
  expect(await seen()).toBe(200);
  const { actions = {} } = await moduleOf('/preuves/[parent]/[document]/retirer');
  const team = await signedIn('p-equipe');
  const retirer = `/preuves/${parent}/${document}/retirer`;
  const asked = team.ask(retirer, 'POST', { params: { parent, document }, form: { motif: 'Le visage d’un enfant.' } });
  await expect(actions['default']?.(asked)).rejects.toMatchObject({ status: 303 });
  await expect(seen()).rejects.toMatchObject({ status: 404 });
  const html = await desk.thread();
  expect(html).toContain('Fichier retiré par l’équipe nationale');
  expect(html).not.toContain('<img');
});
