/** A charter of four measures for tests: levels with bullets, a lead-in, a measure without level, two principles. */
import type { Clause, Edition } from '../../charter/edition.ts';
import type { Side } from '../../signature/side.ts';
import { keyOf, type Item } from '../item.ts';
import { lastWords, type LastWords, type Saying } from '../said.ts';
import type { Position } from '../position.ts';

export const CHARTER: Pick<Edition, 'principles' | 'measures' | 'rules'> = {
  rules: { minimumMeasures: 2, requiredPrinciples: ['A'] },
  principles: [
    { letter: 'A', title: 'Transparence', text: 'Rendre publics les choix.' },
    { letter: 'B', title: 'Entraide', text: 'Penser à toutes et tous.' },
  ],
  measures: [
    {
      number: 1,
      title: 'Manger bio',
      levels: [
        { level: 1, clauses: [clause(1, 'Servir 30 % de bio à la cantine.')] },
        {
          level: 2,
          clauses: [clause(0, 'Servir à la cantine :'), clause(1, 'du bio,'), clause(2, 'du local.')],
        },
      ],
    },
    { number: 2, title: 'Planter des arbres', levels: [] },
    { number: 3, title: 'Rouler à vélo', levels: [{ level: 1, clauses: [clause(1, 'Tracer des pistes.')] }] },
    { number: 4, title: 'Éteindre la nuit', levels: [{ level: 1, clauses: [clause(1, 'Éteindre de 23 h à 5 h.')] }] },
  ],
};

function clause(number: number, text: string): Clause {
  return { clause: number, text, targets: [] };
}

export const taken: Position = { stance: { kind: 'accepted' }, wording: null, observation: null };
export const refused: Position = { ...taken, stance: { kind: 'refused' } };
export const excepted: Position = { ...taken, stance: { kind: 'excepted' } };

export const bio = (level: number, number: number): Item => ({ kind: 'clause', measure: 1, level, clause: number });

/** What both sides say, in the order of the lines. */
export function talk(...lines: readonly (readonly [Side, Item, Position | null])[]): ReadonlyMap<string, LastWords> {
  const versions = new Map<string, number>();
  const sayings = lines.map(([side, item, position], order): Saying => {
    const key = `${side} ${keyOf(item)}`;
    const version = (versions.get(key) ?? 0) + 1;
    versions.set(key, version);
    return { item: keyOf(item), side, version, position, order };
  });
  return lastWords(sayings);
}

/** Both say the same of these items. */
export function agreed(...items: readonly Item[]): readonly (readonly [Side, Item, Position])[] {
  return items.flatMap((item) => [['carrier', item, taken] as const, ['counterpart', item, taken] as const]);
}
