/** `cli read` as a script meets it: a process of its own, its exit code, its two outputs. The contract is docs/reading.md. */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type * as contract from '#reading/contract.ts';
import { MAX_FILE_BYTES } from '#reading/extract/extracted.ts';
import { drawPdf } from '#reading/extract/testing/make-pdf.ts';
import { makeRawDocx } from '#reading/extract/testing/make-raw-docx.ts';
import { PNG } from '#reading/extract/testing/picture.ts';
import { expectNothingLost } from '#reading/testing/laws.ts';

const MAIN = resolve('src/cli/main.ts');
const DOCUMENTS = resolve('data/documents');
const PACT = join(DOCUMENTS, 'pacte-signe-champigny-alternance-2020.txt');

type Answer = { readonly code: number; readonly out: string; readonly err: readonly string[] };

/** Holds what is read; nothing else may appear in it, nor in the folder for temporary files. */
let home: string;
let temporary: string;

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'cli-read-'));
  temporary = mkdtempSync(join(tmpdir(), 'cli-read-temporary-'));
});

afterEach(() => {
  for (const name of readdirSync(home)) rmSync(join(home, name), { recursive: true, force: true });
});

afterAll(() => {
  for (const folder of [home, temporary]) rmSync(folder, { recursive: true, force: true });
});

function read(...words: string[]): Promise<Answer> {
  const options = { cwd: home, env: { ...process.env, TMPDIR: temporary }, maxBuffer: 64 * 1024 * 1024 };
  return new Promise((done) => {
    const child = execFile(process.execPath, [MAIN, 'read', ...words], options, (_problem, out, err) => {
      done({ code: child.exitCode ?? -1, out, err: err.split('\n').slice(0, -1) });
    });
  });
}

async function readJson(file: string): Promise<contract.Reading> {
  const { code, out, err } = await read(file, '--json');
  expect({ code, err }).toEqual({ code: 0, err: [] });
  expect(out.indexOf('\n')).toBe(out.length - 1);
  return JSON.parse(out) as contract.Reading;
}

function made(name: string, content: string | Uint8Array): string {
  writeFileSync(join(home, name), content);
  return name;
}

/** The compiler asks for every key of the contract, and for no other. */
function keys<Shape>(every: Readonly<Record<keyof Shape, true>>): readonly string[] {
  return Object.keys(every).sort();
}

const keysOf = (value: object): readonly string[] => Object.keys(value).sort();

const PACT_KEYS = keys<contract.PactReading>({
  kind: true,
  text: true,
  unread: true,
  warnings: true,
  charter: true,
  signatory: true,
  principles: true,
  commitments: true,
  localCommitments: true,
});
const COMMITMENT_KEYS = keys<contract.CommitmentFinding>({
  measure: true,
  localNumber: true,
  title: true,
  stance: true,
  levels: true,
  competentBody: true,
  observations: true,
  confidence: true,
  reasons: true,
  spans: true,
});
const LEVEL_KEYS = keys<contract.LevelFinding>({
  level: true,
  stance: true,
  wording: true,
  spans: true,
  clauses: true,
});
const CLAUSE_KEYS = keys<contract.ClauseFinding>({
  clause: true,
  stance: true,
  wording: true,
  spans: true,
  changes: true,
});
const CHANGE_KEYS = keys<contract.Change>({ kind: true, reference: true, here: true });
const PRINCIPLE_KEYS = keys<contract.PrincipleFinding>({
  principle: true,
  stance: true,
  observations: true,
  spans: true,
});
const LOCAL_KEYS = keys<contract.LocalCommitmentFinding>({
  localNumber: true,
  text: true,
  relatedMeasures: true,
  spans: true,
});
const CHARTER_KEYS = keys<contract.CharterReading>({
  kind: true,
  text: true,
  unread: true,
  warnings: true,
  principles: true,
  measures: true,
});
const PLAN_KEYS = keys<contract.PlanReading>({
  kind: true,
  text: true,
  unread: true,
  warnings: true,
  title: true,
  council: true,
  axes: true,
  actions: true,
});
const ACTION_KEYS = keys<contract.ActionFinding>({
  number: true,
  printedNumber: true,
  title: true,
  axis: true,
  subAxis: true,
  labels: true,
  fields: true,
  amounts: true,
  dates: true,
  relatedActions: true,
  spans: true,
});

