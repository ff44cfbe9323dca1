/** What became of a measure, beside it: the figures kept, the words amended, what people said. */
import { beforeAll, expect, test } from 'vitest';
import { readConfig } from '#server/config.ts';
import { provideRuntime } from '#server/runtime.ts';
import { pastCampaign } from '#server/storage/past-campaign.ts';
import { storesOn } from '#server/stores.ts';
import { addRemark } from '#use-cases/follow-up/remark.ts';
import { withTestDatabase } from './database.ts';
import { actorFor, newPerson } from './people.ts';
import { withPageRenderer } from './render-page.ts';
import { BRY, buildWorld, CHAMPIGNY, EDITION, publish, THEN } from './world.ts';
import { writePact } from './world-readings.ts';

const database = withTestDatabase();
const { render } = withPageRenderer();
const COMMITMENT = { measure: 15, words: 'Mesure 15', levels: { 1: 'accepted', 2: 'accepted' } } as const;

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
  await buildWorld(db);
  await publish(db, CHAMPIGNY, amended('Première (exemple)', 'Des pistes partout'));
  const pact = await publish(db, BRY, amended('Seconde (exemple)', 'Des pistes partout'));
  await publish(db, BRY, amended('Tierce (exemple)', 'Une seule piste'));
  const zoe = await actorFor(db, await newPerson(db, 'zoe'));
  const said = { pact, item: 'm15', name: 'Zoé Exemple', quality: '', sentence: 'Rien n’est tracé <b>', evidence: [] };
  const remark = await addRemark(storesOn(db), zoe, said, THEN);
  if (!remark.ok) throw new Error(remark.refusal.kind);
  provideRuntime({ config: readConfig({}), db });
});

test('says how often it was taken, in which words and by how many, over how many pacts', async () => {
  const past = await pastCampaign(database.db, { edition: EDITION, measure: 15 });
  const { count } = await database.db
    .selectFrom('pact')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('edition', '=', EDITION)
    .executeTakeFirstOrThrow();
  expect(past.pacts).toBe(count);
  expect(past.amended).toBe(3);
  expect(past.reworded).toEqual([
    {
      level: 1,
      clause: 1,
      pacts: 3,
      wordings: [
        { text: 'Des pistes partout', pacts: 2 },
        { text: 'Une seule piste', pacts: 1 },
      ],
    },
  ]);
  expect(past.said.filter(({ kind }) => kind === 'observation').map(({ words }) => words)).toContain(
    'Observation de Tierce (exemple)',
  );
  expect(past.said).toContainEqual(expect.objectContaining({ kind: 'remark', by: 'Zoé Exemple' }));
});

test('is a page that shows the differences, what is unknown, and nothing as markup', async () => {
  const html = await render(
    '/chartes/[edition]/mesures/[measure]/campagne',
    `/chartes/${EDITION}/mesures/15/campagne`,
    {
      edition: EDITION,
      measure: '15',
    },
  );
  expect(html).toContain('<del>');
  expect(html).toContain('Des pistes partout');
  expect(html).toContain('dans 2 pactes');
  expect(html).toContain('&lt;b>');
  expect(html).toContain('inconnu');
});

test('an edition that nobody signed has nothing to say, and says so', async () => {
  expect(await pastCampaign(database.db, { edition: 'coorace-2020', measure: 1 })).toMatchObject({
    pacts: 0,
    stances: [],
    said: [],
  });
});
