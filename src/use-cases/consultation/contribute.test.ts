import { beforeAll, describe, expect, test } from 'vitest';
import { contributionShown } from '#server/storage/contribution-pages.ts';
import { storesOn } from '#server/stores.ts';
import { consulting, OPEN, takingPart, votesIn } from '#tests/consulting.ts';
import { withTestDatabase } from '#tests/database.ts';
import { actorFor, addressOf, mailsTo, newPerson } from '#tests/people.ts';
import { OPERATOR, settle } from '#tests/world.ts';
import { eraseAccount, exportAccount } from '../accounts/own-account.ts';
import { contribute, withdrawContribution, type Contribute } from './contribute.ts';
import {
  hideContribution,
  leaveContribution,
  reportContribution,
  seeContributionReports,
  showContribution,
} from './moderate-consultation.ts';
import { voteInConsultation } from './vote.ts';

const database = withTestDatabase();
const stores = () => storesOn(database.db);
const ANYONE = { kind: 'anyone' } as const;

let open = { id: 0, draft: 0, kept: 0, changed: 0, removed: 0, added: 0 };

beforeAll(async () => {
  await settle(database.db);
  open = await consulting(database.db, { address: 'exemple-ouverte' });
});

const part = async (name: string, id = open.id) => await takingPart(database.db, { id, email: addressOf(name) });
async function write(
  actor: { kind: 'participant'; token: string },
  said: Contribute['said'],
  more: Partial<Contribute> = {},
) {
  const request = { consultation: open.id, said, name: '', tell: '', ...more };
  return await contribute(stores(), actor, request, OPEN);
}

const amendment = (measure: number, words: string) =>
  ({ kind: 'amendment', measure, spot: 'title', words, because: 'Plus clair' }) as const;
const votesOf = async (id: number) => await votesIn(database.db, id);

describe('writing', () => {
  test('signs that turn words around or hide some are shown, in the words, in the title and in the signature', async () => {
    const said = {
      kind: 'new-measure',
      title: 'pris\u202erefusé',
      words: 'un\u200bdeux',
      because: 'x\u2066y',
    } as const;
    const written = await write(await part('bidi'), said, { name: '\u202eyaF' });
    if (!written.ok) throw new Error(written.refusal.kind);
    const [row] = await database.db.selectFrom('contribution').selectAll().where('id', '=', written.value.id).execute();
    expect(row).toMatchObject({ title: 'pris[U+202E]refusé', words: 'un[U+200B]deux', because: 'x[U+2066]y' });
    expect(row?.shownName).toBe('[U+202E]yaF');
  });

  test('an amendment keeps the words that it is about, and says something else', async () => {
    const fay = await part('fay');
    const said = amendment(open.kept, 'Un autre titre');
    const written = await write(fay, said, { name: 'Fay, de Bry' });
    if (!written.ok) throw new Error(written.refusal.kind);
    const base =
      (await stores().consultations.measures(open.id)).find(({ id }) => id === open.kept)?.words?.title ?? '';
    const [row] = await database.db.selectFrom('contribution').selectAll().where('id', '=', written.value.id).execute();
    expect(row).toMatchObject({ base, words: 'Un autre titre', shownName: 'Fay, de Bry', toldTo: null });
    expect(await write(fay, amendment(open.kept, base))).toMatchObject({ refusal: { kind: 'same-words' } });
    expect(await write(fay, { ...said, spot: 'l9.9' })).toMatchObject({ refusal: { kind: 'unknown-spot' } });
    expect(await write(fay, amendment(open.removed, 'X'))).toMatchObject({ refusal: { kind: 'unknown-spot' } });
    expect(await write(fay, { kind: 'comment', measure: 98765, words: 'X' })).toMatchObject({
      refusal: { kind: 'unknown-consulted-measure' },
    });
    expect(await write(fay, { kind: 'comment', measure: open.removed, words: 'x'.repeat(4001) })).toMatchObject({
      refusal: { kind: 'text-too-long' },
    });
  });

  test('sent twice, it is written once; and twenty a day is what one box may write', async () => {
    const gus = await part('gus');
    const one = { kind: 'comment', measure: open.kept, words: 'Bravo' } as const;
    const request = { consultation: open.id, said: one, name: '', tell: '', sending: 'same-form' };
    const twice = await Promise.all([1, 2].map(() => contribute(stores(), gus, request, OPEN)));
    expect(new Set(twice.map((outcome) => (outcome.ok ? outcome.value.id : 0))).size).toBe(1);
    for (let n = 1; n < 20; n += 1) expect((await write(gus, { ...one, words: `Bravo ${n}` })).ok).toBe(true);
    expect(await write(gus, one)).toMatchObject({ refusal: { kind: 'too-many-contributions' } });
  });

  test('whoever asks to be told types again the address that they confirmed, not that of somebody else', async () => {
    const hal = await part('hal');
    const said = amendment(open.changed, 'Dit autrement');
    expect(await write(hal, said, { tell: addressOf('quelqu-un-d-autre') })).toMatchObject({
      refusal: { kind: 'not-own-address' },
    });
    expect(await write(hal, said, { tell: 'hal@' })).toMatchObject({ refusal: { kind: 'not-an-email' } });
    expect((await write(hal, said, { tell: addressOf('HAL') })).ok).toBe(true);
  });

  test('is taken back by whoever wrote it, and by nobody else', async () => {
    const [ian, joy] = [await part('ian'), await part('joy')];
    const written = await write(ian, amendment(open.changed, 'À retirer'), { tell: addressOf('ian') });
    if (!written.ok) throw new Error(written.refusal.kind);
    const of = { consultation: open.id, contribution: written.value.id };
    expect(await withdrawContribution(stores(), joy, of, OPEN)).toMatchObject({
      refusal: { kind: 'unknown-contribution' },
    });
    expect((await withdrawContribution(stores(), ian, of, OPEN)).ok).toBe(true);
    const [row] = await database.db.selectFrom('contribution').selectAll().where('id', '=', of.contribution).execute();
    expect(row).toMatchObject({ toldTo: null, withdrawnAt: OPEN });
    const vote = { consultation: open.id, votes: [{ object: `c${of.contribution}`, choice: 'for' }] } as const;
    expect(await voteInConsultation(stores(), joy, vote, OPEN)).toMatchObject({ refusal: { kind: 'not-to-vote-on' } });
  });
});

