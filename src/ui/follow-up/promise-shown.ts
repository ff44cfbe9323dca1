/** What came of one promise of one pact, ready to be set: two voices, other voices, and where one speaks. */
import { commitmentItem, type CommitmentKey } from '#domain/follow-up/commitment-key.ts';
import type { EvidenceItem } from '#domain/follow-up/evidence.ts';
import { isFollowed, promisedLevels, type Promised } from '#domain/follow-up/promised.ts';
import type { SaidAssessment } from '#domain/follow-up/said-assessment.ts';
import { withHiddenSigns } from '#domain/shared/shown-signs.ts';
import * as words from '#ui/messages/follow-up.fr.ts';
import { signatory } from '#ui/messages/pact.fr.ts';
import { evidenceShown, voicesShown, type EvidenceShown, type VoicesShown } from './voices-shown.ts';

export type RemarkShown = {
  readonly id: number;
  readonly signed: string;
  readonly sentence: string;
  readonly evidence: readonly EvidenceShown[];
  /** Said in place of the rest. */
  readonly hidden: string | null;
  readonly report: string;
};

export type PromiseShown = {
  readonly pact: number;
  readonly who: string;
  /** False: nothing was promised, nothing is said. */
  readonly followed: boolean;
  readonly voices: VoicesShown;
  readonly remarks: readonly RemarkShown[];
  /** Where one says how far it is, and adds a remark. */
  readonly speak: string;
  readonly remark: string;
};

type FollowUp = {
  readonly state: words.Speaking['state'];
  readonly said: readonly SaidAssessment[];
  readonly remarks: readonly {
    readonly id: number;
    readonly name: string | null;
    readonly quality: string;
    readonly sentence: string;
    readonly evidence: readonly EvidenceItem[];
    readonly saidAt: Date;
    readonly hidden: string | null;
    readonly hiddenFiles: readonly { readonly document: number; readonly reason: string }[];
  }[];
};
type SignedPact = {
  readonly id: number;
  readonly listName: string | null;
  readonly leader: string | null;
  readonly place: { readonly kind: 'municipality' | 'grouping' };
};

export type PromiseFacts = {
  readonly pact: SignedPact;
  readonly key: CommitmentKey;
  readonly promised: Promised;
  readonly followUp: FollowUp;
  /** The day at the place. */
  readonly today: string;
};

export function promiseShown({ pact, key, promised, followUp, today }: PromiseFacts): PromiseShown {
  const base = promiseAddress(pact.id, commitmentItem(key));
  return {
    pact: pact.id,
    who: signatory(pact),
    followed: isFollowed(promised),
    voices: voicesShown({
      said: followUp.said,
      promised: promisedLevels(promised),
      speaking: { place: pact.place.kind, state: followUp.state, list: pact.listName },
      today,
    }),
    remarks: followUp.remarks.map((remark) => ({
      id: remark.id,
      signed: withHiddenSigns(words.signedBy(remark.name, remark.quality, remark.saidAt)),
      sentence: withHiddenSigns(remark.sentence),
      evidence: evidenceShown(remark.evidence, {
        files: `/preuves/r${remark.id}`,
        hidden: remark.hiddenFiles,
      }),
      hidden: remark.hidden === null ? null : words.remarkHidden(withHiddenSigns(remark.hidden)),
      report: `${base}/remarque/${remark.id}`,
    })),
    speak: `${base}/evaluer`,
    remark: `${base}/remarque`,
  };
}

/** Every promise of a pact, with what both voices say of it. */
export function followUpAddress(pact: number): string {
  return `/pactes/${pact}/suivi`;
}

/** Of one promise of one pact, by numbers that never change; on its own page it leads to its thread. */
export function promiseAddress(pact: number, item: string): string {
  return `${followUpAddress(pact)}/${item}`;
}

/** Said where several lists signed: each with its name. */
export function doneHere(promises: readonly PromiseShown[]): string {
  const followed = promises.filter(({ followed: is }) => is);
  const [first] = followed;
  // Nobody looked at any of them: said once.
  if (followed.every(({ voices }) => voices.lookedOn === null)) return first?.voices.done ?? '';
  if (followed.length === 1) return first?.voices.done ?? '';
  return followed.map(({ who, voices }) => `${who} : ${lower(voices.done)}`).join(' ');
}

function lower(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
