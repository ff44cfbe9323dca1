/**
 * Is this cell a label, and of which field?
 *
 * A label is short and made of label words only (label-lexicon.ts): "Pilotes / partenaires associés" is one, "Pilotes de la
 * démarche : le CCAS" is not. A word after "de" completes the one before ("Calendrier de mise en œuvre" is a calendar), but
 * "Contexte de Description" is two labels whose cells were merged. Cost: linear in the cell, which is at most 100 characters.
 */
import type { PlanField } from '#reading/contract.ts';
import { foldKeepingLength } from './fold.ts';
import {
  EXPRESSIONS,
  type Head,
  HEADS,
  MODIFIERS,
  PART_HEADINGS,
  SHEET_LABELS,
  type SheetRole,
  SHORTENED_HEADS,
  SHORTENED_MODIFIERS,
  STOP_WORDS,
  wordKey,
} from './label-lexicon.ts';

export type Label =
  /** `merged`: other fields named by the same cell. `key`: tells two labels of a field apart. */
  | {
      readonly kind: 'field';
      readonly field: PlanField;
      readonly weight: Head['weight'];
      readonly merged: readonly PlanField[];
      readonly key: string;
    }
  /** Heading of a part of the form; opens `field` only if text follows. */
  | { readonly kind: 'part'; readonly field: PlanField }
  | { readonly kind: 'role'; readonly role: SheetRole }
  /** End of a label that a page break or a narrow cell cut off; null when any label may end so. */
  | { readonly kind: 'tail'; readonly field: PlanField | null }
  /** Only "/", "de", "et": glue between the halves of a label. */
  | { readonly kind: 'glue' };

const LONGEST = 100;
/** What may stand before a label: "3.", "3.1", "a)", a dash, a bullet. */
export const LIST_SIGN = /^\s*(?:(?:\d{1,2}\.){1,3}\d{0,2}|\d{1,2}\)|[a-h][.)]|[-–•▪➢>*])\s+/;
/** "Où ?" is a question, "ou" glue. */
const WHERE = /(?<=^\P{L}*)où(?=\s*\??$)/iu;
const HAS_EXPRESSION = /mise en|des lieux|de file|attendu|actions? (?:a|prevue)/;
/** Any word that a label may begin with: what nearly every line of a document fails on at once. */
const MAY_START: ReadonlySet<string> = new Set([
  ...[...HEADS.keys(), ...MODIFIERS.keys(), ...STOP_WORDS, ...SHORTENED_HEADS.keys(), ...SHORTENED_MODIFIERS.keys()],
  ...[...SHEET_LABELS.keys(), ...PART_HEADINGS.keys()].flatMap((label) => label.split(' ')),
  ...['mise', 'etat', 'chef', 'resultat', 'effet', 'impact', 'gain', 'action'],
]);

/** The label that `text` (a cell, a line, or what stands before a colon) is, or null. */
export function matchLabel(text: string): Label | null {
  if (text.length > LONGEST || text === '') return null;
  const tokens = labelTokens(text);
  if (tokens === null) return null;
  if (tokens.length === 0) return /^[\s/&,+:-]*$/.test(text) ? { kind: 'glue' } : null;
  const key = tokens
    .filter((token) => !STOP_WORDS.has(token))
    .map(wordKey)
    .join(' ');
  if (key === '') return { kind: 'glue' };
  const part = PART_HEADINGS.get(key);
  if (part) return { kind: 'part', field: part };
  const role = SHEET_LABELS.get(key);
  // "l'action" alone is the end of "Description de l'action", "Action" alone is the title's label.
  const cut = role === 'title' && STOP_WORDS.has(tokens[0] ?? '');
  if (role) return cut ? { kind: 'tail', field: null } : { kind: 'role', role };
  return fieldLabel(tokens, key);
}

function labelTokens(text: string): string[] | null {
  const first = /[\p{L}\p{N}]+/u.exec(text);
  if (
    first &&
    first.index < 8 &&
    !MAY_START.has(wordKey(foldKeepingLength(first[0]))) &&
    !/^(?:\d|\p{L}$)/u.test(first[0])
  )
    return null;
  let folded = foldKeepingLength(text.replace(/œ/giu, 'oe').replace(WHERE, 'lieu'))
    .replace(LIST_SIGN, '')
    .replace(/\((?:s|e|es|x|trice|rice)\)/g, '')
    .replace(/k?€/g, ' ')
    .replace(/(?<=\p{L})[·.•](?:e|es|s|ice|rice|trice|ne)(?:[·.•]?s)?(?!\p{L})/gu, '');
  if (HAS_EXPRESSION.test(folded)) for (const [pattern, word] of EXPRESSIONS) folded = folded.replace(pattern, word);
  if (/[.!?;«»"%=]\s*\S/.test(folded.replace(/\p{L}\./gu, ''))) return null;
  // A full stop closes a sentence; after a shortened word ("Indic.") it may stand in a label.
  if (/\p{L}{7,}\.\s*$/u.test(folded)) return null;
  const tokens = folded.match(/[\p{L}\p{N}]+/gu) ?? [];
  return tokens.length > 12 ? null : tokens;
}

function fieldLabel(tokens: readonly string[], key: string): Label | null {
  const heads: { head: Head; completes: boolean; word: string }[] = [];
  let tail: PlanField | null = null;
  let modified = false;
  for (const [index, token] of tokens.entries()) {
    const word = wordKey(token);
    const head = HEADS.get(word) ?? (MODIFIERS.has(word) ? undefined : HEADS.get(SHORTENED_HEADS.get(token) ?? ''));
    if (head) {
      heads.push({ head, completes: index > 0 && followsOf(tokens, index), word });
    } else if (!STOP_WORDS.has(token)) {
      const modifier = MODIFIERS.has(word) ? word : SHORTENED_MODIFIERS.get(token);
      const field = modifier === undefined ? undefined : MODIFIERS.get(modifier);
      if (field === undefined) return null;
      tail ??= field;
      modified = true;
    }
  }
  if (heads.length === 0) return modified ? { kind: 'tail', field: tail } : null;
  return { kind: 'field', ...chosenField(heads), key };
}

function chosenField(heads: readonly { head: Head; completes: boolean; word: string }[]) {
  const [first] = heads;
  const asksForMore = first?.word === 'modalite' && heads.length > 1;
  const standing = heads.filter(
    ({ head, completes }, index) =>
      !(index === 0 && asksForMore) && (!completes || asksForMore || afterContext(heads, index, head)),
  );
  const kept = standing.length > 0 ? standing : heads;
  const main = (kept[0] ?? heads[0])?.head ?? { field: 'context', weight: 'plain' };
  const weight = kept.some(({ head }) => head.field === main.field && head.weight === 'strong')
    ? 'strong'
    : main.weight;
  const merged = [...new Set(kept.map(({ head }) => head.field))].filter((field) => field !== main.field);
  return { field: main.field, weight, merged };
}

/** "Contexte de Description": two cells merged, not the context of a description. */
function afterContext(heads: readonly { head: Head }[], index: number, head: Head): boolean {
  return head.field === 'description' && head.weight === 'strong' && heads[index - 1]?.head.field === 'context';
}

function followsOf(tokens: readonly string[], index: number): boolean {
  const before = tokens[index - 1] ?? '';
  const earlier = tokens[index - 2] ?? '';
  return /^(?:de|des|du|d)$/.test(before) || (/^(?:la|l|le|les)$/.test(before) && /^(?:de|d)$/.test(earlier));
}
