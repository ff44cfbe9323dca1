/** Gathers what there is to say of a file, each kind once with its cells counted. */
import { cellAddress } from '../sheet/workbook.ts';
import { CELLS_NAMED, type ImportNote, type ImportProblem, type ImportQuestion } from './import-findings.ts';

export type Place = { readonly row: number; readonly column: number };

export type Findings = {
  readonly problem: (problem: ImportProblem) => void;
  readonly note: (kind: ImportNote['kind'], place: Place | null, words: string) => void;
  /** Questions of one `key` are one, with all their cells. */
  readonly ask: (key: string, place: Place, question: (about: Asked) => ImportQuestion, isWithoutEnd?: boolean) => void;
  readonly all: () => {
    readonly problems: readonly ImportProblem[];
    readonly questions: readonly ImportQuestion[];
    readonly notes: readonly ImportNote[];
  };
};

export type Asked = { readonly cells: readonly string[]; readonly count: number; readonly withoutEnd: number };

/** Beyond, a file is wrong as a whole: the rest is counted by the caller. */
export const PROBLEMS_KEPT = 1_000;

export function findings(): Findings {
  const problems: ImportProblem[] = [];
  const notes = new Map<string, { kind: ImportNote['kind']; words: string; cells: string[]; count: number }>();
  const asked = new Map<
    string,
    { make: (about: Asked) => ImportQuestion; cells: string[]; count: number; withoutEnd: number }
  >();
  return {
    problem: (problem) => {
      if (problems.length < PROBLEMS_KEPT) problems.push(problem);
    },
    note: (kind, place, words) => {
      const key = kind === 'column-not-imported' ? `${kind} ${words}` : kind;
      const note = notes.get(key) ?? { kind, words, cells: [], count: 0 };
      notes.set(key, note);
      note.count += 1;
      if (place !== null && note.cells.length < CELLS_NAMED) note.cells.push(cellAddress(place));
    },
    ask: (key, place, make, isWithoutEnd = false) => {
      const known = asked.get(key) ?? { make, cells: [], count: 0, withoutEnd: 0 };
      asked.set(key, known);
      known.count += 1;
      if (isWithoutEnd) known.withoutEnd += 1;
      if (known.cells.length < CELLS_NAMED) known.cells.push(cellAddress(place));
    },
    all: () => ({
      problems,
      notes: [...notes.values()],
      questions: [...asked.values()].map(({ make, ...about }) => make(about)),
    }),
  };
}
