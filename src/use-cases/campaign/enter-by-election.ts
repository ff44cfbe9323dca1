/** An election of one commune between two general ones: the council is elected again. Days may be set later, or one round be enough. */
import { pass, type Actor, type NotAllowed } from '#domain/access/gate.ts';
import type { Election } from '#domain/campaign/election.ts';
import { isDay } from '#domain/shared/local-day.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { Stores } from '../stores.ts';
import { signerOf } from './find-request.ts';

export type EnterByElection = {
  /** INSEE code. */
  readonly municipality: string;
  /** YYYY-MM-DD; null: not set yet. */
  readonly firstRoundOn: string | null;
  readonly secondRoundOn: string | null;
  readonly year: number;
  /** Where one can read that it is held: shown. */
  readonly source: string;
  readonly sourceUrl: string | null;
};

export type CannotEnterElection =
  | NotAllowed
  | { readonly kind: 'unknown-municipality' }
  | { readonly kind: 'not-a-day'; readonly day: string }
  | { readonly kind: 'rounds-out-of-order' }
  | { readonly kind: 'year-out-of-bounds' }
  | { readonly kind: 'source-missing' }
  | { readonly kind: 'not-a-link' }
  | { readonly kind: 'election-there-already'; readonly id: string };

export async function enterByElection(
  stores: Stores,
  actor: Actor,
  request: EnterByElection,
  now: Date,
): Promise<Result<{ readonly id: string }, CannotEnterElection>> {
  const passed = pass(actor, { act: 'enter-by-election', state: 'none' });
  if (!passed.ok) return passed;
  const { municipality, firstRoundOn, secondRoundOn, year, sourceUrl } = request;
  for (const day of [firstRoundOn, secondRoundOn])
    if (day !== null && !isDay(day)) return refuse({ kind: 'not-a-day', day });
  if (secondRoundOn !== null && (firstRoundOn === null || secondRoundOn <= firstRoundOn))
    return refuse({ kind: 'rounds-out-of-order' });
  if (
    !Number.isInteger(year) ||
    year < 2001 ||
    year > 2100 ||
    (firstRoundOn !== null && !firstRoundOn.startsWith(`${year}-`))
  ) {
    return refuse({ kind: 'year-out-of-bounds' });
  }
  const source = request.source.trim().slice(0, 300);
  if (source === '') return refuse({ kind: 'source-missing' });
  if (sourceUrl !== null && !/^https?:\/\/\S{3,500}$/.test(sourceUrl)) return refuse({ kind: 'not-a-link' });
  const id = `partielle-${municipality.toLowerCase()}-${firstRoundOn ?? year}`;
  const election: Election = {
    id,
    kind: 'by-election',
    year,
    municipality,
    rounds: [
      { round: 1, heldOn: firstRoundOn },
      { round: 2, heldOn: secondRoundOn },
    ],
    termTo: year,
    source: { title: source, url: sourceUrl, note: '' },
  };
  return await stores.together(async (all): Promise<Result<{ id: string }, CannotEnterElection>> => {
    if (!(await all.places.exists({ kind: 'municipality', code: municipality })))
      return refuse({ kind: 'unknown-municipality' });
    if (!(await all.campaign.keepByElection(election, { by: signerOf(actor), at: now }))) {
      return refuse({ kind: 'election-there-already', id });
    }
    await all.journal.append({
      at: now,
      act: 'enter-by-election',
      actor: passed.value,
      subject: { kind: 'election', id },
      says: { by: signerOf(actor), municipality, firstRoundOn, secondRoundOn, source },
    });
    return accept({ id });
  });
}
