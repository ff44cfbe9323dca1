/**
 * A line read as labels with their values: table rows, "Label : value" lines, a label alone on its line.
 *
 * Cells go first: a label may be split over two cells ("Contexte | de | Il y a dix ans…"), two labels may share a row with one
 * value ("Contexte | Description de l'action | Suite à…"), a row may hold two pairs ("Pilote | DGS | Budget | 10 k€").
 */
import type { PlanField } from '#reading/contract.ts';
import { type Label, LIST_SIGN, matchLabel } from './label.ts';
import type { Cell, Line } from './plan-lines.ts';
import { EMPTY, joinPlain, type Plain, slicePlain } from './plain-text.ts';

export type NamedLabel = Exclude<Label, { kind: 'glue' }>;

/** One label of a row. `value` is empty when nothing stands beside it; `column` is that of its first cell. */
export type Pair = {
  readonly label: NamedLabel;
  readonly written: string;
  readonly value: Plain;
  readonly column: number;
};

/**
 * The labels that `line` holds; null when it is no labelled line.
 *
 * @param isForm tells, for a line alone that may as well be a value ("Budget", "Suivi"), that the document uses it as a label.
 */
export function readRow(line: Line, isForm: (line: Line) => boolean): readonly Pair[] | null {
  if (line.kind !== 'content') return null;
  if (line.tabular) return cellPairs(line.cells);
  const several = linesOfCell(line.cells[0]);
  if (several) return several;
  const bold = boldPair(line);
  if (bold) return [bold];
  if (line.spaced.length > 1 && line.spaced.filter((cell) => colonPair(cell, false)).length > 1)
    return cellPairs(line.spaced);
  // "Pilote : Services techniques" is made of label words from end to end: what parts label and value is looked for first.
  const paired = colonPair(line.cells[0], line.emphatic);
  if (paired && paired.value.text !== '' && !openedByDash(line)) return [paired];
  const [first] = line.spaced;
  if (line.spaced.length > 1 && first && startsRow(matchLabel(first.plain.text), first)) return cellPairs(line.spaced);
  const lone = loneLabel(line, isForm) ?? paired;
  if (lone) return [lone];
  return null;
}

/** "**Contexte.** La nappe baisse." */
function boldPair(line: Line): Pair | null {
  const [cell] = line.cells;
  const at = line.bold === '' ? -1 : (cell?.plain.text.indexOf(line.bold) ?? -1);
  if (!cell || at === -1 || at > 4) return null;
  const written = line.bold.replace(/\s*[.:?–—-]\s*$/u, '');
  const label = matchLabel(written);
  if (label === null || label.kind === 'glue' || label.kind === 'tail') return null;
  const after = cell.plain.text.slice(at + line.bold.length);
  const from = at + line.bold.length + (/^\s*[.:?–—-]\s*/u.exec(after)?.[0].length ?? 0);
  const value = slicePlain(cell.plain, from, cell.plain.text.length);
  return value.text === '' ? null : { label, written: withoutSign(written), value, column: cell.column };
}

/** "Objectifs      - Planter": the dash opens a list in the next column, it parts nothing. */
function openedByDash(line: Line): boolean {
  return line.spaced.length > 1 && /^[–—-]\s/.test(line.spaced[1]?.plain.text ?? '');
}

/** "Pilote : DGS<br>Budget : 10 k€": several labelled lines in what was one cell. */
function linesOfCell(cell: Cell | undefined): readonly Pair[] | null {
  if (!cell?.plain.text.includes('\n')) return null;
  const pairs: Pair[] = [];
  let from = 0;
  for (const piece of cell.plain.text.split('\n')) {
    const plain = slicePlain(cell.plain, from, from + piece.length);
    const pair = colonPair({ column: cell.column, plain }, false);
    const last = pairs.at(-1);
    if (pair) pairs.push(pair);
    else if (last) pairs[pairs.length - 1] = { ...last, value: joinPlain([last.value, plain], '\n') };
    else return null;
    from += piece.length + 1;
  }
  return pairs.length > 1 ? pairs : null;
}

function startsRow(label: Label | null, first: Cell): boolean {
  if (label === null || label.kind === 'glue') return false;
  return label.kind === 'tail' || /^\p{Lu}/u.test(first.plain.text);
}

function cellPairs(cells: readonly Cell[]): readonly Pair[] | null {
  const pairs: Pair[] = [];
  const [opening] = cells;
  // An empty first cell, then small letters: the tail of a value that a page break cut ("… personnel communal | réfèrent.").
  if (cells.length > 2 && cells.every(isLabelCell)) {
    return cells.flatMap((cell) => namedCells([cell], 0)?.pair ?? []);
  }
  if (opening && opening.column > 0 && !/^[^\p{L}]{0,7}\p{Lu}/u.test(opening.plain.text)) return null;
  let at = 0;
  while (at < cells.length) {
    const colon = colonPair(cells[at], false);
    const named = colon ? null : namedCells(cells, at);
    if (!colon && !named) break;
    if (colon) {
      const end = valueEnd(cells, at + 1, colon.value.text !== '');
      pairs.push({ ...colon, value: joinPlain([colon.value, ...texts(cells, at + 1, end)], ' ') });
      at = end;
    } else if (named) {
      const end = valueEnd(cells, named.next);
      pairs.push({ ...named.pair, value: withoutGlue(joinPlain(texts(cells, named.next, end), ' ')) });
      at = end;
    }
  }
  return pairs.length === 0 ? null : pairs;
}

