/** What became of a measure, beside it: the figures kept, each with its list, the words amended, what people said. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadEditions } from '#server/charters.ts';
import { readConfig } from '#server/config.ts';
import { pastCampaign } from '#server/past-campaign.ts';
import { provideRuntime } from '#server/runtime.ts';
import { sayings, signedWordings } from '#server/storage/past-campaign.ts';
import { recountedDifference } from '#server/storage/tallies.ts';
import { storesOn } from '#server/stores.ts';
import type { CommitmentFinding } from '#reading/contract.ts';
import { readText } from '#reading/read-text.ts';
import { listedAsked } from '#ui/observatory/listed-address.ts';
import { addRemark } from '#use-cases/follow-up/remark.ts';
import { withTestDatabase } from './database.ts';
import { actorFor, newPerson } from './people.ts';
import { withPageRenderer } from './render-page.ts';
import { BRY, buildWorld, CHAMPIGNY, EDITION, publish, THEN } from './world.ts';
import { writePact } from './world-readings.ts';

const database = withTestDatabase();
const { render } = withPageRenderer();
const COMMITMENT = { measure: 15, words: 'Mesure 15', levels: { 1: 'accepted', 2: 'accepted' } } as const;
const MEASURE = { edition: EDITION, measure: 15 };

/** With its first clause of level 1 said otherwise. */
function amended(list: string, text: string) {
  const reading = writePact({ list, commitments: [{ ...COMMITMENT, observations: [`Observation de ${list}`] }] });
  return {
    ...reading,
    commitments: reading.commitments.map((commitment) => ({
      ...commitment,
      levels: commitment.levels.map((level) =>
        level.level === 1
          ? {
              ...level,
              wording: 'amended' as const,
              clauses: [
                {
                  clause: 1,
                  stance: 'accepted' as const,
                  wording: 'amended' as const,
                  spans: [],
                  changes: [{ kind: 'replaced' as const, reference: 'Un', here: text }],
                },
              ],
            }
          : level,
      ),
    })),
  };
}

beforeAll(async () => {
  const { db } = database;
  provideRuntime({ config: readConfig({}), db });
  await buildWorld(db);
  await publish(db, CHAMPIGNY, amended('Première (exemple)', "Des pistes d'ici partout"));
  const pact = await publish(db, BRY, amended('Seconde (exemple)', 'Des pistes  d’ici partout'));
  await publish(db, BRY, amended('Tierce (exemple)', 'Une seule piste'));
  const zoe = await actorFor(db, await newPerson(db, 'zoe'));
  const said = { pact, item: 'm15', name: 'Zoé Exemple', quality: '', sentence: 'Rien n’est tracé <b>', evidence: [] };
  const remark = await addRemark(storesOn(db), zoe, said, THEN);
  if (!remark.ok) throw new Error(remark.refusal.kind);
  const signed = readText(readFileSync('data/documents/pacte-signe-champigny-alternance-2020.txt', 'utf8'), {
    editions: loadEditions(),
    charter: EDITION,
    as: 'pact',
  });
  if (!signed.ok) throw new Error(signed.refusal.kind);
  await publish(db, CHAMPIGNY, signed.value);
});

async function past(measure: number) {
  const found = await pastCampaign(database.db, { edition: EDITION, measure });
  if (found === null) throw new Error(`no measure ${measure}`);
  return found;
}

const page = async (measure: number, query = '') =>
  await render(
    '/chartes/[edition]/mesures/[measure]/campagne',
    `/chartes/${EDITION}/mesures/${measure}/campagne${query}`,
    { edition: EDITION, measure: String(measure) },
  );

