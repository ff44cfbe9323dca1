/** Looking at an agreed text and who signs it: its two sides and those asked to sign; everybody once all signed. */
import type { Actor } from '#domain/access/gate.ts';
import { pass } from '#domain/access/gate.ts';
import { missingFor, type Missing } from '#domain/signature/completeness.ts';
import type { Paper } from '#domain/signature/paper.ts';
import type { SealedSignature } from '#domain/signature/sealed-signature.ts';
import { SIDES, type Side } from '#domain/signature/side.ts';
import { accept, type Result } from '#domain/shared/result.ts';
import type { Stores } from '../stores.ts';
import { concernsOf, enterSigning, type CannotEnterSigning, type EnteredSigning } from './enter-signing.ts';
import { namesForAbsent } from './name-for-absent.ts';
import { sealedSignatures } from './seal-text.ts';
import type { Addendum, AddendumUnderWay, SigningKey } from './signing-store.ts';
import { yesReported } from './yes-reported.ts';

export type SeenSigning = EnteredSigning & {
  readonly missing: readonly Missing[];
  /** Given so far, as the page of proof tells them. */
  readonly signatures: readonly SealedSignature[];
  /** The sides that the actor speaks for: those acts are theirs. */
  readonly speaksFor: readonly Side[];
  /** A side that has nobody here, for which the actor may name who signs, on paper. */
  readonly namesFor: Side | null;
  readonly nationalTeam: boolean;
  /** Of one side, or of the national team: sees what is private. */
  readonly inside: boolean;
  readonly papers: readonly Paper[];
  readonly scansShownBy: readonly Side[];
  readonly renunciations: readonly { readonly side: Side; readonly on: string; readonly reason: string }[];
  readonly addenda: readonly Addendum[];
  /** For its two sides: the addendum that is prepared, negotiated or signed now, and whether the actor may open one. */
  readonly addendumUnderWay: AddendumUnderWay | null;
  readonly mayOpenAddendum: boolean;
  readonly pact: number | null;
  /** The collective wrote down the yes of the other side to the text. */
  readonly yesReported: boolean;
  readonly refusedMails: ReadonlyMap<number, Date>;
  /** For the national team alone. */
  readonly reports: readonly {
    readonly id: number;
    readonly signatory: number;
    readonly words: string;
    readonly at: Date;
  }[];
};

export async function seeSigning(
  stores: Stores,
  actor: Actor,
  request: SigningKey,
  now: Date,
): Promise<Result<SeenSigning, CannotEnterSigning>> {
  const entered = await enterSigning(stores, actor, { act: 'see-signing', key: request, now, lock: false });
  if (!entered.ok) return entered;
  const { signing, state, signatory } = entered.value;
  const speaksFor = SIDES.filter(
    (side) => pass(actor, { act: 'extend-signing', state: 'waiting', concerns: concernsOf(signing.text, side) }).ok,
  );
  const nationalTeam = pass(actor, { act: 'settle-contest', state }).ok;
  const ofASide = SIDES.some(
    (side) =>
      pass(actor, {
        act: 'see-paper',
        state,
        concerns: concernsOf(signing.text, side),
        opens: () => signatory !== null,
      }).ok,
  );
  const inside = ofASide || nationalTeam;
  const carrier = concernsOf(signing.text, 'carrier');
  const addendumUnderWay = ofASide ? await stores.signing.after.addendumUnderWay(signing.id) : null;
  const [papers, scansShownBy, renunciations, addenda, pact] = await Promise.all([
    stores.signing.papers.of(signing.id),
    stores.signing.papers.scansShownBy(signing.id),
    stores.signing.after.renunciations(signing.id),
    stores.signing.after.addenda(signing.id),
    stores.signing.after.pact(signing.id),
  ]);
  return accept({
    ...entered.value,
    missing: missingFor({ council: signing.text.counterpart.kind === 'council', signatories: signing.signatories }),
    signatures: sealedSignatures(signing, papers),
    speaksFor,
    namesFor: speaksFor.includes('carrier')
      ? await namesForAbsent(stores, { signing, sides: speaksFor }, 'counterpart')
      : null,
    nationalTeam,
    inside,
    papers,
    scansShownBy,
    renunciations,
    addenda,
    addendumUnderWay,
    mayOpenAddendum:
      addendumUnderWay === null &&
      addenda.length === 0 &&
      renunciations.length === 0 &&
      pass(actor, { act: 'open-addendum', state, concerns: carrier }).ok,
    pact,
    yesReported: await yesReported(stores, signing),
    refusedMails: speaksFor.length > 0 ? await stores.signing.refusedMails(signing.id) : new Map(),
    reports: nationalTeam ? await stores.signing.after.reports(signing.id) : [],
  });
}
