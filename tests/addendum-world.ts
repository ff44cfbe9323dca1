/** An addendum to a signed text, along the way that people take: opened, asked, accepted, changed, frozen, signed. */
import type { Result } from '#domain/shared/result.ts';
import type { Db } from '#server/storage/connection.ts';
import { storesOn } from '#server/stores.ts';
import { answerRequest } from '#use-cases/negotiation/answer-request.ts';
import { askCounterpart } from '#use-cases/negotiation/ask-counterpart.ts';
import { knownWords } from '#use-cases/negotiation/known-words.ts';
import { openAddendum } from '#use-cases/negotiation/open-addendum.ts';
import { sayPosition } from '#use-cases/negotiation/say-position.ts';
import { sayYes } from '#use-cases/negotiation/say-yes.ts';
import { textToFreeze } from '#use-cases/negotiation/text-to-freeze.ts';
import { sealText } from '#use-cases/signature/seal-text.ts';
import { fakeSeal } from './signed-somewhere.ts';
import { signedOnline, type FrozenText } from './signing-world.ts';

/** Words that the addendum puts in place of a local measure's. */
export const NEW_WORDS = 'Ouvrir deux maisons de la transition, dont une au Bois-l’Abbé (exemple).';

/** Negotiated by both sides, who begin with what they signed. */
export async function begun(db: Db, signed: FrozenText): Promise<{ readonly id: number }> {
  const stores = storesOn(db);
  const { id } = done(await openAddendum(stores, await signed.member(), { code: signed.code }, signed.now));
  const asking = { negotiation: id, how: 'in-person', email: '' } as const;
  done(await askCounterpart(stores, await signed.coordinator(), asking, signed.now));
  const answer = { negotiation: id, answer: 'accept', reason: '' } as const;
  done(await answerRequest(stores, await signed.representative(), answer, signed.now));
  return { id };
}

/** The first local measure is said in other words; both say yes. */
export async function frozenAddendum(db: Db, signed: FrozenText): Promise<FrozenText> {
  const stores = storesOn(db);
  const { id } = await begun(db, signed);
  const sides = { carrier: await signed.coordinator(), counterpart: await signed.representative() };
  const before = signed.text.addendumTo === null ? '' : ' Encore.';
  const position = { stance: { kind: 'accepted' }, wording: NEW_WORDS + before, observation: null } as const;
  for (const side of ['carrier', 'counterpart'] as const) {
    const version = (await knownWords(stores, id)).words.get('l1')?.[side]?.version ?? 0;
    const saying = { negotiation: id, item: 'l1', version, position };
    done(await sayPosition(stores, sides[side], saying, signed.now));
  }
  const negotiation = await stores.negotiations.find(id);
  const edition = await stores.editions.find(signed.text.edition.id);
  if (negotiation === null || edition === null) throw new Error('not there');
  const { fingerprint } = textToFreeze(negotiation, { edition, known: await knownWords(stores, id) });
  done(await sayYes(stores, sides.carrier, { negotiation: id, fingerprint }, signed.now));
  const { code } = done(await sayYes(stores, sides.counterpart, { negotiation: id, fingerprint }, signed.now));
  const kept = await stores.agreedTexts.find({ code: code ?? '' });
  if (kept === null) throw new Error('not frozen');
  const { id: text, sha256 } = kept;
  return { ...signed, id: text, code: kept.text.code, sha256, text: kept.text, negotiation: id };
}

/** Signed by one person of each side and sealed. */
export async function signedAddendum(db: Db, signed: FrozenText): Promise<FrozenText> {
  const frozen = await frozenAddendum(db, signed);
  await signedOnline(db, frozen, { side: 'carrier', name: 'Claire Exemple' });
  await signedOnline(db, frozen, { side: 'counterpart', name: 'Lou Exemple' });
  const at = { now: frozen.now, seal: fakeSeal };
  const sealed = done(await sealText(storesOn(db), { kind: 'job', name: 'seal-texts' }, { id: frozen.id }, at));
  if (sealed.pact !== null) throw new Error('an addendum became a pact');
  return frozen;
}

function done<Value>(result: Result<Value, { readonly kind: string }>): Value {
  if (!result.ok) throw new Error(result.refusal.kind);
  return result.value;
}
