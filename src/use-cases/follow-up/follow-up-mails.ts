/** The mails about what is said of promises. `path` values are paths of this site. */
import type { AssessmentStatus, Voice } from '#domain/follow-up/assessment.ts';

export type FollowUpMail =
  /** To those who may answer for the other side. One in some hours: what is said meanwhile comes in the next. */
  | {
      readonly kind: 'right-of-reply';
      readonly voice: Voice;
      /** The collective, the list or the place that spoke. */
      readonly by: string;
      readonly place: string;
      readonly item: string;
      readonly status: AssessmentStatus;
      readonly path: string;
    }
  /** To the same, once these hours are over: what was said meanwhile and waits for their answer. */
  | {
      readonly kind: 'unanswered';
      readonly voice: Voice;
      /** Each collective, list or place that spoke. */
      readonly by: readonly string[];
      readonly place: string;
      readonly promises: number;
      readonly path: string;
    }
  /** To the national team. */
  | { readonly kind: 'remark-reported'; readonly place: string; readonly reason: string; readonly path: string }
  /** To the national team: a file that somebody's words rest on. */
  | { readonly kind: 'file-reported'; readonly place: string; readonly reason: string; readonly path: string }
  /** To who wrote it. */
  | { readonly kind: 'remark-hidden'; readonly place: string; readonly reason: string; readonly path: string };
