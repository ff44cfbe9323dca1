/** What a person has to look at in a charter that was read, before anything of it is published: nothing the reader doubts is lost. */
import { MOST_DOUBTS, type FoundDoubt } from '#domain/workbench/reading-doubt.ts';
import type { CharterReading, Span, Unread } from '../contract.ts';

/** Characters of the document that a doubt quotes. */
const QUOTED = 600;

/** In the order of the document, those about the whole first. Cost linear in what was read. */
export function doubtsOf(reading: CharterReading): readonly FoundDoubt[] {
  const first = Math.min(
    ...[...reading.principles, ...reading.measures].flatMap(({ spans }) => spans.map(({ start }) => start)),
    reading.text.length,
  );
  const before = reading.unread.filter(({ start }) => start < first);
  const all: readonly FoundDoubt[] = [
    ...reading.warnings.map(({ message, spans }) => ({
      kind: 'warning' as const,
      at: null,
      said: message,
      quote: quoted(reading.text, spans),
    })),
    doubt('carriers', ''),
    ...(before.length === 0 ? [] : [doubt('preamble', passage(reading.text, before))]),
    ...skipped(reading.measures.map(({ number }) => number)).map((number) => doubt('number-skipped', String(number))),
    ...reading.measures.flatMap(({ levels }, at) =>
      levels.some(({ clauses }) => clauses.length > 0) ? [] : [{ ...doubt('no-clause', ''), at }],
    ),
    ...runsOf(reading, first).map((run) => doubt('unread', passage(reading.text, run))),
  ];
  if (all.length <= MOST_DOUBTS) return all;
  const rest = all.slice(MOST_DOUBTS - 1).map(({ quote }) => quote);
  return [...all.slice(0, MOST_DOUBTS - 1), doubt('unread', rest.join('\n').slice(0, QUOTED))];
}

function doubt(kind: FoundDoubt['kind'], quote: string): FoundDoubt {
  return { kind, at: null, said: '', quote };
}

/** Between the least and the greatest; a hundred at most, since a text may number as it likes. */
function skipped(numbers: readonly number[]): readonly number[] {
  const known = new Set(numbers);
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  if (numbers.length === 0 || most - least > 999) return [];
  return Array.from({ length: most - least + 1 }, (_, at) => least + at)
    .filter((number) => !known.has(number))
    .slice(0, 100);
}

/** Unread lines that follow one another are one passage. */
function runsOf({ text, unread }: CharterReading, from: number): readonly (readonly Unread[])[] {
  const runs: Unread[][] = [];
  for (const line of unread) {
    if (line.start < from) continue;
    const last = runs.at(-1);
    const end = last?.at(-1)?.end;
    if (last !== undefined && end !== undefined && text.slice(end, line.start).trim() === '') last.push(line);
    else runs.push([line]);
  }
  return runs;
}

function passage(text: string, lines: readonly Span[]): string {
  const start = lines[0]?.start ?? 0;
  return cut(text.slice(start, lines.at(-1)?.end ?? start));
}

function quoted(text: string, spans: readonly Span[]): string {
  return cut(spans.map(({ start, end }) => text.slice(start, end)).join(' … '));
}

function cut(words: string): string {
  const trimmed = words.trim();
  return trimmed.length <= QUOTED ? trimmed : `${trimmed.slice(0, QUOTED - 1)}…`;
}
