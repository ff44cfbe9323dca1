/** Gives every line of a charter one role; structure.ts then only has to put them together. */
import { furnitureOf, type MarkedLine } from './furniture.ts';
import type { Line } from './line.ts';
import { markOf, type Mark } from './mark.ts';
import { numberRoles, type NumberedLine } from './number-roles.ts';
import { isContinuation, type WrapWidth } from './wrapping.ts';

export type Role =
  | { readonly kind: 'principle'; readonly letter: string }
  | { readonly kind: 'measure'; readonly number: number }
  | { readonly kind: 'level'; readonly level: number; readonly glyph: string | null }
  | { readonly kind: 'bullet'; readonly glyph: string }
  | { readonly kind: 'plain' }
  /** Goes on with the line before. */
  | { readonly kind: 'continuation' }
  /** Announces a group of measures. */
  | { readonly kind: 'heading' }
  /** Page number, running header, rule. */
  | { readonly kind: 'furniture' };

/** `offset` is where the words start in the line, after its number, glyph or label. */
export type ReadLine = { readonly line: Line; readonly role: Role; readonly offset: number };

export function classify(lines: readonly Line[], width: WrapWidth): readonly ReadLine[] {
  const marked = lines.map((line) => ({ line, mark: markOf(line.text) }));
  const furniture = furnitureOf(marked);
  const body = marked.filter((_, index) => furniture[index] !== true);
  const told = withHeadings(withContinuations(withRoles(body), width));
  let next = 0;
  return lines.map((line, index) => {
    if (furniture[index] === true) return { line, role: { kind: 'furniture' }, offset: 0 };
    const read = told[next];
    next += 1;
    if (read === undefined) throw new Error('every line outside the furniture has a role');
    return read;
  });
}

function withRoles(body: readonly MarkedLine[]): readonly ReadLine[] {
  const numbered: NumberedLine[] = [];
  for (const { mark } of body) if (mark.kind === 'number' || mark.kind === 'level') numbered.push(mark);
  const roles = numberRoles(numbered);
  const measureStyle = styleOfMeasures(numbered, roles);
  let next = 0;
  return body.map(({ line, mark }) => {
    if (mark.kind === 'level') {
      next += 1;
      return { line, role: { kind: 'level', level: mark.level, glyph: mark.glyph }, offset: mark.length };
    }
    if (mark.kind !== 'number') return { line, ...simpleRole(mark) };
    const role = roles[next];
    next += 1;
    if (role === 'measure') return { line, role: { kind: 'measure', number: mark.number }, offset: mark.length };
    if (role === 'level')
      return { line, role: { kind: 'level', level: mark.number, glyph: null }, offset: mark.length };
    // Items of a list numbered otherwise than the measures: "1) … 2) …" under a level.
    const isItem = mark.style !== measureStyle && !mark.weak && !mark.explicit && /^n[.)-]|^-n-/u.test(mark.style);
    return isItem
      ? { line, role: { kind: 'bullet', glyph: mark.style }, offset: mark.length }
      : { line, role: { kind: 'plain' }, offset: 0 };
  });
}

function styleOfMeasures(numbered: readonly NumberedLine[], roles: readonly string[]): string | null {
  const index = roles.indexOf('measure');
  const first = numbered[index];
  return first?.kind === 'number' ? first.style : null;
}

function simpleRole(mark: Exclude<Mark, { kind: 'level' | 'number' }>): { role: Role; offset: number } {
  switch (mark.kind) {
    case 'principle':
      return { role: { kind: 'principle', letter: mark.letter }, offset: mark.length };
    case 'bullet':
      return { role: { kind: 'bullet', glyph: mark.glyph }, offset: mark.length };
    case 'heading':
      return { role: { kind: 'heading' }, offset: mark.length };
    case 'plain':
      return { role: { kind: 'plain' }, offset: mark.length };
  }
}

function withContinuations(body: readonly ReadLine[], width: WrapWidth): readonly ReadLine[] {
  let isTitle = false;
  return body.map((read, index): ReadLine => {
    const { line, role } = read;
    const before = body[index - 1];
    if (before !== undefined && mayContinue(read, before) && isContinuation(before.line, { line, width, isTitle })) {
      return { line, role: { kind: 'continuation' }, offset: 0 };
    }
    isTitle = role.kind === 'measure' || role.kind === 'principle';
    // A sign alone that ends no sentence says nothing.
    const isStray = role.kind === 'plain' && !/[\p{L}\p{N}]/u.test(line.text);
    return isStray ? { line, role: { kind: 'furniture' }, offset: 0 } : read;
  });
}

function mayContinue({ line, role }: ReadLine, before: ReadLine): boolean {
  if (before.role.kind === 'heading') return false;
  if (role.kind === 'plain') return true;
  // A dash inside a sentence ("– et informatisation du parc") falls at the start of a line now and then.
  return (
    role.kind === 'bullet' &&
    /^[–—-]\s+\p{Ll}/u.test(line.text) &&
    !/[.;:!?…]$/u.test(before.line.text) &&
    before.role.kind !== 'bullet'
  );
}

const LONGEST_HEADING = 80;

/** A short line without an end, just before a measure, names the group that starts there. */
function withHeadings(body: readonly ReadLine[]): readonly ReadLine[] {
  const told: ReadLine[] = [...body];
  for (let index = body.length - 1; index >= 0; index -= 1) {
    const read = body[index];
    const next = told[index + 1]?.role.kind;
    if (read?.role.kind !== 'plain' || (next !== 'measure' && next !== 'principle' && next !== 'heading')) continue;
    if (read.line.text.length > LONGEST_HEADING || /[.;:!?…)]$/u.test(read.line.text)) continue;
    const before = body[index - 1];
    // A number alone on its line: this is the measure's title, not a heading.
    if (before !== undefined && before.line.text.slice(before.offset).trim() === '') continue;
    told[index] = { ...read, role: { kind: 'heading' } };
  }
  return told;
}
