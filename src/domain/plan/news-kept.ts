/** Askings, links and news of actions as they are kept. The rules on them are in ./action-news.ts. */
import type { PlaceCode } from '../shared/place.ts';
import type { NewsKind, Rhythm } from './action-news.ts';
import type { ActionStatus } from './action-sheet.ts';

export type NewsSetting = { readonly everyMonths: Rhythm; readonly atOnce: boolean };

/** Somebody of the directory, as asking them goes. */
export type Lead = {
  readonly entry: number;
  readonly name: string;
  readonly place: PlaceCode;
  readonly placeName: string;
  readonly email: string | null;
  readonly leftOn: string | null;
  /** The last mail that asked them anything; null: none did. */
  readonly mailedAt: Date | null;
};

export type LeadAction = {
  readonly id: number;
  readonly plan: number;
  readonly planTitle: string;
  readonly number: string;
  readonly title: string;
  readonly status: ActionStatus | null;
  readonly blocked: { readonly why: string; readonly unblocks: string } | null;
  readonly version: number;
  readonly newsAt: Date | null;
  /** The oldest asking that waits for an answer; null: none does. */
  readonly askedAt: Date | null;
  /** When they themselves last said anything of it; null: they never did. */
  readonly saidAt: Date | null;
  /** They said that it is no longer theirs. */
  readonly declined: boolean;
};

export type SaidNews = {
  readonly id: number;
  readonly action: number;
  /** By whose link; null: somebody of the town hall, signed in. */
  readonly entry: number | null;
  readonly by: string | null;
  readonly at: Date;
  readonly kind: NewsKind;
  readonly status: ActionStatus | null;
  readonly words: string;
  readonly document: { readonly sha256: string; readonly filename: string; readonly photo: boolean } | null;
  readonly publishedAt: Date | null;
  readonly hiddenAt: Date | null;
};

export type NewNews = {
  readonly action: number;
  readonly entry: number | null;
  readonly at: Date;
  readonly kind: NewsKind;
  readonly status: ActionStatus | null;
  readonly words: string;
  readonly document: number | null;
  readonly photo: boolean;
  readonly sending: string;
};

export type OpenRequest = {
  readonly id: number;
  readonly plan: number;
  readonly entry: number;
  readonly words: string;
  readonly askedBy: string | null;
  readonly mails: number;
  readonly mailedAt: Date;
  /** Not answered yet, not removed, still led by them. */
  readonly actions: readonly number[];
};

export type NewRequest = {
  readonly plan: number;
  readonly entry: number;
  readonly actions: readonly number[];
  readonly words: string;
  /** An account; null: its time had come. */
  readonly by: string | null;
  readonly at: Date;
};

export type NewNewsLink = {
  readonly entry: number;
  readonly email: string;
  readonly at: Date;
  readonly expiresAt: Date;
};

export type FoundNewsLink = {
  readonly entry: number;
  readonly expiresAt: Date;
  readonly ended: boolean;
  /** It went to the address that the lead has now. */
  readonly current: boolean;
};
