/**
 * After a text is signed by all, its collective opens the negotiation of an addendum with the same counterpart: a whole new
 * text that names the signed one, which stays as it is. Both sides begin with what they signed, so that all is agreed but
 * what somebody changes. It is prepared, asked, answered, frozen and signed as any other.
 */
import type { Actor } from '#domain/access/gate.ts';
import type { AgreedText } from '#domain/pact/agreed-text.ts';
import {
  demandsOfSignedText,
  positionOnLocal,
  withoutObservation,
  wordsOfSignedText,
} from '#domain/negotiation/signed-words.ts';
import { dayIn } from '#domain/shared/local-day.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { Signing } from '#domain/signature/signing.ts';
import type { Edition } from '#domain/charter/edition.ts';
import { actorName, enterSigning, type CannotEnterSigning } from '../signature/enter-signing.ts';
import type { Stores } from '../stores.ts';
import { beginNegotiation } from './begin-negotiation.ts';
import { findCounterpart, type CannotFindCounterpart, type NamedCounterpart } from './find-counterpart.ts';
import type { FirstWords } from './first-words.ts';

export type CannotOpenAddendum =
  | CannotEnterSigning
  | CannotFindCounterpart
  | { readonly kind: 'collective-not-active' }
  | { readonly kind: 'unknown-edition'; readonly edition: string }
  /** A side said that it no longer holds to it: there is nothing left to complete. */
  | { readonly kind: 'renounced-text' }
  /** The mandate that it promises for is over. */
  | { readonly kind: 'term-over'; readonly to: number }
  /** One is negotiated already, or waits for its signatures. */
  | { readonly kind: 'addendum-under-way' }
  /** An addendum signed since says what holds now: the next one completes that one. */
  | { readonly kind: 'addendum-signed-since'; readonly code: string }
  | { readonly kind: 'already-negotiating' };

export async function openAddendum(
  stores: Stores,
  actor: Actor,
  request: { readonly code: string },
  now: Date,
): Promise<Result<{ readonly id: number }, CannotOpenAddendum>> {
  return await stores.together(async (all): Promise<Result<{ readonly id: number }, CannotOpenAddendum>> => {
    const key = { code: request.code };
    // Locked, so that two who open one at once open one.
    const entered = await enterSigning(all, actor, { act: 'open-addendum', key, now, lock: true });
    if (!entered.ok) return entered;
    const { signing, role } = entered.value;
    const { text } = signing;
    const stands = await stillStands(all, signing, now);
    if (!stands.ok) return stands;
    const collective = await all.collectives.lock(text.carrier.collective);
    if (collective?.state !== 'active') return refuse({ kind: 'collective-not-active' });
    const edition = await all.editions.find(text.edition.id);
    if (edition === null) return refuse({ kind: 'unknown-edition', edition: text.edition.id });
    const counterpart = counterpartOf(text);
    const found = await findCounterpart(all, { counterpart, collective, edition, now });
    if (!found.ok) return found;

    const { list, place } = found.value;
    const id = await beginNegotiation(all, {
      negotiation: {
        collective: collective.id,
        list,
        place,
        edition: edition.id,
        // An addendum promises for the mandate that the text promised for.
        term: text.term,
        addendumTo: signing.id,
        by: actorName(actor, null),
        at: now,
      },
      first: await signedWords(all, signing, edition),
      act: 'open-addendum',
      role,
    });
    return id === null ? refuse({ kind: 'already-negotiating' }) : accept({ id });
  });
}

async function stillStands(all: Stores, signing: Signing, now: Date): Promise<Result<null, CannotOpenAddendum>> {
  const { text } = signing;
  if (await isRenounced(all, signing)) return refuse({ kind: 'renounced-text' });
  if (dayIn(now, signing.zone) > `${String(text.term.to)}-06-30`) {
    return refuse({ kind: 'term-over', to: text.term.to });
  }
  // Asked in this order: one that is signed between the two questions is seen by the second.
  if ((await all.signing.after.addendumUnderWay(signing.id)) !== null) return refuse({ kind: 'addendum-under-way' });
  const last = (await all.signing.after.addenda(signing.id)).at(-1);
  return last === undefined ? accept(null) : refuse({ kind: 'addendum-signed-since', code: last.code });
}

/** The text itself, or one that it completes. */
async function isRenounced(all: Stores, { id, text }: Signing): Promise<boolean> {
  if ((await all.signing.after.renunciations(id)).length > 0) return true;
  const before = text.addendumTo === null ? null : await all.signing.find({ code: text.addendumTo.code });
  return before !== null && (await isRenounced(all, before));
}

function counterpartOf({ counterpart, place }: AgreedText): NamedCounterpart {
  if (counterpart.kind === 'list') return { list: counterpart.list };
  return place.kind === 'municipality'
    ? { council: { kind: 'municipality', code: place.code } }
    : { council: { kind: 'grouping', siren: place.siren } };
}

async function signedWords(all: Stores, { negotiation, code, text }: Signing, edition: Edition): Promise<FirstWords> {
  const before = await all.negotiations.locals(negotiation);
  return {
    startingPoint: { kind: 'signed-text', code },
    demands: demandsOfSignedText(edition, text),
    answers: wordsOfSignedText(edition, text),
    locals: text.localMeasures.map((local) => {
      const known = before.find(({ number }) => number === local.number);
      const position = positionOnLocal(local);
      return {
        // It is known to everybody under this number.
        number: local.number,
        side: known?.side ?? 'carrier',
        text: local.text,
        relatedMeasures: local.relatedMeasures,
        localMeasure: known?.localMeasure ?? null,
        positions: [
          { side: 'carrier', position: withoutObservation(position) },
          { side: 'counterpart', position },
        ],
      };
    }),
  };
}
