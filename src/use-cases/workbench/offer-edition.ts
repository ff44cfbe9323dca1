/**
 * An edition is offered no more to new negotiations, with the reason that everybody reads, or again. Its address, its pacts and what
 * is under way stay. The country may withdraw any: those that came with the program, and those of collectives.
 */
import { pass, type Actor, type NotAllowed, type Role } from '#domain/access/gate.ts';
import type { Edition } from '#domain/charter/edition.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import { MOST, type OutOfBounds } from '#domain/workbench/bounds.ts';
import { withdrawerOf, type EditionWithdrawal, type Withdrawer } from '#domain/workbench/withdrawal.ts';
import { byOf } from '../collectives/enter-collective.ts';
import type { Stores } from '../stores.ts';
import { tellOfCountry } from './edition-mails.ts';

export type OfferEdition = { readonly edition: string } & (
  | { readonly offered: true }
  /** Why, in a sentence that its page shows. */
  | { readonly offered: false; readonly reason: string }
);

export type CannotOffer =
  | NotAllowed
  | OutOfBounds
  | { readonly kind: 'unknown-edition'; readonly edition: string }
  | { readonly kind: 'withdrawal-reason-missing' }
  /** The other side withdrew it: it alone offers it again. */
  | { readonly kind: 'withdrawn-by-others'; readonly by: Withdrawer };

export async function offerEdition(
  stores: Stores,
  actor: Actor,
  request: OfferEdition,
  now: Date,
): Promise<Result<null, CannotOffer>> {
  return await stores.together<null, CannotOffer>(async (all) => {
    const edition = await all.editions.find(request.edition);
    if (edition === null) return refuse({ kind: 'unknown-edition', edition: request.edition });
    const passed = allowed(actor, edition);
    if (!passed.ok) return passed;
    const who = withdrawerOf(passed.value);
    const before = await all.workbench.lockWithdrawal(edition.id);
    const reason = request.offered ? '' : request.reason.trim();
    const wrong = whatIsWrong({ before, who, offered: request.offered, reason });
    if (wrong !== null) return refuse(wrong);
    // The same reason again changes nothing; another one takes its place, and the journal keeps both.
    const nothing = request.offered ? before === null : before?.by === who && before.reason === reason;
    if (nothing) return accept(null);
    const after = request.offered ? null : { by: who, at: now, reason };
    await all.workbench.withdraw(edition.id, after);
    if (who === 'country') await tellOfCountry(all, edition, { reason: after === null ? null : reason, at: now });
    await all.journal.append({
      at: now,
      act: 'offer-edition',
      actor: passed.value,
      subject: await subjectOf(all, edition),
      says: { by: byOf(actor), edition: edition.id, offered: request.offered, reason },
    });
    return accept(null);
  });
}

function allowed(actor: Actor, { local }: Edition): Result<Role, NotAllowed> {
  return pass(actor, {
    act: 'offer-edition',
    state: local === undefined ? 'edition-published' : 'local-edition-published',
    concerns: local === undefined ? {} : { collectives: [local.collective] },
  });
}

function whatIsWrong(asked: {
  readonly before: EditionWithdrawal | null;
  readonly who: Withdrawer;
  readonly offered: boolean;
  readonly reason: string;
}): CannotOffer | null {
  const { before, who, offered, reason } = asked;
  if (!offered && reason === '') return { kind: 'withdrawal-reason-missing' };
  if (reason.length > MOST.reason) return { kind: 'words-too-long', field: 'reason', most: MOST.reason };
  const others = before !== null && before.by !== who;
  // The country's withdrawal stands over that of the collective, and says why anew.
  const stands = offered || who === 'collective';
  return others && stands ? { kind: 'withdrawn-by-others', by: before.by } : null;
}

/** Of one that came with the program there is no draft. */
async function subjectOf(all: Stores, { id }: Edition) {
  const made = await all.workbench.made(id);
  return made === null ? ({ kind: 'edition', id } as const) : ({ kind: 'edition-draft', id: made.draft } as const);
}
