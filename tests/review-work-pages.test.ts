/** The pages where a review is worked on, asked as a browser asks them: who gets in, what a form keeps. */
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { isHttpError, isRedirect } from '@sveltejs/kit';
import { beforeAll, describe, expect, test } from 'vitest';
import { emptyEntry } from '#domain/review/review-entry.ts';
import { browser, type Asked, type Browser } from '#server/accounts/testing/request.ts';
import { readConfig } from '#server/config.ts';
import { provideRuntime } from '#server/runtime.ts';
import { assess } from '#use-cases/follow-up/assess.ts';
import { saveEntry } from '#use-cases/reviews/save-entry.ts';
import { withTestDatabase } from './database.ts';
import { actorFor } from './people.ts';
import { withPageRenderer } from './render-page.ts';
import { CHECKED, moduleOf, paramsOf, reviewDesk, ROOT, signedIn, TODAY } from './review-desk.ts';

const database = withTestDatabase();
const { render } = withPageRenderer();
beforeAll(() => {
  provideRuntime({ config: readConfig({}), db: database.db });
});
const desk = reviewDesk(database);
let review: number;
beforeAll(() => {
  ({ review } = desk);
});

async function see(who: Browser, page: string, id = review): Promise<unknown> {
  const { load } = await moduleOf(`${page}/+page.server.ts`);
  const path = `/bilans/${id}${page.replace('[item]', 'm15')}`;
  return await load(who.ask(path, 'GET', { params: paramsOf(id) }));
}

async function outcomeOf(answer: Promise<unknown>): Promise<number | string> {
  try {
    return ((await answer) as { readonly status?: number }).status ?? 200;
  } catch (thrown) {
    if (isHttpError(thrown)) return thrown.status;
    if (isRedirect(thrown)) return thrown.location;
    throw thrown;
  }
}

const PAGES = readdirSync(resolve(`src/routes${ROOT}/travail`), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('+page.server.ts'))
  .map((path) => `/travail/${path.slice(0, -'+page.server.ts'.length)}`.replace(/\/$/, ''));

describe.each(PAGES)('the page %s', (page) => {
  test('is there for the members of the collective, and for nobody else', async () => {
    expect(await outcomeOf(see(browser(), page))).toMatch(/^\/connexion/);
    for (const name of ['nadia', 'sofia']) expect(await outcomeOf(see(await signedIn(name), page))).toBe(404);
    expect(await outcomeOf(see(await signedIn('paul'), page))).toBe(200);
    expect(await outcomeOf(see(await signedIn('paul'), page, 9999))).toBe(404);
  });
});

/** What the site says when a form is larger than what it takes. */
const tooLarge = (asked: Asked): Asked => ({
  ...asked,
  request: Object.assign(asked.request, { formData: () => Promise.reject(new Error('Content-length exceeds limit')) }),
});

test('a form that is too large is called so, on the page and while one types', async () => {
  const asked = async () => (await signedIn('paul')).ask('/', 'POST', { params: paramsOf(review) });
  const { actions } = await moduleOf('/travail/[item]/+page.server.ts');
  expect(await actions['enregistrer']?.(tooLarge(await asked()))).toMatchObject({
    status: 413,
    data: { plain: expect.stringContaining('vos mots sont encore dans la page') as string },
  });
  const { POST } = await moduleOf('/travail/[item]/brouillon/+server.ts');
  expect((await POST(tooLarge(await asked()))).status).toBe(413);
});

