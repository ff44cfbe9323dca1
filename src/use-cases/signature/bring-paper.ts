/**
 * Somebody of a side says that a paper was signed: on which day, and by whom; or that the council voted. The photographs or
 * scans come after, one by one (./add-paper-page.ts), so that a file that is refused never loses what was typed.
 */
import type { Actor } from '#domain/access/gate.ts';
import { dayIn, isDay } from '#domain/shared/local-day.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import { readSignatoryWords } from '#domain/signature/signatory.ts';
import type { Signing } from '#domain/signature/signing.ts';
import type { Stores } from '../stores.ts';
import { actorName, enterSigning, type CannotEnterSigning } from './enter-signing.ts';
import { paperActor } from './paper-actor.ts';

export type BringPaper = {
  readonly code: string;
  /** YYYY-MM-DD: the day written on it, or of the vote. */
  readonly signedOn: string;
} & (
  | { readonly kind: 'paper'; readonly signatories: readonly number[] }
  /** `number`: as the council writes it. */
  | { readonly kind: 'deliberation'; readonly number: string }
);

export type CannotBring =
  | CannotEnterSigning
  | { readonly kind: 'not-a-day'; readonly day: string }
  | { readonly kind: 'day-to-come' | 'before-the-text' | 'nobody-signed-it' | 'unknown-signatory' | 'bad-number' }
  | { readonly kind: 'signed-otherwise'; readonly name: string }
  /** Only a council votes. */
  | { readonly kind: 'no-council' }
  | { readonly kind: 'too-many-papers'; readonly limit: number };

/** Waiting at the same time: enough for several meetings, not for filling a disk. */
export const MOST_PAPERS = 20;

export async function bringPaper(
  stores: Stores,
  actor: Actor,
  request: BringPaper,
  now: Date,
): Promise<Result<{ readonly paper: number }, CannotBring>> {
  return await stores.together<{ paper: number }, CannotBring>(async (all) => {
    const entered = await enterSigning(all, actor, { act: 'add-paper', key: { code: request.code }, now, lock: true });
    if (!entered.ok) return entered;
    const { signing, role } = entered.value;
    const by = await paperActor(all, actor, entered.value);
    if (by === null) return refuse({ kind: 'not-allowed', act: 'add-paper' });
    const known = await all.signing.papers.of(signing.id);
    if (known.filter(({ dropped }) => dropped === null).length >= MOST_PAPERS) {
      return refuse({ kind: 'too-many-papers', limit: MOST_PAPERS });
    }
    const day = readDay(request.signedOn.trim(), signing, now);
    if (!day.ok) return day;
    const what =
      request.kind === 'paper' ? readSignatories(request.signatories, signing) : readVote(request.number, signing);
    if (!what.ok) return what;
    const paper = await all.signing.papers.bring({
      text: signing.id,
      kind: request.kind,
      signedOn: day.value,
      ...what.value,
      by,
      at: now,
    });
    await all.journal.append({
      at: now,
      act: 'bring-paper',
      actor: role,
      subject: { kind: 'agreed-text', id: signing.id },
      says: {
        by: actorName(actor, entered.value.signatory),
        paper,
        kind: request.kind,
        signedOn: day.value,
        ...what.value,
      },
    });
    return accept({ paper });
  });
}

function readDay(day: string, signing: Signing, now: Date): Result<string, CannotBring> {
  if (!isDay(day)) return refuse({ kind: 'not-a-day', day });
  if (day > dayIn(now, signing.zone)) return refuse({ kind: 'day-to-come' });
  // Nobody can have signed a text that was not there.
  return day < dayIn(signing.frozenAt, signing.zone) ? refuse({ kind: 'before-the-text' }) : accept(day);
}

type Brought = { readonly signatories: readonly number[]; readonly number: string | null };

function readSignatories(asked: readonly number[], { signatories }: Signing): Result<Brought, CannotBring> {
  const wanted = [...new Set(asked)];
  if (wanted.length === 0) return refuse({ kind: 'nobody-signed-it' });
  for (const id of wanted) {
    const signatory = signatories.find((candidate) => candidate.id === id && candidate.state !== 'removed');
    if (signatory === undefined) return refuse({ kind: 'unknown-signatory' });
    if (signatory.state !== 'invited') return refuse({ kind: 'signed-otherwise', name: signatory.name });
  }
  return accept({ signatories: wanted, number: null });
}

function readVote(typed: string, { text }: Signing): Result<Brought, CannotBring> {
  if (text.counterpart.kind !== 'council') return refuse({ kind: 'no-council' });
  const number = readSignatoryWords(typed);
  return number === null || number.length > 80 ? refuse({ kind: 'bad-number' }) : accept({ signatories: [], number });
}
