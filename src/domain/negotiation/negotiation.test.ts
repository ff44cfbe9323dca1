import { describe, expect, test } from 'vitest';
import { sameWords } from '../pact/same-words.ts';
import { agreementOf } from './agreement.ts';
import { draftText } from './agreed-content.ts';
import { itemOf, itemsOfMeasure, keyOf, referenceOf, type Item } from './item.ts';
import { stateOfItem, stateOfMeasure } from './item-state.ts';
import { checkPosition, type Position } from './position.ts';
import { acceptTheirs, itemsOfLevel, takeAsProposed, takeBack } from './several-at-once.ts';
import { publicStage } from './progress.ts';
import { agreed, bio, CHARTER, excepted, refused, taken, talk } from './testing/small-charter.ts';

const [canteen, trees] = CHARTER.measures;
if (canteen === undefined || trees === undefined) throw new Error('the small charter has measures');
const A: Item = { kind: 'principle', letter: 'A' };
const TREES: Item = { kind: 'measure', measure: 2 };
const BIKES: Item = { kind: 'clause', measure: 3, level: 1, clause: 1 };
const LOCAL: Item = { kind: 'local', number: 1 };

describe('a key names one item for ever', () => {
  test.each(['pA', 'm12-2-0', 'm14', 'r12', 'l3'])('%s', (key) => {
    const item = itemOf(key);
    expect(item === null ? null : keyOf(item)).toBe(key);
  });
  test.each(['', 'm', 'm1-2', 'p1', 'm1-2-3-4', 'l', 'x3', 'm12345', 'pA;drop'])('%s is none', (key) => {
    expect(itemOf(key)).toBeNull();
  });
  test('its words are those of the edition; a level that is not there has none', () => {
    expect(referenceOf(CHARTER, bio(2, 0))).toBe('Servir à la cantine :');
    expect(referenceOf(CHARTER, bio(3, 1))).toBeNull();
    expect(referenceOf(CHARTER, { kind: 'measure', measure: 1 })).toBeNull();
    expect(referenceOf(CHARTER, TREES)).toBe('Planter des arbres');
  });
});

describe('a position as typed', () => {
  const checked = (position: Partial<Position>, reference: string | null = 'Servir du bio.') =>
    checkPosition({ ...taken, ...position }, { reference });

  test('in the words of the edition, give or take spaces, is no other wording', () => {
    expect(checked({ wording: ' Servir\u00a0du\r\nbio. ' })).toEqual({ ok: true, value: taken });
  });
  test('keeps the words that differ, its runs of spaces made one', () => {
    expect(checked({ wording: 'Servir  du bio\net du local.' })).toMatchObject({
      value: { wording: 'Servir du bio et du local.' },
    });
  });
  test('drops the signs that hide or turn words', () => {
    expect(checked({ wording: 'Servir\u200b du \u202ebio\u202c local.' })).toMatchObject({
      value: { wording: 'Servir du bio local.' },
    });
  });
  test('that refuses has no wording of its own', () => {
    expect(checked({ stance: { kind: 'refused' }, wording: 'Autre chose' })).toMatchObject({
      value: { wording: null },
    });
  });
  test('that leaves it to another body names the body', () => {
    expect(checked({ stance: { kind: 'delegated', body: '  ', siren: null } })).toMatchObject({
      refusal: { kind: 'body-missing' },
    });
    expect(checked({ stance: { kind: 'delegated', body: 'La Métropole', siren: '200 054 781' } })).toMatchObject({
      value: { stance: { body: 'La Métropole', siren: '200054781' } },
    });
    expect(checked({ stance: { kind: 'delegated', body: 'La Métropole', siren: '12' } })).toMatchObject({
      refusal: { kind: 'siren-wrong' },
    });
  });
  test('too long, or with signs that cannot be set, is refused', () => {
    expect(checked({ observation: 'a'.repeat(4001) })).toMatchObject({ refusal: { kind: 'words-too-long' } });
    expect(checked({ wording: 'a\u0000b' })).toMatchObject({ refusal: { kind: 'words-unreadable', field: 'wording' } });
    expect(checked({ observation: '\ud800' })).toMatchObject({ refusal: { kind: 'words-unreadable' } });
  });
  test('keeps the paragraphs of an observation', () => {
    expect(checked({ observation: 'Oui.\r\n\r\n\r\nMais pas avant 2027. ' })).toMatchObject({
      value: { observation: 'Oui.\n\nMais pas avant 2027.' },
    });
  });
});

test('words are the same whatever the apostrophe and the spaces, not whatever the letters', () => {
  expect(sameWords('l’eau  et l\u2019air', "l'eau et l'air")).toBe(true);
  expect(sameWords('cafe\u0301', 'café')).toBe(true);
  expect(sameWords('de l’eau', 'de l’eau.')).toBe(false);
});

