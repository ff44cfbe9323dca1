/** An item of a bulk entry with the names of the place and of the people, as its pages and its file show it. */
import type { PlaceCode } from '../shared/place.ts';
import type { ItemState, ShownState } from './entry-item.ts';
import type { LineProblem, SaidLine } from './entry-line.ts';
import type { EntryReason } from './kept-entry.ts';

export type ItemShown = {
  readonly id: number;
  readonly position: number;
  readonly line: number | null;
  readonly said: SaidLine;
  readonly problems: readonly LineProblem[];
  readonly filename: string | null;
  readonly place: (PlaceCode & { readonly name: string }) | null;
  readonly edition: string | null;
  readonly signedOn: string | null;
  readonly state: ItemState;
  readonly shown: ShownState;
  readonly why: EntryReason<unknown> | null;
  readonly draft: number | null;
  readonly pact: number | null;
  /** The last one, over or not: `shown` says whether it holds. */
  readonly claim: { readonly by: string; readonly name: string | null; readonly at: Date } | null;
  /** Who set it aside. */
  readonly asideBy: string | null;
};
