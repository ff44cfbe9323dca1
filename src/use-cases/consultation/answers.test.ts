import { beforeAll, describe, expect, test } from 'vitest';
import { problemsOfConsultation } from '#domain/consultation/problems.ts';
import { CONTRIBUTION_COLUMNS } from '#publishing/spreadsheet/consultation-columns.ts';
import { contributionShown, publicContributions } from '#server/storage/contribution-pages.ts';
import { storesOn } from '#server/stores.ts';
import { CLOSING, consulting, OPEN, takingPart } from '#tests/consulting.ts';
import { withTestDatabase } from '#tests/database.ts';
import { addressOf, mailsTo } from '#tests/people.ts';
import { OPERATOR, settle } from '#tests/world.ts';
import { answerContribution } from './answer-contribution.ts';
import { contribute, stopBeingTold, type Contribute } from './contribute.ts';
import { countConsultation } from './count-consultation.ts';
import { DAYS_TO_ANSWER, forgetUnanswered } from './forget-unanswered.ts';
import { hideContribution } from './moderate-consultation.ts';

const database = withTestDatabase();
const stores = () => storesOn(database.db);
const days = (after: Date, number: number) => new Date(after.getTime() + number * 86_400_000);

beforeAll(async () => {
  await settle(database.db);
});

const part = async (name: string, id: number) => await takingPart(database.db, { id, email: addressOf(name) });

const amendment = (measure: number, words: string) =>
  ({ kind: 'amendment', measure, spot: 'title', words, because: 'Plus clair' }) as const;

