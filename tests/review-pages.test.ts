/** The pages of a review, asked as a browser asks them: who gets in, what a form keeps, what everybody reads once published. */
import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isHttpError, isRedirect } from '@sveltejs/kit';
import { strFromU8, unzipSync } from 'fflate';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { emptyEntry } from '#domain/review/review-entry.ts';
import { dayIn } from '#domain/shared/local-day.ts';
import { browser, type Asked, type Browser } from '#server/accounts/testing/request.ts';
import { readConfig } from '#server/config.ts';
import { provideRuntime } from '#server/runtime.ts';
import { storesOn } from '#server/stores.ts';
import { placeFolder } from '#server/export/place-folder.ts';
import { testKey } from '#server/seal/testing/sealed-champigny.ts';
import { placeRecord } from '#server/storage/place-record.ts';
import { reviewRecords } from '#server/storage/review-records.ts';
import { reviewsOfPlace } from '#server/storage/review-lists.ts';
import { giveRole } from '#use-cases/campaign/give-role.ts';
import { assess, type Assess } from '#use-cases/follow-up/assess.ts';
import { answerReview, correctReview } from '#use-cases/reviews/beside-review.ts';
import { openReview } from '#use-cases/reviews/open-review.ts';
import { publishReview } from '#use-cases/reviews/publish-review.ts';
import { saveEntry } from '#use-cases/reviews/save-entry.ts';
import { active, joined } from './collectives.ts';
import { withTestDatabase } from './database.ts';
import { actorFor, addressOf, newPerson } from './people.ts';
import { withPageRenderer } from './render-page.ts';
import { signedIn as sessionOf } from './signed-in.ts';
import { writePact } from './world-readings.ts';
import { BRY, buildWorld, CHAMPIGNY, NOGENT, OPERATOR, publish, type World } from './world.ts';

const database = withTestDatabase();
const { render } = withPageRenderer();
const stores = () => storesOn(database.db);
const TODAY = dayIn(new Date(), 'Europe/Paris');
let world: World;
let collective: number;
let review: number;

beforeAll(async () => {
  provideRuntime({ config: readConfig({}), db: database.db });
  world = await buildWorld(database.db);
  const founded = await active(database.db, { founder: 'anne', places: [CHAMPIGNY], name: 'Champigny en transition' });
  collective = founded.id;
  await joined(database.db, { id: founded.id, by: founded.founder, name: 'paul' });
  await active(database.db, { founder: 'nadia', places: [NOGENT] });
  await newPerson(database.db, 'sofia');
  const role = { role: 'municipal-agent', place: CHAMPIGNY } as const;
  await giveRole(stores(), OPERATOR, { email: addressOf('sofia'), role }, new Date());
  review = await opened(world.demain);
});

async function opened(pact: number): Promise<number> {
  const request = { collective, pact, occasion: 'mid-term' };
  const outcome = await openReview(stores(), await actorFor(database.db, 'p-anne'), request, new Date());
  if (!outcome.ok) throw new Error(`not opened: ${outcome.refusal.kind}`);
  return outcome.value.id;
}

const signedIn = async (name: string): Promise<Browser> => await sessionOf(`p-${name}`);

type Module = {
  readonly load: (event: Asked) => Promise<unknown>;
  readonly actions: Readonly<Record<string, (event: Asked) => Promise<unknown>>>;
  readonly GET: (event: Asked) => Promise<Response>;
  readonly POST: (event: Asked) => Promise<Response>;
};
const ROOT = '/bilans/[review]';
const routeModule = async (file: string) =>
  (await import(/* @vite-ignore */ pathToFileURL(resolve(`src/routes${file}`)).href)) as Module;
const moduleOf = async (file: string) => await routeModule(`${ROOT}${file}`);
const paramsOf = (id: number, item = 'm15') => ({ review: String(id), item });

async function see(who: Browser, page: string, id = review): Promise<unknown> {
  const { load } = await moduleOf(`${page}/+page.server.ts`);
  const path = `/bilans/${id}${page.replace('[item]', 'm15')}`;
  return await load(who.ask(path, 'GET', { params: paramsOf(id) }));
}