function expectSpans(spans: readonly contract.Span[]): void {
  for (const span of spans) {
    expect(keysOf(span)).toEqual(['end', 'start']);
    expect(span.start < span.end).toBe(true);
  }
}

function expectCommonParts(reading: contract.Reading): void {
  expectNothingLost(reading);
  for (const passage of reading.unread) {
    expect(keysOf(passage)).toEqual(['end', 'start', 'text']);
    expect(passage.text).toBe(reading.text.slice(passage.start, passage.end));
  }
  for (const warning of reading.warnings) {
    expect(keysOf(warning)).toEqual(['code', 'message', 'spans']);
    expect(warning.code).toMatch(/^[a-z]+(-[a-z]+)*$/u);
    expect(warning.message).not.toBe('');
    expectSpans(warning.spans);
  }
}

describe('a document that is read', () => {
  test('gives one JSON object: the pact of Champigny, with every key of the contract', async () => {
    const reading = await readJson(PACT);
    expectCommonParts(reading);
    if (reading.kind !== 'pact') throw new Error(`read as a ${reading.kind}`);
    expect(keysOf(reading)).toEqual(PACT_KEYS);
    expect(reading.text).toBe(readFileSync(PACT, 'utf8'));
    expect(reading.charter).toBe('pacte-transition-2020');
    expect(keysOf(reading.signatory)).toEqual(['leader', 'list', 'spans']);
    // The loops below must have something to look at.
    expect(reading.warnings.map(({ code }) => code)).toEqual(['clause-left-out']);
    expect(reading.principles.map(({ principle }) => principle)).toEqual(['A', 'B', 'C']);
    expect(reading.localCommitments.map(({ relatedMeasures }) => relatedMeasures)).toEqual([
      [26],
      [5],
      [11],
      [31],
      [27],
    ]);
    expect(reading.commitments).toHaveLength(29);
    for (const principle of reading.principles) expect(keysOf(principle)).toEqual(PRINCIPLE_KEYS);
    for (const promise of reading.localCommitments) expect(keysOf(promise)).toEqual(LOCAL_KEYS);
    for (const commitment of reading.commitments) {
      expect(keysOf(commitment)).toEqual(COMMITMENT_KEYS);
      expectSpans(commitment.spans);
      for (const level of commitment.levels) {
        expect(keysOf(level)).toEqual(LEVEL_KEYS);
        for (const clause of level.clauses) {
          expect(keysOf(clause)).toEqual(CLAUSE_KEYS);
          for (const change of clause.changes) expect(keysOf(change)).toEqual(CHANGE_KEYS);
        }
      }
    }
  });

  test('gives one JSON object: a charter', async () => {
    const reading = await readJson(join(DOCUMENTS, 'pacte-transition-2020.txt'));
    expectCommonParts(reading);
    if (reading.kind !== 'charter') throw new Error(`read as a ${reading.kind}`);
    expect(keysOf(reading)).toEqual(CHARTER_KEYS);
    expect([reading.principles.length, reading.measures.length]).toEqual([3, 32]);
  });

  test('gives one JSON object: a plan', async () => {
    const reading = await readJson(join(DOCUMENTS, 'plan-ess-saint-maur-2021.txt'));
    expectCommonParts(reading);
    if (reading.kind !== 'plan') throw new Error(`read as a ${reading.kind}`);
    expect(keysOf(reading)).toEqual(PLAN_KEYS);
    expect([reading.axes.length, reading.actions.length]).toEqual([4, 30]);
    for (const action of reading.actions) expect(keysOf(action)).toEqual(ACTION_KEYS);
  });

  test('gives a summary to a person who does not ask for JSON', async () => {
    const { code, out, err } = await read(PACT);
    expect({ code, err }).toEqual({ code: 0, err: [] });
    expect(out).toContain('CHAMPIGNY ALTERNANCE');
    expect(out).not.toMatch(/^\{/u);
  });

  test('may be a PDF', async () => {
    const words = 'La commune de Champigny-sur-Marne s’engage pour la transition écologique avec ses habitants.';
    const file = made('pacte.pdf', await drawPdf((pdf) => pdf.font('Regular').text(words)));
    const { code, out, err } = await read(file, '--as', 'pact', '--json');
    expect({ code, err }).toEqual({ code: 0, err: [] });
    expect((JSON.parse(out) as contract.Reading).text.replaceAll(/\s+/gu, ' ')).toContain(
      'pour la transition écologique',
    );
  });

  test('tells what the file itself left in doubt', async () => {
    const file = made('barre.html', '<html lang="fr"><p>La commune s’engage pour ses habitants.</p><s>Ou pas.</s>');
    const { code, out } = await read(file, '--as', 'pact', '--json');
    const { warnings } = JSON.parse(out) as contract.Reading;
    expect({ code, codes: warnings.map((warning) => warning.code) }).toEqual({
      code: 0,
      codes: expect.arrayContaining(['struck-text']) as string[],
    });
  });
});

/** Made in `home` just before it is read. */
type BadFile = readonly [about: string, name: string, make: () => Promise<void> | void, says: RegExp];

const BAD_FILES: readonly BadFile[] = [
  ['a file that does not exist', 'rien.txt', () => {}, /rien\.txt » n’existe pas/u],
  ['a folder', 'dossier', () => mkdirSync(join(home, 'dossier')), /est un dossier/u],
  ['a device without end', '/dev/zero', () => {}, /ni un fichier ni un tube/u],
  ['an empty file', 'vide.txt', () => void made('vide.txt', ''), /vide/u],
  ['a file of blanks', 'blancs.txt', () => void made('blancs.txt', ' \n\t\n'), /texte/u],
  ['an image named .docx', 'pacte.docx', () => void made('pacte.docx', PNG), /image/u],
  [
    'a Word file that grows without end',
    'bombe.docx',
    () => {
      const parts = { 'word/document.xml': new Uint8Array(60 * 1024 * 1024) };
      made('bombe.docx', makeRawDocx({ body: '', more: parts }));
    },
    /déplié|décompress|trop/iu,
  ],
  [
    'a file over the limit',
    'enorme.pdf',
    () => {
      made('enorme.pdf', '%PDF-1.7');
      // Sparse: 200 MB in name only.
      truncateSync(join(home, 'enorme.pdf'), 10 * MAX_FILE_BYTES);
    },
    /200\sMo/u,
  ],
  [
    'a PDF with a password',
    'secret.pdf',
    async () => void made('secret.pdf', await drawPdf((pdf) => pdf.text('Pacte'), { userPassword: 'secret' })),
    /mot de passe/u,
  ],
  [
    'a scanned PDF',
    'scan.pdf',
    async () => void made('scan.pdf', await drawPdf((pdf) => pdf.image(PNG, 50, 50, { width: 400 }))),
    /scan|image/iu,
  ],
  [
    'a text in English',
    'english.txt',
    () => {
      const words = 'The council will work with the people of this town so that every child can walk to school. ';
      made('english.txt', words.repeat(40));
    },
    /français/u,
  ],
];

describe.each(BAD_FILES)('%s', (_about, name, make, says) => {
  test('is refused in one line, with nothing read and nothing left behind', async () => {
    await make();
    const before = readdirSync(home);
    const answer = await read(name, '--json');
    expect(answer).toEqual({ code: 1, out: '', err: [expect.stringMatching(says) as string] });
    expect(readdirSync(home)).toEqual(before);
    expect(readdirSync(temporary)).toEqual([]);
  });
});

describe('a command that is not understood', () => {
  test('an unknown charter is named, with those that are known', async () => {
    const answer = await read(PACT, '--charter', 'pacte-2099', '--json');
    expect(answer).toEqual({ code: 2, out: '', err: [expect.stringContaining('pacte-2099') as string] });
    expect(answer.err[0]).toContain('pacte-transition-2020');
  });

  test.each([
    ['a kind of document that does not exist', [PACT, '--as', 'poem'], /poem/u],
    ['an unknown option', [PACT, '--jsn'], /option/u],
    ['an option without its value', [PACT, '--charter'], /valeur/u],
    ['no file', ['--json'], /fichier/u],
    ['two files', [PACT, PACT], /fichier/u],
  ])('%s gets the usage', async (_about, words, says) => {
    const { code, out, err } = await read(...words);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err[0]).toMatch(says);
    expect(err[1]).toContain('read FICHIER');
    expect(readdirSync(home)).toEqual([]);
  });
});