describe('moderating', () => {
  test('what is reported stays until the team hides it, with a reason, or leaves it', async () => {
    const kim = await part('kim');
    const written = await write(kim, amendment(open.changed, 'Des mots durs'), { tell: addressOf('kim') });
    if (!written.ok) throw new Error(written.refusal.kind);
    const of = { consultation: open.id, contribution: written.value.id };
    expect(await reportContribution(stores(), ANYONE, { ...of, reason: ' ' }, OPEN)).toMatchObject({
      refusal: { kind: 'text-missing' },
    });
    for (const reason of ['Insultant', 'Encore'])
      expect((await reportContribution(stores(), ANYONE, { ...of, reason }, OPEN)).ok).toBe(true);
    expect(await seeContributionReports(stores(), ANYONE)).toMatchObject({ refusal: { kind: 'not-allowed' } });
    const waiting = await seeContributionReports(stores(), OPERATOR);
    if (!waiting.ok) throw new Error('not seen');
    expect(waiting.value.map(({ reason }) => reason)).toEqual(['Insultant', 'Encore']);
    const report = waiting.value[0]?.id ?? 0;
    const elsewhere = { consultation: 9999, report };
    expect((await leaveContribution(stores(), OPERATOR, elsewhere, OPEN)).ok).toBe(false);
    expect((await leaveContribution(stores(), OPERATOR, { consultation: open.id, report }, OPEN)).ok).toBe(true);
    expect(await hideContribution(stores(), kim, { ...of, reason: 'Non' }, OPEN)).toMatchObject({
      refusal: { kind: 'not-allowed' },
    });
    expect((await hideContribution(stores(), OPERATOR, { ...of, reason: 'Insulte' }, OPEN)).ok).toBe(true);
    expect(await seeContributionReports(stores(), OPERATOR)).toEqual({ ok: true, value: [] });
    const [row] = await database.db.selectFrom('contribution').selectAll().where('id', '=', of.contribution).execute();
    expect(row).toMatchObject({ words: 'Des mots durs', hiddenReason: 'Insulte' });

    const show = async (reason: string, actor: Parameters<typeof showContribution>[1] = OPERATOR) =>
      await showContribution(stores(), actor, { ...of, reason }, OPEN);
    expect(await show('Moi', kim)).toMatchObject({ refusal: { kind: 'not-allowed' } });
    expect(await show(' ')).toMatchObject({ refusal: { kind: 'text-missing' } });
    expect((await show('Masquée par erreur')).ok).toBe(true);
    expect(await show('Encore')).toMatchObject({ refusal: { kind: 'unknown-contribution' } });
    expect(await contributionShown(database.db, { consultation: open.id, id: of.contribution })).toMatchObject({
      state: 'shown',
      words: 'Des mots durs',
      hiddenReason: null,
    });
    expect(await seeContributionReports(stores(), OPERATOR)).toEqual({ ok: true, value: [] });
    expect((await mailsTo(database.db, addressOf('kim'))).slice(-2)).toMatchObject([
      { kind: 'contribution-hidden', isLast: false },
      { kind: 'contribution-shown', reason: 'Masquée par erreur', isLast: false },
    ]);
  });
});

test('somebody takes away what is kept of them, then is erased: votes go, what they wrote stays unsigned', async () => {
  const person = await newPerson(database.db, 'sol');
  const sol = await part('sol');
  const vote = { consultation: open.id, votes: [{ object: `m${open.added}`, choice: 'for' }] } as const;
  await voteInConsultation(stores(), sol, vote, OPEN);
  const written = await write(sol, amendment(open.changed, 'Signé'), { name: 'Sol', tell: addressOf('sol') });
  if (!written.ok) throw new Error(written.refusal.kind);
  const self = await actorFor(database.db, person);
  const kept = await exportAccount(stores(), self, { person });
  expect(kept).toMatchObject({
    value: {
      consultations: [
        { votes: [{ sur: `m${open.added}`, choix: 'for' }], contributions: [{ signature: 'Sol', texte: 'Signé' }] },
      ],
    },
  });
  expect((await eraseAccount(stores(), self, { person, typed: 'EFFACER' }, OPEN)).ok).toBe(true);
  expect((await votesOf(open.id)).filter((line) => line.startsWith(`m${open.added} `))).toEqual([]);
  const [row] = await database.db.selectFrom('contribution').selectAll().where('id', '=', written.value.id).execute();
  expect(row).toMatchObject({ words: 'Signé', shownName: null, toldTo: null });
  expect(await voteInConsultation(stores(), sol, vote, OPEN)).toMatchObject({ refusal: { kind: 'not-taking-part' } });
});
