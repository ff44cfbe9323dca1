import { beforeAll, describe, expect, test } from 'vitest';
import { storesOn } from '#server/stores.ts';
import { withTestDatabase } from '#tests/database.ts';
import { negotiating, NOW, type Negotiating } from '#tests/negotiating.ts';
import { AS_PROPOSED } from '#domain/negotiation/several-at-once.ts';
import { commentNegotiation } from '#use-cases/negotiation/comment-negotiation.ts';
import { endNegotiation } from '#use-cases/negotiation/end-negotiation.ts';
import { proposeLocal } from '#use-cases/negotiation/propose-local.ts';
import { sayPosition } from '#use-cases/negotiation/say-position.ts';
import { communeShown } from './commune-shown.ts';
import { publicNegotiations } from './public-negotiations.ts';

const database = withTestDatabase();
const DAY = 86_400_000;
let prepared: Negotiating;
let asked: Negotiating;
let open: Negotiating;

beforeAll(async () => {
  prepared = await negotiating(database.db, { stage: 'prepared' });
  asked = await negotiating(database.db, { stage: 'asked' });
  open = await negotiating(database.db);
});

const stages = async (of: Parameters<typeof publicNegotiations>[1], days = 0) =>
  (await publicNegotiations(database.db, of, new Date(NOW.getTime() + days * DAY))).map(({ list, stage }) => [
    list?.id,
    stage.kind,
    stage.since,
  ]);

describe('what is public of negotiations', () => {
  test('is that one is asked or open, with its date; one that is prepared is nobody’s business', async () => {
    expect(await stages({ municipality: '94017' })).toEqual([
      [open.list, 'open', NOW],
      [asked.list, 'asked', NOW],
    ]);
    expect(await stages({ list: open.list })).toEqual([[open.list, 'open', NOW]]);
    expect(await stages({ collective: asked.collective })).toEqual([[asked.list, 'asked', NOW]]);
    expect(await stages({ list: prepared.list })).toEqual([]);
    expect(await stages({ municipality: '94015' })).toEqual([]);
  });

  test('says after fifteen days that there was no answer', async () => {
    expect(await stages({ list: asked.list }, 15)).toEqual([[asked.list, 'unanswered', NOW]]);
  });

  test('never holds a word of what is said, on the page of the commune either', async () => {
    const stores = storesOn(database.db);
    const secret = 'motsecret';
    const list = await open.representative();
    const position = { ...AS_PROPOSED, wording: `Autre ${secret}`, observation: `Observation ${secret}` };
    await sayPosition(stores, list, { negotiation: open.id, item: 'm1-1-1', version: 0, position }, NOW);
    await proposeLocal(stores, list, { negotiation: open.id, text: `Local ${secret}`, relatedMeasures: [] }, NOW);
    await commentNegotiation(stores, list, { negotiation: open.id, measure: null, text: secret }, NOW);
    const shown = await communeShown(database.db, { code: '94017' });
    expect(shown?.negotiations.map(({ list: of, kind }) => [of?.id, kind])).toEqual([
      [open.list, 'open'],
      // The day of the test is long after the question.
      [asked.list, 'unanswered'],
    ]);
    expect(JSON.stringify([shown, await publicNegotiations(database.db, { municipality: '94017' })])).not.toContain(
      secret,
    );
  });

  test('ends when the negotiation does', async () => {
    const ended = await negotiating(database.db);
    await endNegotiation(
      storesOn(database.db),
      await ended.coordinator(),
      { negotiation: ended.id, reason: 'Fin.' },
      NOW,
    );
    expect(await stages({ list: ended.list })).toEqual([]);
  });
});
