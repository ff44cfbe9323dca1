/** Words about a pact that was signed on this site, where another says that it was read from a document. */
import type { SignatureMeans } from '#domain/signature/signatory.ts';
import type { Side } from '#domain/signature/side.ts';
import { day, listOf } from './format.fr.ts';

export type SignedHere = {
  readonly code: string;
  /** YYYY-MM-DD, the day of the last signature. */
  readonly on: string;
  readonly signatures: readonly {
    readonly side: Side;
    readonly name: string;
    readonly role: string;
    readonly means: SignatureMeans;
    readonly suspended: boolean;
  }[];
  readonly renunciations: readonly { readonly by: string; readonly on: string; readonly reason: string }[];
  readonly addenda: readonly { readonly code: string; readonly on: string }[];
};

export const MEANS_WORD: Readonly<Record<SignatureMeans, string>> = {
  online: 'en ligne',
  paper: 'sur papier',
  'council-vote': 'par un vote du conseil',
};

/** « Signé sur ce site le 8 mars 2026, en ligne et sur papier » */
export function signedOnThisSite({ on, signatures }: SignedHere): string {
  const means = [...new Set(signatures.map((signature) => MEANS_WORD[signature.means]))];
  return `Signé sur ce site le ${day(on)}${means.length === 0 ? '' : `, ${listOf(means)}`}`;
}

export const SIGNED_TEXT_COUNTS = 'Rien n’a été lu d’un document : le texte signé fait foi.';

/** « Camille Exemple (tête de liste), en ligne » */
function signatureLine({ name, role, means, suspended }: SignedHere['signatures'][number]): string {
  return `${name} (${role}), ${MEANS_WORD[means]}${suspended ? '. Signature contestée, suspendue' : ''}`;
}

export function whoSigned({ signatures }: SignedHere): string {
  return `Ont signé : ${signatures.map(signatureLine).join(' ; ')}.`;
}

export const SEALED_PDF = 'Le pacte signé, en PDF scellé';
export const TEXT_AND_SIGNATURES = 'Le texte signé et ses signatures';
export const WHAT_CAME_AFTER = 'Ce qui a suivi la signature';
export const SIGNED_TEXT_STAYS = 'Le texte signé reste tel quel.';

export function addendumLine(on: string): string {
  return `Complété ou modifié par un avenant signé le ${day(on)}`;
}

export function renunciationLine({ by, on }: { readonly by: string; readonly on: string }): string {
  return `Dénoncé le ${day(on)} par « ${by} » :`;
}
