/**
 * Prints a charter in many layouts, for tests: what real documents do to the same words.
 *
 * The reader must find the same charter in all of them.
 */
import type { CharterReading } from '../../contract.ts';

/** What every layout keeps: the findings without their places. */
export type CharterContent = {
  readonly principles: readonly { readonly letter: string; readonly title: string; readonly text: string }[];
  readonly measures: readonly {
    readonly number: number;
    readonly title: string;
    readonly introduction?: readonly string[];
    readonly levels: readonly {
      readonly level: number;
      readonly label?: string;
      readonly clauses: readonly { readonly clause: number; readonly text: string }[];
    }[];
  }[];
};

export type Layout = {
  readonly measureMark: (number: number, total: number) => string;
  readonly levelMark: (level: number) => string;
  readonly bullet: string;
  /** Every clause gets a glyph, also where the charter only breaks a line. */
  readonly bulletsEverywhere: boolean;
  readonly newline: string;
  readonly blankLines: 'none' | 'between-measures' | 'everywhere';
  readonly indentation: string;
  readonly contents: boolean;
  readonly themes: readonly string[];
  /** A page header and number every so many lines; 0 for none. */
  readonly pageLength: number;
  /** Characters a line; 0 for one paragraph a line. */
  readonly width: number;
};

export const PLAIN_LAYOUT: Layout = {
  measureMark: (number) => `${number} `,
  levelMark: (level) => `${level} `,
  bullet: '● ',
  bulletsEverywhere: false,
  newline: '\n',
  blankLines: 'between-measures',
  indentation: '',
  contents: false,
  themes: [],
  pageLength: 0,
  width: 0,
};

export function printCharter({ principles, measures }: CharterContent, layout: Layout): string {
  const mark = (number: number): string => layout.measureMark(number, measures.length);
  const paragraphs: string[] = ['Pacte Pour la transition'];
  if (layout.contents) {
    paragraphs.push(
      'Sommaire',
      ...measures.map((measure, index) => `${mark(measure.number)}${measure.title} ..... ${index + 3}`),
    );
  }
  for (const { letter, title, text } of principles) paragraphs.push(`Principe ${letter} : ${title}`, text);
  measures.forEach((measure, index) => {
    const every = Math.ceil(measures.length / Math.max(1, layout.themes.length));
    const theme = index % every === 0 ? layout.themes[index / every] : undefined;
    if (theme !== undefined) paragraphs.push(theme);
    if (layout.blankLines === 'between-measures') paragraphs.push('');
    paragraphs.push(
      mark(measure.number) + measure.title,
      ...(measure.introduction ?? []),
      ...printLevels(measure.levels, layout),
    );
  });
  return layOut(paragraphs, layout);
}

/** The findings of a reading, without places. */
export function contentOf({ principles, measures }: CharterReading): CharterContent {
  return {
    principles: principles.map(({ letter, title, text }) => ({ letter, title, text })),
    measures: measures.map(({ number, title, levels }) => ({
      number,
      title,
      levels: levels.map(({ level, clauses }) => ({
        level,
        clauses: clauses.map(({ clause, text }) => ({ clause, text })),
      })),
    })),
  };
}

function printLevels(levels: CharterContent['measures'][number]['levels'], layout: Layout): readonly string[] {
  return levels.flatMap(({ level, label, clauses }) => {
    const hasLeadIn = clauses[0]?.clause === 0;
    const alone = levels.length === 1 && label === undefined;
    const opening = label === undefined ? (alone ? '' : layout.levelMark(level)) : `${label} `;
    const texts = clauses.map(({ clause, text }) => {
      // Under a bare "1", a glyph on every line would make the first one a lead-in.
      const lettered = alone || /\p{L}/u.test(opening);
      const isItem = clause > 0 && (hasLeadIn || (layout.bulletsEverywhere && lettered));
      return isItem ? layout.bullet + text : text;
    });
    const [first = '', ...rest] = texts;
    // "N1" alone on its line, its words below.
    if (opening.endsWith('\n')) return [opening.trimEnd(), first, ...rest];
    const firstIsItem = first.startsWith(layout.bullet) && clauses.length > 1;
    return firstIsItem && !alone ? [opening.trimEnd(), first, ...rest] : [opening + first, ...rest];
  });
}

function layOut(paragraphs: readonly string[], layout: Layout): string {
  const lines = paragraphs
    .flatMap((paragraph) => wrap(paragraph, layout.width))
    .map((line) => (line === '' ? '' : layout.indentation + line));
  const spaced = layout.blankLines === 'everywhere' ? lines.flatMap((line) => [line, '', ' \t']) : lines;
  const paged =
    layout.pageLength === 0
      ? spaced
      : spaced.flatMap((line, index) =>
          index > 0 && index % layout.pageLength === 0
            ? [`${index / layout.pageLength}`, `Le pacte de notre ville – page ${index / layout.pageLength + 1}`, line]
            : [line],
        );
  return paged.join(layout.newline);
}

function wrap(paragraph: string, width: number): readonly string[] {
  if (width === 0 || paragraph.length <= width) return [paragraph];
  const lines: string[] = [];
  let line = '';
  for (const word of paragraph.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
