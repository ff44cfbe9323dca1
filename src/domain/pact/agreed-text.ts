/**
 * An agreed text: everything a signed pact says, frozen when both sides agree and before anybody signs.
 *
 * It never changes. Who signed it is kept beside it (../signature), so that one signature more does not make another
 * text; its bytes, as canonical JSON in UTF-8, are what the hash of a pact is the hash of. A change later is another
 * agreed text that points to this one: an addendum.
 */
import { canonicalJson } from '../shared/canonical-json.ts';
import type { PlaceCode } from '../shared/place.ts';
import type { Term } from './term.ts';

export const AGREED_TEXT_FORMAT = 'parole-tenue/agreed-text/1';

export type AgreedText = {
  readonly format: typeof AGREED_TEXT_FORMAT;
  /** Ten characters, shown and typed: see ./short-code.ts. */
  readonly code: string;
  readonly edition: { readonly id: string; readonly title: string };
  readonly place: PlaceCode & { readonly name: string };
  readonly term: Term;
  /** YYYY-MM-DD, the day at the place. */
  readonly frozenOn: string;
  readonly carrier: Carrier;
  readonly counterpart: Counterpart;
  /** In the edition's order; those that neither side spoke of are left out. */
  readonly principles: readonly AgreedPrinciple[];
  /** By number; measures that nothing was agreed of are left out. */
  readonly measures: readonly AgreedMeasure[];
  readonly localMeasures: readonly AgreedLocalMeasure[];
  /** The text that this one completes or changes; null: a first text. */
  readonly addendumTo: { readonly code: string; readonly sha256: string } | null;
};

/** Who asks: the charter says which. */
export type Carrier =
  | { readonly kind: 'collective'; readonly collective: number; readonly name: string }
  | { readonly kind: 'organisation'; readonly collective: number; readonly name: string };

/** Who promises. A council promises after the election, by a vote. */
export type Counterpart =
  | {
      readonly kind: 'list';
      readonly list: number;
      readonly name: string;
      readonly leader: string | null;
      readonly election: string;
    }
  | { readonly kind: 'council'; readonly name: string };

export type AgreedStance =
  | { readonly kind: 'accepted' }
  /** Not promised, and said so. */
  | { readonly kind: 'refused' }
  /** A clause of a level otherwise taken. */
  | { readonly kind: 'excepted' }
  | { readonly kind: 'delegated'; readonly body: string; readonly siren: string | null };

export type AgreedPrinciple = {
  readonly letter: string;
  readonly title: string;
  readonly text: string;
  readonly stance: AgreedStance;
  readonly observation: string | null;
};

export type AgreedMeasure = {
  readonly number: number;
  readonly title: string;
  /** For a measure promised without a level. Null: it has levels. */
  readonly stance: AgreedStance | null;
  readonly levels: readonly AgreedLevel[];
  /** The list's own words on the measure. */
  readonly observation: string | null;
};

export type AgreedLevel = {
  /** 1 to 3. */
  readonly level: number;
  readonly label: string | null;
  readonly clauses: readonly AgreedClause[];
};

export type AgreedClause = {
  readonly clause: number;
  readonly stance: AgreedStance;
  /** The edition's words. */
  readonly reference: string;
  /** The words agreed; the same as `reference` unless both sides changed them. */
  readonly text: string;
  readonly observation: string | null;
};

/** Promised beyond the charter. Unlike a clause it has no words to be compared with. */
export type AgreedLocalMeasure = {
  /** From 1, the pact's own. */
  readonly number: number;
  readonly text: string;
  readonly stance: AgreedStance;
  readonly relatedMeasures: readonly number[];
  readonly observation: string | null;
};

/** The bytes that are hashed: keys sorted, no space, UTF-8. The same text gives the same bytes for ever. */
export function canonicalBytes(text: AgreedText): Uint8Array {
  return new TextEncoder().encode(canonicalJson(text));
}
