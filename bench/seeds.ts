/** The published texts that the benchmarks start from. */
import { readFileSync } from 'node:fs';

const DOCUMENTS = {
  pact: 'pacte-signe-champigny-alternance-2020',
  plan: 'plan-ess-saint-maur-2021',
} as const;

export function readSeed(kind: keyof typeof DOCUMENTS): string {
  return readFileSync(`data/documents/${DOCUMENTS[kind]}.txt`, 'utf8');
}
