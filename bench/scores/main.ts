/**
 * `npm run scores`: how right the reader is, beside two baselines; writes docs/SCORES.md.
 *
 * Cases are documents with a reviewed expectation (a test fails when the reader departs from one), so
 * the reader's own column there is what review settled; the pacts made by rule and the baselines are
 * what tell how hard the documents are.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Edition } from '#domain/charter/edition.ts';
import { readPact } from '#reading/propose/read-pact.ts';
import { editionById } from '#server/charters.ts';
import { BASELINES } from './baselines.ts';
import { add, foundIn, inWords, KINDS, score, type Found, type Score } from './found.ts';
import { mutations, reviewedCases, type Document } from './wanted.ts';

const MUTATIONS = 200;
const NAMES = { measures: 'mesures', levels: 'niveaux et leur position', local: 'engagements locaux' } as const;

const edition = editionById('pacte-transition-2020');
if (edition === null) throw new Error('the edition pacte-transition-2020 is missing');
const readers: readonly { readonly name: string; readonly read: (text: string, edition: Edition) => Found }[] = [
  { name: 'le lecteur', read: (text, with_) => foundIn(readPact(text, with_)) },
  ...BASELINES,
];

writeFileSync(join(import.meta.dirname, '../../docs/SCORES.md'), page(edition));

function page(pact: Edition): string {
  const cases = reviewedCases();
  const made = mutations(pact, MUTATIONS);
  const rows = cases.flatMap((document) => rowsOf(document.name, scoresOf([document])));
  const total = rowsOf(`**les ${cases.length} cas**`, scoresOf(cases));
  const mutated = rowsOf(`**${MUTATIONS} pactes faits par règle**`, scoresOf(made));
  return [
    '# Justesse du lecteur de pactes',
    '',
    'Précision / rappel, par document et par sorte de constat. Refait par `npm run scores` ; comment le lecteur',
    'procède et où il se trompe : reading.md. Hors documents réels, les cas ont été écrits par les auteurs du lecteur.',
    '',
    `| document | constat | ${readers.map(({ name }) => name).join(' | ')} |`,
    `| --- | --- | ${readers.map(() => '---').join(' | ')} |`,
    ...total,
    ...mutated,
    ...rows,
    '',
  ].join('\n');
}

type Scores = Readonly<Record<(typeof KINDS)[number], readonly Score[]>>;

function scoresOf(documents: readonly Document[]): Scores {
  const found = documents.map(({ text, edition }) => readers.map(({ read }) => read(text, edition)));
  const ofKind = (kind: (typeof KINDS)[number]): Score[] =>
    readers.map((_, reader) =>
      documents
        .map((document, rank) => score(document.wanted[kind], found[rank]?.[reader]?.[kind] ?? new Set()))
        .reduce(add, { found: 0, wanted: 0, right: 0 }),
    );
  return { measures: ofKind('measures'), levels: ofKind('levels'), local: ofKind('local') };
}

function rowsOf(name: string, scores: Scores): string[] {
  return KINDS.filter((kind) => scores[kind].some(({ wanted, found }) => wanted + found > 0)).map(
    (kind) => `| ${name} | ${NAMES[kind]} | ${scores[kind].map(inWords).join(' | ')} |`,
  );
}
