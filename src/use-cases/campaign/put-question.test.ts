import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sql } from 'kysely';
import { withTestDatabase } from '#tests/database.ts';
import { withPageRenderer } from '#tests/render-page.ts';
import { buildWorld, EDITION, PARIS_EST_MARNE_ET_BOIS } from '#tests/world.ts';
import type { Actor, Person } from '#domain/access/gate.ts';
import { editionById, keepEditionsMade } from '#server/charters.ts';
import { readConfig } from '#server/config.ts';
import { provideRuntime } from '#server/runtime.ts';
import { questionViews } from '#server/storage/body-questions.ts';
import { sitemapPart } from '#server/storage/sitemap.ts';
import { storesOn } from '#server/stores.ts';
import { answerQuestion, putQuestion, type PutQuestion } from './put-question.ts';

const database = withTestDatabase();
const { render } = withPageRenderer();
const NOW = new Date('2026-06-01T09:00:00Z');
const TODAY = '2026-06-01';
const stores = () => storesOn(database.db);
/** Which measure Champigny's pact leaves to its grouping. */
const LEFT = { municipality: '94017', edition: EDITION, measure: 11 };
let collective = 0;
let grouping = '';
let coordinator: Person;

beforeAll(async () => {
  await buildWorld(database.db);
  provideRuntime({ config: readConfig({}), db: database.db });
  const { rows } = await sql<{
    id: number;
  }>`insert into collective (name, slug, state, charter_version, requested_at, confirmed_at, confirmed_by)
    values ('Champigny en transition (exemple)', 'c', 'active', '1', ${NOW}, ${NOW}, 'operator') returning id`.execute(
    database.db,
  );
  collective = rows[0]?.id ?? 0;
  await database.db
    .insertInto('collectivePlace')
    .values({ collectiveId: collective, municipalityCode: '94017', groupingSiren: null })
    .execute();
  coordinator = { kind: 'person', id: 'coordinator', holds: [{ role: 'collective-coordinator', collective }] };
  grouping = (await stores().questions.groupingsOf('94017'))[0] ?? PARIS_EST_MARNE_ET_BOIS;
});
beforeEach(async () => {
  await sql`delete from body_question`.execute(database.db);
});

async function put(given: Partial<PutQuestion> = {}, actor: Actor = coordinator) {
  return await putQuestion(
    stores(),
    actor,
    {
      ...LEFT,
      grouping,
      level: null,
      text: 'Prenez-vous cette mesure ?',
      askedOn: '2026-05-12',
      today: TODAY,
      ...given,
    },
    NOW,
  );
}
const kindOf = (result: { ok: true } | { ok: false; refusal: { kind: string } }) => result.ok || result.refusal.kind;
async function asked(): Promise<number> {
  const result = await put();
  if (!result.ok) throw new Error(result.refusal.kind);
  return result.value.id;
}
const agent = (): Person => ({
  kind: 'person',
  id: 'agent',
  holds: [{ role: 'municipal-agent', place: { kind: 'grouping', siren: grouping } }],
});
const answer = async (question: number, actor: Actor, on = '2026-05-20', text = 'Oui.') =>
  kindOf(await answerQuestion(stores(), actor, { question, answer: 'accepted', on, text, today: TODAY }, NOW));
const page = async (of: string) =>
  (
    await render('/intercommunalites/[grouping]', `/intercommunalites/${of}-paris-est-marne-et-bois`, { grouping: of })
  ).replace(/\s+/g, ' ');

