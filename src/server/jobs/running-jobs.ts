/** The jobs of the running server, in one list: a new one is one line here. Two servers on one database may both run them. */
import { startUpNotices } from '#ui/messages/start-up.fr.ts';
import { startReadingEntries } from '../bulk-entry/read-entries.ts';
import type { Runtime } from '../runtime.ts';
import { startMakingDumps } from './make-dumps.ts';
import { startDelivering } from './deliver-mails.ts';
import { startForgetting } from './forget-expired-drafts.ts';
import { startRemindingDeadlines } from './remind-deadlines.ts';
import { startRemindingLeads } from './remind-leads.ts';
import type { JobOptions, Rounds } from './rounds.ts';
import { startSigningRounds } from './signing-rounds.ts';
import { startTellingUnanswered } from './tell-unanswered.ts';
import { startTendingConsultations } from './tend-consultations.ts';
import { startTendingCollectives } from './tend-collectives.ts';

type Job = {
  readonly start: (runtime: Runtime, options: JobOptions) => Rounds;
  /** Told when a round failed. */
  readonly failed: string;
};

const JOBS: readonly Job[] = [
  { start: startForgetting, failed: startUpNotices.forgettingFailed },
  { start: startDelivering, failed: startUpNotices.deliveryFailed },
  { start: startSigningRounds, failed: startUpNotices.signingFailed },
  { start: startRemindingDeadlines, failed: startUpNotices.remindingFailed },
  { start: startTellingUnanswered, failed: startUpNotices.tellingFailed },
  { start: startTendingCollectives, failed: startUpNotices.tendingFailed },
  { start: startTendingConsultations, failed: startUpNotices.countingFailed },
  { start: startRemindingLeads, failed: startUpNotices.remindingLeadsFailed },
  { start: startMakingDumps, failed: startUpNotices.dumpFailed },
  { start: startReadingEntries, failed: startUpNotices.entriesFailed },
];

/** Starts them all; `runtime.config.port` is the one listened on. Stopping waits for every round that is under way. */
export function startJobs(runtime: Runtime, complain: (line: string, error: unknown) => void): Rounds {
  const running = JOBS.map(({ start, failed }) => start(runtime, { onFailure: (error) => complain(failed, error) }));
  return {
    stop: async () => {
      await Promise.all(running.map(({ stop }) => stop()));
    },
  };
}
