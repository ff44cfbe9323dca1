/** Which choices the figures of each page of the observatory answer: the others are never carried there, and a page says which it left aside. */
import { ANY_DAY, isBounded, knowsDays, type Listed } from '#domain/observatory/listed.ts';
import type { ObservatoryAsked } from './asked.ts';

export type Choice = keyof ObservatoryAsked;
/** One is always shown a charter. */
export type Losable = Exclude<Choice, 'edition'>;

const ANSWERS = {
  '': ['edition', 'area', 'size', 'standing', 'theme', 'period'],
  niveaux: ['edition', 'area', 'size', 'standing', 'theme'],
  ressort: ['edition', 'area', 'size', 'standing', 'theme'],
  carte: ['edition', 'size', 'standing'],
  progression: ['edition', 'area'],
  comparer: ['edition'],
  mesures: ['edition', 'area', 'size', 'standing'],
  principes: ['edition', 'area', 'size', 'standing'],
  departements: ['edition'],
  regions: ['edition'],
  /** What one list answers is `answersOfList`. */
  liste: ['edition', 'area', 'size', 'standing', 'period'],
} as const satisfies Readonly<Record<string, readonly Choice[]>>;

/** `page`: what follows `/observatoire`: '' for the first one, `/carte/tableau`, `/mesures/15`, `/progression.csv`. */
export function answersOf(page: string): readonly Choice[] {
  const [, room = ''] = /^\/([a-z]+)/.exec(page) ?? [];
  const found = Object.entries(ANSWERS).find(([known]) => known === room);
  if (found === undefined) throw new Error(`no page of the observatory is called ${page}`);
  return found[1];
}

export function answersOfList(listed: Listed): readonly Choice[] {
  return ['edition', 'area', 'size', 'standing', ...(knowsDays(listed) ? (['period'] as const) : [])];
}

/** The same, of the whole country wherever these figures tell nothing apart. */
export function narrowedTo(asked: ObservatoryAsked, answers: readonly Choice[]): ObservatoryAsked {
  const has = (choice: Choice): boolean => answers.includes(choice);
  return {
    edition: asked.edition,
    area: has('area') ? asked.area : { kind: 'country' },
    size: has('size') ? asked.size : null,
    standing: has('standing') ? asked.standing : null,
    theme: has('theme') ? asked.theme : null,
    period: has('period') ? asked.period : ANY_DAY,
  };
}

/** Chosen, and not to be had there. */
export function lostAt(asked: ObservatoryAsked, answers: readonly Choice[]): readonly Losable[] {
  const { area, size, standing, theme, period } = asked;
  const chosen = { area: area.kind !== 'country', size, standing, theme, period: isBounded(period) };
  return (['area', 'size', 'standing', 'theme', 'period'] as const).filter(
    (choice) => chosen[choice] !== null && chosen[choice] !== false && !answers.includes(choice),
  );
}
