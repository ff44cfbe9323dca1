/** The cryptography that the checker of a folder asks for, by Node. */
import type { VerifyEcdsa } from '#publishing/proof/checker/check-folder.ts';

export const verifyEcdsa: VerifyEcdsa = async ({ publicKey, signature, signed }) => {
  try {
    const curve = { name: 'ECDSA', namedCurve: 'P-256' } as const;
    const key = await crypto.subtle.importKey('spki', Buffer.from(publicKey), curve, false, ['verify']);
    const algorithm = { name: 'ECDSA', hash: 'SHA-256' } as const;
    return await crypto.subtle.verify(algorithm, key, Buffer.from(signature), Buffer.from(signed));
  } catch {
    return false;
  }
};
