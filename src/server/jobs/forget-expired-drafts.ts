/**
 * Every hour, forgets the drafts whose 30 days are over, then the codes, sessions and mails that are. Two servers on one database may both do it.
 */
import { localDay } from '#domain/shared/local-day.ts';
import { forgetCandidates } from '#use-cases/campaign/forget-candidates.ts';
import { forgetEntries } from '#use-cases/bulk-entry/forget-entries.ts';
import { forgetExpiredDrafts, type Forgotten } from '#use-cases/drafts/forget-drafts.ts';
import type { Db } from '../storage/connection.ts';
import { forgetFormFiles } from '../storage/form-files.ts';
import { forgetListFiles } from '../storage/list-files.ts';
import { forgetOver } from '../storage/over.ts';
import { storesOn } from '../stores.ts';
import { startRounds, type JobOptions, type Rounds } from './rounds.ts';

const HOUR = 3_600_000;

/** The first round begins at once. */
export function startForgetting(
  { db }: { readonly db: Db },
  { onFailure, everyMilliseconds = HOUR }: JobOptions,
): Rounds {
  return startRounds(() => forgetNow(db), { onFailure, everyMilliseconds });
}

/** Candidates whose names serve no more, and files of lists that nobody wrote. */
async function forgetNames(db: Db): Promise<void> {
  const now = new Date();
  await forgetListFiles(db, now);
  await storesOn(db).planImports.forget(now);
  await forgetCandidates(storesOn(db), { kind: 'job', name: 'forget-expired' }, { today: localDay(now, '75') }, now);
}

async function forgetNow(db: Db): Promise<Forgotten> {
  // First: the drafts of a bulk entry go with it.
  await forgetEntries(storesOn(db), { kind: 'job', name: 'forget-expired' }, new Date());
  const forgotten = await forgetExpiredDrafts(storesOn(db), { kind: 'job', name: 'forget-expired' }, {}, new Date());
  if (!forgotten.ok) throw new Error(`forgetting was refused: ${forgotten.refusal.kind}`);
  await forgetOver(db, new Date());
  await forgetFormFiles(db, new Date());
  await forgetNames(db);
  return forgotten.value;
}