/** The label that starts at cell `at`, with the cells that complete it. */
function namedCells(cells: readonly Cell[], at: number): { pair: Pair; next: number } | null {
  const first = cells[at];
  let label = first ? matchLabel(first.plain.text) : null;
  if (!first || label === null || label.kind === 'glue') return null;
  let written = first.plain.text;
  let next = at + 1;
  for (; next < cells.length; next += 1) {
    const text = cells[next]?.plain.text ?? '';
    const more = matchLabel(text);
    const joined = matchLabel(`${written} ${text}`);
    if (more === null || joined === null || joined.kind === 'glue' || !completes(label, more, next + 1 < cells.length))
      break;
    written = `${written} ${text}`;
    label = joined;
  }
  return { pair: { label, written, value: EMPTY, column: first.column }, next };
}

function completes(label: NamedLabel, more: Label, valueFollows: boolean): boolean {
  if (more.kind === 'glue') return true;
  if (more.kind === 'tail') return valueFollows;
  if (more.kind !== 'field' || label.kind !== 'field') return false;
  return label.field === 'context' && more.field === 'description' && more.weight === 'strong';
}

/** A value goes on until a cell that is a label with a value of its own. `begun`: some of it stands before cell `from`. */
function valueEnd(cells: readonly Cell[], from: number, begun = false): number {
  for (let at = from; at < cells.length; at += 1) {
    const text = cells[at]?.plain.text ?? '';
    const label = matchLabel(text);
    if (label?.kind === 'part') return at;
    if (colonPair(cells[at], false) && (begun || at > from)) return at;
    // The last cell of a row may be a value made of label words ("Moyens | Ressources internes").
    const closes =
      at > from || at + 1 < cells.length || label?.kind !== 'field' || !sameField(cells[at - 1], label.field);
    // "Calendrier | Budget": a label of another field is no value of the one beside it.
    const sure =
      label?.kind === 'field' &&
      (label.weight === 'strong' || (label.weight === 'side' && !sameField(cells[at - 1], label.field)));
    if (sure && closes && /^\p{Lu}/u.test(text)) return at;
    const opens = label?.kind === 'field' && label.weight !== 'entity' && /^\p{Lu}/u.test(text);
    if (opens && at > from && at + 1 < cells.length) return at;
  }
  return cells.length;
}

/** One label of a head row: "Pilote | Partenaires | Calendrier". */
function isLabelCell({ plain }: Cell): boolean {
  const label = /^\p{Lu}/u.test(plain.text) ? matchLabel(plain.text) : null;
  return label !== null && label.kind !== 'glue' && label.kind !== 'tail';
}

function sameField(cell: Cell | undefined, field: PlanField): boolean {
  const label = cell ? matchLabel(cell.plain.text) : null;
  return label?.kind === 'field' && label.field === field;
}

function texts(cells: readonly Cell[], from: number, to: number): Plain[] {
  return cells.slice(from, to).map((cell) => cell.plain);
}

/** "/ développement…": the slash is the end of "Pilotes / partenaires" that slipped beside it. */
function withoutGlue(value: Plain): Plain {
  const glue = /^\s*[/:&]+\s*/.exec(value.text)?.[0].length ?? 0;
  const rest = glue > 0 ? slicePlain(value, glue, value.text.length) : value;
  return /^[\s/–—-]*$/.test(rest.text) ? EMPTY : rest;
}

/** "Pilote : DGS", "Pilote – DGS", "Qui ? La DGS". */
function colonPair(cell: Cell | undefined, emphatic: boolean): Pair | null {
  if (!cell) return null;
  const { plain } = cell;
  const colon = /^([^:\n]{2,90}?)(?:\s*:|\s*\?(?=\s)|\s+[–—-](?=\s))\s*/u.exec(plain.text);
  if (!colon?.[1] || (!emphatic && !/^[^\p{L}]{0,7}\p{Lu}/u.test(colon[1]))) return null;
  const label = matchLabel(colon[1]);
  if (label === null || label.kind === 'glue' || label.kind === 'tail') return null;
  if (!/[:?]/.test(colon[0]) && (label.kind !== 'field' || label.weight === 'plain' || label.weight === 'entity'))
    return null;
  return {
    label,
    written: withoutSign(colon[1]),
    value: slicePlain(plain, colon[0].length, plain.text.length),
    column: cell.column,
  };
}

function loneLabel(line: Line, isForm: (line: Line) => boolean): Pair | null {
  const text = line.text.replace(/\s*[:?]\s*$/, '');
  const label = matchLabel(text);
  if (label === null || label.kind === 'glue' || label.kind === 'tail') return null;
  const announced = text !== line.text || line.emphatic;
  if (!announced && !/^[^\p{L}]{0,7}\p{Lu}/u.test(text)) return null;
  const sure = label.kind === 'part' || (label.kind === 'field' && label.weight === 'strong');
  const entity = label.kind === 'field' && label.weight === 'entity';
  if (!announced && !sure && (entity || !isForm(line))) return null;
  return { label, written: withoutSign(text), value: EMPTY, column: 0 };
}

/** "- Pilote" is the label "Pilote" in a list. */
function withoutSign(written: string): string {
  return written.replace(LIST_SIGN, '').trim();
}
