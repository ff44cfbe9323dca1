/**
 * A text that two sides agreed, frozen and waiting for signatures: the shortest way there for tests. The people, the
 * collective and the list are invented ("(exemple)"); the municipality is real.
 *
 *     const frozen = await frozenText(db);
 *     await nameSignatory(storesOn(db), await frozen.coordinator(), { code: frozen.code, … }, frozen.now);
 */
import { randomBytes } from 'node:crypto';
import type { Actor } from '#domain/access/gate.ts';
import type { AgreedText } from '#domain/pact/agreed-text.ts';
import { champignyAgreedText } from '#domain/pact/testing/champigny-agreed-text.ts';
import { shortCode } from '#domain/shared/short-code.ts';
import type { Side } from '#domain/signature/side.ts';
import type { Db } from '#server/storage/connection.ts';
import { storesOn } from '#server/stores.ts';
import { nameSignatory } from '#use-cases/signature/name-signatory.ts';
import { askSigningCode } from '#use-cases/signature/ask-signing-code.ts';
import { signOnline } from '#use-cases/signature/sign-online.ts';
import { electedOfficial, inNationalTeam, newCollective, newList, newNegotiation } from './signing-rows.ts';
import { actorFor, addressOf, codeSentTo, mailsTo, newPerson } from './people.ts';
import { settle } from './world.ts';

export type FrozenText = {
  readonly id: number;
  readonly code: string;
  readonly sha256: string;
  readonly text: AgreedText;
  /** The instant at which it was frozen. */
  readonly now: Date;
  readonly collective: number;
  readonly list: number;
  readonly negotiation: number;
  /** Asked anew each time, as a request would. */
  readonly coordinator: () => Promise<Actor>;
  readonly member: () => Promise<Actor>;
  /** Of the list, or an elected official of the town hall when a council promises. */
  readonly representative: () => Promise<Actor>;
  readonly nationalTeam: () => Promise<Actor>;
  readonly stranger: () => Promise<Actor>;
  /** Names of the accounts, for `addressOf`. */
  readonly names: Readonly<Record<'coordinator' | 'member' | 'representative' | 'nationalTeam' | 'stranger', string>>;
};

export type Frozen = {
  /** A council promises, by a vote. */
  readonly council?: boolean;
  readonly now?: Date;
  readonly addendumTo?: { readonly code: string; readonly sha256: string };
  readonly changes?: Partial<AgreedText>;
};

export const FROZEN_AT = new Date('2026-03-01T10:00:00Z');

export async function frozenText(
  db: Db,
  { council = false, now = FROZEN_AT, addendumTo, changes = {} }: Frozen = {},
): Promise<FrozenText> {
  await settle(db);
  // Several texts may live in one database: each has its own people.
  const mark = randomBytes(3).toString('hex');
  const names = {
    coordinator: `claire-${mark}`,
    member: `ali-${mark}`,
    representative: `lou-${mark}`,
    nationalTeam: `sacha-${mark}`,
    stranger: `kim-${mark}`,
  };
  for (const name of Object.values(names)) await newPerson(db, name);
  const collective = await newCollective(db, mark, names);
  const list = await newList(db, mark, council ? null : names.representative);
  if (council) await electedOfficial(db, names.representative);
  await inNationalTeam(db, names.nationalTeam);
  const negotiation = await newNegotiation(db, { collective, list: council ? null : list, now });
  const text = champignyAgreedText({
    code: shortCode(randomBytes(10)),
    frozenOn: now.toISOString().slice(0, 10),
    term: { from: 2026, to: 2032 },
    carrier: { kind: 'collective', collective, name: `Champigny en transition ${mark} (exemple)` },
    counterpart: council
      ? { kind: 'council', name: `Conseil municipal de Champigny-sur-Marne ${mark} (exemple)` }
      : {
          kind: 'list',
          list,
          name: `Champigny demain ${mark} (exemple)`,
          leader: 'Lou Exemple',
          election: 'municipales-2026',
        },
    addendumTo: addendumTo ?? null,
    ...changes,
  });
  const kept = await storesOn(db).agreedTexts.keep({ negotiation, text, at: now });
  const actor = (name: string) => async () => await actorFor(db, `p-${name}`);
  return {
    ...kept,
    code: text.code,
    text,
    now,
    collective,
    list,
    negotiation,
    coordinator: actor(names.coordinator),
    member: actor(names.member),
    representative: actor(names.representative),
    nationalTeam: actor(names.nationalTeam),
    stranger: actor(names.stranger),
    names,
  };
}

/** Names somebody with an address of their own (`emailOf`) and returns the actor who holds the link that went there. */
export async function invited(
  db: Db,
  frozen: FrozenText,
  { side, name }: { readonly side: Side; readonly name: string },
): Promise<{ readonly id: number; readonly actor: Actor; readonly token: string }> {
  const by = side === 'carrier' ? await frozen.coordinator() : await frozen.representative();
  const typed = { code: frozen.code, name, role: 'signataire', email: emailOf(frozen, name) };
  const named = await nameSignatory(storesOn(db), by, typed, frozen.now);
  if (!named.ok) throw new Error(`not named: ${named.refusal.kind}`);
  const token = await linkSentTo(db, emailOf(frozen, name));
  return { id: named.value.signatory, actor: { kind: 'signatory', token }, token };
}

/** The token of the last link that went to this address. */
export async function linkSentTo(db: Db, email: string): Promise<string> {
  const mail = (await mailsTo(db, email)).findLast(({ kind }) =>
    ['signature-invited', 'signature-reminder'].includes(kind),
  );
  if (mail === undefined) throw new Error(`no link went to ${email}`);
  return String(mail['link']).replace('/signer/', '');
}

/** Names somebody and lets them sign online at once. Says whether the text is complete. */
export async function signedOnline(
  db: Db,
  frozen: FrozenText,
  { side, name, at = frozen.now }: { readonly side: Side; readonly name: string; readonly at?: Date },
): Promise<{ readonly id: number; readonly actor: Actor; readonly complete: boolean }> {
  const { id, actor } = await invited(db, frozen, { side, name });
  const words = { text: frozen.id, name, role: 'signataire' };
  const asked = await askSigningCode(storesOn(db), actor, words, at);
  if (!asked.ok) throw new Error(`no code: ${asked.refusal.kind}`);
  const code = await codeSentTo(db, emailOf(frozen, name));
  const signed = await signOnline(storesOn(db), actor, { ...words, code, read: true }, at);
  if (!signed.ok) throw new Error(`not signed: ${signed.refusal.kind}`);
  return { id, actor, complete: signed.value.complete };
}

/** Signed by one person of each side, online; not sealed yet. */
export async function completeText(db: Db, given: Frozen = {}): Promise<FrozenText> {
  const frozen = await frozenText(db, given);
  await signedOnline(db, frozen, { side: 'carrier', name: 'Claire Exemple' });
  const { complete } = await signedOnline(db, frozen, { side: 'counterpart', name: 'Lou Exemple' });
  if (!complete) throw new Error('two signatures did not complete the text');
  return frozen;
}

/** The address of a signatory: one for each name and text. */
export function emailOf({ code }: Pick<FrozenText, 'code'>, name: string): string {
  return addressOf(`${name.toLowerCase().replaceAll(/[^a-z]+/g, '-')}-${code.toLowerCase()}`);
}
