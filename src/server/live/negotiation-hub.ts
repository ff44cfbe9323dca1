/**
 * What changes in negotiations, told to the pages that stay open, whichever process the change was made in: PostgreSQL tells
 * (NOTIFY), one connection of this process listens, and each page hears of its own negotiation.
 *
 * It carries no words: what changed, not to what. Pages ask anew, and pass the gate.
 */
import type pg from 'pg';
import type { Live } from '../runtime.ts';
import { NEGOTIATION_CHANNEL } from '../storage/negotiations.ts';
import { openListener } from './open-listener.ts';

export type Told = {
  readonly id: number;
  readonly revision: number;
  readonly side: 'carrier' | 'counterpart' | null;
  /** Keys of items; empty: more than can be named, or something else than an answer. */
  readonly items: readonly string[];
  readonly what: string;
};

/** `null`: something may have been missed, ask anew. */
export type Hear = (told: Told | null) => void;

export type NegotiationHub = {
  /** Resolves once everything that is committed from now on will be heard. Call what it returns to stop hearing. */
  readonly hear: (negotiation: number, hear: Hear) => Promise<() => void>;
  readonly listeners: () => number;
};

const hubs = new WeakMap<Live, NegotiationHub>();

/** The one of this process. */
export function negotiationHub(live: Live): NegotiationHub {
  const known = hubs.get(live);
  if (known !== undefined) return known;
  const hub = newHub(live);
  hubs.set(live, hub);
  return hub;
}

const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 30_000;

function newHub({ databaseUrl, closing }: Live): NegotiationHub {
  const ears = new Map<number, Set<Hear>>();
  let listening: Promise<pg.Client> | null = null;
  let pause = FIRST_PAUSE;
  let retry: NodeJS.Timeout | null = null;

  const everybody = (): readonly Hear[] => [...ears.values()].flatMap((set) => [...set]);

  function connect(): Promise<pg.Client> {
    const opening = openListener(databaseUrl, {
      channel: NEGOTIATION_CHANNEL,
      onTold: (payload) => {
        // Written by tellOpenPages alone.
        const told = JSON.parse(payload) as Told;
        for (const hear of ears.get(told.id) ?? []) hear(told);
      },
      onLost: () => {
        if (listening !== opening) return;
        listening = null;
        if (!closing.aborted && ears.size > 0) again();
      },
    });
    opening.then(
      () => (pause = FIRST_PAUSE),
      () => {
        if (listening !== opening) return;
        listening = null;
        if (!closing.aborted && ears.size > 0) again();
      },
    );
    return opening;
  }

  /** PostgreSQL is away: tried again, less and less often; then every page asks anew. */
  function again(): void {
    if (retry !== null) return;
    retry = setTimeout(() => {
      retry = null;
      if (closing.aborted || ears.size === 0) return;
      listening ??= connect();
      listening.then(
        () => everybody().forEach((hear) => hear(null)),
        () => undefined,
      );
    }, pause);
    retry.unref();
    pause = Math.min(pause * 2, LONGEST_PAUSE);
  }

  function letGo(): void {
    const ending = listening;
    listening = null;
    ending?.then((client) => client.end()).catch(() => undefined);
  }

  closing.addEventListener('abort', letGo, { once: true });

  return {
    listeners: () => everybody().length,
    hear: async (negotiation, hear) => {
      const set = ears.get(negotiation) ?? new Set();
      ears.set(negotiation, set.add(hear));
      const stop = (): void => {
        set.delete(hear);
        if (set.size === 0 && ears.get(negotiation) === set) ears.delete(negotiation);
        if (ears.size === 0) letGo();
      };
      try {
        await (listening ??= connect());
      } catch (error) {
        stop();
        throw error;
      }
      return stop;
    },
  };
}
