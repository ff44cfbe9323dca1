/** A draft with what people decided of it, as the pact or plan that it says: to be published, or to correct one. */
import type { Pact } from '#domain/pact/pact.ts';
import { termOpenedIn } from '#domain/pact/term.ts';
import type { Plan } from '#domain/plan/plan.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { PactReading, PlanReading } from '#reading/contract.ts';
import type { StoredDraft, Stores } from '../../stores.ts';
import { electionsThere } from '../elections-there.ts';
import type { Decisions } from './proposal.ts';
import { reviewedPact, type PactNotReady } from './reviewed-pact.ts';
import { reviewedPlan, type PlanNotReady } from './reviewed-plan.ts';

export type ReviewedDraft = {
  readonly draft: Pick<StoredDraft, 'reading' | 'choices'>;
  readonly decisions: Decisions;
  /** `accept` takes what was read as it is; `refuse` waits until each doubt was decided. */
  readonly doubts: 'refuse' | 'accept';
};

export type NotMade =
  | PactNotReady
  | PlanNotReady
  | { readonly kind: 'place-missing' }
  | { readonly kind: 'edition-missing' }
  | { readonly kind: 'unknown-edition'; readonly edition: string }
  | { readonly kind: 'term-missing' }
  | { readonly kind: 'charters-are-not-published' };

export async function pactFrom(
  stores: Pick<Stores, 'editions' | 'campaign'>,
  { draft: { reading, choices }, decisions, doubts }: ReviewedDraft,
): Promise<Result<{ readonly pact: Pact; readonly reading: PactReading }, NotMade>> {
  if (reading.kind !== 'pact') return refuse({ kind: 'charters-are-not-published' });
  if (choices.place === null) return refuse({ kind: 'place-missing' });
  if (choices.edition === null) return refuse({ kind: 'edition-missing' });
  const edition = await stores.editions.find(choices.edition);
  if (edition === null) return refuse({ kind: 'unknown-edition', edition: choices.edition });
  const term = termOpenedIn(choices.termFrom ?? edition.year, await electionsThere(stores, choices.place));
  if (term === null) return refuse({ kind: 'term-missing' });
  const reviewed = reviewedPact({ reading, decisions, edition, acceptAll: doubts === 'accept' });
  if (!reviewed.ok) return reviewed;
  const { place, signedOn } = choices;
  return accept({ pact: { ...reviewed.value, place, edition: edition.id, term, signedOn }, reading });
}

export function planFrom({
  draft: { reading, choices },
  decisions,
  doubts,
}: ReviewedDraft): Result<{ readonly plan: Plan; readonly reading: PlanReading }, NotMade> {
  if (reading.kind !== 'plan') return refuse({ kind: 'charters-are-not-published' });
  if (choices.place === null) return refuse({ kind: 'place-missing' });
  const reviewed = reviewedPlan({ reading, decisions, acceptAll: doubts === 'accept' });
  if (!reviewed.ok) return reviewed;
  return accept({ plan: { ...reviewed.value, place: choices.place }, reading });
}
