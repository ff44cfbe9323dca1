/** The observatory as a reader gets it: whatever is counted, its list is as long. */
import { beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from '#server/config.ts';
import { provideRuntime } from '#server/runtime.ts';
import { storesOn } from '#server/stores.ts';
import { accept } from '#domain/shared/result.ts';
import type { PactReading } from '#reading/contract.ts';
import type { Size } from '#domain/observatory/cell.ts';
import { cellFigures } from '#server/storage/observatory.ts';
import { recountedDifference } from '#server/storage/tallies.ts';
import { askedRoute } from './asked-route.ts';
import { withTestDatabase } from './database.ts';
import { newRelease } from './new-release.ts';
import { withPageRenderer } from './render-page.ts';
import { BRY, buildWorld, EDITION, METROPOLE, publish, THEN, type World } from './world.ts';
import { writePact } from './world-readings.ts';

const database = withTestDatabase();
const { render } = withPageRenderer();
let world: World;
let empty = '';

beforeAll(async () => {
  provideRuntime({ config: readConfig({}), db: database.db });
  empty = await page('/observatoire');
  world = await buildWorld(database.db);
  await publish(
    database.db,
    { kind: 'grouping', siren: METROPOLE },
    writePact({ list: null, commitments: [{ measure: 1, words: '1' }] }),
  );
  await publish(database.db, BRY, withClausesApart());
  await rule(world.demain, { municipality: '94017', outcome: 'majority' });
  await rule(world.bry, { municipality: '94015', outcome: 'opposition' });
  await say(world.demain, 'm1', 'collective');
  await say(world.demain, 'm15', 'town-hall');
  await say(world.demain, 'pA', 'collective');
});

/** What an address shows, on one line. */
async function page(address: string): Promise<string> {
  const asked = askedRoute(address);
  if (asked?.kind !== 'page') throw new Error(`no page answers ${address}`);
  const html = await render(asked.route, address, asked.params);
  return html.replace(/<!--.*?-->/g, '').replace(/\s+/g, ' ');
}

/** One clause left out of a level that was taken, another taken in other words. */
function withClausesApart(): PactReading {
  const reading = writePact({
    list: 'Bry autrement (exemple)',
    commitments: [{ measure: 3, words: '3', levels: { 1: 'partial', 2: 'accepted' } }],
  });
  const clause = { spans: [], changes: [] };
  return {
    ...reading,
    commitments: reading.commitments.map((commitment) => ({
      ...commitment,
      levels: commitment.levels.map((level) => ({
        ...level,
        clauses: [
          { ...clause, clause: 1, stance: 'refused' as const, wording: 'same' as const },
          { ...clause, clause: 2, stance: 'accepted' as const, wording: 'amended' as const },
        ],
      })),
    })),
  };
}

async function rule(
  pact: number,
  { municipality, outcome }: { municipality: string; outcome: 'majority' | 'opposition' },
): Promise<void> {
  await storesOn(database.db).together<null, never>(async (all) => {
    const { id } = await all.campaign.keepList(
      {
        election: 'municipales-2020',
        municipality,
        constituency: null,
        name: `Liste ${outcome}`,
        shortName: null,
        nuance: null,
        leader: null,
        firstRound: 1,
        panelNumber: null,
        source: 'essai',
        enteredAs: 'operator',
      },
      THEN,
    );
    await all.campaign.linkPact({ pact, list: id, by: 'essai', at: THEN });
    await all.campaign.changeList(id, { outcome: { kind: outcome, confirmed: true } }, THEN);
    return accept(null);
  });
}

async function say(pact: number, item: string, voice: 'collective' | 'town-hall'): Promise<void> {
  const { id } = await database.db
    .insertInto('collective')
    .values({
      name: `Collectif ${item}`,
      slug: 'collectif',
      state: 'requested',
      charterVersion: '1',
      requestedAt: THEN,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await storesOn(database.db).together<null, never>(async (all) => {
    await all.assessments.say({
      pact,
      item,
      said: {
        voice,
        status: 'kept',
        levels: [],
        beforeMandate: item === 'pA',
        sentence: 'Vu.',
        evidence: [],
        assessedOn: '2026-05-01',
      },
      by: { person: null, role: 'operator', name: 'Essai', collective: voice === 'collective' ? id : null },
      method: '1',
      review: null,
      answersTo: null,
      at: THEN,
    });
    return accept(null);
  });
}

type LinkedFigure = { readonly href: string; readonly figure: number };

function figuresIn(html: string): readonly LinkedFigure[] {
  return [...html.matchAll(/<a href="(\/observatoire\/liste\?[^"]+)">([\d\s\u00a0\u202f]+)<\/a>/g)].map(
    ([, href = '', figure = '']) => ({
      href: href.replaceAll('&amp;', '&'),
      figure: Number(figure.replaceAll(/\D/g, '')),
    }),
  );
}

const PAGES = [
  '/observatoire',
  '/observatoire/niveaux',
  '/observatoire/niveaux?theme=mobilites&taille=50000-and-more',
  '/observatoire/ressort',
  '/observatoire/ressort?departement=94',
  '/observatoire?departement=94',
  '/observatoire?region=11&situation=majority',
  '/observatoire?taille=50000-and-more',
  '/observatoire?taille=grouping',
  '/observatoire?theme=mobilites',
  '/observatoire/mesures/1',
  '/observatoire/mesures/3?departement=94',
  '/observatoire/mesures/11',
  '/observatoire/mesures/15?situation=majority',
  '/observatoire/principes/A',
  '/observatoire/departements/94',
  '/observatoire/regions/11',
];

test('every figure leads to a list that says the same number and is as long', async () => {
  const figures = new Map<string, number>();
  for (const address of PAGES) {
    const found = figuresIn(await page(address));
    expect(found.length, address).toBeGreaterThan(1);
    for (const { href, figure } of found) {
      // The same list behind two figures: they cannot differ.
      expect(figures.get(href) ?? figure, `${address} ${href}`).toBe(figure);
      figures.set(href, figure);
    }
  }
  const wrong: unknown[] = [];
  for (const [href, figure] of figures) {
    const html = await page(href);
    const said = Number(/<p><b>([\d\s\u00a0\u202f]+)/.exec(html)?.[1]?.replaceAll(/\D/g, ''));
    const lines = html.match(/<li> ?<a (?:class="t" )?href/g)?.length ?? 0;
    if (said !== figure || lines !== figure) wrong.push({ href, figure, said, lines });
  }
  expect(wrong).toEqual([]);
  for (const kind of [
    'lieux=evalues',
    'position=promised',
    'ecart=excepte',
    'ecart=reformule',
    'organisme=',
    'voix=town-hall',
    'situation=majority',
  ]) {
    expect(
      [...figures.keys()].some((href) => href.includes(kind)),
      kind,
    ).toBe(true);
  }
});

describe('the first page', () => {
  test('says who was looked at out of who signed', async () => {
    const html = await page('/observatoire');
    expect(html).toContain('commune ou intercommunalité évaluée sur 3 signataires');
    expect(html).toContain('communes et intercommunalités signataires : 2 communes sur 4, 1 intercommunalité');
    expect(html).toContain('au 12 mai 2026');
    expect(html).toContain('Une intercommunalité n’a pas de département');
  });

  test('says once in the whole who signed on several lists, and tells so', async () => {
    const html = await page('/observatoire?departement=94');
    const [, standing = ''] = html.split('Selon ce que la liste est devenue');
    const places = [...(standing.split('</tbody>')[0]?.matchAll(/class="num">(?:<a [^>]*>)?(\d+)/g) ?? [])].map(
      ([, one]) => Number(one),
    );
    const [pacts, signed] = [0, 1].map((column) => places.filter((_, at) => at % 2 === column));
    expect(pacts).toEqual([1, 1, 0, 2, 4]);
    expect(signed).toEqual([1, 1, 0, 2, 2]);
    expect(html).toContain('une seule fois dans l’ensemble');
  });

  test('names what is excepted in the charter’s words, out of those who take the level, in the part that is asked', async () => {
    for (const filter of ['departement=94', 'taille=10000-to-49999'])
      expect(await page(`/observatoire/ressort?${filter}`)).toMatch(
        /Mesure 3, N1, alinéa 1 : <q>.*?<\/q> <a [^>]*>1<\/a> pacte, sur 1 qui prend ce niveau/,
      );
    expect(await page('/observatoire/ressort?taille=50000-and-more')).not.toContain('Mesure 3, N1, alinéa 1');
  });

  test('with dates counts what was signed then, and says what it cannot', async () => {
    const html = await page('/observatoire?signe_depuis=2020-01-01&taille=50000-and-more');
    expect(html).toContain('la taille et la majorité ou l’opposition ont été laissées de côté');
    expect(html).toContain('jour de signature n’est pas connu');
    expect(html).not.toContain('Le plus refusé');
  });

  test('without any pact says so, and what to do', () => {
    expect(empty).toContain('Aucun pacte n’est encore publié avec cette charte.');
    expect(empty).toContain('href="/lire"');
    expect(empty).not.toMatch(/NaN|undefined/);
  });

  test.each([
    '/observatoire?departement=999',
    '/observatoire/departements/93',
    '/observatoire/mesures/99',
    '/observatoire/principes/Z',
    '/observatoire/liste?mesure=99&position=accepted',
    '/observatoire/liste?lieux=ailleurs',
  ])('%s is nowhere', async (address) => {
    await expect(page(address)).rejects.toMatchObject({ status: 404 });
  });
});

test.each([
  ['mesure=3&niveau=1&alinea=1&ecart=excepte', '1 pacte, sur 1 qui prend ce niveau.'],
  ['mesure=1&voix=collective&etat=kept', '1 pacte, sur 3 qui l’ont promis.'],
  ['mesure=1&position=promised', '3 pactes sur 5.'],
  ['lieux=evalues', '1 commune ou intercommunalité sur 3 signataires.'],
])('the list of %s is out of the same as its figure', async (query, length) => {
  expect(await page(`/observatoire/liste?${query}`)).toContain(`<b>${length}</b>`);
});

test('a list without any line says so', async () => {
  expect(await page('/observatoire/liste?mesure=30&position=refused')).toContain('Aucun pacte ne correspond');
});

describe('a département', () => {
  test('shows its communes that signed, then every one of them', async () => {
    const signed = await page('/observatoire/departements/94');
    expect(signed).toContain('Champigny-sur-Marne');
    expect(signed).toContain('2 pactes, 1 sur 2 évalués');
    expect(signed).not.toContain('Nogent-sur-Marne');
    expect(await page('/observatoire/departements/94?toutes=oui')).toContain('Nogent-sur-Marne');
  });
});

describe('the map', () => {
  test('leads to a département that it draws twice once, for who goes by keyboard or listens', async () => {
    const links =
      (await page('/observatoire/carte')).match(/<a [^>]*href="\/observatoire\/departements\/\w+[^>]*>\s*<title>/gu) ??
      [];
    const of = (code: string) => links.filter((link) => link.includes(`/departements/${code}`));
    expect(of('94').map((link) => /aria-hidden="true"/u.test(link) && /tabindex="-1"/u.test(link))).toEqual([
      true,
      false,
    ]);
    expect(of('94')[1]).not.toMatch(/aria-hidden|tabindex/u);
    expect(
      links.filter((link) => /aria-hidden|tabindex/u.test(link)).every((link) => /\/(?:75|92|93|94)/u.test(link)),
    ).toBe(true);
  });

  test('names what it draws with its denominator, and leads to the same in a table', async () => {
    const html = await page('/observatoire/carte?taille=50000-and-more');
    expect(html).toContain('<title>Val-de-Marne (94) : 1 commune signataire sur 2, trop peu pour une part</title>');
    expect(html).toContain('tirets : moins de 10 communes, trop peu pour comparer une part');
    expect(html).toContain('CC BY 4.0');
    const table = /href="(\/observatoire\/carte\/tableau\?[^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect(await page(table)).toContain('<td class="num">1 sur 2 · trop peu</td>');
    expect(await page(table)).toContain('Sur moins de 10 communes, une part tient à une signature près');
  });

  test('shows a measure out of the pacts of the département, in both', async () => {
    const asked = 'chiffre=mesure&mesure=1';
    expect(await page(`/observatoire/carte?${asked}`)).toContain(
      '<title>Val-de-Marne (94) : 2 pactes sur 4, trop peu pour une part</title>',
    );
    expect(await page(`/observatoire/carte/tableau?${asked}`)).toContain('<td class="num">2 sur 4 · trop peu</td>');
  });
});

describe('a commune that merges in the middle of a campaign', () => {
  const AREA = '/observatoire/departements/94';
  const facts = async () => {
    const html = await page(AREA);
    const lines = [...html.matchAll(/<li><b>.*?<\/li>/g)].map(([line]) => line.replaceAll(/<[^>]+>/g, '').trim());
    return lines.slice(0, 3);
  };
  const ofSize = async (size: Size) =>
    await cellFigures(database.db, { edition: EDITION, area: { kind: 'country' }, size, standing: null });

  test('counts as the commune of today, among those of today, in every figure and its list; what it signed stays', async () => {
    const before = ['4 pactes publiés', '2 communes signataires sur 4 communes', '1 commune évaluée sur 2 signataires'];
    expect(await facts()).toEqual(before);
    expect(await page('/observatoire/carte')).toContain('Val-de-Marne (94) : 2 communes signataires sur 4, trop peu');
    await newRelease(database.db, { 94015: '94017' });
    try {
      const after = ['4 pactes publiés', '1 commune signataire sur 3 communes', '1 commune évaluée sur 1 signataire'];
      expect(await facts()).toEqual(after);
      expect(await page(AREA)).toContain('4 pactes, 1 sur 4 évalués');
      expect(await page('/observatoire/carte')).toContain('Val-de-Marne (94) : 1 commune signataire sur 3, trop peu');
      // Bry had 17,500 inhabitants: what it signed counts with the size of the commune of today.
      expect(await ofSize('10000-to-49999')).toMatchObject({ pacts: 0, places: 0 });
      expect(await ofSize('50000-and-more')).toMatchObject({ pacts: 4, places: 1 });
      const signed = await page('/observatoire/liste?lieux=signataires');
      expect(signed).toContain('Champigny-sur-Marne');
      expect(signed).not.toContain('Bry-sur-Marne');
      // Others may have its name.
      expect(await page('/observatoire/liste')).toContain('Bry-sur-Marne (94)');
      // Somebody enters one more text that was signed before, under the name of then.
      await publish(
        database.db,
        BRY,
        writePact({ list: 'Bry retrouvé (exemple)', commitments: [{ measure: 1, words: '1' }] }),
      );
      expect(await facts()).toEqual(['5 pactes publiés', ...after.slice(1)]);
      expect(await recountedDifference(database.db, { limit: 5 })).toEqual([]);
    } finally {
      await newRelease(database.db, {});
    }
    expect(await facts()).toEqual(['5 pactes publiés', ...before.slice(1)]);
  });
});
