/** Askings, secret links and news of actions, kept. */
import type { NewsKind, Rhythm } from '#domain/plan/action-news.ts';
import type { ActionStatus } from '#domain/plan/action-sheet.ts';
import type { PlaceCode } from '#domain/shared/place.ts';

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
  /** Not answered yet, not removed, still led by them. */
  readonly actions: readonly number[];
};

export type NewsStore = {
  setting(plan: number): Promise<NewsSetting>;
  set(plan: number, setting: NewsSetting & { readonly by: string; readonly at: Date }): Promise<void>;
  /** Those who lead an action of this plan. */
  leads(plan: number): Promise<readonly Lead[]>;
  /** Null: there is none. One who was merged into another is that other. */
  lead(entry: number): Promise<Lead | null>;
  /** What they lead in plans that are not put away, those that wait for news first; removed actions are not there. */
  actionsOf(entry: number): Promise<readonly LeadAction[]>;

  ask(request: {
    readonly plan: number;
    readonly entry: number;
    readonly actions: readonly number[];
    readonly words: string;
    readonly by: string | null;
    readonly at: Date;
  }): Promise<number>;
  /** Of all plans; `entry`: of one lead. Nobody else takes them before the end of the transaction. */
  openRequests(of: { readonly entry?: number; readonly mailedBefore?: Date }): Promise<readonly OpenRequest[]>;
  mailed(requests: readonly number[], at: Date): Promise<void>;
  close(requests: readonly number[], at: Date): Promise<void>;
  /** Closes the askings that nothing of waits for an answer any more. */
  answered(of: { readonly entry: number; readonly actions: readonly number[] }, at: Date): Promise<void>;
  /** Plans that ask by themselves, with their rhythm. */
  rhythms(): Promise<readonly { readonly plan: number; readonly everyMonths: Rhythm }[]>;

  /** 256 bits, fit for an address. Opens nothing any more once the address of the lead is another. */
  makeLink(link: {
    readonly entry: number;
    readonly email: string;
    readonly at: Date;
    readonly expiresAt: Date;
  }): Promise<string>;
  byLink(token: string): Promise<{
    readonly entry: number;
    readonly expiresAt: Date;
    readonly ended: boolean;
    /** It went to the address that the lead has now. */
    readonly current: boolean;
  } | null>;
  endLinks(entry: number, at: Date): Promise<void>;
  forgetLinks(before: Date): Promise<number>;

  /** Null: this very form was sent already. */
  say(news: NewNews): Promise<number | null>;
  said(of: { readonly action: number; readonly sending: string }): Promise<boolean>;
  /** Somebody said how far it is, or that nothing changed. */
  refresh(action: number, at: Date): Promise<void>;
  /** Newest first. */
  ofPlan(plan: number, page: { readonly limit: number }): Promise<readonly SaidNews[]>;
  ofAction(action: number): Promise<readonly SaidNews[]>;
  /** Looked up through its plan; false: it has no such news. Seen now only if everybody sees the action. */
  show(news: {
    readonly plan: number;
    readonly id: number;
    readonly hidden: boolean;
    readonly at: Date;
  }): Promise<boolean>;
  /** Of an action that everybody sees: at once. */
  publishAtOnce(news: number, at: Date): Promise<void>;
};
