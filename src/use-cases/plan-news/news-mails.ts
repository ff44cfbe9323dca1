/** The mails about news of actions. `path` values are paths of this site. */
export type NewsMail =
  /** To a lead: all their actions in one mail. */
  | {
      readonly kind: 'news-asked';
      /** Their number in the directory: what waits to go to them is found by it. */
      readonly lead: number;
      readonly why: 'asked' | 'reminder' | 'its-time';
      readonly place: string;
      readonly ofGrouping: boolean;
      readonly name: string;
      readonly actions: readonly string[];
      /** In the words of who asks; empty: none. */
      readonly words: string;
      readonly link: string;
      /** The last day on which it opens, YYYY-MM-DD. */
      readonly until: string;
    }
  /** To who asked (`asked`); when nobody of the town hall did, to its agents. */
  | {
      readonly kind: 'news-not-mine';
      readonly asked: boolean;
      readonly place: string;
      readonly name: string;
      readonly actions: readonly string[];
      readonly words: string;
      readonly path: string;
    };
