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
import { tokenAt } from '#reading/text/tokens.ts';
import { answerIn } from './answers.ts';
import { boxIn } from './boxes.ts';
import { opensWith } from './level-opening.ts';
import { cellsOf, type Cell, type LevelColumns } from './level-table.ts';
import type { levelTables } from './level-table.ts';
import { levelMentions, type LevelMention } from './levels.ts';
import { parseLineStart, type Box } from './line-start.ts';

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

/** A row of a table with a column a level: other cells first, then a unit a level. */
function unitsOfRow(
  source: Source,
  place: Cell,
  { columns, wordy, line }: { columns: LevelColumns; wordy: boolean; line: Cell },
): Unit[] {
  const plain: Unit[] = [];
  const levels: Unit[] = [];
  const cells = cellsOf(source.text, line);
  const row = [...cells, ...columns.slice(cells.length).map((): Cell => ({ start: line.end, end: line.end }))];
  row.forEach((cell, column) => {
    if (cell.end < place.start) return;
    const here = { start: Math.max(cell.start, place.start), end: cell.end };
    const words = range(source, here.start, here.end);
    const level = columns[column] ?? null;
    const unit = { ...here, words, bullet: null, afterBlank: true };
    if (level === null) {
      if (words.length > 0) plain.push({ ...unit, label: null, box: null });
      return;
    }
    if (level === 'named') {
      levels.push(...namedInCell(source.text, { unit, here }));
      return;
    }
    const empty = source.text.slice(here.start, here.end).trim() === '';
    if (empty && wordy) return;
    const label: LevelMention = { start: here.start, end: here.start, levels: [level], single: true };
    levels.push({ ...unit, label, box: empty ? 'unmarked' : boxIn(source.text.slice(here.start, here.end)) });
  });
  return [...plain, ...levels];
}

/** « 2 », « 1 et 2 », « unique » in a column headed « Niveau »; any other word stands as it is. */
function namedInCell(text: string, { unit, here }: { unit: Omit<Unit, 'label' | 'box'>; here: Cell }): Unit[] {
  const words = text.slice(here.start, here.end).trim();
  if (words === '') return [];
  const digits = /^(?:N\s?)?[1-3](?:\s*(?:,|;|\/|&|\+|-|et|à)\s*(?:N\s?)?[1-3])*$/iu.test(words);
  const numbers = digits
    ? [...words.matchAll(/[1-3]/g)].map(([digit]) => Number(digit))
    : /unique/iu.test(words)
      ? [1]
      : [];
  if (numbers.length === 0) return [{ ...unit, label: null, box: null }];
  const range = numbers.length === 2 && /à|\d\s*-\s*\d/u.test(words);
  const levels = range
    ? [1, 2, 3].filter((level) => level >= (numbers[0] ?? 1) && level <= (numbers[1] ?? 3))
    : numbers;
  return [{ ...unit, words: [], label: { ...here, levels, single: false }, box: null }];
}

type LineContext = {
  readonly measure: ReferenceMeasure | null;
  readonly afterBlank: boolean;
  /** What follows the title on its own line. */
  readonly tail: boolean;
};

