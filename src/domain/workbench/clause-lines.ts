/**
 * The words of a level as one types them in a text box: one clause a line. A line without a dash before lines that start
 * with one introduces them.
 *
 *     Rendre cyclable tout le bassin :
 *     - modérer partout la vitesse et le trafic automobile ;
 *     - définir un réseau cyclable hiérarchisé.
 */
import type { LevelWords } from './draft.ts';
import { printed } from './printed.ts';

export type LinesRead = Pick<LevelWords, 'leadIn' | 'clauses'>;

const DASH = /^[-–—•*]\s+/;

export function linesOf({ leadIn, clauses }: LinesRead): string {
  if (leadIn === undefined) return clauses.join('\n');
  return [leadIn, ...clauses.map((text) => `- ${text}`)].join('\n');
}

/** Null: nothing is written. */
export function readLines(typed: string): LinesRead | null {
  const lines = typed
    .split(/\r\n|[\r\n\u2028\u2029]/)
    .map(printed)
    .filter((line) => line.replace(/^[-–—•*]\s*/, '') !== '');
  const first = lines.findIndex((line) => DASH.test(line));
  const before = first === -1 ? [] : lines.slice(0, first);
  const clauses = lines.slice(before.length).map((line) => line.replace(DASH, ''));
  if (clauses.length === 0) return null;
  return before.length === 0 ? { clauses } : { leadIn: before.join(' '), clauses };
}