describe('a question is refused', () => {
  test.each([
    ['about a measure that nobody left', { measure: 1 }, 'left-to-nobody'],
    ['about a measure that the charter does not have', { measure: 99 }, 'unknown-measure-here'],
    ['to a grouping of elsewhere', { grouping: '200046977' }, 'other-grouping'],
    ['without words', { text: ' ' }, 'question-text-missing'],
    ['of a day to come', { askedOn: '2026-06-02' }, 'day-to-come'],
    ['of a day that is none', { askedOn: '2026-02-30' }, 'not-a-day'],
    ['of a commune whose collective is another', { municipality: '94015' }, 'not-allowed'],
  ])('%s', async (_, given, kind) => {
    expect(kindOf(await put(given))).toBe(kind);
  });
  test('about a local edition of another collective, whatever was left; not about its own', async () => {
    const edition = editionById(LEFT.edition);
    if (edition === null) throw new Error('the edition of 2020 is always there');
    const local = (id: string, owner: number) => ({ ...edition, id, local: { collective: owner } }) as const;
    keepEditionsMade([local('locale-ici', collective), local('locale-ailleurs', collective + 1)]);
    try {
      expect(kindOf(await put({ edition: 'locale-ailleurs' }))).toBe('edition-of-another-collective');
      // Past it: nobody signed that edition here yet.
      expect(kindOf(await put({ edition: 'locale-ici' }))).toBe('left-to-nobody');
    } finally {
      keepEditionsMade([]);
    }
  });
  test('twice while the first waits, even at once', async () => {
    const both = await Promise.all([put(), put()]);
    expect(both.map(kindOf).toSorted()).toEqual(['question-waits-already', true].toSorted());
  });
  test('from a member who does not coordinate', async () => {
    const member: Person = { kind: 'person', id: 'm', holds: [{ role: 'collective-member', collective }] };
    expect(kindOf(await put({}, member))).toBe('not-allowed');
  });
});

test('an answer is dated and says who brought it; the second is refused, the national team may correct it', async () => {
  const question = await asked();
  expect(await answer(question, agent(), '2026-05-11')).toBe('answer-before-question');
  expect(await answer(question, agent())).toBe(true);
  expect(await answer(question, coordinator)).toBe('answered-already');
  const [view] = await questionViews(database.db, { id: question });
  expect(view?.answer).toEqual({ kind: 'accepted', on: '2026-05-20', text: 'Oui.', as: 'body' });
  expect(await answer(question, { kind: 'person', id: 't', holds: [{ role: 'national-team' }] }, '2026-05-21')).toBe(
    true,
  );
});

test('the collective brings the letter that it received; an agent of elsewhere answers nothing', async () => {
  const question = await asked();
  const elsewhere: Person = {
    kind: 'person',
    id: 'e',
    holds: [{ role: 'municipal-agent', place: { kind: 'municipality', code: '94017' } }],
  };
  expect(await answer(question, elsewhere)).toBe('not-allowed');
  expect(await answer(question, coordinator)).toBe(true);
  expect((await questionViews(database.db, { id: question }))[0]?.answer?.as).toBe('collective');
});

test('the page of the grouping and the thread of the measure say what was asked, by whom, and since when it is silent', async () => {
  const old = await put({ askedOn: '2024-05-12' });
  const question = old.ok ? old.value.id : 0;
  const silent = await page(grouping);
  expect(silent).toContain('sans réponse depuis le 12 mai 2024');
  expect(silent).toContain('Champigny en transition (exemple)');
  const thread = await render(
    '/communes/[commune]/mesures/[measure]',
    '/communes/94017-champigny-sur-marne/mesures/11',
    {
      commune: '94017-champigny-sur-marne',
      measure: '11',
    },
  );
  expect(thread).toContain(`/questions/${question}`);
  await answer(question, coordinator, '2024-05-20');
  expect(await page(grouping)).toContain('acceptée le 20 mai 2024');
  const own = await render('/questions/[question]', `/questions/${question}`, { question: String(question) });
  expect(own).toContain('Oui.');
  expect(own).toContain('rapportée par le collectif');
  const lines = await sitemapPart(database.db, { kind: 'questions', limit: 10_000, part: 1 });
  expect(lines).toMatchObject([{ kind: 'question', id: question }]);
});