describe('an item', () => {
  test('that nobody spoke of is not asked', () => {
    expect(stateOfItem(talk(), TREES)).toEqual({ kind: 'unasked' });
  });
  test('asked by one side waits for the other', () => {
    expect(stateOfItem(talk(['carrier', TREES, taken]), TREES)).toEqual({ kind: 'waiting', turn: 'counterpart' });
    expect(stateOfItem(talk(['counterpart', TREES, taken]), TREES)).toEqual({ kind: 'waiting', turn: 'carrier' });
  });
  test('on which both differ is the turn of the side that did not speak last', () => {
    const words = talk(['carrier', TREES, taken], ['counterpart', TREES, refused]);
    expect(stateOfItem(words, TREES)).toEqual({ kind: 'discussed', turn: 'carrier' });
    const after = talk(['counterpart', TREES, refused], ['carrier', TREES, taken]);
    expect(stateOfItem(after, TREES)).toEqual({ kind: 'discussed', turn: 'counterpart' });
  });
  test('is agreed when both say the same, also when they say no', () => {
    const words = talk(['carrier', TREES, refused], ['counterpart', TREES, { ...refused, observation: 'Trop cher.' }]);
    expect(stateOfItem(words, TREES)).toMatchObject({ kind: 'agreed', position: { observation: 'Trop cher.' } });
  });
  test('is no longer agreed once a side takes its words back', () => {
    const words = talk(...agreed(TREES), ['carrier', TREES, null]);
    expect(stateOfItem(words, TREES)).toEqual({ kind: 'waiting', turn: 'carrier' });
  });
  test('left to two bodies is not agreed', () => {
    const to = (body: string): Position => ({ ...taken, stance: { kind: 'delegated', body, siren: null } });
    const words = talk(['carrier', TREES, to('La région')], ['counterpart', TREES, to('La métropole')]);
    expect(stateOfItem(words, TREES)).toMatchObject({ kind: 'discussed' });
  });
  test('refused and excepted are two answers', () => {
    const words = talk(['carrier', bio(2, 1), excepted], ['counterpart', bio(2, 1), refused]);
    expect(stateOfItem(words, bio(2, 1))).toMatchObject({ kind: 'discussed' });
  });
});

describe('a measure', () => {
  test('is agreed when all that was said of it is, levels not being cumulative', () => {
    expect(stateOfMeasure(talk(...agreed(bio(2, 0), bio(2, 1), bio(2, 2))), canteen)).toEqual({ kind: 'agreed' });
  });
  test('is discussed as soon as both spoke and one clause is open', () => {
    const words = talk(...agreed(bio(1, 1)), ['carrier', bio(2, 1), taken]);
    expect(stateOfMeasure(words, canteen)).toEqual({ kind: 'discussed', turns: ['counterpart'] });
  });
  test('of which one side alone spoke waits', () => {
    expect(stateOfMeasure(talk(['carrier', bio(1, 1), taken]), canteen)).toEqual({
      kind: 'waiting',
      turns: ['counterpart'],
    });
  });
});

describe('the whole', () => {
  test('says what is agreed, in discussion, promised, and what the edition still asks for', () => {
    const words = talk(
      ...agreed(bio(1, 1), TREES),
      ['carrier', BIKES, taken],
      ['counterpart', BIKES, refused],
      ['carrier', A, taken],
    );
    const agreement = agreementOf(CHARTER, { words, locals: [] });
    expect(agreement).toMatchObject({
      measures: { agreed: 2, promised: 2, discussed: 1, waiting: 0, unasked: 1, of: 4 },
      minimum: { asked: 2, reached: true },
      turns: { carrier: 1, counterpart: 1 },
    });
    expect(agreement.principles.map(({ letter, state }) => [letter, state.kind])).toEqual([
      ['A', 'waiting'],
      ['B', 'unasked'],
    ]);
    expect(draftText(CHARTER, { words, locals: [] }).unmet).toEqual([{ kind: 'principle-missing', letter: 'A' }]);
  });
  test('a measure that both agree to refuse is agreed and promises nothing', () => {
    const words = talk(['carrier', TREES, refused], ['counterpart', TREES, refused]);
    expect(agreementOf(CHARTER, { words, locals: [] })).toMatchObject({
      measures: { agreed: 1, promised: 0 },
      minimum: { reached: false },
    });
  });
});

