/**
 * What is over is counted, once: by the team when they have looked at what came last, or by itself some days later. It is
 * counted twice, before and after the ballots are written without anybody; the result is frozen under its hash.
 */
import { createHash } from 'node:crypto';
import type { Actor } from '#domain/access/gate.ts';
import { burstsOf } from '#domain/consultation/bursts.ts';
import { DAYS_TO_LOOK, phaseOf } from '#domain/consultation/consultation.ts';
import { canonicalBallots, countVotes, type FrozenCount } from '#domain/consultation/count.ts';
import { canonicalJson } from '#domain/shared/canonical-json.ts';
import { accept, type Result } from '#domain/shared/result.ts';
import type { Stores } from '../stores.ts';
import { enterConsultation, recordConsultation, type CannotEnterConsultation } from './enter-consultation.ts';

/** Says the hash. */
export async function countConsultation(
  stores: Stores,
  actor: Actor,
  { consultation: id }: { readonly consultation: number },
  now: Date,
): Promise<Result<{ readonly sha256: string }, CannotEnterConsultation>> {
  return await stores.together<{ sha256: string }, CannotEnterConsultation>(async (all) => {
    const act = 'count-consultation';
    const entered = await enterConsultation(all, actor, { act, consultation: id, hold: 'alone' }, now);
    if (!entered.ok) return entered;
    const { consultation } = entered.value;
    const bursts = burstsOf(await all.consultations.confirmed(id));
    const { ballots, turnout } = await all.consultations.ballots(
      id,
      bursts.flatMap(({ participations }) => participations),
    );
    const objects = (await all.consultations.measures(id)).map((measure) => `m${measure.id}`);
    const frozen: FrozenCount = {
      format: 'consultation-1',
      consultation: id,
      opensAt: consultation.opensAt.toISOString(),
      closesAt: consultation.closesAt.toISOString(),
      turnout,
      ballotsSha256: sha256Of(canonicalBallots(ballots)),
      ...countVotes(ballots, objects),
    };
    const sha256 = sha256Of(canonicalJson(frozen));
    await all.consultations.keepCount(id, { frozen, sha256, ballots, at: now });
    const again = await all.consultations.published(id);
    const same =
      canonicalJson({ ...countVotes(again, objects) }) === canonicalJson({ ...countVotes(ballots, objects) });
    if (!same || sha256Of(canonicalBallots(again)) !== frozen.ballotsSha256)
      throw new Error(`consultation ${id}: counted twice, not alike`);
    const says = { sha256, ballots: frozen.ballots, ...turnout };
    await recordConsultation(all, entered.value, { act, actor, says, at: now });
    return accept({ sha256 });
  });
}

/** Those that closed long enough ago. Says how many were counted. */
export async function countConsultations(
  stores: Stores,
  actor: Actor,
  now: Date,
): Promise<Result<number, CannotEnterConsultation>> {
  let counted = 0;
  for (const consultation of await stores.consultations.toCount(new Date(now.getTime() - DAYS_TO_LOOK * DAY))) {
    const one = await countConsultation(stores, actor, { consultation }, now);
    if (one.ok) counted += 1;
    // Counted or cancelled by somebody else meanwhile.
    else if (await isOver(stores, consultation, now)) continue;
    else return one;
  }
  return accept(counted);
}

async function isOver(stores: Stores, id: number, now: Date): Promise<boolean> {
  const found = await stores.consultations.find(id);
  return found === null || phaseOf(found, now) !== 'consultation-closed';
}

function sha256Of(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

const DAY = 86_400_000;