function unitsOfLine(source: Source, place: { start: number; end: number }, context: LineContext): Unit[] {
  const opening = parseLineStart(source.text, place);
  const labels = labelsOf(source, { ...context, place, bodyStart: opening.bodyStart });
  if (labels.length === 0) {
    const words = range(source, opening.bodyStart, place.end);
    const blank = words.length === 0 && opening.box === null;
    if (blank) return [];
    return [{ ...place, words, label: null, box: opening.box, bullet: opening.bullet, afterBlank: context.afterBlank }];
  }
  const units: Unit[] = [];
  const lead = answerIn(source.text.slice(opening.bodyStart, labels[0]?.start ?? place.end));
  const leading = source.text.slice(opening.bodyStart, labels[0]?.start ?? place.end);
  const before =
    lead === null && !LEADS.test(leading) ? range(source, opening.bodyStart, labels[0]?.start ?? place.end) : [];
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
      words: range(source, label.end, end),
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

/** « Niveau 1  Niveau 2  Niveau 3 »: full labels and boxes, no word beside them. */
function isLabelsAlone(text: string, { start, end }: Cell, mentions: readonly LevelMention[]): boolean {
  if (mentions.length < 2 || !mentions.every(({ single }) => single)) return false;
  let rest = '';
  let at = start;
  for (const mention of mentions) {
    rest += text.slice(at, mention.start);
    at = mention.end;
  }
  return /^(?:[\s\p{P}\p{S}\p{Co}]|\(?[xX]\)?)*$/u.test(rest + text.slice(at, end));
}

/** What follows a level that a sentence speaks of: « Le niveau 3 relève… ». */
const SPOKEN_OF = /^\s*(?:relèv|n['’]|ne|est|sera|qui)/u;

/** What may stand before a label without being more than its way in: « – Mesure 5 au niveau 2 », « uniquement le niveau 1 ». */
const LEADS =
  /^[\s\p{P}\p{S}\uFE0F]*(?:(?:uniquement|seulement|exclusivement)\s+)?(?:(?:les?|aux?|pour\s+les?|sur\s+les?)\s+)?$/iu;

/** The mentions that label what follows, as against those that a sentence speaks of. */
function labelsOf(
  source: Source,
  { place, bodyStart, measure, tail }: LineContext & { place: { start: number; end: number }; bodyStart: number },
): LevelMention[] {
  const { text } = source;
  const mentions = levelMentions(text, place);
  if (isLabelsAlone(text, place, mentions)) return mentions;
  const labels = mentions.filter((mention, rank) => {
    const after = text.slice(mention.end, Math.min(place.end, mention.end + 12));
    const before = text.slice(Math.max(place.start, mention.start - 4), mention.start);
    const glued = rank > 0 && mentions[rank - 1]?.end === mention.start;
    const first = LEADS.test(text.slice(Math.min(bodyStart, mention.start), mention.start));
    if (first)
      return (
        !SPOKEN_OF.test(text.slice(mention.end, mention.end + 10)) &&
        !/^\s*\((?![^()]{0,30}\))/u.test(text.slice(mention.end, mention.end + 40))
      );
    if (mention.levels === 'all') return false;
    // « … équitable à la cantine (niveau 2) »: the title in other words, and its level.
    if (tail && /\(\s*$/.test(before) && /^\s*\)\W*$/u.test(text.slice(mention.end, place.end))) return true;
    return (
      glued ||
      /^\s*[•●▪■◦►▶☐☑☒□✓✔✘✗✖❌○❏✅🔲◉]/u.test(after) ||
      /^\s?:/.test(after) ||
      /[\t|☐☑☒□■✓✔✘✗✖❌○●❏✅🔲◉_\uFE0F\])]\s*$|\s{3}$/u.test(before) ||
      /[\t|]/.test(after.slice(0, 2))
    );
  });
  if (labels.length > 0 || measure === null) return labels;
  const bare = bareLabel(source, { place, bodyStart, measure });
  return bare === null ? [] : [bare];
}

/** « 1 Adopter… », « - 2 - Organiser… »: a bare number is a level when its words open that level's text. */
function bareLabel(
  source: Source,
  {
    place,
    bodyStart,
    measure,
  }: { place: { start: number; end: number }; bodyStart: number; measure: ReferenceMeasure },
): LevelMention | null {
  const { number, contentStart } = parseLineStart(source.text, { start: bodyStart, end: place.end });
  if (number === null || number.noun !== null || number.value > 3) return null;
  const level = measure.levels.find((candidate) => candidate.level === number.value);
  if (level === undefined || !opensWith(source, { level, offset: contentStart })) return null;
  return { start: bodyStart, end: contentStart, levels: [number.value], single: true };
}

/** Boxes stand before their labels or after them: the first glyph of the line tells which. */
function boxesBeside(
  text: string,
  { place, labels }: { place: { start: number; end: number }; labels: readonly LevelMention[] },
): (Box | null)[] {
  const first = labels[0];
  if (first === undefined) return [];
  const radio = text.slice(place.start, place.end).includes('○');
  const leading = boxIn(text.slice(place.start, first.start), { radio }) !== null;
  return labels.map((label, rank) => {
    const before = text.slice(rank === 0 ? place.start : (labels[rank - 1]?.end ?? place.start), label.start);
    const after = text.slice(label.end, labels[rank + 1]?.start ?? Math.min(place.end, label.end + 12));
    return leading ? boxIn(before, { radio }) : boxIn(after, { radio });
  });
}

function range(source: Source, start: number, end: number): number[] {
  const from = tokenAt(source.tokens, start);
  const to = tokenAt(source.tokens, end);
  return Array.from({ length: Math.max(0, to - from) }, (_, step) => from + step);
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