describe('the text', () => {
  const whole = [...agreed(A, bio(1, 1), TREES)] as const;

  test('is what both last said: an exception, another wording, the remark of the list', () => {
    const reworded: Position = { ...taken, wording: 'Planter mille arbres' };
    const words = talk(
      ...agreed(A, BIKES, bio(2, 0), bio(2, 1)),
      ['carrier', bio(2, 2), excepted],
      ['counterpart', bio(2, 2), { ...excepted, observation: 'Rien de local ici.' }],
      ['carrier', TREES, reworded],
      ['counterpart', TREES, reworded],
      ['counterpart', { kind: 'remark', measure: 1 }, { stance: null, wording: null, observation: 'Dès 2027.' }],
      ['carrier', { kind: 'remark', measure: 1 }, { stance: null, wording: null, observation: 'Insister !' }],
    );
    const { content, unmet, leftOut } = draftText(CHARTER, { words, locals: [] });
    expect(unmet).toEqual([]);
    expect(leftOut).toEqual({ principles: [], measures: [], localMeasures: [] });
    expect(content.measures.map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(content.measures[0]).toMatchObject({
      observation: 'Dès 2027.',
      levels: [
        {
          level: 2,
          clauses: [
            { clause: 0 },
            { clause: 1 },
            { clause: 2, stance: { kind: 'excepted' }, observation: 'Rien de local ici.' },
          ],
        },
      ],
    });
    expect(content.measures[1]).toMatchObject({ title: 'Planter mille arbres', stance: { kind: 'accepted' } });
  });
  test('never lets a clause of a level go missing in silence', () => {
    const words = talk(...whole, ...agreed(bio(2, 0), bio(2, 1)));
    const { content, unmet } = draftText(CHARTER, { words, locals: [] });
    expect(unmet).toEqual([{ kind: 'level-half-agreed', measure: 1, level: 2, open: [2] }]);
    expect(content.measures[0]?.levels.map(({ level }) => level)).toEqual([1]);
  });
  test('tells what is left out of it', () => {
    const words = talk(
      ...whole,
      ['carrier', BIKES, taken],
      ['carrier', bio(2, 1), taken],
      ['counterpart', LOCAL, taken],
    );
    const { leftOut, unmet } = draftText(CHARTER, {
      words,
      locals: [{ number: 1, text: 'Une fête du vélo.', relatedMeasures: [] }],
    });
    expect(leftOut).toEqual({
      principles: [],
      measures: [
        { number: 1, levels: [2] },
        { number: 3, levels: [] },
      ],
      localMeasures: [1],
    });
    expect(unmet).toEqual([]);
  });
  test('tells one by one what the edition asks for', () => {
    expect(draftText(CHARTER, { words: talk(), locals: [] }).unmet).toEqual([
      { kind: 'nothing-promised' },
      { kind: 'too-few-measures', promised: 0, minimum: 2 },
      { kind: 'principle-missing', letter: 'A' },
    ]);
  });
});

describe('in one gesture', () => {
  test('a level is taken as proposed, one’s own observations staying', () => {
    const words = talk(['counterpart', bio(2, 1), { ...refused, observation: 'À voir.' }]);
    expect(takeAsProposed(words, 'counterpart', itemsOfLevel(canteen, 2))).toEqual([
      { item: bio(2, 0), position: taken },
      { item: bio(2, 1), position: { ...taken, observation: 'À voir.' } },
      { item: bio(2, 2), position: taken },
    ]);
  });
  test('all that the other side said of a measure is accepted; what it passed over stays unsaid', () => {
    const words = talk(
      ['carrier', bio(1, 1), taken],
      ['counterpart', bio(1, 1), { ...refused, observation: 'Non.' }],
      ['carrier', bio(2, 1), taken],
    );
    expect(acceptTheirs(words, 'carrier', itemsOfMeasure(canteen))).toEqual([{ item: bio(1, 1), position: refused }]);
  });
  test('a demand is taken back, and only what was said', () => {
    const words = talk(['carrier', TREES, taken]);
    expect(takeBack(words, 'carrier', [TREES, BIKES])).toEqual([{ item: TREES, position: null }]);
  });
});

describe('what is public of a negotiation', () => {
  const day = (text: string) => new Date(`${text}T10:00:00Z`);
  const none = { askedAt: null, startedAt: null, declinedAt: null };
  test('nothing while it is prepared, nor once it is over', () => {
    expect(publicStage({ ...none, state: 'prepared' }, day('2026-01-01'))).toBeNull();
    expect(publicStage({ ...none, state: 'ended', askedAt: day('2026-01-01') }, day('2026-01-02'))).toBeNull();
  });
  test('that it was asked, and after fifteen days that it has had no answer', () => {
    const asked = { ...none, state: 'asked', askedAt: day('2026-01-01') } as const;
    expect(publicStage(asked, new Date('2026-01-16T09:59:59Z'))).toEqual({ kind: 'asked', since: day('2026-01-01') });
    expect(publicStage(asked, day('2026-01-16'))).toEqual({ kind: 'unanswered', since: day('2026-01-01') });
  });
  test('that it is open, also while its text waits to be signed', () => {
    const started = { ...none, startedAt: day('2026-02-01') };
    for (const state of ['under-way', 'frozen'] as const) {
      expect(publicStage({ ...started, state }, day('2026-03-01'))).toEqual({ kind: 'open', since: day('2026-02-01') });
    }
  });
});
