/** The mails about what is said of promises. `path` values are paths of this site. */
import type { AssessmentStatus, Voice } from '#domain/follow-up/assessment.ts';

export type FollowUpMail =
  /** To those who may answer for the other side. One in some hours: the rest of the day is on the page. */
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
  /** To the national team. */
  | { readonly kind: 'remark-reported'; readonly place: string; readonly reason: string; readonly path: string }
  /** To the national team: a file that somebody's words rest on. */
  | { readonly kind: 'file-reported'; readonly place: string; readonly reason: string; readonly path: string }
  /** To who wrote it. */
  | { readonly kind: 'remark-hidden'; readonly place: string; readonly reason: string; readonly path: string };