describe('the answer', () => {
  test('is given with words to each amendment and proposed measure, told once, and opens the way to publishing', async () => {
    const one = await consulting(database.db, { address: 'exemple-reponses' });
    const quy = await part('quy', one.id);
    const of = async (said: Contribute['said'], tell = '') => {
      const request = { consultation: one.id, said, name: '', tell };
      const written = await contribute(stores(), quy, request, OPEN);
      if (!written.ok) throw new Error(written.refusal.kind);
      return written.value.id;
    };
    await of({ kind: 'comment', measure: one.kept, words: 'Merci' });
    const first = await of(amendment(one.kept, 'Mieux dit'), addressOf('quy'));
    const second = await of({ kind: 'new-measure', title: 'Un verger', words: 'Planter.', because: 'Rien n’en parle' });
    const problems = async (now: Date) =>
      problemsOfConsultation(await stores().consultations.ofDraft(one.draft), now).map(({ kind }) => kind);
    expect(await problems(OPEN)).toEqual(['consultation-under-way']);
    await countConsultation(stores(), OPERATOR, { consultation: one.id }, CLOSING);
    expect(await problems(CLOSING)).toEqual(['contributions-unanswered']);
    const answer = async (contribution: number, more: object = {}) => {
      const given = { answer: 'taken', words: 'Oui, et voici comment', measure: one.kept, ...more };
      const asked = { consultation: one.id, contribution, ...given };
      return await answerContribution(stores(), OPERATOR, asked, days(CLOSING, 1));
    };
    expect(await answer(first, { words: '' })).toMatchObject({ refusal: { kind: 'text-missing' } });
    expect(await answer(first, { answer: 'peut-être' })).toMatchObject({ refusal: { kind: 'answer-missing' } });
    expect(await answer(first, { measure: 98765 })).toMatchObject({ refusal: { kind: 'unknown-consulted-measure' } });
    expect((await answer(first, { answers: 0 })).ok).toBe(true);
    const corrected = { answer: 'partly', words: 'Mieux dit ainsi' };
    expect(await answer(first, { ...corrected, answers: 0 })).toMatchObject({
      refusal: { kind: 'answered-meanwhile' },
    });
    expect((await answer(first, { ...corrected, answers: 1 })).ok).toBe(true);
    const former = { answer: 'taken', words: 'Oui, et voici comment', at: days(CLOSING, 1), until: days(CLOSING, 1) };
    const shown = await contributionShown(database.db, { consultation: one.id, id: first });
    expect(shown).toMatchObject({ answer: { words: 'Mieux dit ainsi' }, before: [former] });
    // As on the page, so in the files.
    const { rows: lines } = await publicContributions(database.db, { id: first });
    expect(lines.map((line) => CONTRIBUTION_COLUMNS.reponses_precedentes.cell(line))).toEqual([
      '2026-06-13T22:00:00.000Z 2026-06-13T22:00:00.000Z taken Oui, et voici comment',
    ]);
    expect((await answer(second, { answer: 'not', words: 'La loi le dit' })).ok).toBe(true);
    expect(await problems(CLOSING)).toEqual([]);
    const mails = (await mailsTo(database.db, addressOf('quy'))).filter(({ kind }) => kind === 'contribution-answered');
    expect(mails).toMatchObject([{ answer: 'taken', words: 'Oui, et voici comment' }]);
    const rows = await database.db
      .selectFrom('contribution')
      .selectAll()
      .where('consultationId', '=', one.id)
      .execute();
    expect(JSON.stringify(rows)).not.toContain(addressOf('quy'));
    expect(rows.find(({ id }) => id === second)).toMatchObject({ answer: 'not', answerMeasureId: null });
  });

  test('that is corrected before the count is told again to whoever asked, and the count erases their address', async () => {
    const one = await consulting(database.db, { address: 'exemple-corrigee' });
    const ted = await part('ted', one.id);
    const request = { consultation: one.id, said: amendment(one.kept, 'Mieux'), name: '', tell: addressOf('ted') };
    const written = await contribute(stores(), ted, request, OPEN);
    if (!written.ok) throw new Error(written.refusal.kind);
    const of = { consultation: one.id, contribution: written.value.id, measure: null };
    const told = async () =>
      (await mailsTo(database.db, addressOf('ted'))).filter(({ kind }) => kind === 'contribution-answered');
    await answerContribution(stores(), OPERATOR, { ...of, answer: 'taken', words: 'Oui', answers: 0 }, OPEN);
    await answerContribution(stores(), OPERATOR, { ...of, answer: 'not', words: 'Non', answers: 1 }, days(OPEN, 1));
    expect(await told()).toMatchObject([
      { answer: 'taken', again: false, isLast: false },
      { answer: 'not', again: true, isLast: false },
    ]);
    expect((await countConsultation(stores(), OPERATOR, { consultation: one.id }, CLOSING)).ok).toBe(true);
    const rows = await database.db.selectFrom('contribution').selectAll().where('id', '=', of.contribution).execute();
    expect(rows).toMatchObject([{ toldTo: null, answers: 2 }]);
  });

  test('is for nobody whose contribution is hidden: the count erases their address with the others', async () => {
    const one = await consulting(database.db, { address: 'exemple-masquee' });
    const una = await part('una', one.id);
    const request = { consultation: one.id, said: amendment(one.kept, 'Mieux'), name: '', tell: addressOf('una') };
    const written = await contribute(stores(), una, request, OPEN);
    if (!written.ok) throw new Error(written.refusal.kind);
    const of = { consultation: one.id, contribution: written.value.id };
    expect((await hideContribution(stores(), OPERATOR, { ...of, reason: 'Publicité' }, OPEN)).ok).toBe(true);
    expect((await countConsultation(stores(), OPERATOR, { consultation: one.id }, CLOSING)).ok).toBe(true);
    const rows = await database.db.selectFrom('contribution').selectAll().where('id', '=', of.contribution).execute();
    expect(rows).toMatchObject([{ toldTo: null }]);
  });

  test('comes to no comment after the count, nor to what waits for a year: both addresses are erased', async () => {
    const one = await consulting(database.db, { address: 'exemple-commentee' });
    const val = await part('val', one.id);
    const of = { consultation: one.id, name: '', tell: addressOf('val') };
    for (const said of [{ kind: 'comment', measure: one.kept, words: 'Merci' } as const, amendment(one.kept, 'Mieux')])
      expect((await contribute(stores(), val, { ...of, said }, OPEN)).ok).toBe(true);
    expect((await countConsultation(stores(), OPERATOR, { consultation: one.id }, CLOSING)).ok).toBe(true);
    const told = async () =>
      await database.db
        .selectFrom('contribution')
        .select('kind')
        .where('consultationId', '=', one.id)
        .where('toldTo', 'is not', null)
        .execute();
    expect(await told()).toEqual([{ kind: 'amendment' }]);
    expect(await forgetUnanswered(stores(), days(CLOSING, DAYS_TO_ANSWER - 1))).toBe(0);
    expect(await told()).toHaveLength(1);
    await forgetUnanswered(stores(), days(CLOSING, DAYS_TO_ANSWER));
    expect(await told()).toEqual([]);
  });

  test('goes to nobody who said stop', async () => {
    const open = await consulting(database.db, { address: 'exemple-sans-nouvelle' });
    const rue = await part('rue', open.id);
    const said = amendment(open.changed, 'Encore autrement');
    const request = { consultation: open.id, said, name: '', tell: addressOf('rue') };
    const written = await contribute(stores(), rue, request, OPEN);
    if (!written.ok) throw new Error(written.refusal.kind);
    const of = { consultation: open.id, contribution: written.value.id };
    expect((await stopBeingTold(stores(), rue, of, OPEN)).ok).toBe(true);
    await answerContribution(stores(), OPERATOR, { ...of, answer: 'not', words: 'Non', measure: null }, OPEN);
    const kinds = (await mailsTo(database.db, addressOf('rue'))).map(({ kind }) => kind);
    expect(kinds).not.toContain('contribution-answered');
  });
});
