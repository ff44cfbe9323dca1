/** What the acts on news need kept and found. */
import type { Rhythm } from '#domain/plan/action-news.ts';
import type {
  FoundNewsLink,
  Lead,
  LeadAction,
  NewNews,
  NewNewsLink,
  NewRequest,
  NewsSetting,
  OpenRequest,
  SaidNews,
} from '#domain/plan/news-kept.ts';

export type NewsStore = {
  setting(plan: number): Promise<NewsSetting>;
  set(plan: number, setting: NewsSetting & { readonly by: string; readonly at: Date }): Promise<void>;
  /** Those who lead an action of this plan. */
  leads(plan: number): Promise<readonly Lead[]>;
  /** Null: there is none. One who was merged into another is that other. */
  lead(entry: number): Promise<Lead | null>;
  /**
   * What each of them leads in plans that are not put away, those that wait for news first; removed actions are not there. One
   * query, however many they are.
   */
  actionsOf(entries: readonly number[]): Promise<ReadonlyMap<number, readonly LeadAction[]>>;

  ask(request: NewRequest): Promise<number>;
  /** Of all plans; `entry`: of one lead. Nobody else takes them before the end of the transaction. */
  openRequests(of: { readonly entry?: number; readonly mailedBefore?: Date }): Promise<readonly OpenRequest[]>;
  mailed(requests: readonly number[], at: Date): Promise<void>;
  close(requests: readonly number[], at: Date): Promise<void>;
  /** Closes the askings that nothing of waits for an answer any more. */
  answered(of: { readonly entry: number; readonly actions: readonly number[] }, at: Date): Promise<void>;
  /** Plans that ask by themselves, with their rhythm. */
  rhythms(): Promise<readonly { readonly plan: number; readonly everyMonths: Rhythm }[]>;

  /** 256 bits, fit for an address. Opens nothing any more once the address of the lead is another. */
  makeLink(link: NewNewsLink): Promise<string>;
  byLink(token: string): Promise<FoundNewsLink | null>;
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
  /** What the next version of the plan would show to everybody, oldest first. */
  awaiting(plan: number): Promise<readonly SaidNews[]>;
  /** Looked up through its plan; null: it has no such news. */
  find(wanted: { readonly plan: number; readonly id: number }): Promise<SaidNews | null>;
  /** Null: no more; it waits for the next version again. */
  keepInside(news: number, at: Date | null): Promise<void>;
  /** Of an action that everybody sees: at once. */
  publishAtOnce(news: number, at: Date): Promise<void>;
};
