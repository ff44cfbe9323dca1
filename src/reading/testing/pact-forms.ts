/**
 * Pacts in which levels are answered rather than quoted: boxes, tables, sentences, lists of numbers. What each form
 * says of a level that was not taken differs, and stands beside it. For tests only.
 */
import type { Edition, Measure } from '#domain/charter/edition.ts';
import type { Stance } from '#domain/pact/stance.ts';

/** A measure and the levels taken of it: at least one. */
export type Taken = { readonly measure: Measure; readonly levels: readonly number[] };

export type Form = {
  readonly name: string;
  readonly write: (taken: readonly Taken[]) => string;
  /** Of a level that was not taken; null when the form does not speak of it. */
  readonly others: Stance | null;
  /** Of a level that was taken. */
  readonly taken: Stance;
};

const HEAD = 'Réponses de la liste « Ensemble » conduite par Anne MARTIN';

export const FORMS: readonly Form[] = [
  answered('boxes before', 'refused', (level, taken) => `${taken ? '☒' : '☐'} Niveau ${level}`, '   '),
  answered('boxes after', 'refused', (level, taken) => `Niveau ${level} ${taken ? '☑' : '☐'}`, '   '),
  answered('brackets', 'refused', (level, taken) => `[${taken ? 'x' : ' '}] N${level}`, '  '),
  answered('words', 'refused', (level, taken) => `N${level} : ${taken ? 'oui' : 'non'}`, '\n'),
  {
    name: 'named',
    others: null,
    taken: 'accepted',
    write: written(({ levels }) => (levels.length === 1 ? `Niveau ${levels[0]}` : `Niveaux ${listed(levels)}`)),
  },
  {
    name: 'a sentence',
    others: 'refused',
    taken: 'accepted',
    write: written(({ measure, levels }) => {
      const others = notTaken(measure, levels);
      const but = others.length === 0 ? '' : `, mais pas sur ${others.map((level) => `N${level}`).join(' ni sur ')}`;
      return `Un accord se fait sur ${listed(levels.map((level) => `N${level}`))}${but}.`;
    }),
  },
  {
    name: 'a table',
    others: 'refused',
    taken: 'accepted',
    write: (all) =>
      [
        `${HEAD}\n`,
        'Mesure\tNiveau 1\tNiveau 2\tNiveau 3\tObservations',
        ...all.map(({ measure, levels }) =>
          [title(measure), ...[1, 2, 3].map((level) => (levels.includes(level) ? 'X' : '')), ''].join('\t'),
        ),
      ].join('\n'),
  },
  {
    name: 'ticks lost',
    others: 'unknown',
    taken: 'unknown',
    write: written(({ measure }) => measure.levels.map(({ level }) => `Niveau ${level}`).join('')),
  },
];

function title({ number, title: words }: Measure): string {
  return `${number}. ${words}`;
}

function written(line: (taken: Taken) => string): Form['write'] {
  return (all) => [HEAD, ...all.map((taken) => `${title(taken.measure)}\n${line(taken)}`)].join('\n\n');
}

function answered(name: string, others: Stance, one: (level: number, taken: boolean) => string, between: string): Form {
  return {
    name,
    others,
    taken: 'accepted',
    write: written(({ measure, levels }) =>
      measure.levels.map(({ level }) => one(level, levels.includes(level))).join(between),
    ),
  };
}

function notTaken(measure: Measure, levels: readonly number[]): number[] {
  return measure.levels.map(({ level }) => level).filter((level) => !levels.includes(level));
}

function listed(items: readonly (number | string)[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} et ${items.at(-1)}`;
}

/** Measures with three levels: forms print three boxes. */
export function measuresOfThree(edition: Edition): Measure[] {
  return edition.measures.filter(({ levels }) => levels.length === 3);
}