type Form = Readonly<Record<string, string>>;
async function send(
  who: Browser,
  act: string,
  form: Form,
  { item = 'm15' } = {},
): Promise<Asked & { answer: unknown }> {
  const { actions } = await moduleOf('/travail/[item]/+page.server.ts');
  const event = who.ask(`/bilans/${review}/travail/${item}`, 'POST', { form, params: paramsOf(review, item) });
  const answer = await actions[act]?.(event).catch((thrown: unknown) => thrown);
  return { ...event, answer };
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
  const CHECKED = { 'point-1-0': 'yes', 'point-1-1': 'yes', 'point-1-2': 'no', 'note-1-2': 'Mairie, le 3 mai' };

  test('proposes a state for each level checked, none for the whole while others wait, and leaves what somebody wrote', async () => {
    const form = { version: '0', on: TODAY, sentence: 'Mes mots à moi.', proposer: 'oui', ...CHECKED };
    const { answer } = await send(await signedIn('paul'), 'enregistrer', form);
    expect(answer).toMatchObject({
      data: {
        back: {
          form: { status: '', sentence: 'Mes mots à moi.', levels: { 1: 'partly-kept', 2: '', 3: '' } },
          proposal: { line: expect.stringContaining('N1 tenu en partie, 2 oui sur 3 points') as string },
        },
      },
    });
    // Nothing was decided: nothing is kept.
    expect(await stores().reviews.entries(review)).toEqual([]);
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
    const { answer } = await send(await signedIn('paul'), 'enregistrer', { ...form, ...CHECKED });
    expect(answer).toMatchObject({ status: 303, location: `/bilans/${review}/travail/m26?fait=m15` });
    const [entry] = await stores().reviews.entries(review);
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
    const { answer } = await send(await signedIn('anne'), 'enregistrer', form);
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
    const event = await send(visitor, 'enregistrer', { version: '1', on: TODAY, sentence: 'Tapé trop tard.' });
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
    await saveEntry(stores(), paul, { review, item: 'm2', version: 0, words }, new Date());
    const { answer } = await send(await signedIn('anne'), 'vider', {}, { item: 'm2' });
    expect(answer).toMatchObject({ status: 303 });
    const [now, before] = await stores().reviews.entryVersions(review, 'm2');
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
      `/bilans/${review}/travail/m15`,
      paramsOf(review),
      await signedIn('paul'),
    );
    expect(html).toContain('Ce qu’on peut vérifier');
    expect(html).toMatch(/<button[^>]*value="suivant"/);
    expect(html.match(/type="radio" name="status"/g)).toHaveLength(8);
  });
});

