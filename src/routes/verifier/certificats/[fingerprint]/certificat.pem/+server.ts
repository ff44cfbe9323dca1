import { error } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { runtime } from '#server/runtime.ts';
import { pemOf } from '#server/seal/x509.ts';
import { sealCertificates } from '#server/storage/seal-certificates.ts';

export const GET: RequestHandler = async ({ params }) => {
  const { db } = await runtime();
  const found = (await sealCertificates(db)).find(({ fingerprint }) => fingerprint === params.fingerprint);
  if (found === undefined) error(404);
  return new Response(pemOf('CERTIFICATE', found.certificate), {
    headers: {
      'content-type': 'application/x-pem-file',
      'content-disposition': `attachment; filename="certificat-${found.fingerprint.slice(0, 12)}.pem"`,
    },
  });
};
