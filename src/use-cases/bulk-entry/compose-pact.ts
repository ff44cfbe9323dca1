/**
 * A pact that was entered as a table, composed in the charter's own words, as a reading that a person reviews like any other.
 * What the table does not say (which clause of a level taken in part, which other words) is a doubt, never invented; a line
 * that nothing explains stays in the text as an unread passage.
 */
import type { CharterText, Level, Measure, Principle } from '#domain/charter/edition.ts';
import type { LineProblem } from '#domain/bulk-entry/entry-line.ts';
import { stanceOfMeasure, type Stance } from '#domain/pact/stance.ts';
import type {
  CommitmentFinding,
  LevelFinding,
  PactReading,
  PrincipleFinding,
  Span,
  Unread,
} from '#reading/contract.ts';
import type { TablePact, TableRow } from './read-table.ts';

/** The sentences are the screen's (src/ui/messages/bulk-entry-table.fr.ts). */
export type TableWords = {
  /** That no document was signed here, and which lines of which table say it. */
  readonly head: (
    from: readonly { readonly filename: string; readonly first: number; readonly last: number }[],
  ) => string;
  readonly principle: (principle: Pick<Principle, 'letter' | 'title'>, stance: Stance) => string;
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

type Composing = { readonly edition: CharterText; readonly words: TableWords };

export function composePact(
  pact: TablePact,
  { edition, words }: Composing,
): { readonly reading: PactReading; readonly problems: readonly LineProblem[] } {
  const page = newPage();
  const head = page.write(words.head(linesOf(pact)));
  const { said } = pact.head;
  const spans = [said.list, said.leader].flatMap((text) => (text === undefined ? [] : [page.write(text)]));
  const problems: LineProblem[] = [];
  const commitments: CommitmentFinding[] = [];
  const unread: Unread[] = [];
  const ofPrinciple = (row: TableRow) => row.principle !== null && row.measure === null;
  const principles = principlesOf(pact.rows.filter(ofPrinciple), { edition, page, words, problems, unread });
  const measures = new Map(edition.measures.map((measure) => [measure.number, measure]));
  const known = Map.groupBy(
    pact.rows.filter((row) => !ofPrinciple(row)),
    ({ measure, principle }) => (measure === null || principle !== null ? null : (measures.get(measure) ?? null)),
  );
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
      principles,
      commitments,
      localCommitments: [],
    },
    problems,
  };
}

/** Of each table, in their order. */
function linesOf({ rows }: TablePact) {
  return [...Map.groupBy(rows, ({ table }) => table)].map(([filename, same]) => {
    const lines = same.map(({ line }) => line);
    return { filename, first: Math.min(...lines), last: Math.max(...lines) };
  });
}

type PrincipleStep = Omit<Step, 'rows'> & { readonly edition: CharterText; readonly unread: Unread[] };

/** By letter. One that two rows say otherwise is unknown until somebody looks. */
function principlesOf(
  rows: readonly TableRow[],
  { edition, page, words, problems, unread }: PrincipleStep,
): readonly PrincipleFinding[] {
  const letters = new Map(edition.principles.map((principle) => [principle.letter.toLowerCase(), principle]));
  const known = Map.groupBy(rows, ({ principle }) => letters.get((principle ?? '').toLowerCase()) ?? null);
  return [...known]
    .toSorted(([one], [other]) => (one?.letter ?? '~').localeCompare(other?.letter ?? '~'))
    .flatMap(([principle, same]) => {
      if (principle === null) {
        for (const row of same) {
          problems.push({ ...row.at('principle'), kind: 'unknown-principle', written: row.principle ?? '' });
          unread.push({ ...page.write(row.written), text: row.written });
        }
        return [];
      }
      const [first, ...others] = same;
      const said = first?.stance ?? first?.measureStance ?? 'unknown';
      const clash = others.find((row) => (row.stance ?? row.measureStance ?? 'unknown') !== said);
      if (clash !== undefined) {
        const line = [String(first?.line ?? '')];
        problems.push({ ...clash.at('stance'), kind: 'said-otherwise', written: clash.stance ?? '', others: line });
      }
      const stance = clash === undefined ? said : 'unknown';
      const observations = [...new Set(same.flatMap((row) => row.observations))];
      const spans = [words.principle(principle, stance), ...observations].map((text) => page.write(text));
      return [{ principle: principle.letter, stance, observations, spans }];
    });
}

function asUnread(page: Page, row: TableRow, problems: LineProblem[]): Unread {
  if (row.measure !== null && row.principle === null) {
    problems.push({ ...row.at('measure'), kind: 'unknown-measure', written: String(row.measure) });
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
      const before = [String(row.line)];
      const field = clash.stance === row.stance ? 'wording' : 'stance';
      problems.push({ ...clash.at(field), kind: 'said-otherwise', written: clash.stance ?? '', others: before });
    }
    if (number === null) continue;
    const level = measure.levels.find((one) => one.level === number);
    if (level === undefined) {
      problems.push({ ...row.at('level'), kind: 'unknown-level', written: String(number) });
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
