/** An addendum on the pages: who may begin one, and what both texts and the pact say of it once it is signed. */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isHttpError, isRedirect } from '@sveltejs/kit';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { browser, type Asked, type Browser } from '#server/accounts/testing/request.ts';
import { readConfig } from '#server/config.ts';
import { provideRuntime } from '#server/runtime.ts';
import { prepareScan } from '#server/scans/prepare-scan.ts';
import { storesOn } from '#server/stores.ts';
import { addPaperPage } from '#use-cases/signature/add-paper-page.ts';
import { bringPaper } from '#use-cases/signature/bring-paper.ts';
import { confirmPaper } from '#use-cases/signature/confirm-paper.ts';
import { nameSignatory } from '#use-cases/signature/name-signatory.ts';
import { sealText } from '#use-cases/signature/seal-text.ts';
import { frozenAddendum, signedAddendum } from './addendum-world.ts';
import { withTestDatabase } from './database.ts';
import { withPageRenderer } from './render-page.ts';
import { signedIn as sessionOf } from './signed-in.ts';
import { fakeSeal } from './signed-somewhere.ts';
import { completeText, frozenText, type FrozenText } from './signing-world.ts';
import { buildWorld } from './world.ts';

const database = withTestDatabase();
const pages = withPageRenderer();

beforeAll(async () => {
  await buildWorld(database.db);
  provideRuntime({ config: readConfig({}, resolve('.')), db: database.db });
});

const signedIn = async (name: string): Promise<Browser> => await sessionOf(`p-${name}`);

const textPage = ({ code }: FrozenText, who?: Browser) =>
  pages.render('/textes/[code]', `/textes/${code}`, { code }, who);
const signaturesPage = ({ code }: FrozenText, who: Browser) =>
  pages.render('/textes/[code]/signatures', `/textes/${code}/signatures`, { code }, who);
