/** A promise as a town hall's plan meets it: once for a place, whoever signed it there. */
import type { Edition } from '../charter/edition.ts';
import type { CommitmentKey } from '../follow-up/commitment-key.ts';
import type { SignedLevel } from '../pact/commitment.ts';
import type { Stance } from '../pact/stance.ts';

export type PromiseSigned = {
  readonly pact: number;
  /** Null: a council signed, or the document does not name the list. */
  readonly listName: string | null;
  readonly leader: string | null;
  readonly signedOn: string | null;
  readonly termFrom: number;
  /** Whether its list governs, or nobody said what became of it. */
  readonly inOffice: boolean;
  readonly stance: Stance;
  /** Of a measure; empty otherwise. */
  readonly levels: readonly SignedLevel[];
};

export type PlacePromise = {
  readonly edition: string;
  readonly item: string;
  readonly key: CommitmentKey;
  /** Of a local commitment: its words. */
  readonly local: string | null;
  /** At least one; the latest term first. */
  readonly signed: readonly PromiseSigned[];
};

/** Kept and compared by its edition and item. */
export function promiseKey({ edition, item }: Pick<PlacePromise, 'edition' | 'item'>): string {
  return `${edition} ${item}`;
}

/** A part of a promise as one would write it in a plan: what was taken of a level. */
export type PromisedPart = { readonly level: number | null; readonly lines: readonly string[] };

/** What a promise is called, and its words as taken: of the latest signature that took something. */
export type PromiseWords = { readonly title: string; readonly parts: readonly PromisedPart[] };

export function promiseWords(promise: PlacePromise, edition: Edition | null): PromiseWords {
  const { key } = promise;
  switch (key.kind) {
    case 'local':
      return { title: promise.local ?? '', parts: [] };
    case 'principle': {
      const principle = edition?.principles.find(({ letter }) => letter === key.letter);
      const text = principle?.text ?? '';
      return { title: principle?.title ?? '', parts: text === '' ? [] : [{ level: null, lines: [text] }] };
    }
    case 'measure': {
      const measure = edition?.measures.find(({ number }) => number === key.measure);
      const [signed] = promise.signed;
      return {
        title: measure?.title ?? '',
        parts: (signed?.levels ?? []).filter(isTaken).map((level) => ({
          level: level.level,
          lines: linesOf(level, measure?.levels.find((one) => one.level === level.level)?.clauses ?? []),
        })),
      };
    }
  }
}

/** The list's own words where it changed those of the charter; without what it refused or left out. */
function linesOf(
  level: SignedLevel,
  clauses: readonly { readonly clause: number; readonly text: string }[],
): readonly string[] {
  if (level.clauses.length === 0) return clauses.map(({ text }) => text);
  return level.clauses.flatMap((signed) => {
    if (!isTaken(signed) || signed.wording === 'omitted') return [];
    const own = signed.quotations.map(({ text }) => text).join(' ');
    if (signed.wording === 'amended' && own !== '') return [own];
    return clauses.filter(({ clause }) => clause === signed.clause).map(({ text }) => text);
  });
}

function isTaken({ stance }: { readonly stance: Stance }): boolean {
  return stance === 'accepted' || stance === 'partial';
}
