/**
 * The body of a measure as units: a line, or a part of one, with the level label it stands under.
 *
 *     « N1 »                        label alone; the next lines stand under it
 *     « N2 • Financer au moins… »   label and words
 *     « ☒ Niveau 1 ☐ Niveau 2 »     two units, each with its box
 *     « – un alinéa »               words under the current label
 */
import type { ReferenceMeasure } from '#reading/align/reference.ts';
import type { Source } from '#reading/text/lines.ts';
import { tokensBetween } from '#reading/text/tokens.ts';
import { answerIn } from './answers.ts';
import type { levelTables } from './level-table.ts';
import type { LevelMention } from './levels.ts';
import { boxesBeside, labelsOf, LEADS, type LineContext } from './line-labels.ts';
import { parseLineStart, type Box } from './line-start.ts';
import { unitsOfRow } from './row-units.ts';

export type Unit = {
  /** From bullet or label to the end of the unit. */
  readonly start: number;
  readonly end: number;
  /** Tokens of the words, label left out. */
  readonly words: readonly number[];
  readonly label: LevelMention | null;
  readonly box: Box | null;
  readonly bullet: string | null;
  /** True when a blank line stands before it. */
  readonly afterBlank: boolean;
};

export type UnitContext = {
  readonly lines: readonly number[];
  readonly measure: ReferenceMeasure | null;
  readonly tables: ReturnType<typeof levelTables>;
};

/** Units of [start, end), in order. `lines` are the readable lines of that range. */
export function unitsOf(
  source: Source,
  range: { readonly start: number; readonly end: number },
  { lines, measure, tables }: UnitContext,
): Unit[] {
  const units: Unit[] = [];
  for (const index of lines) {
    const line = source.lines[index];
    if (line === undefined || line.end <= range.start || line.start >= range.end) continue;
    const place = { start: Math.max(line.start, range.start), end: Math.min(line.end, range.end) };
    const afterBlank = source.lines[index - 1]?.blank === true && place.start === line.start;
    const table = tables.get(index);
    const own =
      table !== undefined
        ? unitsOfRow(source, place, { ...table, line })
        : cutAtSentences(source.text, place).flatMap((piece) =>
            unitsOfLine(source, piece, { measure, afterBlank, tail: place.start > line.start }),
          );
    for (const unit of own) {
      const last = units.at(-1);
      if (last !== undefined && table === undefined && continues(source.text, last, unit))
        units[units.length - 1] = { ...last, end: unit.end, words: [...last.words, ...unit.words] };
      else units.push(unit);
    }
  }
  return units;
}

/** A wrapped line goes on with the unit above: nothing opens it, and what stands above is not finished. */
function continues(text: string, last: Unit, unit: Unit): boolean {
  if (unit.label !== null || unit.bullet !== null || unit.box !== null || unit.afterBlank || last.words.length < 4)
    return false;
  const words = text.slice(unit.start, unit.end);
  if (AGREEMENT_FIRST.test(words) || answerIn(words) !== null || FIELD.test(words)) return false;
  if (answerIn(text.slice(last.start, last.end)) !== null) return false;
  const unfinished = !/[.!?:;…»”]["'\s]*$/u.test(text.slice(last.start, last.end));
  return unfinished || /^[\s"«(]*[\p{Ll}\d]/u.test(text.slice(unit.start, unit.end));
}

/** « Commentaire : », « Réponse de la liste : »: a form's next field. */
const FIELD = /^[\s\p{P}\p{S}]*\p{Lu}[\p{L}’' ]{3,40}\s?:(?:\s|$)/u;

const AGREEMENT = String.raw`(?:Un accord|Accord|Pas d['’]accord|Désaccord|Nous (?:ne )?sommes (?:pas )?d['’]accord)(?![\p{L}\p{N}])|Les? niveaux? [1-3] |(?:Ni|Mais pas|Sauf|Pas (?:le|les|sur|pour|au))\s`;
const AGREEMENT_AFTER = new RegExp(String.raw`(?<=[.;!?…)»”"\d]\s{0,3})(?=${AGREEMENT})`, 'gu');
const AGREEMENT_FIRST = new RegExp(String.raw`^\s*(?:${AGREEMENT})`, 'u');

/** A sentence of agreement may follow the clause on the same line. */
function cutAtSentences(
  text: string,
  { start, end }: { start: number; end: number },
): { start: number; end: number }[] {
  const cuts = [...text.slice(start, end).matchAll(AGREEMENT_AFTER)]
    .map(({ index }) => start + index)
    .filter((cut) => cut > start);
  return [start, ...cuts].map((from, rank) => ({ start: from, end: cuts[rank] ?? end }));
}

function unitsOfLine(source: Source, place: { start: number; end: number }, context: LineContext): Unit[] {
  const opening = parseLineStart(source.text, place);
  const labels = labelsOf(source, { ...context, place, bodyStart: opening.bodyStart });
  if (labels.length === 0) {
    const words = tokensBetween(source.tokens, opening.bodyStart, place.end);
    const blank = words.length === 0 && opening.box === null;
    if (blank) return [];
    return [{ ...place, words, label: null, box: opening.box, bullet: opening.bullet, afterBlank: context.afterBlank }];
  }
  const units: Unit[] = [];
  const lead = answerIn(source.text.slice(opening.bodyStart, labels[0]?.start ?? place.end));
  const leading = source.text.slice(opening.bodyStart, labels[0]?.start ?? place.end);
  const before =
    lead === null && !LEADS.test(leading)
      ? tokensBetween(source.tokens, opening.bodyStart, labels[0]?.start ?? place.end)
      : [];
  if (before.length > 0)
    units.push({
      start: place.start,
      end: labels[0]?.start ?? place.end,
      words: before,
      label: null,
      box: opening.box,
      bullet: opening.bullet,
      afterBlank: context.afterBlank,
    });
  const boxes = boxesBeside(source.text, { place, labels });
  labels.forEach((label, rank) => {
    const end = labels[rank + 1]?.start ?? place.end;
    units.push({
      start: rank === 0 && before.length === 0 ? place.start : label.start,
      end,
      words: tokensBetween(source.tokens, label.end, end),
      label,
      // « Refusé : N3 • … »: the answer before the label is its box.
      box:
        boxes[rank] ??
        (rank === 0 ? opening.box : null) ??
        (lead === 'yes' ? 'marked' : lead === 'no' ? 'unmarked' : null),
      bullet: opening.bullet,
      afterBlank: context.afterBlank && rank === 0,
    });
  });
  return units;
}

/** « N1-2-3 • … »: a paragraph under several levels, a unit a sentence. */
export function sentencesOfUnit(source: Source, unit: Unit): Unit[] {
  const sentences: Unit[] = [];
  let words: number[] = [];
  unit.words.forEach((token, rank) => {
    words.push(token);
    const next = unit.words[rank + 1];
    const gap = source.text.slice(
      source.tokens.ends[token],
      next === undefined ? unit.end : source.tokens.starts[next],
    );
    if (next !== undefined && !/[.;!?][\s\p{P}\p{S}]+$/u.test(gap)) return;
    sentences.push({
      ...unit,
      start: sentences.length === 0 ? unit.start : (source.tokens.starts[words[0] ?? token] ?? unit.start),
      end: source.tokens.ends[token] ?? unit.end,
      words,
    });
    words = [];
  });
  return sentences.length === 0 ? [unit] : sentences;
}
