/** How two charters differ, said briefly. For tests. */
import type { CharterContent } from './print-charter.ts';

/** One line a finding, so that a difference can be read. */
export function findings({ principles, measures }: CharterContent): readonly string[] {
  return [
    ...principles.map(({ letter, title, text }) => `${letter} ${title}: ${text}`),
    ...measures.flatMap(({ number, title, levels }) => [
      `${number} ${title}`,
      ...levels.flatMap(({ level, clauses }) =>
        clauses.map(({ clause, text }) => `${number} N${level}.${clause} ${text}`),
      ),
    ]),
  ];
}

/** The first lines that only one of the two has: enough to understand, short enough to read. */
export function difference(
  found: readonly string[],
  expected: readonly string[],
): { invented: readonly string[]; missed: readonly string[] } {
  const inOrder = found.every((line, index) => line === expected[index]) && found.length === expected.length;
  const invented = found.filter((line) => !expected.includes(line)).slice(0, 4);
  const missed = expected.filter((line) => !found.includes(line)).slice(0, 4);
  return inOrder || invented.length + missed.length > 0
    ? { invented, missed }
    : { invented: ['another order'], missed };
}
