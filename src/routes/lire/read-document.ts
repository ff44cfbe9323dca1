/** From what a person sent to a draft: the reading itself, which may outlive the request that asked for it. */
import type { PlaceCode } from '#domain/shared/place.ts';
import type { Result } from '#domain/shared/result.ts';
import { accept, refuse } from '#domain/shared/result.ts';
import { allowance } from '#server/http/allowance.ts';
import { PENDING_BOUNDS, pendingReadings } from '#server/jobs/pending-readings.ts';
import { readInWorker } from '#server/jobs/read-in-worker.ts';
import { findPlaceAsked } from '#server/storage/place-asked.ts';
import type { Db } from '#server/storage/connection.ts';
import { storesOn } from '#server/stores.ts';
import type { SendRefusal } from '#ui/messages/lire.fr.ts';
import type { Asked } from '#ui/review/asked.ts';
import { openDraft, type ReadDocument } from '#use-cases/drafts/open-draft.ts';

/** Where to go once it is read. */
export type Opened = { readonly address: string };
export type ReadOutcome = Result<Opened, SendRefusal>;

/** One for the server: the bounds count together. */
export const PENDING = pendingReadings<ReadOutcome, Asked>(PENDING_BOUNDS, () => new Date());

/** Documents from one address. */
export const SENDINGS = allowance({ times: 30, timesHere: 600, windowMilliseconds: 600_000 });

/** How long a request waits for its reading before it is sent to the page that waits. */
export const PATIENCE_MILLISECONDS = 10_000;

type Sending = { readonly asked: Asked; readonly filename: string; readonly bytes: Uint8Array };

/** Keeps nothing when `signal` is aborted before the end. */
export async function readAndOpen(
  db: Db,
  { asked, filename, bytes }: Sending,
  signal: AbortSignal,
): Promise<ReadOutcome> {
  const found = await findPlaceAsked(db, asked.place);
  const place: PlaceCode | undefined = found.kind === 'sure' ? found.place : undefined;
  const read: ReadDocument<SendRefusal> = async (file, wish) => {
    const result = await readInWorker(file, wish);
    return signal.aborted ? refuse({ kind: 'cancelled' }) : result;
  };
  const opened = await openDraft(
    storesOn(db),
    { kind: 'anyone' },
    {
      bytes,
      filename,
      read,
      ...(asked.source === '' ? {} : { source: { url: asked.source } }),
      ...(asked.charter === '' ? {} : { charter: asked.charter }),
      ...(asked.kind === '' ? {} : { as: asked.kind }),
      ...(place === undefined ? {} : { place }),
    },
    new Date(),
  );
  if (!opened.ok) return opened;
  const home = `/lire/${opened.value.token}`;
  const choose = found.kind === 'choose' ? `/commune?q=${encodeURIComponent(asked.place)}` : '';
  return accept({ address: home + choose });
}

/** The outcome when it comes soon, null otherwise. */
export async function soon(settled: Promise<ReadOutcome>, milliseconds: number): Promise<ReadOutcome | null> {
  const waiting = Promise.withResolvers<null>();
  const clock = setTimeout(() => waiting.resolve(null), milliseconds);
  try {
    return await Promise.race([settled, waiting.promise]);
  } finally {
    clearTimeout(clock);
  }
}
