/** An act of somebody whose session ended while they wrote: what they typed is given back to them, and nothing else is shown. */
import { accountOf, type Asking } from './actor-of.ts';

export async function isSignedOutAct(event: Asking): Promise<boolean> {
  return event.request.method === 'POST' && (await accountOf(event)) === null;
}
