/** Laws of the negotiation, over any sequence of what two sides may say. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AgreedStance } from '../pact/agreed-text.ts';
import { comparedWords } from '../pact/compared-words.ts';
import { SIDES, type Side } from '../signature/side.ts';
import { sameWords } from '../pact/same-words.ts';
import { draftText } from './agreed-content.ts';
import { agreementOf } from './agreement.ts';
import { itemsOfMeasure, keyOf, referenceOf, type Item } from './item.ts';
import { itemState, positionOf, stateOfItem } from './item-state.ts';
import { checkPosition, samePosition, tidyWords, type Position } from './position.ts';
import { lastWords, type LastWords, type Saying } from './said.ts';
import { otherSide } from './side.ts';
import { CHARTER } from './testing/small-charter.ts';

const ITEMS: readonly Item[] = [
  ...CHARTER.principles.map(({ letter }): Item => ({ kind: 'principle', letter })),
  ...CHARTER.measures.flatMap(itemsOfMeasure),
];

const stance = fc.oneof(
  fc.constantFrom<AgreedStance>({ kind: 'accepted' }, { kind: 'refused' }, { kind: 'excepted' }),
  fc.constantFrom('La métropole', 'La région').map((body): AgreedStance => ({ kind: 'delegated', body, siren: null })),
);
const words = fc.constantFrom(
  'Servir du bio.',
  'Servir  du bio.',
  'Servir du local.',
  'Planter.',
  'Tracer des pistes.',
  '',
);
const position: fc.Arbitrary<Position> = fc.record({
  stance,
  wording: fc.option(words),
  observation: fc.option(fc.constantFrom('Oui.', 'Plus tard.')),
});
const line = fc.record({
  side: fc.constantFrom<Side>(...SIDES),
  item: fc.constantFrom(...ITEMS),
  position: fc.option(position),
});

/** Each line as the acts keep it: checked, and numbered. */
function kept(lines: readonly { side: Side; item: Item; position: Position | null }[]): readonly Saying[] {
  const versions = new Map<string, number>();
  return lines.map(({ side, item, position }, order) => {
    const key = `${side} ${keyOf(item)}`;
    const version = (versions.get(key) ?? 0) + 1;
    versions.set(key, version);
    const checked = position === null ? null : checkPosition(position, { reference: referenceOf(CHARTER, item) });
    if (checked?.ok === false) throw new Error(checked.refusal.kind);
    return { side, item: keyOf(item), version, position: checked?.value ?? null, order };
  });
}

const conversation = fc.array(line, { maxLength: 60 }).map(kept);

test('agreement does not depend on which side says what', () => {
  fc.assert(
    fc.property(fc.option(position), fc.option(position), (one, other) => {
      const said = (side: Side, position: Position | null, order: number): Saying => ({
        item: 'm2',
        side,
        version: 1,
        position,
        order,
      });
      const straight = itemState({ carrier: said('carrier', one, 0), counterpart: said('counterpart', other, 1) });
      const crossed = itemState({ carrier: said('carrier', other, 1), counterpart: said('counterpart', one, 0) });
      expect(crossed.kind).toBe(straight.kind);
      if ('turn' in straight && 'turn' in crossed) expect(crossed.turn).toBe(otherSide(straight.turn));
    }),
  );
});

test('the order in which sayings are read changes nothing', () => {
  fc.assert(
    fc.property(conversation, fc.integer(), (sayings, seed) => {
      const shuffled = sayings.toSorted((a, b) => ((a.order * 7919 + seed) % 101) - ((b.order * 7919 + seed) % 101));
      const [one, other] = [lastWords(sayings), lastWords(shuffled)];
      for (const [key, last] of one) expect(other.get(key)).toEqual(last);
      expect(other.size).toBe(one.size);
    }),
  );
});

test('no sequence of positions loses a word: every version stays, and what was typed is in it', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
      const sayings = kept(lines);
      expect(sayings.length).toBe(lines.length);
      lines.forEach(({ item, position }, index) => {
        const saying = sayings[index]?.position ?? null;
        if (position === null) {
          expect(saying).toBeNull();
          return;
        }
        const typed = position.wording ?? '';
        const reworded = position.stance?.kind === 'accepted' || position.stance?.kind === 'delegated';
        if (reworded && typed !== '') {
          expect(sameWords(saying?.wording ?? referenceOf(CHARTER, item) ?? '', typed)).toBe(true);
        }
        expect(saying?.observation).toBe(position.observation);
      });
      const last = lastWords(sayings);
      for (const side of SIDES) {
        for (const item of ITEMS) {
          const own = sayings.filter((saying) => saying.side === side && saying.item === keyOf(item));
          expect(last.get(keyOf(item))?.[side] ?? null).toEqual(own.at(-1) ?? null);
        }
      }
    }),
  );
});

test('what would be frozen is exactly what both sides last said, and whole levels only', () => {
  fc.assert(
    fc.property(conversation, (sayings) => {
      const all = lastWords(sayings);
      const both = (item: Item): LastWords => all.get(keyOf(item)) ?? { carrier: null, counterpart: null };
      const { content, unmet } = draftText(CHARTER, { words: all, locals: [] });
      const inText = new Set<string>();
      for (const measure of content.measures) {
        for (const { level, clauses } of measure.levels) {
          const reference = CHARTER.measures
            .find(({ number }) => number === measure.number)
            ?.levels.find((known) => known.level === level);
          expect(clauses.map(({ clause }) => clause)).toEqual(reference?.clauses.map(({ clause }) => clause));
          for (const { clause, stance, text, observation } of clauses) {
            const item: Item = { kind: 'clause', measure: measure.number, level, clause };
            inText.add(keyOf(item));
            for (const side of SIDES) {
              const said = both(item)[side]?.position;
              expect(said?.stance).toEqual(stance);
              expect(sameWords(said?.wording ?? referenceOf(CHARTER, item) ?? '', text)).toBe(true);
            }
            expect(both(item).counterpart?.position?.observation ?? null).toBe(observation);
          }
        }
        if (measure.stance !== null) inText.add(keyOf({ kind: 'measure', measure: measure.number }));
      }
      const half = new Set(
        unmet.flatMap((why) => (why.kind === 'level-half-agreed' ? [`${why.measure} ${why.level}`] : [])),
      );
      for (const item of CHARTER.measures.flatMap(itemsOfMeasure)) {
        const [asked, promised] = [positionOf(all, 'carrier', item), positionOf(all, 'counterpart', item)];
        const same = asked !== null && promised !== null && samePosition(asked, promised);
        expect(stateOfItem(all, item).kind === 'agreed').toBe(same);
        if (inText.has(keyOf(item))) expect(same).toBe(true);
        else if (same) expect(item.kind === 'clause' && half.has(`${item.measure} ${item.level}`)).toBe(true);
      }
    }),
  );
});

test('every measure is counted once, whatever was said', () => {
  fc.assert(
    fc.property(conversation, (sayings) => {
      const { measures } = agreementOf(CHARTER, { words: lastWords(sayings), locals: [] });
      expect(measures.agreed + measures.discussed + measures.waiting + measures.unasked).toBe(measures.of);
    }),
  );
});

test('the differences shown between two wordings give both back, to the letter', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (one, other) => {
      const [before, after] = [tidyWords(one), tidyWords(other)];
      const parts = comparedWords(before, after);
      const read = (without: string): string =>
        parts
          .filter(({ kind }) => kind !== without)
          .map(({ text }) => text)
          .join('');
      expect(read('inserted')).toBe(before);
      expect(read('struck')).toBe(after);
    }),
  );
});
