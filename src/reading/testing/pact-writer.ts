/**
 * Writes a pact as collectives do, from known choices, in one of many layouts: what the reader must
 * find again whatever the numbering, glyphs, line breaks, case or order. For tests only.
 */
import type { Edition, Measure } from '#domain/charter/edition.ts';

export type Choice = {
  readonly measure: number;
  /** Levels taken; empty for a promise without level. */
  readonly taken: readonly number[];
  /** Levels quoted as refused. */
  readonly refused: readonly number[];
};

export type Layout = {
  readonly number:
    'dash' | 'hash' | 'total' | 'mesure' | 'mesure-hash' | 'plain' | 'paren' | 'none' | 'local' | 'own-line';
  readonly label:
    'n-bullet' | 'n-alone' | 'niveau' | 'niveau-alone' | 'niveau-capitals' | 'dash-number' | 'bare-number';
  readonly bullet: '●' | '•' | '-' | '–' | '▪';
  readonly title: 'whole' | 'capitals' | 'shortened' | 'wrapped';
  readonly apostrophe: '’' | "'";
  readonly inclusive: '·' | '.' | '-' | '(';
  readonly lineEnd: '\n' | '\r\n';
  readonly wrapAt: number | null;
  readonly blankLines: boolean;
};

export function writePact(
  edition: Edition,
  { choices, layout }: { readonly choices: readonly Choice[]; readonly layout: Layout },
): string {
  const blocks = choices.map((choice, rank) => {
    const measure = edition.measures.find(({ number }) => number === choice.measure);
    if (measure === undefined) throw new Error(`no measure ${choice.measure}`);
    return [heading(measure, { rank, layout }), ...levels(measure, choice, layout), ...refusals(measure, choice)].join(
      '\n',
    );
  });
  const text = ['Liste « Ensemble » conduite par Anne MARTIN', ...blocks].join(layout.blankLines ? '\n\n' : '\n');
  const typed = typography(text, layout);
  return (layout.wrapAt === null ? typed : wrap(typed, layout.wrapAt)).replaceAll('\n', layout.lineEnd);
}

function heading(measure: Measure, { rank, layout }: { rank: number; layout: Layout }): string {
  const { number } = measure;
  const title = titleAs(measure.title, layout.title);
  switch (layout.number) {
    case 'dash':
      return `${number} – ${title}`;
    case 'hash':
      return `#${String(number).padStart(2, '0')}. ${title}`;
    case 'total':
      return `(${number}/32) ${title}`;
    case 'mesure':
      return `Mesure ${number} : ${title}`;
    case 'mesure-hash':
      return `Mesure #${number} ${title}`;
    case 'plain':
      return `${number} ${title}`;
    case 'paren':
      return `${number}) ${title}`;
    case 'none':
      return `- ${title}`;
    case 'local':
      return `Engagement n°${rank + 1} : ${title}`;
    case 'own-line':
      return `Mesure ${number} :\n${title}`;
  }
}

function titleAs(title: string, how: Layout['title']): string {
  const plain = title.replace(/\.$/, '');
  if (how === 'capitals') return plain.toUpperCase();
  if (how === 'shortened') return shorten(plain);
  if (how === 'wrapped') return plain.replace(/^((?:\S+ ){5})(?=\S+ \S+ \S)/, (start) => `${start.trimEnd()}\n`);
  return plain;
}

/** As people do: up to the first comma or bracket when that is long enough, else the first half. */
function shorten(title: string): string {
  const cut = title.split(/[,(]/)[0]?.trim() ?? title;
  const words = title.split(' ');
  return cut.split(' ').length >= 6 ? cut : words.slice(0, Math.max(6, Math.ceil(words.length / 2))).join(' ');
}

function levels(measure: Measure, choice: Choice, layout: Layout): string[] {
  return choice.taken.flatMap((number) => {
    const level = measure.levels.find((candidate) => candidate.level === number);
    if (level === undefined) throw new Error(`measure ${measure.number} has no level ${number}`);
    const [first, ...rest] = level.clauses.map(({ clause, text }) =>
      clause > 0 && level.clauses[0]?.clause === 0 ? `${layout.bullet} ${text}` : text,
    );
    return [labelled(number, first ?? '', layout), ...rest];
  });
}

function labelled(number: number, words: string, { label }: Layout): string {
  switch (label) {
    case 'n-bullet':
      return `N${number} • ${words}`;
    case 'n-alone':
      return `N${number}\n• ${words}`;
    case 'niveau':
      return `Niveau ${number} : ${words}`;
    case 'niveau-capitals':
      return `NIVEAU ${number} – ${words}`;
    case 'niveau-alone':
      return `Niveau ${number} :\n${words}`;
    case 'dash-number':
      return `- ${number} - ${words}`;
    case 'bare-number':
      return `${number} ${words}`;
  }
}

function refusals(measure: Measure, { taken, refused }: Choice): string[] {
  if (refused.length === 0) return [];
  const quoted = refused.map((number, rank) => {
    const words =
      measure.levels
        .find(({ level }) => level === number)
        ?.clauses.map(({ text }) => text)
        .join('\n– ') ?? '';
    return `${rank === 0 ? 'mais pas sur' : '\nni sur'} N${number} (${words}`;
  });
  return [`Un accord se fait sur ${taken.map((level) => `N${level}`).join(' et ')}, ${quoted.join('')}`];
}

function typography(text: string, { apostrophe, inclusive }: Layout): string {
  const marked = text.replace(/['’]/g, apostrophe);
  if (inclusive === '(') return marked.replace(/(\p{L})·(\p{L}+?)(s?)(?![\p{L}])/gu, '$1($2)$3');
  return inclusive === '-'
    ? marked.replace(/·(?=(?:es?|nes|trices?)(?!\p{L}))/gu, '-')
    : marked.replace(/·(?=(?:es?|nes?|ves?|ses?)(?!\p{L}))/gu, inclusive);
}

function wrap(text: string, width: number): string {
  return text
    .split('\n')
    .flatMap((line) => {
      const lines: string[] = [];
      let current = '';
      for (const word of line.split(' ')) {
        if (current !== '' && current.length + word.length + 1 > width) {
          lines.push(current);
          current = word;
        } else current = current === '' ? word : `${current} ${word}`;
      }
      return [...lines, current];
    })
    .join('\n');
}