describe('how often it was taken, and in which words', () => {
  test('is said over the pacts signed, by the figures that their lists have', async () => {
    const { pacts, shown, wordings } = await past(15);
    const { count } = await database.db
      .selectFrom('pact')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('edition', '=', EDITION)
      .executeTakeFirstOrThrow();
    expect(pacts.figure).toBe(count);
    expect(shown.amended?.figure).toBe(3);
    expect(shown.reworded.map(({ level, clause, reworded }) => [level, clause, reworded.figure])).toEqual([[1, 1, 3]]);
    // Two apostrophes, two spaces: one wording.
    expect(wordings).toMatchObject({
      all: 2,
      rows: [
        {
          words: 'Des pistes d’ici partout',
          pacts: 2,
          first: [{ place: 'Champigny-sur-Marne' }, { place: 'Bry-sur-Marne' }],
        },
        { words: 'Une seule piste', pacts: 1, first: [{ place: 'Bry-sur-Marne' }] },
      ],
    });
    expect(await recountedDifference(database.db, { limit: 5 })).toEqual([]);
  });

  test('counts the title that a list rewrote, with its words, its pact and its list', async () => {
    const { shown, wordings } = await past(12);
    expect(shown.amended?.figure).toBe(1);
    const [title, ...others] = shown.reworded;
    expect(others).toEqual([]);
    expect(title).toMatchObject({ level: 0, clause: 0, reworded: { figure: 1 } });
    expect(listedAsked(new URL(title?.reworded.href ?? '', 'https://x.example').searchParams)).toEqual({
      kind: 'clause',
      apart: 'reworded',
      measure: 12,
      level: 0,
      clause: 0,
    });
    expect(wordings.rows.map(({ words }) => words)).toEqual([
      'Soutenir les constructions et rénovations à haute efficacité énergétique, ainsi que les conversions de systèmes de chauffage les plus polluants en accompagnant en particulier les ménages en situation de précarité énergétique.',
    ]);
    const html = await page(12);
    expect(html).toMatch(/<ins>.*constructions et/);
    expect(html).not.toContain('Aucun pacte publié n’en change les mots');
    expect(html.indexOf('Dite autrement')).toBeLessThan(html.indexOf('Prise ou refusée, niveau par niveau'));
  });

  test('is said of a measure where it is said of one of its parts: its title, a level as a whole, a clause that is taken', async () => {
    const { db } = database;
    const reading = writePact({
      list: 'Quarte (exemple)',
      commitments: [21, 22, 23, 24].map((measure) => ({
        measure,
        words: `${measure} – Autre titre`,
        levels: { 1: 'accepted' },
      })),
    });
    const otherwise = (at: number, commitment: CommitmentFinding): CommitmentFinding => {
      const [level] = commitment.levels;
      if (level === undefined) return commitment;
      const [clause] = level.clauses;
      const said = clause === undefined ? [] : [{ ...clause, wording: 'amended' as const }];
      if (at === 0) return { ...commitment, title: 'amended' };
      if (at === 1) return { ...commitment, levels: [{ ...level, wording: 'amended', clauses: [] }] };
      // Words of what is refused bind nobody.
      if (at === 2) {
        const clauses = said.map((one) => ({ ...one, stance: 'refused' as const }));
        return { ...commitment, levels: [{ ...level, wording: 'amended', clauses }] };
      }
      return {
        ...commitment,
        stance: 'refused',
        title: 'amended',
        levels: [{ ...level, stance: 'refused' as const, clauses: said }],
      };
    };
    const pact = await publish(db, BRY, {
      ...reading,
      commitments: reading.commitments.map((commitment, at) => otherwise(at, commitment)),
    });
    const rows = await db
      .selectFrom('commitment')
      .leftJoin('signedWording', (join) =>
        join
          .onRef('signedWording.pactId', '=', 'commitment.pactId')
          .onRef('signedWording.measure', '=', 'commitment.measure'),
      )
      .select(['commitment.measure', 'amended', 'level', 'clause', 'words'])
      .where('commitment.pactId', '=', pact)
      .orderBy('commitment.measure')
      .execute();
    expect(rows).toEqual([
      { measure: 21, amended: true, level: 0, clause: 0, words: 'Autre titre' },
      { measure: 22, amended: true, level: 1, clause: 0, words: 'N1 : accepted' },
      { measure: 23, amended: false, level: null, clause: null, words: null },
      { measure: 24, amended: false, level: null, clause: null, words: null },
    ]);
  });

  test('says how many wordings there are when it shows some of them', async () => {
    expect(await signedWordings(database.db, { edition: EDITION, measure: 15, most: 1 })).toMatchObject({
      all: 2,
      rows: [{ pacts: 2 }],
    });
  });
});

describe('what people said', () => {
  test('comes with how many did, and page by page, each once', async () => {
    const observation = (await past(15)).said.find(({ kind }) => kind === 'observation');
    expect(observation?.rows).toHaveLength(observation?.all ?? 0);
    const seen: string[] = [];
    for (let before: number | null | undefined; before !== null;) {
      const { rows, next } = await sayings(database.db, 'observation', { ...MEASURE, before: before ?? null, most: 2 });
      seen.push(...rows.map(({ words }) => words));
      before = next;
    }
    expect(seen).toEqual(observation?.rows.map(({ words }) => words));
    expect(seen).toContain('Observation de Tierce (exemple)');
  });

  test('is a page that shows the differences, what is unknown, and nothing as markup', async () => {
    const html = await page(15);
    expect(html).toContain('<del>');
    expect(html).toContain('&lt;b>');
    expect(html).toContain('Remarque');
    expect(html).toContain('Zoé Exemple, Bry-sur-Marne, le 12 mai 2026');
    expect(html).toContain('inconnu');
    expect(await page(15, '?observations=1&avis=x')).toContain('Zoé Exemple');
  });
});

test('what nobody took or said stands in one sentence, in no column and no line of zeros', async () => {
  const html = await page(15);
  expect(html).toContain('Zéro à chaque niveau : refusé, laissé à une autre collectivité, non précisé.');
  expect(html).not.toContain('data-name="laissé à une autre collectivité"');
  expect(html).toContain('data-name="pris"');
});

test('is one step from the figures of the measure, to the words themselves', async () => {
  const figures = await render('/observatoire/mesures/[measure]', `/observatoire/mesures/12?charte=${EDITION}`, {
    measure: '12',
  });
  expect(figures).toContain(`href="/chartes/${EDITION}/mesures/12/campagne#mots"`);
  expect(await page(12)).toContain('id="mots"');
});

test('an edition that nobody signed has nothing to say, and says so', async () => {
  const nothing = await pastCampaign(database.db, { edition: 'coorace-2020', measure: 1 });
  expect(nothing).toMatchObject({ pacts: { figure: 0 }, wordings: { rows: [], all: 0 } });
  expect(await pastCampaign(database.db, { edition: 'gone-2014', measure: 1 })).toBeNull();
});
