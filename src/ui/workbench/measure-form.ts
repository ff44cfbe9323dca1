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

export function reasonTyped({ reason }: Pick<MeasureTyped, 'reason'>): string {
  return paragraphs(reason).join('\n');
}

/** "12, 14" in `edition`; null: not numbers. '' is mapped to nothing. */
export function originsTyped(typed: string, edition: string): readonly Origin[] | null {
  const words = typed.split(/[\s,;]+/).filter((word) => word !== '');
  if (words.length > 20 || words.some((word) => !/^\d{1,3}$/.test(word))) return null;
  return [...new Set(words.map(Number))].map((measure) => ({ edition, measure }));
}

export function fieldOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.slice(0, LONGEST) : '';
}
