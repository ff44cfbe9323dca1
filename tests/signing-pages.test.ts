/** Pages of texts that are signed here: who sees what, and what every public page then says. */
import { resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { browser, type Asked } from '#server/accounts/testing/request.ts';
import { readConfig } from '#server/config.ts';
import { provideRuntime } from '#server/runtime.ts';
import { pactRows } from '#server/storage/downloads.ts';
import { storesOn } from '#server/stores.ts';
import { bringPaper } from '#use-cases/signature/bring-paper.ts';
import { renounce } from '#use-cases/signature/renounce.ts';
import { sealText } from '#use-cases/signature/seal-text.ts';
import { withTestDatabase } from './database.ts';
import { withPageRenderer } from './render-page.ts';
import { fakeSeal } from './signed-somewhere.ts';
import { completeText, frozenText, invited, type FrozenText } from './signing-world.ts';
import { buildWorld, type World } from './world.ts';

const database = withTestDatabase();
const pages = withPageRenderer();
let world: World;
let signed: FrozenText;
let pact = 0;

type Page = {
  readonly load: (event: Asked) => Promise<Readonly<Record<string, unknown>>>;
  readonly actions: Readonly<Record<string, (event: Asked) => Promise<unknown>>>;
};

async function pageAt(path: string): Promise<Page> {
  return (await import(/* @vite-ignore */ `../src/routes/${path}/+page.server.ts`)) as Page;
}
const TEXT = 'textes/[code]';
const SIGNATURES = 'textes/[code]/signatures';
const PAPER = 'textes/[code]/papier/[paper]';
const SIGNER = 'signer/[token]';

const load = async (path: string, event: Asked) => await (await pageAt(path)).load(event);
const act = async (path: string, name: string, event: Asked) => await (await pageAt(path)).actions[name]?.(event);

beforeAll(async () => {
  world = await buildWorld(database.db);
  provideRuntime({ config: readConfig({}, resolve('.')), db: database.db });
  signed = await completeText(database.db);
  const at = { now: signed.now, seal: fakeSeal };
  const sealed = await sealText(storesOn(database.db), { kind: 'job', name: 'seal' }, { id: signed.id }, at);
  if (!sealed.ok || sealed.value.pact === null) throw new Error('not sealed');
  pact = sealed.value.pact;
});

/** What a load or an act throws for a visitor: its status, or what it returned. */
async function statusOf(work: () => unknown): Promise<unknown> {
  try {
    return (await work()) === undefined ? 'nothing' : 'shown';
  } catch (thrown) {
    if (typeof thrown === 'object' && thrown !== null && 'status' in thrown) return thrown.status;
    throw thrown;
  }
}

/** Enough of an event of Kit for a load. */
const visit = (path: string, params: Readonly<Record<string, string>>) => browser().ask(path, 'GET', { params });

describe('a pact signed here', () => {
  const pactHtml = () => pages.render('/pactes/[pact]', '/pactes/x', { pact: String(pact) }).catch(redirected);
  const redirected = async (thrown: unknown) => {
    const location =
      typeof thrown === 'object' && thrown !== null && 'location' in thrown ? String(thrown.location) : '';
    return await pages.render('/pactes/[pact]', location, { pact: location.replace('/pactes/', '') });
  };

  test('says who signed it, when and how, and never that it was read', async () => {
    const html = await pactHtml();
    expect(html).toContain('Signé sur ce site le 1er mars 2026, en ligne');
    expect(html).toContain('Claire Exemple (signataire), en ligne');
    expect(html).toContain(`/textes/${signed.code}`);
    expect(html).not.toContain('Lu automatiquement');
    expect(html).toContain('Signé par tout le monde, scellé et publié le 1er mars 2026.');
  });

  test('one read from a document keeps its source and names no signature', async () => {
    const page = await pages.render('/pactes/[pact]', '/pactes/x', { pact: String(world.demain) }).catch(redirected);
    expect(page).toContain('Lu automatiquement');
    expect(page).not.toContain('Signé sur ce site');
  });

  test('is on the page of its commune, in the thread of a measure and in the list of pacts', async () => {
    const commune = '94017-champigny-sur-marne';
    const here = await pages.render('/communes/[commune]', `/communes/${commune}`, { commune });
    expect(here).toContain(signed.text.counterpart.name);
    const thread = await pages.render('/communes/[commune]/mesures/[measure]', `/communes/${commune}/mesures/15`, {
      commune,
      measure: '15',
    });
    expect(thread).toContain('Signé sur ce site le 1er mars 2026');
    const { rows } = await pactRows(database.db, {});
    expect(rows.find(({ id }) => id === pact)).toMatchObject({
      readerVersion: null,
      signedHere: { code: signed.code },
    });
    expect(rows.find(({ id }) => id === world.demain)).toMatchObject({ signedHere: null });
  });

  test('shows beside it that a party renounced it, and stays as it is', async () => {
    const before = await pactHtml();
    const by = await signed.representative();
    const reason = 'Le budget <b>2027</b> ne le permet pas.';
    await renounce(storesOn(database.db), by, { code: signed.code, reason }, new Date('2027-05-02T10:00:00Z'));
    const after = await pactHtml();
    expect(after).toContain('Dénoncé le 2 mai 2027');
    expect(after).toContain('Le budget &lt;b>2027&lt;/b> ne le permet pas.');
    const article = (html: string) => html.slice(html.indexOf('<article'), html.indexOf('</article>'));
    expect(article(after)).toBe(article(before));
    const text = await pages.render('/textes/[code]', `/textes/${signed.code}`, { code: signed.code });
    expect(text).toContain('Dénoncé le 2 mai 2027');
  });
});

describe('the address of a text', () => {
  test('is public once all signed, without any address of a person', async () => {
    const html = await pages.render('/textes/[code]', `/textes/${signed.code}`, { code: signed.code });
    expect(html).toContain(signed.sha256);
    expect(html).toContain('Claire Exemple');
    expect(html).not.toMatch(/[a-z0-9]@/i);
  });

  test('takes a code as people type it', async () => {
    const typed = `${signed.code.slice(0, 5).toLowerCase()}-${signed.code.slice(5)}`;
    expect(await statusOf(() => load(TEXT, visit(`/textes/${typed}`, { code: typed })))).toBe(308);
  });

  test('before, is not there for others, exactly as a code that nobody has', async () => {
    const frozen = await frozenText(database.db);
    for (const code of [frozen.code, '0123456789', 'nothing']) {
      expect(await statusOf(() => load(TEXT, visit(`/textes/${code}`, { code })))).toBe(404);
      expect(await statusOf(() => load(SIGNATURES, visit(`/textes/${code}/signatures`, { code })))).toBe(404);
    }
  });

  test('where signatures are collected stays private once all signed', async () => {
    const { code } = signed;
    expect(await statusOf(() => load(SIGNATURES, visit(`/textes/${code}/signatures`, { code })))).toBe(404);
  });
});

describe('the page of a signatory', () => {
  test('is opened by the link alone, and is kept by no cache', async () => {
    const frozen = await frozenText(database.db);
    const { token } = await invited(database.db, frozen, { side: 'carrier', name: 'Yael Exemple' });
    const headers: Record<string, string> = {};
    const event = {
      ...browser().ask(`/signer/${token}`, 'GET', { params: { token } }),
      setHeaders: (set: object) => void Object.assign(headers, set),
    };
    const data = await load(SIGNER, event);
    expect(data).toMatchObject({ code: frozen.code, me: { name: 'Yael Exemple', codeAsked: false } });
    expect(JSON.stringify(data)).not.toContain('@example.fr');
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['x-robots-tag']).toContain('noindex');
    expect(await statusOf(() => load(SIGNER, visit('/signer/x', { token: 'x' })))).toBe(404);
  });

  test('shows the papers of the text to its bearer, under the same link', async () => {
    const frozen = await frozenText(database.db, { now: new Date() });
    const { token, actor, id } = await invited(database.db, frozen, { side: 'carrier', name: 'Xia Exemple' });
    const signedOn = frozen.text.frozenOn;
    const brought = await bringPaper(
      storesOn(database.db),
      actor,
      { code: frozen.code, kind: 'paper', signedOn, signatories: [id] },
      new Date(),
    );
    if (!brought.ok) throw new Error(brought.refusal.kind);
    const paper = String(brought.value.paper);
    const event = browser().ask(`/signer/${token}/papier/${paper}`, 'GET', { params: { token, paper } });
    expect(await load('signer/[token]/papier/[paper]', event)).toMatchObject({
      base: `/signer/${token}`,
      paper: { id: Number(paper), signatories: [{ name: 'Xia Exemple' }] },
    });
    const other = await frozenText(database.db, { now: new Date() });
    const stranger = await invited(database.db, other, { side: 'carrier', name: 'Xia Exemple' });
    const foreign = { token: stranger.token, paper };
    expect(await statusOf(() => load('signer/[token]/papier/[paper]', visit('/x', foreign)))).toBe(404);
  });

  test('a form that is refused keeps what was typed and says where to look', async () => {
    const frozen = await frozenText(database.db, { now: new Date() });
    const { token } = await invited(database.db, frozen, { side: 'carrier', name: 'Zia Exemple' });
    const form = { name: 'Zia E.', role: ' ', read: 'yes', code: '' };
    const event = browser().ask(`/signer/${token}?/code`, 'POST', { params: { token }, form });
    const answer = await act(SIGNER, 'code', event);
    expect(answer).toMatchObject({ status: 400, data: { field: 'role', typed: { name: 'Zia E.' } } });
  });
});

test('an upload that is stopped for its weight gets a clear sentence, and what was kept before stays', async () => {
  const frozen = await frozenText(database.db);
  const params = { code: frozen.code, paper: '1' };
  const event = browser().ask(`/textes/${frozen.code}/papier/1?/page`, 'POST', { params });
  // As the server answers a body past its limit: it can be read no further.
  const request = Object.assign(new Request(event.url, { method: 'POST' }), {
    formData: () => Promise.reject(new Error('Content-length exceeds limit')),
  });
  const answer = await act(PAPER, 'page', { ...event, request });
  expect(answer).toMatchObject({ status: 413, data: { field: 'file' } });
  expect(JSON.stringify(answer)).toContain('trop lourd');
});
