/** A measure beyond the charter, proposed in the negotiation by either side. */
import type { Actor } from '#domain/access/gate.ts';
import { keyOf } from '#domain/negotiation/item.ts';
import { checkPosition, tidyWords, WORDING_LIMIT, type PositionRefusal } from '#domain/negotiation/position.ts';
import { AS_PROPOSED } from '#domain/negotiation/several-at-once.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { Stores } from '../stores.ts';
import { enterNegotiation, type CannotEnterNegotiation } from './enter-negotiation.ts';
import { recordAct } from './record-act.ts';

export type ProposeLocal = {
  readonly negotiation: number;
  readonly text: string;
  /** Numbers of measures of the edition that it goes with; others are left aside. */
  readonly relatedMeasures: readonly number[];
  readonly forCounterpart?: boolean;
};

export const MOST_LOCALS = 100;

export type CannotPropose =
  | CannotEnterNegotiation
  | PositionRefusal
  | { readonly kind: 'local-missing' }
  | { readonly kind: 'too-many-locals'; readonly limit: number }
  | { readonly kind: 'local-twice'; readonly number: number };

export async function proposeLocal(
  stores: Stores,
  actor: Actor,
  request: ProposeLocal,
  now: Date,
): Promise<Result<{ readonly number: number }, CannotPropose>> {
  return await stores.together(async (all): Promise<Result<{ readonly number: number }, CannotPropose>> => {
    const { negotiation: id, forCounterpart = false } = request;
    const entered = await enterNegotiation(all, actor, { act: 'say-position', id, lock: true, forCounterpart });
    if (!entered.ok) return entered;
    const { edition, side, by, origin } = entered.value;
    const text = tidyWords(request.text);
    if (text === '') return refuse({ kind: 'local-missing' });
    // The words of a local measure are held to what any wording is held to.
    const checked = checkPosition({ ...AS_PROPOSED, wording: text.slice(0, WORDING_LIMIT + 1) }, { reference: null });
    if (!checked.ok) return checked;
    const locals = await all.negotiations.locals(id);
    const same = locals.find((local) => local.text === text);
    if (same !== undefined) return refuse({ kind: 'local-twice', number: same.number });
    if (locals.length >= MOST_LOCALS) return refuse({ kind: 'too-many-locals', limit: MOST_LOCALS });

    const known = new Set(edition.measures.map((measure) => measure.number));
    const relatedMeasures = [...new Set(request.relatedMeasures)]
      .filter((number) => known.has(number))
      .sort((a, b) => a - b);
    const number = await all.negotiations.addLocal(id, { side, text, relatedMeasures, localMeasure: null, at: now });
    const item = keyOf({ kind: 'local', number });
    await all.negotiations.say(id, { item, side, version: 1, position: AS_PROPOSED, origin, by, at: now });
    await recordAct(all, entered.value, {
      act: 'say-position',
      at: now,
      changed: { what: 'said', items: [item] },
      says: { local: { number, text, relatedMeasures }, sayings: [{ item, version: 1, position: AS_PROPOSED }] },
    });
    return accept({ number });
  });
}
