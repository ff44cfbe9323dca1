/** A sealed text for tests, with everything that went into it. */
import { champignyAgreedText } from '#domain/pact/testing/champigny-agreed-text.ts';
import type { AgreedText } from '#domain/pact/agreed-text.ts';
import type { SealedSignature } from '#domain/signature/sealed-signature.ts';
import { renderPact } from '#publishing/pdf/pact-pdf.ts';
import { asInstanceKey, type InstanceKey } from '../instance-key.ts';
import { sealPact, type SealedPact, type ToSeal } from '../seal-pact.ts';
import { freshKey } from '../x509.ts';

export const SEALED_AT = new Date('2026-03-12T19:04:05.000Z');
export const SITE = 'https://parole.example';

export const SIGNATURES: readonly SealedSignature[] = [
  {
    side: 'carrier',
    name: 'Dominique Petit',
    role: 'pour le collectif',
    means: 'paper',
    signedAt: '2026-03-10T18:30:00.000Z',
    emailProved: false,
    evidence: { filename: 'page-signée.jpg', sha256: 'cd'.repeat(32) },
    confirmedBy: 2,
  },
  {
    side: 'counterpart',
    name: 'Camille Roussel',
    role: 'tête de liste',
    means: 'online',
    signedAt: '2026-03-11T08:30:00.000Z',
    emailProved: true,
    evidence: null,
    confirmedBy: 0,
  },
];

export async function testKey(): Promise<InstanceKey> {
  return asInstanceKey(await freshKey('parole.example', SEALED_AT));
}

export async function toSeal(text: AgreedText = champignyAgreedText()): Promise<ToSeal> {
  return {
    text,
    signatures: SIGNATURES,
    events: [{ sequence: 41, at: '2026-03-09T10:00:00.000Z', act: 'freeze-text', hash: '12'.repeat(32) }],
    pdf: await renderPact(text, { address: SITE }),
    address: SITE,
    timestampAuthority: null,
  };
}

export async function sealedChampigny(key: InstanceKey): Promise<SealedPact> {
  return await sealPact(await toSeal(), key, SEALED_AT);
}