describe('once published', () => {
  const HOSTILE = '=HYPERLINK("https://exemple.fr") <b>gras</b> \u202eà l’envers';

  beforeAll(async () => {
    const [anne, sofia] = [await actorFor(database.db, 'p-anne'), await actorFor(database.db, 'p-sofia')];
    const words = { ...emptyEntry(TODAY), status: 'broken', sentence: HOSTILE } as const;
    await saveEntry(stores(), anne, { review, item: 'm1', version: 0, words }, new Date());
    const changes = (await stores().reviews.find(review))?.changes ?? 0;
    const published = await publishReview(stores(), anne, { review, changes }, new Date());
    if (!published.ok) throw new Error(`not published: ${published.refusal.kind}`);
    const said = await stores().assessments.latest({ pact: world.demain, item: 'm15', voice: 'collective' });
    const reply: Assess = {
      pact: world.demain,
      item: 'm15',
      voice: 'town-hall',
      status: 'kept',
      levels: [],
      beforeMandate: false,
      sentence: 'La piste est ouverte.',
      evidence: [],
      assessedOn: TODAY,
      answersTo: said?.id ?? 0,
    };
    const answered = await assess(stores(), sofia, reply, new Date());
    if (!answered.ok) throw new Error(`not answered: ${answered.refusal.kind}`);
    await answerReview(stores(), sofia, { review, words: 'La mairie prend note.' }, new Date());
    await correctReview(stores(), anne, { review, item: 'm1', words: 'C’était en mai.' }, new Date());
  });

  const page = async () =>
    (
      await render(ROOT, `/bilans/${review}-champigny-sur-marne`, { review: `${review}-champigny-sur-marne` })
    ).replaceAll('\u00a0', ' ');

  test('says its figures with their denominators, its date, its method, and how much nobody looked at', async () => {
    const html = await page();
    expect(html).toContain('<b>1</b> <span>tenu sur 9 signés</span>');
    expect(html).toMatch(/<b class="unknown">7<\/b> <span>non examinés, sur 9<\/span>/);
    expect(html).toContain('2 engagements examinés sur 9 signés, 7 non examinés');
    expect(html).toContain('Ambition : 5 mesures prises sur les 32 de la charte');
    expect(html).toContain('href="/methode/1"');
    expect(html.match(/Non examiné dans ce bilan/g)).toHaveLength(7);
  });

  test('shows beside it what came since, each with its date and its side', async () => {
    const html = await page();
    expect(html).toContain('La mairie prend note.');
    expect(html).toContain('La piste est ouverte.');
    expect(html).toContain('C’était en mai.');
    expect(html.indexOf('id="m15"')).toBeLessThan(html.indexOf('La piste est ouverte.'));
  });

  test('lets nothing that somebody typed act on the page nor in a spreadsheet', async () => {
    const html = await page();
    expect(html).not.toContain('<b>gras</b>');
    expect(html).toContain('[U+202E]');
    const { GET } = await moduleOf('/bilan.csv/+server.ts');
    const csv = await (await GET(browser().ask('/', 'GET', { params: paramsOf(review) }))).text();
    expect(csv).toContain(`"'=HYPERLINK(""https://exemple.fr"")`);
    expect(csv.trim().split('\r\n').length).toBeGreaterThanOrEqual(10);
  });

  test('gives its canonical text, whose fingerprint is the one shown and the one of the journal', async () => {
    const { GET } = await moduleOf('/bilan.json/+server.ts');
    const bytes = await (await GET(browser().ask('/', 'GET', { params: paramsOf(review) }))).bytes();
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect(await page()).toContain(sha256);
    const event = await database.db
      .selectFrom('journalEvent')
      .innerJoin('journalContent', 'journalContent.sequence', 'journalEvent.sequence')
      .select('says')
      .where('act', '=', 'publish-review')
      .executeTakeFirstOrThrow();
    expect(JSON.parse(event.says ?? '{}')).toMatchObject({ sha256, number: 1 });
  });

  test('prints the same words, with the answers, as an accessible PDF and as an ODT; a page for the press', async () => {
    const fileOf = async (file: string) => {
      const { GET } = await moduleOf(`/${file}/+server.ts`);
      return await (await GET(browser().ask('/', 'GET', { params: paramsOf(review) }))).bytes();
    };
    const pdf = await getDocument({ data: (await fileOf('bilan.pdf')).slice(), verbosity: 0 }).promise;
    const { metadata } = await pdf.getMetadata();
    expect(String(metadata.get('pdfuaid:part'))).toBe('1');
    const texts = await Promise.all(
      Array.from({ length: pdf.numPages }, async (_, index) => {
        const { items } = await (await pdf.getPage(index + 1)).getTextContent();
        return items.map((item) => ('str' in item ? item.str : '')).join(' ');
      }),
    );
    const text = texts.join(' ').replace(/\s+/g, ' ');
    for (const words of ['La mairie prend note.', 'La piste est ouverte.', 'Non examiné dans ce bilan.', 'Tenu']) {
      expect(text).toContain(words);
    }
    expect(text).not.toMatch(/\[U\+2[0-9A-F]{3}\] (?:Tenu|Rompu|Pas)/);
    const odt = strFromU8(unzipSync(await fileOf('bilan.odt'))['content.xml'] ?? new Uint8Array());
    expect(odt).toContain('La mairie prend note.');
    const press = await getDocument({ data: (await fileOf('presse.pdf')).slice(), verbosity: 0 }).promise;
    expect(press.numPages).toBe(1);
  });

  test('keeps the words that were not saved in time with who typed them', async () => {
    const { POST } = await moduleOf('/travail/[item]/brouillon/+server.ts');
    const late = (await signedIn('anne')).ask('/', 'POST', {
      form: { sentence: 'Trop tard' },
      params: paramsOf(review),
    });
    expect((await POST(late)).status).toBe(409);
    const { answer } = await send(await signedIn('paul'), 'enregistrer', {
      version: '1',
      on: TODAY,
      sentence: 'Trop tard',
    });
    expect(answer).toMatchObject({ status: 409, data: { back: { form: { sentence: 'Trop tard' } } } });
  });

  test('leaves with the folder of its commune: its text, and what the journal says of it, nothing of the work before', async () => {
    const { reviews, events } = await reviewRecords(database.db, CHAMPIGNY);
    expect(reviews.map(({ id }) => id)).toEqual([review]);
    const digest = createHash('sha256')
      .update(reviews[0]?.canonical ?? '')
      .digest('hex');
    expect(events.map(({ act }) => act)).toEqual(['publish-review', 'answer-review', 'correct-review']);
    expect(JSON.parse(events[0]?.says ?? '{}')).toMatchObject({ sha256: digest });
    const folder = await placeFolder(
      {
        place: { kind: 'municipality', code: '94017', name: 'Champigny-sur-Marne' },
        record: await placeRecord(database.db, CHAMPIGNY),
        reviews: { reviews, events },
        certificates: [],
        site: 'https://parole.example',
        at: new Date(),
        scans: false,
      },
      await testKey(),
    );
    const file = folder.find(({ path }) => path === `bilans/${review}/bilan-${review}.json`);
    expect(
      createHash('sha256')
        .update(file?.bytes ?? new Uint8Array())
        .digest('hex'),
    ).toBe(digest);
  });

  test('is where the next one starts: what was answered then is shown beside each point', async () => {
    const next = await opened(world.demain);
    const params = paramsOf(next);
    const html = await render(`${ROOT}/travail/[item]`, `/bilans/${next}/travail/m15`, params, await signedIn('paul'));
    expect(html.replaceAll(/[\u00a0\u202f]/g, ' ')).toMatch(/Au bilan du [^:]+ : non \(Mairie, le 3 mai\)\./);
    expect(html).toContain('Toujours exact');
  });

  test('is in the lists of its commune, with its figures', async () => {
    const html = await render('/communes/[commune]', '/communes/94017-champigny-sur-marne', {
      commune: '94017-champigny-sur-marne',
    });
    expect(html).toContain(`href="/bilans/${review}-champigny-sur-marne"`);
    expect(html.replaceAll('\u00a0', ' ')).toContain('1 engagement tenu sur 9 signés');
    expect(await reviewsOfPlace(database.db, CHAMPIGNY)).toMatchObject([{ number: 1, replies: 1 }]);
    const pact = { pact: `${world.demain}-champigny-demain-exemple` };
    expect(await render('/pactes/[pact]', `/pactes/${pact.pact}`, pact)).toContain(`href="/bilans/${review}-`);
    const { load } = await routeModule('/collectifs/[collective]/+page.server.ts');
    const params = { collective: `${collective}-champigny-en-transition` };
    const shown = await load(browser().ask(`/collectifs/${params.collective}`, 'GET', { params }));
    expect(shown).toMatchObject({ shown: { reviews: [{ id: review }] } });
  });
});

