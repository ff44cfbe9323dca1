/** The pages of a consultation, as somebody walks through them: confirm, vote, write, read, take away. */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { browser, type Browser } from '#server/accounts/testing/request.ts';
import { readConfig } from '#server/config.ts';
import { provideRuntime } from '#server/runtime.ts';
import { storesOn } from '#server/stores.ts';
import { answerContribution } from '#use-cases/consultation/answer-contribution.ts';
import { countConsultation } from '#use-cases/consultation/count-consultation.ts';
import { hideContribution } from '#use-cases/consultation/moderate-consultation.ts';
import { ANNOUNCED, confirmed, consulted, CONSULTED, OVER, RUNNING, send } from './consultation-visit.ts';
import { consultedSomewhere, consulting, type TestDraft } from './consulting.ts';
import { withTestDatabase } from './database.ts';
import { withPageRenderer } from './render-page.ts';
import { routeModule, visit } from './route-module.ts';
import { buildWorld, OPERATOR } from './world.ts';

const database = withTestDatabase();
const { render } = withPageRenderer();
const stores = () => storesOn(database.db);
const ROOT = CONSULTED;
const of = consulted;
const take = async (email: string, id = open.id) => await confirmed({ db: database.db, render }, { email, id });

let open: TestDraft & { readonly id: number };

const measure = (id: number, row: number) => ({
  path: `/consultations/${id}/mesures/${row}`,
  params: of(id, { measure: String(row) }),
});

beforeAll(async () => {
  await buildWorld(database.db);
  provideRuntime({ config: readConfig({}), db: database.db });
  open = await consulting(database.db, { address: 'exemple-pages', range: RUNNING, announcedAt: ANNOUNCED });
});

