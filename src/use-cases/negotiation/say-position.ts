/**
 * A side says where it stands on one item. Two people of the same side who answer at once never overwrite each other: the
 * second is given both texts.
 */
import type { Actor } from '#domain/access/gate.ts';
import { keyOf } from '#domain/negotiation/item.ts';
import { checkPosition, type Position, type PositionRefusal } from '#domain/negotiation/position.ts';
import { SILENCE } from '#domain/negotiation/said.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { Stores } from '../stores.ts';
import { enterNegotiation, type CannotEnterNegotiation } from './enter-negotiation.ts';
import { findItem, knownWords, type UnknownItem } from './known-words.ts';
import type { StoredSaying } from './negotiation-store.ts';
import { recordAct } from './record-act.ts';

export type SayPosition = {
  readonly negotiation: number;
  /** Key of the item. */
  readonly item: string;
  /** The version of one's own side that the person saw; 0 when it had said nothing. */
  readonly version: number;
  /** Null: takes back what was said. */
  readonly position: Position | null;
  readonly forCounterpart?: boolean;
};

export type CannotSay =
  | CannotEnterNegotiation
  | UnknownItem
  | PositionRefusal
  /** Somebody of the same side answered meanwhile. Theirs is kept, yours is given back. */
  | { readonly kind: 'stale-position'; readonly theirs: StoredSaying | null; readonly yours: Position | null };

export async function sayPosition(
  stores: Stores,
  actor: Actor,
  request: SayPosition,
  now: Date,
): Promise<Result<{ readonly version: number }, CannotSay>> {
  return await stores.together(async (all): Promise<Result<{ readonly version: number }, CannotSay>> => {
    const { negotiation: id, forCounterpart = false } = request;
    const entered = await enterNegotiation(all, actor, { act: 'say-position', id, lock: true, forCounterpart });
    if (!entered.ok) return entered;
    const { edition, side, by, origin } = entered.value;
    const { words, locals } = await knownWords(all, id);
    const found = findItem(request.item, { edition, locals });
    if (found === null) return refuse({ kind: 'unknown-item' });
    const checked = checkedFor(found.item.kind, request.position, found.reference);
    if (!checked.ok) return checked;
    const position = checked.value;

    const item = keyOf(found.item);
    const before = (words.get(item) ?? SILENCE)[side];
    // Sent twice, or what stands there already: nothing to add.
    if (before !== null && before.hidden === null && alike(before.position, position)) {
      return accept({ version: before.version });
    }
    const version = request.version + 1;
    const stale = { kind: 'stale-position', theirs: before, yours: position } as const;
    if ((before?.version ?? 0) !== request.version) return refuse(stale);
    const saying = { item, side, version, position, origin, by, at: now };
    if (!(await all.negotiations.say(id, saying))) return refuse(stale);
    await recordAct(all, entered.value, {
      act: 'say-position',
      at: now,
      changed: { what: 'said', items: [item] },
      says: { sayings: [{ item, version, position }] },
    });
    return accept({ version });
  });
}

/** A remark promises nothing, an answer has a stance; an empty remark is none. */
function checkedFor(
  kind: string,
  position: Position | null,
  reference: string | null,
): Result<Position | null, UnknownItem | PositionRefusal> {
  if (position === null) return accept(null);
  if ((position.stance === null) !== (kind === 'remark')) return refuse({ kind: 'unknown-item' });
  const checked = checkPosition(position, { reference });
  if (!checked.ok) return checked;
  return accept(kind === 'remark' && checked.value.observation === null ? null : checked.value);
}

function alike(one: Position | null, other: Position | null): boolean {
  return JSON.stringify(ordered(one)) === JSON.stringify(ordered(other));
}

/** Kept as jsonb, keys come back in another order. */
function ordered(position: Position | null): readonly unknown[] | null {
  if (position === null) return null;
  const { stance, wording, observation } = position;
  const left = stance?.kind === 'delegated' ? [stance.body, stance.siren] : [];
  return [stance?.kind ?? null, ...left, wording, observation];
}