/** Without what only screen readers say. */
const seen = (html: string) => html.replaceAll(/<span class="vh[^>]*>[^<]*<\/span>/g, '').replaceAll(/<!--.*?-->/g, '');

async function prepare({ code }: FrozenText, who: Browser): Promise<unknown> {
  const url = pathToFileURL(resolve('src/routes/textes/[code]/signatures/+page.server.ts')).href;
  const { actions } = (await import(/* @vite-ignore */ url)) as {
    readonly actions: Readonly<Record<string, (event: Asked) => Promise<unknown>>>;
  };
  const event = who.ask(`/textes/${code}/signatures?/addendum`, 'POST', { params: { code }, form: {} });
  return await actions['addendum']?.(event).catch((thrown: unknown) => thrown);
}

const PREPARE = 'Préparer un avenant';

describe('beginning an addendum', () => {
  test('is one button for the collective, whose negotiation then says what it starts from', async () => {
    const signed = await completeText(database.db);
    const member = await signedIn(signed.names.member);
    expect(await signaturesPage(signed, member)).toContain(PREPARE);
    expect(await signaturesPage(signed, await signedIn(signed.names.representative))).not.toContain(PREPARE);
    const answer = await prepare(signed, member);
    const to = isRedirect(answer) ? answer.location : '';
    expect(to).toMatch(/^\/negociations\/\d+$/);

    const id = to.replace('/negociations/', '');
    const negotiation = await pages.render('/negociations/[id]', to, { id }, member);
    expect(negotiation).toContain('la négociation d’un avenant');
    expect(negotiation).toContain(`/textes/${signed.code}`);
    const draft = await pages.render('/negociations/[id]/texte', `${to}/texte`, { id }, member);
    expect(draft).toContain('Rien pour l’instant');
    expect(draft).toContain(`/textes/${signed.code}`);

    const after = await signaturesPage(signed, member);
    expect(after).toContain('Un avenant à ce texte est en préparation');
    expect(after).toContain(`href="${to}"`);
    expect(after).not.toContain(PREPARE);
    expect(await prepare(signed, member)).toMatchObject({ status: 409, data: { form: 'addendum' } });
    // Whoever reads the signed text learns nothing of it.
    expect(await textPage(signed)).not.toContain('en préparation');
  });

  test('is not there for others, and refused with a sentence before all signed', async () => {
    const signed = await completeText(database.db);
    for (const name of [signed.names.stranger, signed.names.representative]) {
      const answer = await prepare(signed, await signedIn(name));
      expect(isHttpError(answer) && answer.status).toBe(404);
    }
    const waiting = await frozenText(database.db, { now: new Date() });
    const coordinator = await signedIn(waiting.names.coordinator);
    expect(await signaturesPage(waiting, coordinator)).not.toContain(PREPARE);
    expect(await prepare(waiting, coordinator)).toMatchObject({
      status: 409,
      data: { problem: 'Ceci n’est possible qu’une fois que tout le monde a signé.' },
    });
  });
});

describe('an addendum', () => {
  test('before it is signed, is seen by its sides alone, with what it changes word by word', async () => {
    const signed = await completeText(database.db);
    const addendum = await frozenAddendum(database.db, signed);
    const nobody = await textPage(addendum, browser()).catch((thrown: unknown) => thrown);
    expect(isHttpError(nobody) && nobody.status).toBe(404);
    const inside = seen(await textPage(addendum, await signedIn(signed.names.member)));
    expect(inside).toContain('Ce que cet avenant change');
    expect(inside).toContain('Mesure locale 1');
    expect(inside).toContain('Ouvrir <del>une maison</del><ins>deux maisons</ins> de la transition');
    expect(await textPage(signed)).not.toContain(addendum.code);
  });

  test('signed, is told on both texts and beside the pact, which stays what it was', async () => {
    const signed = await completeText(database.db);
    const at = { now: signed.now, seal: fakeSeal };
    const sealed = await sealText(storesOn(database.db), { kind: 'job', name: 'seal' }, { id: signed.id }, at);
    const pact = sealed.ok ? String(sealed.value.pact) : '';
    const addendum = await signedAddendum(database.db, signed);

    const before = await textPage(signed);
    expect(before).toContain('Complété ou modifié par un avenant signé le 1er mars 2026');
    expect(before).toContain(`href="/textes/${addendum.code}"`);
    const after = await textPage(addendum);
    expect(after).toContain('Avenant au ');
    expect(after).toContain(`href="/textes/${signed.code}"`);
    expect(after).toContain(signed.sha256);
    expect(after).toContain('Ce que cet avenant change');

    const moved = await pages
      .render('/pactes/[pact]', '/pactes/x', { pact })
      .catch((thrown: unknown) => (isRedirect(thrown) ? thrown.location : ''));
    const page = await pages.render('/pactes/[pact]', moved, { pact: moved.replace('/pactes/', '') });
    expect(page).toContain('Complété ou modifié par un avenant signé le 1er mars 2026');
    expect(page).toContain(`/textes/${addendum.code}`);
    const commune = '94017-champigny-sur-marne';
    const place = await pages.render('/communes/[commune]', `/communes/${commune}`, { commune });
    expect(place.split(`href="${moved}"`).length).toBeGreaterThan(1);
    const pacts = await database.db
      .selectFrom('pact')
      .select('id')
      .where('listName', '=', signed.text.counterpart.name)
      .execute();
    expect(pacts).toHaveLength(1);
  });
});

test('whoever confirmed a paper is told so, and is not asked again', async () => {
  const frozen = await frozenText(database.db, { now: new Date() });
  const stores = storesOn(database.db);
  const typed = { code: frozen.code, name: 'Nour Exemple', role: 'signataire', email: '' };
  const named = await nameSignatory(stores, await frozen.coordinator(), typed, frozen.now);
  if (!named.ok) throw new Error(named.refusal.kind);
  const { signatory } = named.value;
  const sheet = { code: frozen.code, kind: 'paper', signedOn: frozen.text.frozenOn, signatories: [signatory] } as const;
  const brought = await bringPaper(stores, await frozen.coordinator(), sheet, frozen.now);
  if (!brought.ok) throw new Error(brought.refusal.kind);
  const { paper } = brought.value;
  const bytes = await sharp({ create: { width: 40, height: 60, channels: 3, background: '#fff' } })
    .jpeg()
    .toBuffer();
  const scan = { code: frozen.code, paper, filename: 'IMG_2041.jpg', bytes: new Uint8Array(bytes) };
  const added = await addPaperPage(stores, await frozen.coordinator(), scan, {
    now: frozen.now,
    prepare: prepareScan,
  });
  expect(added.ok).toBe(true);
  const shown = async (name: string) => {
    const path = `/textes/${frozen.code}/papier/${String(paper)}`;
    const params = { code: frozen.code, paper: String(paper) };
    return await pages.render('/textes/[code]/papier/[paper]', path, params, await signedIn(name));
  };
  expect(await shown(frozen.names.coordinator)).toContain('action="?/confirm"');
  const done = await confirmPaper(
    stores,
    await frozen.coordinator(),
    { code: frozen.code, paper, same: true },
    frozen.now,
  );
  expect(done.ok).toBe(true);
  const mine = await shown(frozen.names.coordinator);
  expect(mine).toContain('Vous l’avez confirmée.');
  expect(mine).not.toContain('action="?/confirm"');
  const theirs = await shown(frozen.names.representative);
  expect(theirs).not.toContain('Vous l’avez confirmée.');
  expect(theirs).toContain('action="?/confirm"');
});
