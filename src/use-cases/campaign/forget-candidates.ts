/**
 * Names of candidates are kept for one purpose: to know who may not join a collective. They are forgotten a year after the last
 * round on lists that won no seat, and at the end of the mandate on all; heads of list stay, public by their place.
 */
import { pass, type Actor, type NotAllowed } from '#domain/access/gate.ts';
import { endOfMandate, lastDay } from '#domain/campaign/election.ts';
import { accept, type Result } from '#domain/shared/result.ts';
import type { Stores } from '../stores.ts';
import { signerOf } from './find-request.ts';

/** `today`: YYYY-MM-DD. Says how many names were forgotten; twice a day does nothing more. */
export async function forgetCandidates(
  stores: Stores,
  actor: Actor,
  { today }: { readonly today: string },
  now: Date,
): Promise<Result<{ readonly names: number }, NotAllowed>> {
  const passed = pass(actor, { act: 'forget-candidates', state: 'none' });
  if (!passed.ok) return passed;
  return await stores.together(async (all): Promise<Result<{ names: number }, NotAllowed>> => {
    const elections = await all.campaign.elections();
    const general = elections.filter(({ kind }) => kind === 'general');
    const over = elections.filter((election) => {
      const { on } = endOfMandate(election, general);
      return on !== null && on < today;
    });
    const yearOld = elections.filter((election) => {
      const day = lastDay(election);
      return day !== null && yearAfter(day) <= today;
    });
    const names =
      (await all.campaign.forgetCandidates({ elections: over.map(({ id }) => id), keepSeated: false })) +
      (await all.campaign.forgetCandidates({ elections: yearOld.map(({ id }) => id), keepSeated: true }));
    if (names > 0) {
      for (const { id } of new Set([...over, ...yearOld])) {
        await all.journal.append({
          at: now,
          act: 'forget-candidates',
          actor: passed.value,
          subject: { kind: 'election', id },
          says: { by: signerOf(actor) },
        });
      }
    }
    return accept({ names });
  });
}

/** The 29th of February has no day a year later: the text compares all the same. */
function yearAfter(day: string): string {
  return `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;
}
