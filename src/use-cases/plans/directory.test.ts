import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#domain/access/gate.ts';
import { actionRows } from '#server/storage/downloads.ts';
import { storesOn } from '#server/stores.ts';
import { withTestDatabase } from '#tests/database.ts';
import { actorFor, addressOf, mailsTo, newPerson } from '#tests/people.ts';
import { ofTownHall } from '#tests/town-hall.ts';
import { BRY, CHAMPIGNY, OPERATOR, settle } from '#tests/world.ts';
import { exportAccount } from '../accounts/own-account.ts';
import { askNews } from '../plan-news/ask-news.ts';
import { addAction } from './add-action.ts';
import { createPlan } from './create-plan.ts';
import { eraseEntry } from './erase-entry.ts';
import { keepEntry, mergeEntries } from './keep-entry.ts';
import { publishPlan } from './publish-plan.ts';

process.env['SITE_SECRET'] ??= 'a secret of a test that nobody else knows';
const NOW = new Date('2027-03-02T09:00:00Z');
const database = withTestDatabase();
const stores = () => storesOn(database.db);
const actors: { agent: Actor; elsewhere: Actor } = { agent: OPERATOR, elsewhere: OPERATOR };

beforeAll(async () => {
  await settle(database.db);
  actors.agent = await actorFor(database.db, await ofTownHall(database.db, { name: 'agent', place: CHAMPIGNY }));
  actors.elsewhere = await actorFor(database.db, await ofTownHall(database.db, { name: 'ailleurs', place: BRY }));
});

async function kept<Value>(
  taken: Promise<{ ok: true; value: Value } | { ok: false; refusal: unknown }>,
): Promise<Value> {
  const result = await taken;
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}

const newPlan = async (): Promise<number> =>
  (await kept(createPlan(stores(), actors.agent, { place: CHAMPIGNY, title: 'Plan', introduction: '' }, NOW))).plan;

