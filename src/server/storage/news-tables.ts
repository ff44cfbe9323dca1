/** The tables of askings, links and news of actions. Their rules: migrations/0057-news-of-actions.sql. */
import type { Generated } from 'kysely';
import type { NewsKind, Rhythm } from '#domain/plan/action-news.ts';
import type { ActionStatus } from '#domain/plan/action-sheet.ts';

export type NewsTables = {
  planNewsSetting: { planId: number; everyMonths: Rhythm; atOnce: boolean; changedAt: Date; changedBy: string };
  newsRequest: {
    id: Generated<number>;
    planId: number;
    entryId: number;
    words: string;
    askedAt: Date;
    askedBy: string | null;
    mailedAt: Date;
    mails: Generated<number>;
    closedAt: Date | null;
  };
  newsRequestAction: { requestId: number; actionId: number; answeredAt: Date | null };
  newsLink: {
    tokenHash: string;
    entryId: number;
    addressDigest: string;
    madeAt: Date;
    expiresAt: Date;
    endedAt: Date | null;
  };
  actionNews: {
    id: Generated<number>;
    actionId: number;
    entryId: number | null;
    saidAt: Date;
    kind: NewsKind;
    status: ActionStatus | null;
    words: string;
    documentId: number | null;
    isPhoto: boolean;
    sending: string;
    publishedAt: Date | null;
    hiddenAt: Date | null;
  };
};
