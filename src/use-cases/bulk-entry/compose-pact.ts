/**
 * A pact that was entered as a table, composed in the charter's own words, as a reading that a person reviews like any other.
 * What the table does not say (which clause of a level taken in part, which other words) is a doubt, never invented; a line
 * that nothing explains stays in the text as an unread passage.
 */
import type { CharterText, Level, Measure } from '#domain/charter/edition.ts';
import type { LineProblem } from '#domain/bulk-entry/entry-line.ts';
import { stanceOfMeasure, type Stance } from '#domain/pact/stance.ts';
import type { CommitmentFinding, LevelFinding, PactReading, Span, Unread } from '#reading/contract.ts';
import type { TablePact, TableRow } from './read-table.ts';

/** The sentences are the screen's (src/ui/messages/bulk-entry-table.fr.ts). */
export type TableWords = {
  /** That no document was signed here, and which lines of which table say it. */
  readonly head: (from: { readonly filename: string; readonly first: number; readonly last: number }) => string;
  readonly level: (level: Pick<Level, 'level' | 'label'>) => string;
  readonly stance: (stance: Stance) => string;
  readonly body: (body: string) => string;
  readonly reasons: {
    readonly table: string;
    readonly partial: string;
    readonly amended: string;
    readonly unsaid: string;
    readonly twice: string;
  };
};

type Composing = { readonly edition: CharterText; readonly filename: string; readonly words: TableWords };

export function composePact(
  pact: TablePact,
  { edition, filename, words }: Composing,
): { readonly reading: PactReading; readonly problems: readonly LineProblem[] } {
  const page = newPage();
  const lines = pact.rows.map(({ line }) => line);
  const head = page.write(words.head({ filename, first: Math.min(...lines), last: Math.max(...lines) }));
  const { said } = pact.head;
  const spans = [said.list, said.leader].flatMap((text) => (text === undefined ? [] : [page.write(text)]));
  const problems: LineProblem[] = [];
  const commitments: CommitmentFinding[] = [];
  const unread: Unread[] = [];
  const measures = new Map(edition.measures.map((measure) => [measure.number, measure]));
  const known = Map.groupBy(pact.rows, ({ measure }) => (measure === null ? null : (measures.get(measure) ?? null)));
  for (const [measure, rows] of [...known].toSorted(
    ([one], [other]) => (one?.number ?? 1e9) - (other?.number ?? 1e9),
  )) {
    if (measure !== null) commitments.push(commitmentOf(measure, { rows, page, words, problems }));
    else for (const row of rows) unread.push(asUnread(page, row, problems));
  }
  return {
    reading: {
      kind: 'pact',
      text: page.text(),
      unread,
      warnings: [],
      charter: edition.id,
      signatory: { list: said.list ?? null, leader: said.leader ?? null, spans: [head, ...spans] },
      principles: [],
      commitments,
      localCommitments: [],
    },
    problems,
  };
}

function asUnread(page: Page, row: TableRow, problems: LineProblem[]): Unread {
  if (row.measure !== null) {
    problems.push({ kind: 'unknown-measure', line: row.line, column: null, written: String(row.measure) });
  }
  return { ...page.write(row.written), text: row.written };
}

type Step = {
  readonly rows: readonly TableRow[];
  readonly page: Page;
  readonly words: TableWords;
  readonly problems: LineProblem[];
};

function commitmentOf(measure: Measure, { rows, page, words, problems }: Step): CommitmentFinding {
  const spans = [page.write(`${measure.number}. ${measure.title}`)];
  const reasons = [words.reasons.table];
  const levels: LevelFinding[] = [];
  for (const [number, same] of Map.groupBy(rows, ({ level }) => level)) {
    const [row, ...others] = same;
    if (row === undefined) continue;
    const clash = others.find((other) => other.stance !== row.stance || other.wording !== row.wording);
    if (clash !== undefined) {
      reasons.push(words.reasons.twice);
      problems.push({
        kind: 'said-otherwise',
        line: clash.line,
        column: null,
        written: clash.stance ?? '',
        others: [String(row.line)],
      });
    }
    if (number === null) continue;
    const level = measure.levels.find((one) => one.level === number);
    if (level === undefined) {
      problems.push({ kind: 'unknown-level', line: row.line, column: null, written: String(number) });
      reasons.push(words.reasons.unsaid);
      spans.push(page.write(row.written));
      continue;
    }
    const finding = levelOf(level, { row, page, words });
    if (finding.stance === 'partial') reasons.push(words.reasons.partial);
    if (finding.wording === 'amended') reasons.push(words.reasons.amended);
    if (finding.stance === 'unknown') reasons.push(words.reasons.unsaid);
    levels.push(finding);
  }
  const whole = rows.find(({ level }) => level === null);
  const wholeStance = whole?.measureStance ?? whole?.stance ?? rows[0]?.measureStance ?? null;
  if (levels.length === 0 && wholeStance === null) reasons.push(words.reasons.unsaid);
  const bodies = [...new Set(rows.flatMap(({ body }) => (body === null ? [] : [body])))];
  const observations = [...new Set(rows.flatMap((row) => row.observations))];
  for (const text of [...bodies.map(words.body), ...observations]) spans.push(page.write(text));
  return {
    measure: measure.number,
    localNumber: rows.find(({ localNumber }) => localNumber !== null)?.localNumber ?? null,
    title: 'exact',
    stance: levels.length > 0 ? stanceOfMeasure(levels) : (wholeStance ?? 'unknown'),
    levels: levels.toSorted((one, other) => one.level - other.level),
    competentBody: bodies[0] ?? null,
    observations,
    // Below the threshold: somebody looks.
    confidence: reasons.length === 1 ? 1 : 0.5,
    reasons: [...new Set(reasons)],
    spans,
  };
}

type LevelStep = { readonly row: TableRow; readonly page: Page; readonly words: TableWords };

function levelOf(level: Level, { row, page, words }: LevelStep): LevelFinding {
  const stance = row.stance ?? row.measureStance ?? 'unknown';
  const span = page.write(`${words.level(level)} ${words.stance(stance)}`);
  const clauses = level.clauses.map(({ clause, text }) => ({ clause, span: page.write(text) }));
  const whole = row.wording === 'same' && (stance === 'accepted' || stance === 'refused' || stance === 'delegated');
  return {
    level: level.level,
    stance,
    wording: row.wording,
    spans: [span, ...clauses.map((one) => one.span)],
    clauses: whole
      ? clauses.map(({ clause, span: at }) => ({ clause, stance, wording: 'same', spans: [at], changes: [] }))
      : [],
  };
}

type Page = { readonly write: (line: string) => Span; readonly text: () => string };

/** Each part on a line of its own, so that its finding points at it. */
function newPage(): Page {
  let text = '';
  return {
    write: (line) => {
      const start = text.length;
      text += `${line}\n`;
      return { start, end: start + line.length };
    },
    text: () => text,
  };
}
