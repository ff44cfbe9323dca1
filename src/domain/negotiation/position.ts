/**
 * What a side says of an item, and when two sides say the same.
 *
 * Words are compared as people read them (../pact/same-words.ts), line breaks apart. Nobody's words are corrected: what is kept is what was typed, with its runs of spaces made one.
 */
import type { AgreedStance } from '../pact/agreed-text.ts';
import { sameWords } from '../pact/same-words.ts';
import { accept, refuse, type Result } from '../shared/result.ts';

export type Position = {
  /** Null: a remark on a measure as a whole, which promises nothing. */
  readonly stance: AgreedStance | null;
  /** Other words than the reference, for what is accepted or left to another body; null: the reference as it stands. */
  readonly wording: string | null;
  /** The side's own words beside its answer. Those of the counterpart become part of the text. */
  readonly observation: string | null;
};

/** Why a position cannot be kept. `limit` in UTF-16 code units. */
export type PositionRefusal =
  | { readonly kind: 'words-too-long'; readonly field: 'wording' | 'observation' | 'body'; readonly limit: number }
  | { readonly kind: 'words-unreadable'; readonly field: 'wording' | 'observation' | 'body' }
  | { readonly kind: 'body-missing' }
  | { readonly kind: 'siren-wrong' };

export const WORDING_LIMIT = 4000;
export const OBSERVATION_LIMIT = 4000;
export const BODY_LIMIT = 200;

/** A position fit to be kept. `reference`: the words it is compared with; null when there are none (a remark). */
export function checkPosition(
  position: Position,
  { reference }: { readonly reference: string | null },
): Result<Position, PositionRefusal> {
  const wording = tidyWords(position.wording ?? '');
  const observation = tidyParagraphs(position.observation ?? '');
  const stance = position.stance?.kind === 'delegated' ? tidyDelegated(position.stance) : position.stance;
  const body = stance?.kind === 'delegated' ? stance.body : '';
  for (const [field, text, limit] of [
    ['wording', wording, WORDING_LIMIT],
    ['observation', observation, OBSERVATION_LIMIT],
    ['body', body, BODY_LIMIT],
  ] as const) {
    if (text.length > limit) return refuse({ kind: 'words-too-long', field, limit });
    if (!isReadable(text)) return refuse({ kind: 'words-unreadable', field });
  }
  if (stance?.kind === 'delegated') {
    if (stance.body === '') return refuse({ kind: 'body-missing' });
    if (stance.siren !== null && !/^\d{9}$/.test(stance.siren)) return refuse({ kind: 'siren-wrong' });
  }
  const reworded = stance?.kind === 'accepted' || stance?.kind === 'delegated';
  const same = reference !== null && sameText(wording, reference);
  return accept({
    stance,
    wording: !reworded || wording === '' || same ? null : wording,
    observation: observation === '' ? null : observation,
  });
}

/** Both say the same: the same stance, the same words. Observations are each side's own. */
export function samePosition(one: Position, other: Position): boolean {
  return sameStance(one.stance, other.stance) && sameWording(one.wording, other.wording);
}

export function sameStance(one: AgreedStance | null, other: AgreedStance | null): boolean {
  if (one === null || other === null) return one === other;
  if (one.kind !== 'delegated' || other.kind !== 'delegated') return one.kind === other.kind;
  return sameText(one.body, other.body) && one.siren === other.siren;
}

function sameWording(one: string | null, other: string | null): boolean {
  if (one === null || other === null) return one === other;
  return sameText(one, other);
}

/** Of one paragraph: line breaks do not count either. */
function sameText(one: string, other: string): boolean {
  return sameWords(tidyWords(one), tidyWords(other));
}

/** One paragraph: every run of spaces and line breaks is one space, none at the ends. Letters are composed (NFC). */
export function tidyWords(text: string): string {
  return visible(text).replace(/\s+/g, ' ').trim();
}

/** Paragraphs stay; spaces at the ends of lines and more than one empty line do not. */
export function tidyParagraphs(text: string): string {
  return visible(text)
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.replace(/[^\S\n]+/g, ' ').trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Without the signs that nobody sees and that turn or hide the words around them: they are no words. */
function visible(text: string): string {
  return text.normalize('NFC').replace(/[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g, '');
}

function tidyDelegated(stance: Extract<AgreedStance, { kind: 'delegated' }>): AgreedStance {
  const siren = stance.siren?.replace(/\s+/g, '') ?? '';
  return { kind: 'delegated', body: tidyWords(stance.body), siren: siren === '' ? null : siren };
}

/** Letters cut in two and control characters cannot be shown, nor set in a PDF. */
function isReadable(text: string): boolean {
  return text.isWellFormed() && !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(text);
}
