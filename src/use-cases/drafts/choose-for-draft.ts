/** A person says of which place, charter, term and day the document is. */
import type { Actor } from '#domain/access/gate.ts';
import { termOpenedIn } from '#domain/pact/term.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { DraftChoices, DraftKey, Stores } from '../stores.ts';
import { electionsThere } from './elections-there.ts';
import { enterDraft, signatureOf, type CannotEnter } from './enter-draft.ts';

export type ChooseForDraft = {
  readonly draft: DraftKey;
  /** The version of the choices that the person saw. */
  readonly version: number;
  /** A key that is absent keeps its choice; null takes it back. */
  readonly choices: Partial<DraftChoices>;
};

export type CannotChoose =
  | CannotEnter
  | { readonly kind: 'unknown-place' }
  | { readonly kind: 'unknown-edition'; readonly edition: string }
  | { readonly kind: 'unknown-term'; readonly year: number }
  | { readonly kind: 'not-a-day'; readonly day: string }
  | { readonly kind: 'stale-choices'; readonly theirs: DraftChoices & { readonly version: number } };

export async function chooseForDraft(
  stores: Stores,
  actor: Actor,
  request: ChooseForDraft,
  now: Date,
): Promise<Result<{ readonly version: number }, CannotChoose>> {
  return await stores.together(async (all): Promise<Result<{ version: number }, CannotChoose>> => {
    const entered = await enterDraft(all, actor, { act: 'choose-for-draft', key: request.draft, now, lock: true });
    if (!entered.ok) return entered;
    const draft = entered.value;
    const stale = { kind: 'stale-choices', theirs: { ...draft.choices, version: draft.choicesVersion } } as const;
    if (draft.choicesVersion !== request.version) return refuse(stale);
    const choices: DraftChoices = { ...draft.choices, ...request.choices };
    const { place, edition, termFrom, signedOn } = choices;
    if (place !== null && !(await all.places.exists(place))) return refuse({ kind: 'unknown-place' });
    if (edition !== null && (await all.editions.find(edition)) === null) {
      return refuse({ kind: 'unknown-edition', edition });
    }
    if (termFrom !== null && termOpenedIn(termFrom, await electionsThere(all, place)) === null)
      return refuse({ kind: 'unknown-term', year: termFrom });
    if (signedOn !== null && !isDay(signedOn)) return refuse({ kind: 'not-a-day', day: signedOn });

    if (!(await all.drafts.choose(draft.id, { version: request.version, choices }))) return refuse(stale);
    await all.journal.append({
      at: now,
      act: 'choose-for-draft',
      actor: actor.kind,
      subject: { kind: 'draft', id: draft.id },
      says: { by: signatureOf(actor), choices, before: draft.choices },
    });
    return accept({ version: request.version + 1 });
  });
}

/** A day that exists, YYYY-MM-DD. */
function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