describe('somebody who comes', () => {
  test('reads what is asked, until when, and what each measure becomes, without being asked anything', async () => {
    const list = await render('/consultations', '/consultations', {});
    expect(list).toContain('Le pacte de 2032 (exemple)');
    const html = await render(ROOT, `/consultations/${open.id}`, of(open.id), browser());
    expect(html).toContain('Dites ce que vous en pensez.');
    expect(html).toContain('heure de Paris');
    expect(html).toContain('retirée');
    expect(html).not.toContain('Voter sur toutes');
    const { path, params } = measure(open.id, open.changed);
    const page = await render(`${ROOT}/mesures/[measure]`, path, params, browser());
    expect(page).toContain('<ins>');
    expect(page).toContain('avec les habitant·es');
    expect(page).toContain('Demandé par les collectifs');
    // The evidence beside it, with its denominator.
    expect(page).toMatch(/Prise, en tout ou en partie, dans [^.]* pactes? signés? sur/);
    expect(page).not.toContain('Enregistrer mon vote');
  });

  test('confirms an address once, votes on everything at once, then finds the votes again', async () => {
    const who = await take('ava@exemple.fr');
    const form = { [`vote-m${open.kept}`]: 'for', [`vote-m${open.removed}`]: 'against', [`vote-m${open.added}`]: '' };
    const path = `/consultations/${open.id}/voter`;
    const voted = await send(who, `${ROOT}/voter`, { path, params: of(open.id), form });
    expect(voted).toMatchObject({ status: 303, location: `${path}?vote` });
    const again = await render(`${ROOT}/voter`, `${path}?vote`, of(open.id), who);
    expect(again.match(/checked/g)).toHaveLength(4);
    expect(again).toContain('Votre vote est enregistré');
    const back = await send(who, `${ROOT}/voter`, {
      path,
      params: of(open.id),
      form: { [`vote-m${open.kept}`]: 'retirer' },
    });
    expect(back.status).toBe(303);
    const votes = await database.db.selectFrom('consultationVote').select('object').execute();
    expect(votes).toEqual([{ object: `m${open.removed}` }]);
  });

  test('without having confirmed, is told what to do and loses nothing', async () => {
    const { path, params } = measure(open.id, open.changed);
    const form = { partie: 'title', texte: 'Mes mots à moi', pourquoi: 'Pour rien' };
    const outcome = await send(browser(), `${ROOT}/mesures/[measure]`, { act: 'amender', path, params, form });
    expect(outcome).toMatchObject({ status: 403, data: { words: 'Mes mots à moi' } });
    expect(outcome.data?.problem).toContain('Confirmez d’abord votre adresse');
  });

  test('proposes other words, shown as a difference, and they are taken for words', async () => {
    const who = await take('bea@exemple.fr');
    const { path, params } = measure(open.id, open.changed);
    const begun = await render(`${ROOT}/mesures/[measure]`, `${path}?partie=title`, params, who);
    expect(begun).toMatch(/<textarea id="a-texte"[^>]*>[^<]+, avec les habitant·es<\/textarea/);
    const form = {
      partie: 'title',
      texte: 'Un <b>autre</b> titre',
      pourquoi: 'Plus clair',
      signature: 'Béa',
      envoi: 'x1',
    };
    const written = await send(who, `${ROOT}/mesures/[measure]`, { act: 'amender', path, params, form });
    const again = await send(who, `${ROOT}/mesures/[measure]`, { act: 'amender', path, params, form });
    expect(written.status).toBe(303);
    expect(again.location).toBe(written.location);
    const contribution = /contributions\/(\d+)/.exec(written.location ?? '')?.[1] ?? '';
    const page = await render(
      `${ROOT}/contributions/[contribution]`,
      written.location ?? '',
      of(open.id, { contribution }),
      who,
    );
    expect(page).toContain('<del>');
    expect(page).toContain('&lt;b>');
    expect(page).toContain('Béa');
    expect(page).toContain('Retirer ma contribution');
    const other = await render(`${ROOT}/contributions/[contribution]`, path, of(open.id, { contribution }), browser());
    expect(other).not.toContain('Retirer ma contribution');
  });

  test('what is hidden shows its reason to everybody, and its words to whoever wrote it', async () => {
    const who = await take('cyd@exemple.fr');
    const form = { titre: 'Un titre gênant', texte: 'Des mots gênants', pourquoi: 'Ainsi', envoi: 'x2' };
    const path = `/consultations/${open.id}/proposer`;
    const written = await send(who, `${ROOT}/proposer`, { path, params: of(open.id), form });
    const contribution = /contributions\/(\d+)/.exec(written.location ?? '')?.[1] ?? '';
    const request = { consultation: open.id, contribution: Number(contribution), reason: 'Nom d’une voisine' };
    expect((await hideContribution(stores(), OPERATOR, request, new Date())).ok).toBe(true);
    const shown = async (to: Browser) =>
      await render(`${ROOT}/contributions/[contribution]`, path, of(open.id, { contribution }), to);
    const everybody = await shown(browser());
    expect(everybody).toContain('Nom d’une voisine');
    expect(everybody).not.toContain('gênant');
    expect(await shown(who)).toContain('Des mots gênants');
    const list = await render(`${ROOT}/contributions`, path, of(open.id), browser());
    expect(list).not.toContain('gênant');
  });

  test('is told when the workbench changed the words since: the contribution is about those it had', async () => {
    const moved = await consulting(database.db, {
      address: 'exemple-deplacee',
      range: RUNNING,
      announcedAt: ANNOUNCED,
    });
    const who = await take('dot@exemple.fr', moved.id);
    const { path, params } = measure(moved.id, moved.added);
    const form = { partie: 'l1.1', texte: 'Ouvrir deux halles.', pourquoi: 'Une ne suffit pas', envoi: 'x3' };
    const written = await send(who, `${ROOT}/mesures/[measure]`, { act: 'amender', path, params, form });
    const words = { title: 'Une halle', introduction: [], levels: [{ level: 1, clauses: ['Ouvrir trois halles.'] }] };
    await database.db
      .updateTable('draftMeasure')
      .set({ words: JSON.stringify(words) })
      .where('id', '=', moved.added)
      .execute();
    const contribution = /contributions\/(\d+)/.exec(written.location ?? '')?.[1] ?? '';
    const page = await render(`${ROOT}/contributions/[contribution]`, path, of(moved.id, { contribution }), browser());
    expect(page).toContain('L’atelier a changé ces mots depuis');
    const html = await render(`${ROOT}/mesures/[measure]`, path, params, browser());
    expect(html).toContain('L’atelier a changé ces mots depuis');
    expect(html).toContain('trois halles');
  });
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
    const { id: author } = await database.db
      .selectFrom('participation')
      .select('id')
      .where('consultationId', '=', over.id)
      .limit(1)
      .executeTakeFirstOrThrow();
    const contribution = await stores().consultations.contribute({
      consultation: over.id,
      contribution: { kind: 'new-measure', title: 'Un verger', words: 'Planter', because: 'Rien' },
      shownName: null,
      participation: author,
      toldTo: null,
      at: ANNOUNCED,
    });
    const path = `/consultations/${over.id}/synthese`;
    const before = await render(`${ROOT}/synthese`, path, of(over.id), browser());
    expect(before).toContain('Les votes sont montrés après le décompte');
    expect(before).not.toContain(' %)');
    // What moderators took out is told at once, not with the count.
    const out = { consultation: over.id, participations: [author], reason: 'Adresse jetable', at: new Date() };
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
    expect(html).toContain('Aucune voix sur 2 autres mesures');
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
