/** The form of a measure: what was typed in it, and its words back into it. One text box a level, one clause a line. */
import { linesOf, readLines } from '#domain/workbench/clause-lines.ts';
import type { MeasureWords, Origin } from '#domain/workbench/draft.ts';
import { paragraphs, printed } from '#domain/workbench/printed.ts';

export const LEVELS = [1, 2, 3] as const;

export type MeasureTyped = {
  readonly title: string;
  readonly introduction: string;
  /** In the order of LEVELS. */
  readonly levels: readonly { readonly label: string; readonly lines: string }[];
  readonly reason: string;
};

/** Room for the longest measure that is accepted, and no more: what a form holds beyond is not read. */
const LONGEST = 150_000;

export function typedOf({ title, introduction, levels }: MeasureWords, reason: string): MeasureTyped {
  return {
    title,
    introduction: introduction.join('\n'),
    levels: LEVELS.map((number) => {
      const level = levels.find((one) => one.level === number);
      return { label: level?.label ?? '', lines: level === undefined ? '' : linesOf(level) };
    }),
    reason,
  };
}

export function measureTyped(form: FormData): MeasureTyped {
  return {
    title: fieldOf(form, 'titre'),
    introduction: fieldOf(form, 'introduction'),
    levels: LEVELS.map((level) => ({
      label: fieldOf(form, `intitule-${level}`),
      lines: fieldOf(form, `niveau-${level}`),
    })),
    reason: fieldOf(form, 'motif'),
  };
}

/** As it would be printed; a level without a line is not there. */
export function wordsTyped({ title, introduction, levels }: MeasureTyped): MeasureWords {
  return {
    title: printed(title),
    introduction: paragraphs(introduction),
    levels: LEVELS.flatMap((level, index) => {
      const read = readLines(levels[index]?.lines ?? '');
      const label = printed(levels[index]?.label ?? '');
      if (read === null) return [];
      return [{ level, ...(label === '' ? {} : { label }), ...read }];
    }),
  };
}

/** The first level that has its printed name and no line: it would be left out, and its name with it. Null: none. */
export function namedWithoutLines({ levels }: MeasureTyped): number | null {
  return (
    LEVELS.find((_, i) => printed(levels[i]?.label ?? '') !== '' && readLines(levels[i]?.lines ?? '') === null) ?? null
  );
}

export function reasonTyped({ reason }: Pick<MeasureTyped, 'reason'>): string {
  return paragraphs(reason).join('\n');
}

/** What is chosen beside the words, as sent: theme by grouping, answer by note, numbers typed by edition. */
export type MeasureChosen = {
  readonly themes: Readonly<Record<string, string>>;
  readonly notes: Readonly<Record<string, string>>;
  readonly mapped: Readonly<Record<string, string>>;
};

const NUMBERS_LENGTH = 200;

export function chosenTyped(form: FormData): MeasureChosen {
  const of = (prefix: string) =>
    Object.fromEntries(
      [...new Set(form.keys())]
        .filter((key) => key.startsWith(prefix))
        .map((key) => [key.slice(prefix.length), fieldOf(form, key).slice(0, NUMBERS_LENGTH)]),
    );
  return { themes: of('theme-'), notes: of('note-'), mapped: of('correspondances-') };
}

/** "12, 14" by edition; null: not numbers. '' is mapped to nothing. */
export function originsTyped(mapped: MeasureChosen['mapped']): readonly Origin[] | null {
  const typed = Object.entries(mapped).map(
    ([edition, numbers]) => [edition, numbers.split(/[\s,;]+/).filter((word) => word !== '')] as const,
  );
  const words = typed.flatMap(([, numbers]) => numbers);
  if (words.length > 20 || words.some((word) => !/^\d{1,3}$/.test(word))) return null;
  return typed.flatMap(([edition, numbers]) =>
    [...new Set(numbers.map(Number))].map((measure) => ({ edition, measure })),
  );
}

/** As `originsTyped` reads them. */
export function numbersIn(origins: readonly Origin[], edition: string): string {
  return origins.flatMap((origin) => (origin.edition === edition ? [origin.measure] : [])).join(', ');
}

export function fieldOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.slice(0, LONGEST) : '';
}
