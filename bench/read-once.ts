/** Reads one text file as a pact or a plan and prints the most memory that the process held, in bytes. */
import { readFileSync } from 'node:fs';
import { readText } from '#reading/read-text.ts';
import { loadEditions } from '#server/charters.ts';

const [as = '', file = ''] = process.argv.slice(2);
if (as !== 'pact' && as !== 'plan') throw new Error('usage: read-once.ts pact|plan FILE');

const charter = as === 'pact' ? 'pacte-transition-2020' : null;
const reading = readText(readFileSync(file, 'utf8'), { editions: loadEditions(), charter, as });
if (!reading.ok) throw new Error(`refused: ${reading.refusal.kind}`);

// The system counts in kilobytes.
console.log(process.resourceUsage().maxRSS * 1024);
