/** What came of a consultation: the synthesis, the files that anybody counts again, and what its pages cost. */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { browser } from '#server/accounts/testing/request.ts';
import { readConfig } from '#server/config.ts';
import { provideRuntime } from '#server/runtime.ts';
import { storesOn } from '#server/stores.ts';
import { answerContribution } from '#use-cases/consultation/answer-contribution.ts';
import { countConsultation } from '#use-cases/consultation/count-consultation.ts';
import { ANNOUNCED, consulted, CONSULTED, OVER, RUNNING } from './consultation-visit.ts';
import { consultedSomewhere, consulting } from './consulting.ts';
import { withTestDatabase } from './database.ts';
import { withPageRenderer } from './render-page.ts';
import { routeModule, visit } from './route-module.ts';
import { OPERATOR, settle } from './world.ts';

const database = withTestDatabase();
const { render } = withPageRenderer();
const stores = () => storesOn(database.db);
const ROOT = CONSULTED;
const of = consulted;

beforeAll(async () => {
  await settle(database.db);
  provideRuntime({ config: readConfig({}), db: database.db });
});

describe('the synthesis', () => {
  test('gives totals with their denominators, each answer, what was taken out, and the hash', async () => {
    const over = await consulting(database.db, { address: 'exemple-synthese', range: OVER, announcedAt: ANNOUNCED });
    await database.db.insertInto('participation').values(people(over.id, 3)).execute();
    await sql`insert into consultation_vote (consultation_id, participation_id, object, choice)
      select ${over.id}::int, id, 'm' || ${over.kept}::int, case when n = 1 then 'against' else 'for' end
      from (select id, row_number() over (order by id) as n from participation where consultation_id = ${over.id}) p
      union all select ${over.id}::int, max(id), 'm' || ${over.removed}::int, 'for' from participation where consultation_id = ${over.id}`.execute(
      database.db,
    );
    const [disposable, ...others] = await database.db
      .selectFrom('participation')
      .select('id')
      .where('consultationId', '=', over.id)
      .orderBy('id')
      .execute();
    if (disposable === undefined) throw new Error('nobody takes part');
    const contribution = await stores().consultations.contribute({
      consultation: over.id,
      contribution: { kind: 'new-measure', title: 'Un verger', words: 'Planter', because: 'Rien' },
      shownName: null,
      participation: others[0]?.id ?? 0,
      toldTo: null,
      at: ANNOUNCED,
    });
    const path = `/consultations/${over.id}/synthese`;
    const before = await render(`${ROOT}/synthese`, path, of(over.id), browser());
    expect(before).toContain('Les votes sont montrés après le décompte');
    expect(before).not.toContain(' %)');
    // What moderators took out is told at once, not with the count.
    const out = { consultation: over.id, participations: [disposable.id], reason: 'Adresse jetable', at: new Date() };
    await stores().consultations.withdrawParticipations(out);
    expect(await render(`${ROOT}/synthese`, path, of(over.id), browser())).toContain('Adresse jetable');
    const counted = await countConsultation(stores(), OPERATOR, { consultation: over.id }, new Date());
    if (!counted.ok) throw new Error(counted.refusal.kind);
    const given = { answer: 'partly', words: 'Dans la mesure 1', measure: over.kept } as const;
    const request = { consultation: over.id, contribution, ...given };
    expect((await answerContribution(stores(), OPERATOR, request, new Date())).ok).toBe(true);
    const html = await render(`${ROOT}/synthese`, path, of(over.id), browser());
    expect(html).toContain('2 adresses ont voté');
    expect(html).toContain('2 (100 %)');
    expect(html).toContain('1 a été retirée par la modération');
    expect(html).toContain(counted.value.sha256);
    expect(html).toContain('retenue en partie');
    expect(html).toContain('Dans la mesure 1');
    expect(html).toContain('Réponses données : 1 sur 1 proposition');
    // Who reads « pour » beside the name of a measure that is taken out would take it for a voice to keep it.
    expect(html).toContain('d’accord pour la retirer)');
    expect(html.match(/d’accord pour la retirer/g)).toHaveLength(1);
    expect(html).toContain('Ancienne mesure 3 : ');
    // What nobody voted on is counted in words, not line by line.
    expect(html.match(/data-column="pour"/g)).toHaveLength(2);
    expect(html).toContain('Aucune voix sur 7 autres points du projet');
  });
});

