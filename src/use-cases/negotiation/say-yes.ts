/**
 * A side says yes to the text as it stands. When both said yes to the same, it is frozen: it gets its code and its day, and
 * can be signed. A yes is worth nothing for another text: any change of a word withdraws it.
 */
import { randomBytes } from 'node:crypto';
import type { Actor } from '#domain/access/gate.ts';
import type { Unmet } from '#domain/negotiation/agreed-content.ts';
import { openSignedPoints } from '#domain/negotiation/open-signed-points.ts';
import { otherSide } from '#domain/negotiation/side.ts';
import type { AgreedText } from '#domain/pact/agreed-text.ts';
import type { PlaceInText } from '#domain/pact/text-changes.ts';
import { dayIn } from '#domain/shared/local-day.ts';
import { shortCode } from '#domain/shared/short-code.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import { SIDES } from '#domain/signature/side.ts';
import type { Stores } from '../stores.ts';
import { changesOfAddendum } from './changes-of-addendum.ts';
import { enterNegotiation, type CannotEnterNegotiation, type InNegotiation } from './enter-negotiation.ts';
import { knownWords } from './known-words.ts';
import { aboutNegotiation, negotiationPath } from './negotiation-mails.ts';
import { recordAct } from './record-act.ts';
import { tellSide } from './tell-side.ts';
import { textToFreeze, type TextToFreeze } from './text-to-freeze.ts';

export type SayYes = {
  readonly negotiation: number;
  /** Of the text that the person read. */
  readonly fingerprint: string;
  readonly forCounterpart?: boolean;
};

export type CannotSayYes =
  | CannotEnterNegotiation
  /** The text changed since it was shown. */
  | { readonly kind: 'other-text' }
  /** An addendum that says what the signed text says. */
  | { readonly kind: 'nothing-changed' }
  /** An addendum would drop what was signed because the sides differ on it now. */
  | { readonly kind: 'signed-points-open'; readonly points: readonly PlaceInText[] }
  | { readonly kind: 'text-incomplete'; readonly unmet: readonly Unmet[] };

/** `code`: that of the frozen text; null: the other side has not said yes yet. */
export async function sayYes(
  stores: Stores,
  actor: Actor,
  request: SayYes,
  now: Date,
): Promise<Result<{ readonly code: string | null }, CannotSayYes>> {
  return await stores.together(async (all): Promise<Result<{ readonly code: string | null }, CannotSayYes>> => {
    const { negotiation: id, forCounterpart = false } = request;
    const entered = await enterNegotiation(all, actor, { act: 'say-yes-to-text', id, lock: true, forCounterpart });
    if (!entered.ok) return entered;
    const { negotiation, edition, side, by, origin } = entered.value;
    if (negotiation.state !== 'under-way')
      return refuse({ kind: 'not-now', act: 'say-yes-to-text', state: negotiation.state });
    const { text, fingerprint, unmet, leftOut } = textToFreeze(negotiation, {
      edition,
      known: await knownWords(all, id),
    });
    if (fingerprint !== request.fingerprint) return refuse({ kind: 'other-text' });
    if (unmet.length > 0) return refuse({ kind: 'text-incomplete', unmet });
    const changes = await changesOfAddendum(all, text);
    if (changes?.length === 0) return refuse({ kind: 'nothing-changed' });
    const open = openSignedPoints(changes ?? [], leftOut);
    if (open.length > 0) return refuse({ kind: 'signed-points-open', points: open });

    await all.negotiations.sayYes(id, { side, fingerprint, origin, by, at: now });
    const yeses = await all.negotiations.yeses(id);
    const both = SIDES.every((each) => yeses.some((yes) => yes.side === each && yes.fingerprint === fingerprint));
    if (both) return accept({ code: await freeze(all, entered.value, { text, now }) });
    const content = {
      kind: 'yes-said',
      ...aboutNegotiation(negotiation),
      by: side,
      path: `${negotiationPath(id)}/texte`,
    } as const;
    await tellSide(all, negotiation, { side: otherSide(side), content, at: now });
    await recordAct(all, entered.value, {
      act: 'say-yes-to-text',
      at: now,
      changed: { what: 'yes' },
      says: { fingerprint },
    });
    return accept({ code: null });
  });
}

async function freeze(
  all: Stores,
  inside: InNegotiation,
  { text, now }: { readonly text: TextToFreeze; readonly now: Date },
): Promise<string> {
  const { negotiation } = inside;
  const facts = await all.places.facts(negotiation.place);
  const code = shortCode(randomBytes(10));
  const frozen: AgreedText = { ...text, code, frozenOn: dayIn(now, facts?.zone ?? 'Europe/Paris') };
  const { id, sha256 } = await all.agreedTexts.keep({ negotiation: negotiation.id, text: frozen, at: now });
  await all.negotiations.change(negotiation.id, { to: 'frozen', at: now });
  const content = { kind: 'text-frozen', ...aboutNegotiation(negotiation), code, path: `/textes/${code}` } as const;
  for (const side of SIDES) await tellSide(all, negotiation, { side, content, at: now });
  await recordAct(all, inside, {
    act: 'say-yes-to-text',
    at: now,
    changed: { what: 'stage' },
    says: { frozen: { text: id, code, sha256 } },
  });
  return code;
}

/** Thinks better of it, while the other side has not said yes. */
export async function takeYesBack(
  stores: Stores,
  actor: Actor,
  request: { readonly negotiation: number; readonly forCounterpart?: boolean },
  now: Date,
): Promise<Result<null, CannotEnterNegotiation>> {
  return await stores.together(async (all): Promise<Result<null, CannotEnterNegotiation>> => {
    const { negotiation: id, forCounterpart = false } = request;
    const entered = await enterNegotiation(all, actor, { act: 'say-yes-to-text', id, lock: true, forCounterpart });
    if (!entered.ok) return entered;
    await all.negotiations.takeYesBack(id, entered.value.side);
    await recordAct(all, entered.value, {
      act: 'say-yes-to-text',
      at: now,
      changed: { what: 'yes' },
      says: { back: true },
    });
    return accept(null);
  });
}
