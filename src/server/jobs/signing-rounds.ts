/**
 * What signing does in its own time. Every few seconds it seals what everybody signed, which is also how a seal that was cut
 * short is taken up again; every quarter of an hour it reminds, tells what is over and forgets addresses. Two servers on one
 * database may both do it.
 */
import type { Runtime } from '../runtime.ts';
import { sealMachine } from '../seal/seal-machine.ts';
import { storesOn } from '../stores.ts';
import {
  forgetSignatoryAddresses,
  remindSignatories,
  sealWaiting,
  tellExpired,
} from '#use-cases/signature/signing-rounds.ts';

const SEAL_SECONDS = 5;
const QUARTER_OF_AN_HOUR = 15 * 60;

export type SigningRounds = {
  /** Waits for a round that is under way. */
  readonly stop: () => Promise<void>;
};

export type SigningRoundsOptions = {
  /** A round that failed, the database away for example: the next one follows. */
  readonly onFailure: (error: unknown) => void;
  readonly everyMilliseconds?: number;
};

/** The first round begins at once. */
export function startSigningRounds(
  runtime: Runtime,
  { onFailure, everyMilliseconds = SEAL_SECONDS * 1000 }: SigningRoundsOptions,
): SigningRounds {
  const ended = { yes: false };
  let rounds = 0;
  let next: NodeJS.Timeout | undefined;
  let round: Promise<unknown> = Promise.resolve();
  const begin = (): void => {
    const slow = rounds % (QUARTER_OF_AN_HOUR / SEAL_SECONDS) === 0;
    rounds += 1;
    round = signingRound(runtime, { onFailure, slow })
      .catch(onFailure)
      .finally(() => {
        if (ended.yes) return;
        next = setTimeout(begin, everyMilliseconds);
        next.unref();
      });
  };
  begin();
  return {
    stop: async () => {
      ended.yes = true;
      clearTimeout(next);
      await round;
    },
  };
}

async function signingRound(
  runtime: Runtime,
  { onFailure, slow }: { readonly onFailure: (error: unknown) => void; readonly slow: boolean },
): Promise<void> {
  const stores = storesOn(runtime.db);
  const now = new Date();
  await sealWaiting(stores, job('seal-texts'), { now, seal: sealMachine(runtime), onFailure });
  if (!slow) return;
  await remindSignatories(stores, job('remind-signatories'), now);
  await tellExpired(stores, job('tell-expired'), now);
  await forgetSignatoryAddresses(stores, job('forget-signatories'), now);
}

function job(name: string) {
  return { kind: 'job', name } as const;
}
