/**
 * What was published from the workbench, kept in this process: read at its start, and again each time that any process
 * publishes, withdraws or offers an edition (PostgreSQL tells). A connection that was lost may have missed something: all is
 * read again once it is back.
 */
import { keepEditionsMade } from './charters.ts';
import { openListener } from './live/open-listener.ts';
import type { Live } from './runtime.ts';
import type { Db } from './storage/connection.ts';
import { editionWithdrawals } from './storage/edition-withdrawals.ts';
import { EDITION_CHANNEL, editionsMade } from './storage/editions-made.ts';

/** Reads them anew. Call it after an act that publishes, so that the answer of that very request knows of it. */
export async function refreshEditions(db: Db): Promise<void> {
  const [made, withdrawals] = await Promise.all([editionsMade(db), editionWithdrawals(db)]);
  keepEditionsMade(
    made.map(({ edition }) => edition),
    withdrawals.keys(),
  );
}

const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 30_000;

/** Resolves once this process hears whatever is published from now on; ends with the server. */
export async function watchEditions(
  db: Db,
  { databaseUrl, closing }: Live,
  onRead: () => void = () => undefined,
): Promise<void> {
  let pause = FIRST_PAUSE;
  let waiting = false;
  const refresh = (): void => void refreshEditions(db).then(onRead, () => undefined);
  const listen = async (): Promise<void> => {
    const client = await openListener(databaseUrl, { channel: EDITION_CHANNEL, onTold: refresh, onLost: again });
    pause = FIRST_PAUSE;
    closing.addEventListener('abort', () => void client.end().catch(() => undefined), { once: true });
    await refreshEditions(db);
    onRead();
  };
  function again(): void {
    if (closing.aborted || waiting) return;
    waiting = true;
    setTimeout(() => {
      waiting = false;
      if (!closing.aborted) listen().catch(again);
    }, pause).unref();
    pause = Math.min(pause * 2, LONGEST_PAUSE);
  }
  await listen();
}
