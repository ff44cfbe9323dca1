/**
 * Reads a charter: principles, measures, levels and clauses out of a plain text.
 *
 * Only what the text says: a measure without text has no level. The reviewed edition
 * (data/charters) may know more, and says from where. Reading a signed pact is ../propose.
 */
import type { CharterReading, Span, Unread, Warning } from '../contract.ts';
import { classify } from './classify.ts';
import { linesOf, type Line } from './line.ts';
import { joinSpans, wordsOf, type Piece } from './passage.ts';
import { structureOf, type FoundMeasure, type FoundPrinciple } from './structure.ts';
import { wrapWidthOf } from './wrapping.ts';

/** Never refuses: a text that is no charter comes back with everything unread. Cost linear in its length. */
export function readCharter(text: string): CharterReading {
  const { lines, principles, measures, say } = understandCharter(text);
  const kept: { readonly spans: readonly Span[] }[] = [...principles, ...measures];
  return {
    kind: 'charter',
    text,
    unread: unreadOf(lines, { text, read: kept.flatMap((finding) => finding.spans) }),
    warnings: warningsOf(measures),
    principles: principles.map((principle) => ({
      letter: principle.letter,
      title: say(principle.title),
      text: say(principle.text),
      spans: joinSpans(principle.spans, text),
    })),
    measures: measures.map((measure) => ({
      number: measure.number,
      title: say(measure.title),
      spans: joinSpans(measure.spans, text),
      levels: measure.levels.map(({ level, clauses }) => ({
        level,
        clauses: clauses.map(({ clause, pieces }) => ({ clause, text: say(pieces), spans: joinSpans(pieces, text) })),
      })),
    })),
  };
}

/** What was found, still in pieces; for those who need more than the contract says (draft-edition.ts). */
export function understandCharter(text: string): {
  readonly lines: readonly Line[];
  readonly principles: readonly FoundPrinciple[];
  readonly measures: readonly FoundMeasure[];
  readonly say: (pieces: readonly Piece[]) => string;
} {
  const lines = linesOf(text);
  const found = structureOf(classify(lines, wrapWidthOf(lines)), text);
  const knows = hyphenatedWords(text);
  return {
    lines,
    principles: keepFullest(found.principles, (principle) => principle.letter),
    measures: keepFullest(found.measures, (measure) => `${measure.number} ${folded(measure.title, text)}`),
    say: (pieces) => wordsOf(pieces, { text, knows }),
  };
}

/**
 * A table of contents says each title once more, with nothing under it: of two findings of the
 * same name, the one with more under it is the measure. Equally full, the later one.
 */
function keepFullest<Found extends FoundMeasure | FoundPrinciple>(
  found: readonly Found[],
  nameOf: (one: Found) => string,
): readonly Found[] {
  const best = new Map<string, Found>();
  for (const one of found) {
    const known = best.get(nameOf(one));
    if (known === undefined || fullness(one) >= fullness(known)) best.set(nameOf(one), one);
  }
  return found.filter((one) => best.get(nameOf(one)) === one);
}

function fullness(found: FoundMeasure | FoundPrinciple): number {
  const pieces =
    'levels' in found ? found.levels.flatMap((level) => level.clauses.flatMap((clause) => clause.pieces)) : found.text;
  return pieces.reduce((sum, piece) => sum + piece.end - piece.start, 0);
}

/** The first letters of a title: enough to know it again behind leaders, page numbers and cuts. */
function folded(title: readonly Piece[], text: string): string {
  const words = title.map((piece) => text.slice(piece.start, piece.end)).join('');
  return words
    .toLowerCase()
    .replace(/[^\p{L}]/gu, '')
    .slice(0, 24);
}

/** Words that the text writes with a hyphen somewhere; looked for only when a line end cuts a word. */
function hyphenatedWords(text: string): (word: string) => boolean {
  let words: ReadonlySet<string> | null = null;
  return (word) => {
    words ??= new Set(text.match(/\p{L}+-\p{L}+/gu) ?? []);
    return words.has(word);
  };
}

function unreadOf(
  lines: readonly Line[],
  { text, read }: { readonly text: string; readonly read: readonly Span[] },
): readonly Unread[] {
  const starts = new Set(read.map((span) => span.start));
  // Findings are made of whole lines, so a line is read when a finding holds its first character.
  const unread = lines.filter((line) => !starts.has(line.start));
  return unread.map(({ start, end }) => ({ start, end, text: text.slice(start, end) }));
}

function warningsOf(measures: readonly FoundMeasure[]): readonly Warning[] {
  if (measures.length === 0) {
    return [{ code: 'no-measure', message: 'Aucune mesure numérotée n’a été reconnue dans ce texte.', spans: [] }];
  }
  const byNumber = Map.groupBy(measures, (measure) => measure.number);
  return [...byNumber].flatMap(([number, same]) =>
    same.length < 2
      ? []
      : [
          {
            code: 'number-used-twice',
            message: `Le numéro ${number} est porté par ${same.length} mesures : vérifiez leurs titres.`,
            spans: same.flatMap((measure) => measure.spans.slice(0, 1)),
          },
        ],
  );
}
