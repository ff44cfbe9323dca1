/** A review once published, asked as a browser asks for it: what everybody reads, what leaves with it, what comes beside it. */
import { createHash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { emptyEntry } from '#domain/review/review-entry.ts';
import { browser } from '#server/accounts/testing/request.ts';
import { readConfig } from '#server/config.ts';
import { placeFolder } from '#server/export/place-folder.ts';
import { provideRuntime } from '#server/runtime.ts';
import { testKey } from '#server/seal/testing/sealed-champigny.ts';
import { placeRecord } from '#server/storage/place-record.ts';
import { reviewsOfPlace } from '#server/storage/review-lists.ts';
import { reviewRecords } from '#server/storage/review-records.ts';
import { assess, type Assess } from '#use-cases/follow-up/assess.ts';
import { answerReview, correctReview } from '#use-cases/reviews/beside-review.ts';
import { publishReview } from '#use-cases/reviews/publish-review.ts';
import { saveEntry } from '#use-cases/reviews/save-entry.ts';
import { withTestDatabase } from './database.ts';
import { actorFor } from './people.ts';
import { withPageRenderer } from './render-page.ts';
import { CHECKED, moduleOf, paramsOf, reviewDesk, ROOT, routeModule, signedIn, TODAY } from './review-desk.ts';
import { writePact } from './world-readings.ts';
import { BRY, CHAMPIGNY, publish } from './world.ts';

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

describe('once published', () => {
  const HOSTILE = '=HYPERLINK("https://exemple.fr") <b>gras</b> \u202eà l’envers';

  beforeAll(async () => {
    const [anne, sofia] = [await actorFor(database.db, 'p-anne'), await actorFor(database.db, 'p-sofia')];
    const words = { ...emptyEntry(TODAY), status: 'broken', sentence: HOSTILE } as const;
    await saveEntry(desk.stores(), anne, { review, item: 'm1', version: 0, words }, new Date());
    const form = { version: '0', on: TODAY, status: 'kept', sentence: 'Voté.', act: 'suivant', ...CHECKED };
    expect(await desk.send(await signedIn('paul'), 'enregistrer', form)).toMatchObject({ answer: { status: 303 } });
    const changes = (await desk.stores().reviews.find(review))?.changes ?? 0;
    const published = await publishReview(desk.stores(), anne, { review, changes }, new Date());
    if (!published.ok) throw new Error(`not published: ${published.refusal.kind}`);
    const said = await desk.stores().assessments.latest({ pact: desk.world.demain, item: 'm15', voice: 'collective' });
    const reply: Assess = {
      pact: desk.world.demain,
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
    const answered = await assess(desk.stores(), sofia, reply, new Date());
    if (!answered.ok) throw new Error(`not answered: ${answered.refusal.kind}`);
    await answerReview(desk.stores(), sofia, { review, words: 'La mairie prend note.' }, new Date());
    await correctReview(desk.stores(), anne, { review, item: 'm1', words: 'C’était en mai.' }, new Date());
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
    // Each state under the voice that gives it, each link as an address that paper can hold.
    expect(text).toMatch(/Le collectif, constaté le [^:]+ : tenu/);
    expect(text).not.toMatch(/Tenu\. /);
    expect(text.replaceAll(' ', '')).toContain('Toutlefil:http://site.test/communes/94017');
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
    const { answer } = await desk.send(await signedIn('paul'), 'enregistrer', {
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
    const next = await desk.opened(desk.world.demain);
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
    const pact = { pact: `${desk.world.demain}-champigny-demain-exemple` };
    expect(await render('/pactes/[pact]', `/pactes/${pact.pact}`, pact)).toContain(`href="/bilans/${review}-`);
    const { load } = await routeModule('/collectifs/[collective]/+page.server.ts');
    const params = { collective: `${desk.collective}-champigny-en-transition` };
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
    const id = await desk.opened(pact);
    const promises = (await desk.stores().reviews.pact(pact))?.promises ?? [];
    const local = promises.find(({ item }) => item.startsWith('l'))?.item ?? '';
    const anne = await actorFor(database.db, 'p-anne');
    const words = { ...emptyEntry(TODAY), status: 'kept', sentence: 'Il siège depuis mars.' } as const;
    const saved = await saveEntry(desk.stores(), anne, { review: id, item: local, version: 0, words }, new Date());
    expect(saved).toMatchObject({ ok: true });
    const changes = (await desk.stores().reviews.find(id))?.changes ?? 0;
    expect(await publishReview(desk.stores(), anne, { review: id, changes }, new Date())).toMatchObject({ ok: true });
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
    const id = await desk.opened(desk.world.bry);
    const anne = await actorFor(database.db, 'p-anne');
    const words = { ...emptyEntry(TODAY), status: 'underway', sentence: 'Le marché est lancé.' } as const;
    await saveEntry(desk.stores(), anne, { review: id, item: 'm14', version: 0, words }, new Date());
    const changes = (await desk.stores().reviews.find(id))?.changes ?? 0;
    expect(await publishReview(desk.stores(), anne, { review: id, changes }, new Date())).toMatchObject({ ok: true });
    const of = async (place: typeof BRY) => (await reviewsOfPlace(database.db, place)).map((line) => line.id);
    expect(await of(BRY)).toContain(id);
    expect(await of(CHAMPIGNY)).toContain(id);
    const html = await render('/communes/[commune]', '/communes/94017-champigny-sur-marne', {
      commune: '94017-champigny-sur-marne',
    });
    expect(html).toContain(`/bilans/${id}-`);
  });
});