describe('the form of one promise', () => {
  test('proposes a state for each level checked, none for the whole while others wait, and leaves what somebody wrote', async () => {
    const form = { version: '0', on: TODAY, sentence: 'Mes mots à moi.', proposer: 'oui', ...CHECKED };
    const { answer } = await desk.send(await signedIn('paul'), 'enregistrer', form);
    // Asked for and given: no refusal, which would carry its status.
    expect(answer).not.toHaveProperty('status');
    expect(answer).toMatchObject({
      back: {
        form: { status: '', sentence: 'Mes mots à moi.', levels: { 1: 'partly-kept', 2: '', 3: '' } },
        proposal: { line: expect.stringContaining('N1 tenu en partie, 2 oui sur 3 points') as string },
      },
    });
    // Nothing was decided: nothing is kept.
    expect(await desk.stores().reviews.entries(review)).toEqual([]);
  });

  test('does not ask about clauses that the pact did not take', async () => {
    const { page } = (await see(await signedIn('paul'), '/travail/[item]')) as { page: { levels: readonly object[] } };
    // Of level 3 the pact takes the first clause alone.
    expect(page.levels).toMatchObject([
      { level: 1, checks: [{}, {}, {}], leftOut: [] },
      { level: 2, leftOut: [] },
      { level: 3, checks: [{ look: 'place' }], leftOut: [{ look: 'document' }, { look: 'figure' }] },
    ]);
  });

  test('keeps pasted evidence and goes on to the next promise that waits', async () => {
    const pasted = 'https://exemple.fr/plan-velo\n\nLe conseil approuve le plan vélo.';
    const form = {
      version: '0',
      on: TODAY,
      status: 'kept',
      sentence: 'Voté.',
      'preuve-coller': pasted,
      act: 'suivant',
    };
    const { answer } = await desk.send(await signedIn('paul'), 'enregistrer', { ...form, ...CHECKED });
    expect(answer).toMatchObject({ status: 303, location: `/bilans/${review}/travail/m26?fait=m15` });
    const [entry] = await desk.stores().reviews.entries(review);
    expect(entry?.words).toMatchObject({
      status: 'kept',
      checks: { length: 3 },
      evidence: [
        { kind: 'link', url: 'https://exemple.fr/plan-velo', seenOn: TODAY },
        { kind: 'document', quotation: 'Le conseil approuve le plan vélo.' },
      ],
    });
  });

  test('gives both texts to whoever comes second', async () => {
    const form = { version: '0', on: TODAY, status: 'broken', sentence: 'Autre chose.', act: 'rester' };
    const { answer } = await desk.send(await signedIn('anne'), 'enregistrer', form);
    expect(answer).toMatchObject({
      status: 409,
      data: {
        back: {
          // Sent again once both were read, it takes its place.
          form: { sentence: 'Autre chose.', status: 'broken', version: 1 },
          stale: { name: 'paul Exemple', sentence: 'Voté.' },
        },
      },
    });
  });

  test('gives back what was typed to somebody whose session ended, and shows nothing of the review', async () => {
    const visitor = browser();
    const event = await desk.send(visitor, 'enregistrer', { version: '1', on: TODAY, sentence: 'Tapé trop tard.' });
    expect(event.answer).toMatchObject({ status: 401, data: { signedOut: { sentence: ['Tapé trop tard.'] } } });
    const { load } = await moduleOf('/travail/[item]/+page.server.ts');
    const again = visitor.ask(`/bilans/${review}/travail/m15`, 'POST', { form: {}, params: paramsOf(review) });
    expect(await load(again)).toEqual({ signedOut: true, page: null });
  });

  test('gives the introduction and an answer back too', async () => {
    for (const page of ['/travail/publier', '/repondre', '/rectifier']) {
      const { actions } = await moduleOf(`${page}/+page.server.ts`);
      const act = actions['introduction'] ?? actions['default'];
      const form = { introduction: 'Mes mots', words: 'Mes mots' };
      const answer = await act?.(browser().ask('/', 'POST', { form, params: paramsOf(review) }));
      expect(answer).toMatchObject({ status: 401, data: { signedOut: { words: ['Mes mots'] } } });
    }
  });

  test('is emptied without losing what was said', async () => {
    const paul = await actorFor(database.db, 'p-paul');
    const words = { ...emptyEntry(TODAY), status: 'kept', sentence: 'À vider.' } as const;
    await saveEntry(desk.stores(), paul, { review, item: 'm2', version: 0, words }, new Date());
    const { answer } = await desk.send(await signedIn('anne'), 'vider', {}, 'm2');
    expect(answer).toMatchObject({ status: 303 });
    const [now, before] = await desk.stores().reviews.entryVersions(review, 'm2');
    expect(now?.words).toMatchObject({ status: null, sentence: '' });
    expect(before?.words).toMatchObject({ sentence: 'À vider.' });
  });

  test('keeps what is typed for its author alone, as they type it', async () => {
    const { POST } = await moduleOf('/travail/[item]/brouillon/+server.ts');
    const post = async (who: Browser, id = review) => {
      const form = { version: '0', sentence: 'À moitié tapé' };
      const path = `/bilans/${id}/travail/m1/brouillon`;
      return (await POST(who.ask(path, 'POST', { form, params: paramsOf(id, 'm1') }))).status;
    };
    expect(await post(browser())).toBe(401);
    expect(await post(await signedIn('nadia'))).toBe(404);
    expect(await post(await signedIn('anne'))).toBe(204);
    const { load } = await moduleOf('/travail/[item]/+page.server.ts');
    const pageOf = async (name: string) =>
      await load((await signedIn(name)).ask('/', 'GET', { params: paramsOf(review, 'm1') }));
    expect(await pageOf('anne')).toMatchObject({ page: { form: { sentence: 'À moitié tapé' } } });
    // The others see that somebody writes, and not what.
    expect(await pageOf('paul')).toMatchObject({
      page: { form: { sentence: '' }, row: { typing: [{ mine: false }] } },
    });
  });

  test('is the same page without a script', async () => {
    const html = await render(
      `${ROOT}/travail/[item]`,
      `/bilans/${review}/travail/m15?fait=m26`,
      paramsOf(review),
      await signedIn('paul'),
    );
    expect(html).toMatch(/data-saved="m26"[^]*?pas encore d’état, ni de constat/);
    expect(html).toContain('Ce qu’on peut vérifier');
    expect(html).toMatch(/<button[^>]*value="suivant"/);
    expect(html.match(/type="radio" name="status"/g)).toHaveLength(8);
    // Where a phone finds the state, below what there is to check.
    expect(html).toMatch(/<a href="#etat">[^]*id="verifier"[^]*<fieldset[^>]*id="etat"/);
    expect(html).toMatch(/ne compte pas[^]*<ul[^]*La dépense pour le vélo/);
    const purchases = await render(
      `${ROOT}/travail/[item]`,
      `/bilans/${review}/travail/m1`,
      paramsOf(review, 'm1'),
      await signedIn('paul'),
    );
    const pointsIn = (page: string) =>
      [...page.matchAll(/<fieldset class="point[^"]*"><legend>([^]*?)<\/legend>/g)].map(([, legend = '']) => legend);
    expect(pointsIn(html).some((legend) => legend.includes('La dépense pour le vélo'))).toBe(false);
    const asked = (words: string) =>
      pointsIn(purchases)
        .find((legend) => legend.includes(words))
        ?.includes('tient-il la promesse');
    expect(asked('Le nombre d’actions de communication')).toBe(true);
    expect(asked('Les programmes ou les invitations')).toBe(false);
  });
});

test('what the collective said since, outside of the review, is to be read before it is published: shown before, on both pages', async () => {
  const said = { status: 'broken', levels: [], beforeMandate: false, evidence: [], assessedOn: TODAY } as const;
  const about = { pact: desk.world.demain, item: 'm15', voice: 'collective', sentence: 'Tout est effacé.' } as const;
  const soon = new Date(Date.now() + 60_000);
  const paul = await actorFor(database.db, 'p-paul');
  expect(await assess(desk.stores(), paul, { ...about, ...said }, soon)).toMatchObject({ ok: true });
  const page = async (path: string) =>
    await render(
      `${ROOT}${path}`,
      `/bilans/${review}${path.replace('[item]', 'm15')}`,
      paramsOf(review),
      await signedIn('anne'),
    );
  expect(await page('/travail/publier')).toMatch(
    /le collectif en a parlé depuis[^]*?<li><a href="\/bilans\/\d+\/travail\/m15">/,
  );
  expect(await page('/travail/[item]')).toContain('Le collectif a parlé de cet engagement, hors du bilan');
});
