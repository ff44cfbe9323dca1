/** Pictures are worked on one at a time: two of them at once would take the memory of the whole server. */

let line: Promise<unknown> = Promise.resolve();
let waiting = 0;

/** How many pictures are worked on or wait for it. */
export function picturesWaiting(): number {
  return waiting;
}

/** What `work` gives, once all that came before is done. */
export async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  waiting += 1;
  const turn = line.then(work);
  line = turn.catch(() => undefined);
  try {
    return await turn;
  } finally {
    waiting -= 1;
  }
}
