/**
 * What signing does in its own time. Every few seconds it seals what everybody signed, which is also how a seal that was cut
 * short is taken up again; every quarter of an hour it reminds, tells what is over and forgets addresses. Two servers on one
 * database may both do it.
 */
import type { Runtime } from '../runtime.ts';
import { sealMachine } from '../seal/seal-machine.ts';
import { storesOn } from '../stores.ts';
import { startRounds, type JobOptions, type Rounds } from './rounds.ts';
import {
  forgetSignatoryAddresses,
  remindSignatories,
  sealWaiting,
  tellExpired,
} from '#use-cases/signature/signing-rounds.ts';

const SEAL_SECONDS = 5;
const QUARTER_OF_AN_HOUR = 15 * 60;

/** The first round begins at once, the slow part included. */
export function startSigningRounds(
  runtime: Runtime,
  { onFailure, everyMilliseconds = SEAL_SECONDS * 1000 }: JobOptions,
): Rounds {
  return startRounds(
    ({ number }) => signingRound(runtime, { onFailure, slow: number % (QUARTER_OF_AN_HOUR / SEAL_SECONDS) === 0 }),
    { onFailure, everyMilliseconds },
  );
}

async function signingRound(
  runtime: Runtime,
  { onFailure, slow }: { readonly onFailure: (error: unknown) => void; readonly slow: boolean },
): Promise<void> {
  const stores = storesOn(runtime.db);
  const now = new Date();
  // A seal is a proof: nothing of a made-up country is given one.
  if (!runtime.synthetic) await sealWaiting(stores, job('seal-texts'), { now, seal: sealMachine(runtime), onFailure });
  if (!slow) return;
  await remindSignatories(stores, job('remind-signatories'), now);
  await tellExpired(stores, job('tell-expired'), now);
  await forgetSignatoryAddresses(stores, job('forget-signatories'), now);
}

function job(name: string) {
  return { kind: 'job', name } as const;
}