describe('on a bad day', () => {
  test('a pact that promises nothing of the charter is reviewed all the same', async () => {
    const locals = [{ text: 'Ouvrir un conseil des enfants', relatedMeasures: [] }];
    const pact = await publish(
      database.db,
      CHAMPIGNY,
      writePact({ list: 'Rien que nos idées (exemple)', commitments: [], locals }),
    );
    const id = await opened(pact);
    const promises = (await stores().reviews.pact(pact))?.promises ?? [];
    const local = promises.find(({ item }) => item.startsWith('l'))?.item ?? '';
    const anne = await actorFor(database.db, 'p-anne');
    const words = { ...emptyEntry(TODAY), status: 'kept', sentence: 'Il siège depuis mars.' } as const;
    const saved = await saveEntry(stores(), anne, { review: id, item: local, version: 0, words }, new Date());
    expect(saved).toMatchObject({ ok: true });
    const changes = (await stores().reviews.find(id))?.changes ?? 0;
    expect(await publishReview(stores(), anne, { review: id, changes }, new Date())).toMatchObject({ ok: true });
    const html = await render(ROOT, `/bilans/${id}-champigny-sur-marne`, { review: `${id}-champigny-sur-marne` });
    expect(html).toContain('aucune des 32 mesures de la charte, 1 engagement local');
    expect(html).toContain('Ouvrir un conseil des enfants');
  });

  test('the collective of the commune that took over a merged one reviews its pact, and it is found under both', async () => {
    const kind = 'delegated' as const;
    await database.db
      .insertInto('municipalityFormerName')
      .values({ code: '94015', municipalityCode: '94017', name: 'Bry-sur-Marne', kind, postcodes: [] })
      .execute();
    const id = await opened(world.bry);
    const anne = await actorFor(database.db, 'p-anne');
    const words = { ...emptyEntry(TODAY), status: 'underway', sentence: 'Le marché est lancé.' } as const;
    await saveEntry(stores(), anne, { review: id, item: 'm14', version: 0, words }, new Date());
    const changes = (await stores().reviews.find(id))?.changes ?? 0;
    expect(await publishReview(stores(), anne, { review: id, changes }, new Date())).toMatchObject({ ok: true });
    const of = async (place: typeof BRY) => (await reviewsOfPlace(database.db, place)).map((line) => line.id);
    expect(await of(BRY)).toContain(id);
    expect(await of(CHAMPIGNY)).toContain(id);
    const html = await render('/communes/[commune]', '/communes/94017-champigny-sur-marne', {
      commune: '94017-champigny-sur-marne',
    });
    expect(html).toContain(`/bilans/${id}-`);
  });
});
