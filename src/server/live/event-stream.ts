/**
 * An answer that stays open and tells what changes (server-sent events). Who may hear is asked again before each event and at
 * each heartbeat: a role that ended hears nothing more.
 */
import type { Hear, NegotiationHub } from './negotiation-hub.ts';

export type Streaming = {
  readonly hub: NegotiationHub;
  readonly negotiation: number;
  readonly person: string;
  /** The revision now; null: this person may no longer hear. */
  readonly revision: () => Promise<number | null>;
  readonly closing: AbortSignal;
  readonly heartbeatMilliseconds?: number;
};

/** In one process, and for one person: as many tabs as somebody reads at once. */
export const MOST_OPEN = 400;
export const MOST_EACH = 8;

const HEARTBEAT = 20_000;
/** How long a browser waits before it comes back. */
const COME_BACK = 3_000;

const open = new Map<string, number>();

/** Null: too many are open already, here or for this person. */
export async function eventStream(streaming: Streaming): Promise<Response | null> {
  const { hub, negotiation, person, revision, closing, heartbeatMilliseconds = HEARTBEAT } = streaming;
  const own = open.get(person) ?? 0;
  const all = [...open.values()].reduce((sum, count) => sum + count, 0);
  if (own >= MOST_EACH || all >= MOST_OPEN || closing.aborted) return null;
  open.set(person, own + 1);

  const encoder = new TextEncoder();
  let end = (): void => leave(person);
  const body = new ReadableStream<Uint8Array>({
    start: async (controller) => {
      let stop: (() => void) | null = null;
      let ended = false;
      const finish = (last?: string): void => {
        if (ended) return;
        ended = true;
        clearInterval(beat);
        closing.removeEventListener('abort', pause);
        stop?.();
        leave(person);
        try {
          if (last !== undefined) controller.enqueue(encoder.encode(last));
          controller.close();
        } catch {
          // The reader is gone already.
        }
      };
      const isOver = (): boolean => ended;
      const pause = (): void => finish(message('pause', {}));
      const send = (text: string): void => {
        if (ended) return;
        // A reader that takes nothing for so long is gone.
        if ((controller.desiredSize ?? 0) < -64) finish();
        else controller.enqueue(encoder.encode(text));
      };
      /** Asked one after the other, so that what is told comes in order. */
      let asking: Promise<void> = Promise.resolve();
      const whenAllowed = (tell: (revision: number) => void): void => {
        asking = asking.then(async () => {
          if (ended) return;
          const now = await revision();
          if (now === null) finish(message('over', {}));
          else tell(now);
        });
        asking = asking.catch(() => finish());
      };
      const hear: Hear = (told) => {
        whenAllowed((now) => {
          send(message('change', told === null ? { revision: now } : { ...told, revision: now }));
        });
      };
      const beat = setInterval(() => whenAllowed(() => send(':\n\n')), heartbeatMilliseconds);
      beat.unref();
      closing.addEventListener('abort', pause, { once: true });
      end = () => finish();
      try {
        stop = await hub.hear(negotiation, hear);
        if (isOver()) stop();
        send(`retry: ${COME_BACK}\n\n`);
        // What happened between the page and this answer: the page compares.
        whenAllowed((now) => send(message('revision', { revision: now })));
      } catch {
        finish();
      }
    },
    cancel: () => end(),
  });
  return new Response(body, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      // Proxies that gather answers before they send them are asked not to.
      'x-accel-buffering': 'no',
      'x-robots-tag': 'noindex, nofollow',
    },
  });
}

/** How many are open now, in this process. */
export function openStreams(): number {
  return [...open.values()].reduce((sum, count) => sum + count, 0);
}

function leave(person: string): void {
  const left = (open.get(person) ?? 1) - 1;
  if (left > 0) open.set(person, left);
  else open.delete(person);
}

function message(event: string, data: object): string {
  return `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}