describe('the directory', () => {
  const entry = { kind: 'person', isElected: false, isPublic: false, email: '', leftOn: '' } as const;

  test('an entry is renamed once for all, and one that is there twice is merged', async () => {
    const place = BRY;
    const keep = (name: string, old: { id: number; version: number } | null = null) =>
      keepEntry(stores(), actors.elsewhere, { place, entry: old, ...entry, name }, NOW);
    const one = await kept(keep('P. Martin'));
    const two = await kept(keep('Paul Martin'));
    expect(await keep('paul martin')).toMatchObject({ refusal: { kind: 'entry-already-there', id: two.id } });
    await kept(keep('Pierre Martin', { id: one.id, version: 1 }));
    expect(await keep('Autre', { id: one.id, version: 1 })).toMatchObject({
      refusal: { kind: 'entry-edited-meanwhile', theirs: { name: 'Pierre Martin' } },
    });
    const { plan } = await kept(
      createPlan(stores(), actors.elsewhere, { place, title: 'Plan', introduction: '' }, NOW),
    );
    const patch = { roles: { lead: [one.id, two.id], partner: [one.id] } };
    await kept(addAction(stores(), actors.elsewhere, { plan, title: 'A', patch, lead: null }, NOW));
    await kept(mergeEntries(stores(), actors.elsewhere, { place, from: one.id, into: two.id, address: null }, NOW));
    const [action] = await stores().workingPlans.actions(plan);
    expect(action?.sheet.roles).toMatchObject({ lead: [two.id], partner: [two.id] });
    expect(await stores().directory.find(place, one.id)).toBeNull();
    expect(await keepEntry(stores(), actors.agent, { place, entry: null, ...entry, name: 'X' }, NOW)).toMatchObject({
      refusal: { kind: 'not-allowed' },
    });
  });

  test('an agent who left stays named where they were, is told apart, and their address is forgotten', async () => {
    const plan = await newPlan();
    const lead = { kind: 'person', name: 'Luc Départ', isElected: false } as const;
    await kept(addAction(stores(), actors.agent, { plan, title: 'A', patch: {}, lead }, NOW));
    const found = await stores().directory.named(CHAMPIGNY, lead);
    const id = found?.id ?? 0;
    const here = { ...entry, name: lead.name, email: 'luc@example.fr' };
    const keep = (version: number, words: Omit<typeof here, 'leftOn'> & { readonly leftOn: string }) =>
      kept(keepEntry(stores(), actors.agent, { place: CHAMPIGNY, entry: { id, version }, ...words }, NOW));
    await keep(1, here);
    expect(await stores().directory.find(CHAMPIGNY, id)).toMatchObject({ email: 'luc@example.fr' });
    await kept(askNews(stores(), actors.agent, { plan, entry: null, actions: null, words: '' }, NOW));
    expect(await mailsTo(database.db, 'luc@example.fr')).toHaveLength(1);
    await keep(2, { ...here, leftOn: '2027-03-01' });
    // What was about to go to that address does not.
    expect(await mailsTo(database.db, 'luc@example.fr')).toEqual([]);
    expect(await stores().directory.find(CHAMPIGNY, id)).toMatchObject({ email: null, leftOn: '2027-03-01' });
    const { rows } = await stores().workingPlans.overview(plan);
    expect(rows[0]?.leads).toMatchObject([{ name: 'Luc Départ', left: true }]);
  });

  describe('the address of an entry that is merged', () => {
    const add = (name: string, email: string) =>
      kept(keepEntry(stores(), actors.agent, { place: CHAMPIGNY, entry: null, ...entry, name, email }, NOW));
    const two = async (said: { readonly name: string; readonly from: string; readonly into: string }) => ({
      place: CHAMPIGNY,
      from: (await add(`${said.name[0] ?? ''}. Martin`, said.from)).id,
      into: (await add(`${said.name} Martin`, said.into)).id,
    });
    const merge = (both: Awaited<ReturnType<typeof two>>, address: 'taken-over' | 'forgotten' | null) =>
      mergeEntries(stores(), actors.agent, { ...both, address }, NOW);
    const addressesOf = async ({ from, into }: { readonly from: number; readonly into: number }) => {
      const rows = database.db.selectFrom('directoryEntry').select(['id', 'email']).where('id', 'in', [from, into]);
      const emails = new Map((await rows.execute()).map(({ id, email }) => [id, email]));
      return [emails.get(from), emails.get(into)];
    };

    test('is asked about when the other has none: nothing is merged until somebody says', async () => {
      const both = await two({ name: 'Ana', from: 'ana@example.fr', into: '' });
      expect(await merge(both, null)).toEqual({
        ok: false,
        refusal: { kind: 'address-undecided', email: 'ana@example.fr' },
      });
      expect(await addressesOf(both)).toEqual(['ana@example.fr', null]);
      await kept(merge(both, 'taken-over'));
      // Nobody sees the one that is gone: an address that nobody sees serves nobody.
      expect(await addressesOf(both)).toEqual([null, 'ana@example.fr']);
    });

    test('is forgotten when somebody says so', async () => {
      const both = await two({ name: 'Bea', from: 'bea@example.fr', into: '' });
      await kept(merge(both, 'forgotten'));
      expect(await addressesOf(both)).toEqual([null, null]);
    });

    test('never takes the place of the one that the other has', async () => {
      const both = await two({ name: 'Carla', from: 'c@example.fr', into: 'carla@example.fr' });
      await kept(merge(both, 'taken-over'));
      expect(await addressesOf(both)).toEqual([null, 'carla@example.fr']);
    });

    test('is forgotten without a question when the other works there no more', async () => {
      const both = await two({ name: 'Dora', from: 'dora@example.fr', into: '' });
      const left = { ...entry, name: 'Dora Martin', leftOn: '2027-03-01' };
      const old = { id: both.into, version: 1 };
      await kept(keepEntry(stores(), actors.agent, { place: CHAMPIGNY, entry: old, ...left }, NOW));
      await kept(merge(both, null));
      expect(await addressesOf(both)).toEqual([null, null]);
    });
  });

  test('a person asks to be erased: nothing of theirs stays but their words, and the sheets say somebody', async () => {
    const somebody = 'une personne de la mairie';
    const plan = await newPlan();
    await newPerson(database.db, 'zoe');
    const address = addressOf('zoe');
    const add = (name: string) =>
      kept(keepEntry(stores(), actors.agent, { place: CHAMPIGNY, entry: null, ...entry, name, email: address }, NOW));
    const [twin, zoe] = [await add('Z. Martin'), await add('Zoé Martin')];
    await kept(
      mergeEntries(stores(), actors.agent, { place: CHAMPIGNY, from: twin.id, into: zoe.id, address: null }, NOW),
    );
    const patch = { roles: { lead: [zoe.id], partner: [zoe.id] } };
    const { action } = await kept(addAction(stores(), actors.agent, { plan, title: 'A', patch, lead: null }, NOW));
    await kept(askNews(stores(), actors.agent, { plan, entry: null, actions: null, words: 'Pour le conseil' }, NOW));
    const said = { action, entry: zoe.id, at: NOW, kind: 'news', status: null, words: 'Commencé.' } as const;
    await stores().news.say({ ...said, document: null, photo: false, sending: 'z' });

    // Their own copy says all of it.
    const zoeHerself: Actor = { kind: 'person', id: 'p-zoe', holds: [] };
    const copy = JSON.stringify(await exportAccount(stores(), zoeHerself, { person: 'p-zoe' }));
    for (const word of ['Zoé Martin', 'Pour le conseil', 'Commencé.', 'jusque']) expect(copy).toContain(word);

    const erase = (actor: Actor, confirmed = true, textsSeen = false) =>
      eraseEntry(stores(), actor, { place: CHAMPIGNY, entry: zoe.id, confirmed, textsSeen, somebody }, NOW);
    expect(await erase(actors.elsewhere)).toMatchObject({ refusal: { kind: 'not-allowed' } });
    expect(await erase(actors.agent, false)).toMatchObject({ refusal: { kind: 'erasing-not-confirmed' } });
    // Texts that hold the name are told first: once it is forgotten, nothing finds it in them.
    const texts = { method: 'Voir avec Z. MARTIN.' };
    const hidden = { visibility: 'private', texts } as const;
    await kept(addAction(stores(), actors.agent, { plan, title: 'Privée', patch: hidden, lead: null }, NOW));
    expect(await erase(actors.agent)).toEqual({
      ok: false,
      refusal: {
        kind: 'texts-name-entry',
        texts: [{ plan, title: 'Plan', where: { kind: 'action', number: '2' } }],
      },
    });
    expect(await erase(actors.agent, true, true)).toEqual({ ok: true, value: { actions: 1 } });
    expect(await erase(actors.agent)).toMatchObject({ refusal: { kind: 'unknown-entry' } });

    const [row] = (await stores().workingPlans.overview(plan)).rows;
    expect(row?.leads).toMatchObject([{ name: somebody }]);
    expect(await stores().news.ofAction(action)).toMatchObject([{ by: somebody, words: 'Commencé.' }]);
    const { rows } = await sql<{ left: string }>`
      select name || coalesce(email, '') as left from directory_entry where name like 'Z%' or email = ${address}
      union all select entry_id::text from news_request where words = 'Pour le conseil'
      union all select kind from mail where recipient = ${address}`.execute(database.db);
    expect(rows).toEqual([]);
  });

  describe('a name that a published plan shows', () => {
    const somebody = 'une personne de la mairie';
    const lea = { ...entry, email: '' as string, name: 'Léa Cachée', isPublic: true };
    const keep = (words: typeof lea | (Omit<typeof lea, 'kind'> & { kind: 'service' }), old: number | null = null) =>
      kept(
        keepEntry(
          stores(),
          actors.agent,
          { place: CHAMPIGNY, entry: old === null ? null : { id: old, version: 1 }, ...words },
          NOW,
        ),
      );
    const publish = (plan: number) => kept(publishPlan(stores(), actors.agent, { plan, note: '', seen: null }, NOW));
    const shown = async (plan: number) =>
      JSON.stringify([
        await actionRows(database.db, { plan }),
        await database.db.selectFrom('action').selectAll().where('planId', '=', plan).execute(),
      ]);
    const stillShown = async (plan: number) =>
      (await stores().directory.stillShown(CHAMPIGNY)).find((one) => one.plan === plan)?.names ?? [];
    const published = async (lead: number, funder: number | null = null) => {
      const plan = await newPlan();
      const fundings =
        funder === null ? [] : [{ funder, call: '', euros: null, deadline: null, state: 'asked' as const }];
      const patch = { roles: { lead: [lead] }, fundings };
      await kept(addAction(stores(), actors.agent, { plan, title: 'Public', patch, lead: null }, NOW));
      await publish(plan);
      return plan;
    };
    /** Nothing else was changed, and still there is something to publish. */
    const isGone = async (plan: number, name: string) => {
      expect(await stillShown(plan)).toEqual([name]);
      await publish(plan);
      expect(await shown(plan)).not.toContain(name);
      expect(await stillShown(plan)).toEqual([]);
    };

    test('leaves with the next version once the consent is taken back', async () => {
      const { id } = await keep(lea);
      const plan = await published(id);
      expect(await shown(plan)).toContain('Léa Cachée');
      expect(await stillShown(plan)).toEqual([]);
      await keep({ ...lea, isPublic: false }, id);
      await isGone(plan, 'Léa Cachée');
    });

    test('leaves once it was erased, renamed, or merged into another', async () => {
      const zoe = await keep({ ...lea, name: 'Zoé Effacée' });
      const plan = await published(zoe.id);
      const request = { place: CHAMPIGNY, entry: zoe.id, confirmed: true, textsSeen: false, somebody };
      await kept(eraseEntry(stores(), actors.agent, request, NOW));
      await isGone(plan, 'Zoé Effacée');

      const roads = await keep({ ...lea, kind: 'service', name: 'Voirie' });
      const lighting = await keep({ ...lea, kind: 'service', name: 'Éclairage' });
      const [first, second] = [await published(roads.id), await published(lighting.id, roads.id)];
      await keep({ ...lea, kind: 'service', name: 'Rues et places' }, roads.id);
      await isGone(first, 'Voirie');
      await isGone(second, 'Voirie');
      await kept(
        mergeEntries(
          stores(),
          actors.agent,
          { place: CHAMPIGNY, from: roads.id, into: lighting.id, address: null },
          NOW,
        ),
      );
      await isGone(first, 'Rues et places');
    });

    test('changes nothing of the plan while what is shown is the same', async () => {
      const { id } = await keep({ ...lea, name: 'Max Inchangé' });
      const plan = await published(id);
      await keep({ ...lea, name: 'Max Inchangé', email: 'max@example.fr' }, id);
      expect(await publishPlan(stores(), actors.agent, { plan, note: '', seen: null }, NOW)).toMatchObject({
        refusal: { kind: 'nothing-new' },
      });
    });
  });

  test('the journal holds no name of a person', async () => {
    const events = await database.db.selectFrom('journalContent').select('says').execute();
    expect(events.length).toBeGreaterThan(5);
    expect(events.map(({ says }) => says).join('\n')).not.toMatch(/Martin|Départ|Cachée|Effacée/);
  });
});
