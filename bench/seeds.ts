/** The published texts that the benchmarks start from: those of the reader's own cases. */
import { readFileSync } from 'node:fs';

const CASES = {
  pact: 'pacte-signe-champigny-alternance-2020',
  plan: 'plan-ess-saint-maur-2021',
} as const;

export function readSeed(kind: keyof typeof CASES): string {
  return readFileSync(`src/reading/cases/${CASES[kind]}/source.txt`, 'utf8');
}
