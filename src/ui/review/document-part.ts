/** One leaf of the document as a page shows it: pieces of text, and the name of each proposal where it begins. */
import type { ReviewState } from '#ui/messages/lire-review.fr.ts';
import type { Span } from '#reading/contract.ts';
import { leafAt, leavesOf } from './leaves.ts';
import { markedText, type Passages } from './marked-text.ts';
import { nearPassage } from './near-passage.ts';
import type { ProposalRow } from './rows.ts';

export type PieceState = 'plain' | 'found' | 'waiting' | 'unread';

export type Tag = {
  readonly id: string;
  readonly short: string;
  readonly state: ReviewState | 'unread';
  readonly stateWord: string;
};

export type Piece = {
  readonly text: string;
  readonly state: PieceState;
  readonly proposals: readonly string[];
  readonly tags: readonly Tag[];
  /** Only the first piece of the proposal that is open has one. */
  readonly anchor: string | undefined;
  /** Not near the open proposal. */
  readonly far: boolean;
};

export type DocumentPart = {
  readonly pieces: readonly Piece[];
  /** Shown as a whole wherever it stands: asked for by its number, or no proposal is open. */
  readonly whole: boolean;
  /** From 1. */
  readonly number: number;
  readonly leaves: number;
  readonly previous: string | null;
  readonly next: string | null;
  /** Addresses of the other leaves where the open proposal has passages. */
  readonly elsewhere: readonly { readonly number: number; readonly href: string }[];
};

type Wanted = {
  readonly rows: readonly ProposalRow[];
  readonly passages: readonly Passages[];
  /** The open proposal; null when none is. */
  readonly current: string | null;
  /** Leaf asked for in the address, from 1; null: where the open proposal begins. */
  readonly leaf: number | null;
  /** Address of the page, without query. */
  readonly address: string;
};

/** A passage belongs to the document: id of the element that holds it. */
export const PASSAGE_ANCHOR = 'passage';

export function documentPart(text: string, { rows, passages, current, leaf, address }: Wanted): DocumentPart {
  const leaves = leavesOf(text);
  const own = passages.find(({ id }) => id === current)?.spans ?? [];
  const home = fullestLeaf(leaves, own);
  const shown =
    leaf === null ? (own.length === 0 ? 0 : home) : Math.min(Math.max(leaf - 1, 0), Math.max(leaves.length - 1, 0));
  const part = leaves[shown] ?? { start: 0, end: 0 };
  const byId = new Map(rows.map((row) => [row.id, row]));
  let anchored = false;
  const pieces = markedText(text, part, passages).map((piece) => {
    const here: boolean = current !== null && piece.proposals.includes(current);
    const anchor: string | undefined = here && !anchored ? PASSAGE_ANCHOR : undefined;
    anchored ||= here;
    return {
      text: piece.text,
      proposals: piece.proposals,
      state: stateOfPiece(piece.proposals, byId),
      tags: piece.begins.flatMap((id) => tagOf(byId.get(id))),
      anchor,
    };
  });
  const to = (index: number): string => `${address}?partie=${index + 1}#document`;
  const others = [...new Set(own.map(({ start }) => leafAt(leaves, start)))].filter((index) => index !== shown);
  return {
    pieces: nearPassage(pieces, ({ proposals }) => current !== null && proposals.includes(current)),
    whole: current === null || leaf !== null,
    number: shown + 1,
    leaves: leaves.length,
    previous: shown > 0 ? to(shown - 1) : null,
    next: shown < leaves.length - 1 ? to(shown + 1) : null,
    elsewhere: others.map((index) => ({ number: index + 1, href: to(index) })),
  };
}

/** Where most of a proposal stands: a line of a table of contents is not where one reads it. */
function fullestLeaf(leaves: readonly Span[], spans: readonly Span[]): number {
  const characters = new Map<number, number>();
  for (const { start, end } of spans) {
    const index = leafAt(leaves, start);
    characters.set(index, (characters.get(index) ?? 0) + end - start);
  }
  const [first] = [...characters].toSorted(([, one], [, other]) => other - one);
  return first?.[0] ?? 0;
}

/** `?partie=3` is 3; null for anything else. */
export function leafIn(url: URL): number | null {
  const digits = /^[1-9]\d{0,4}$/.exec(url.searchParams.get('partie') ?? '')?.[0];
  return digits === undefined ? null : Number(digits);
}

function stateOfPiece(ids: readonly string[], rows: ReadonlyMap<string, ProposalRow>): PieceState {
  const found = ids.flatMap((id) => rows.get(id) ?? []);
  if (found.length === 0) return 'plain';
  if (found.some(({ state }) => state === 'waiting')) return 'waiting';
  return found.every(({ kind, state }) => kind === 'unread' && state === 'read') ? 'unread' : 'found';
}

function tagOf(row: ProposalRow | undefined): readonly Tag[] {
  if (row === undefined) return [];
  const state = row.kind === 'unread' && row.state === 'read' ? 'unread' : row.state;
  return [{ id: row.id, short: row.short, state, stateWord: row.stateWord }];
}
