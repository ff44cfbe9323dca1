/** What a browser holds of a consultation: a pass that it was given when its address was confirmed, one for each consultation. */
import type { RequestEvent } from '@sveltejs/kit';
import type { Actor } from '#domain/access/gate.ts';
import { allowance } from './allowance.ts';
import { markPersonal } from './personal-answers.ts';

const DAY = 86_400;
/** Longer than a consultation and its answers: whoever wrote finds their words and may take them back. */
const KEPT = 500 * DAY;

type Asking = Pick<RequestEvent, 'cookies' | 'request'>;

export function participantOf({ cookies, request }: Asking, consultation: number): Actor {
  const token = cookies.get(nameOf(consultation));
  if (token === undefined) return { kind: 'anyone' };
  markPersonal(request);
  return { kind: 'participant', token };
}

export function givePass(
  { cookies, url }: Pick<RequestEvent, 'cookies' | 'url'>,
  consultation: number,
  token: string,
): void {
  cookies.set(nameOf(consultation), token, {
    path: '/consultations',
    httpOnly: true,
    sameSite: 'lax',
    secure: url.protocol === 'https:',
    maxAge: KEPT,
  });
}

function nameOf(consultation: number): string {
  return `parole.participation-${consultation}`;
}

const HOUR = 3_600_000;
/** Many people share one network at a meeting. */
const VOTES = allowance({ times: 1_200, timesHere: 12_000, windowMilliseconds: HOUR });
const WORDS = allowance({ times: 60, timesHere: 3_000, windowMilliseconds: HOUR });

/** Whole seconds to wait; 0 when it may pass, which counts it. */
export function secondsToWaitToVote(address: string): number {
  return VOTES.secondsToWait(address, Date.now());
}

export function secondsToWaitToContribute(address: string): number {
  return WORDS.secondsToWait(address, Date.now());
}
