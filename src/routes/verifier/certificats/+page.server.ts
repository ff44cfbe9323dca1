import type { PageServerLoad } from './$types';
import { runtime } from '#server/runtime.ts';
import { sealCertificates } from '#server/storage/seal-certificates.ts';

export const load: PageServerLoad = async () => {
  const { db } = await runtime();
  const certificates = await sealCertificates(db);
  return {
    certificates: certificates.map(({ fingerprint, madeAt, retiredAt }) => ({ fingerprint, madeAt, retiredAt })),
  };
};