describe('files', () => {
  const file = async (name: string, id: number) => {
    const { GET } = await routeModule(`/consultations/[consultation]/${name}/+server.ts`);
    return await GET(visit(`/consultations/${id}/${name}`, of(id)));
  };

  test('give every ballot, so that anybody counts again and finds the very bytes that were hashed', async () => {
    const counted = await consultedSomewhere(database.db);
    const frozen = await (await file('decompte.json', counted.id)).text();
    const kept = await stores().consultations.find(counted.id);
    expect(createHash('sha256').update(frozen).digest('hex')).toBe(kept?.count?.sha256);
    const [, ...lines] = (await (await file('bulletins.csv', counted.id)).text()).trim().split('\r\n');
    expect(lines).toHaveLength(2);
    const sorted = lines.map((line) => `${line.replaceAll(',', ' ')}\n`).toSorted();
    const { ballotsSha256, ballots } = JSON.parse(frozen) as { ballotsSha256: string; ballots: number };
    expect(createHash('sha256').update(sorted.join('')).digest('hex')).toBe(ballotsSha256);
    expect(ballots).toBe(2);
    const said = await (await file('contributions.csv', counted.id)).text();
    expect(said).toContain('Publicité');
    expect(said).not.toContain('Planter');
    expect(said).not.toContain('exemple.fr');
  });

  test('tell nothing of votes before the count', async () => {
    const open = await consulting(database.db, { address: 'exemple-ouverte', range: RUNNING, announcedAt: ANNOUNCED });
    for (const name of ['resultats.csv', 'bulletins.csv', 'decompte.json'])
      await expect(file(name, open.id)).rejects.toMatchObject({ status: 404 });
  });
});

function people(consultation: number, number: number) {
  return Array.from({ length: number }, (_, n) => ({
    consultationId: consultation,
    boxDigest: `digest-${consultation}-${n}`,
    domain: `domaine-${n}.fr`,
    personId: null,
    confirmedAt: ANNOUNCED,
    withdrawalId: null,
  }));
}

test('a page costs as many queries with 1,135 people and 23,000 votes as with none: six at most', async () => {
  const many = await consulting(database.db, { address: 'exemple-foule', range: OVER, announcedAt: ANNOUNCED });
  const pages = [
    [ROOT, {}],
    [`${ROOT}/mesures/[measure]`, { measure: String(many.kept) }],
    [`${ROOT}/contributions`, {}],
    [`${ROOT}/synthese`, {}],
  ] as const;
  const costs = async () => {
    let queries = 0;
    const db = database.db.withPlugin({
      transformQuery: ({ node }) => node,
      transformResult: async ({ result }) => {
        queries += 1;
        return result;
      },
    });
    provideRuntime({ config: readConfig({}), db });
    const each: number[] = [];
    for (const [route, more] of pages) {
      queries = 0;
      await render(route, `/consultations/${many.id}`, of(many.id, more), browser());
      each.push(queries);
    }
    provideRuntime({ config: readConfig({}), db: database.db });
    return each;
  };
  const empty = await costs();
  expect(Math.max(...empty)).toBeLessThanOrEqual(6);
  await database.db.insertInto('participation').values(people(many.id, 1135)).execute();
  const proposals = await sql<{ id: number }>`
    insert into contribution (consultation_id, kind, title, words, because, participation_id, said_at)
    select ${many.id}, 'new-measure', 'Mesure ' || n, 'Faire ' || n, 'Car',
      (select min(id) from participation where consultation_id = ${many.id}), ${ANNOUNCED}::timestamptz
    from generate_series(1, 21) n returning id`.execute(database.db);
  const objects = [`m${many.kept}`, ...proposals.rows.map(({ id }) => `c${id}`)].slice(0, 21);
  await sql`insert into consultation_vote (consultation_id, participation_id, object, choice)
    select ${many.id}, p.id, o, case when (p.id + length(o)) % 3 = 0 then 'against' else 'for' end
    from participation p, unnest(${objects}::text[]) o where p.consultation_id = ${many.id}`.execute(database.db);
  expect((await countConsultation(stores(), OPERATOR, { consultation: many.id }, new Date())).ok).toBe(true);
  const counted = await stores().consultations.find(many.id);
  expect(counted?.count?.frozen.ballots).toBe(1135 * 21);
  expect(await costs()).toEqual(empty);
});
