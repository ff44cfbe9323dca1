/**
 * Asks an RFC 3161 authority to stamp the time on a seal.
 *
 * What is checked of the answer: that it was granted, that it is about our digest and our question, and that its signature
 * is that of the certificate it carries. What is not: whether that certificate is one to be trusted. Whoever sets the
 * authority answers for that, and a reader of the PDF checks it against their own list.
 */
import { randomBytes } from 'node:crypto';
import * as asn1 from 'asn1js';
import * as pkijs from 'pkijs';
import { cmsFault, readCms } from './cms.ts';

const TST_INFO = '1.2.840.113549.1.9.16.1.4';
const SHA256 = '2.16.840.1.101.3.4.2.1';
const MILLISECONDS = 10_000;
const LARGEST_ANSWER = 65_536;
const GRANTED = new Set([0, 1]);

export class NoTimestamp extends Error {}

/** The DER of the TimeStampToken over a SHA-256 `digest`. Throws NoTimestamp. */
export async function timestampOf(digest: Uint8Array, authority: string): Promise<Uint8Array> {
  const nonce = randomBytes(8);
  nonce[0] = ((nonce[0] ?? 0) & 0x7f) | 0x40;
  const answer = await ask(authority, question(digest, nonce));
  const response = parse(answer);
  const token = response.timeStampToken;
  if (!GRANTED.has(response.status.status) || token === undefined) throw new NoTimestamp('it was not granted');
  const der = new Uint8Array(token.toSchema().toBER());
  const { info, sound } = await readTimestamp(der);
  if (!sound) throw new NoTimestamp('its signature is not that of its certificate');
  if (Buffer.compare(info.digest, digest) !== 0) throw new NoTimestamp('it is about something else');
  if (info.nonce === null || Buffer.compare(info.nonce, nonce) !== 0)
    throw new NoTimestamp('it answers another question');
  return der;
}

export type TimestampRead = {
  readonly info: { readonly at: Date; readonly digest: Uint8Array; readonly nonce: Uint8Array | null };
  /** Its signature is that of the certificate it carries. */
  readonly sound: boolean;
};

/** Throws NoTimestamp when it is not one. */
export async function readTimestamp(token: Uint8Array): Promise<TimestampRead> {
  const cms = readCms(token);
  const inside = cms?.content.bytes ?? null;
  if (cms === null || inside === null || cms.content.type !== TST_INFO) throw new NoTimestamp('it cannot be read');
  const info = infoIn(inside);
  return {
    info: {
      at: info.genTime,
      digest: info.messageImprint.hashedMessage.valueBlock.valueHexView,
      nonce: info.nonce?.valueBlock.valueHexView ?? null,
    },
    sound: (await cmsFault(cms, [inside])) === null,
  };
}

function infoIn(inside: Uint8Array): pkijs.TSTInfo {
  try {
    return pkijs.TSTInfo.fromBER(Buffer.from(inside));
  } catch (error) {
    throw new NoTimestamp('it cannot be read', { cause: error });
  }
}

function question(digest: Uint8Array, nonce: Uint8Array): Uint8Array {
  const request = new pkijs.TimeStampReq({
    version: 1,
    messageImprint: new pkijs.MessageImprint({
      hashAlgorithm: new pkijs.AlgorithmIdentifier({ algorithmId: SHA256, algorithmParams: new asn1.Null() }),
      hashedMessage: new asn1.OctetString({ valueHex: Buffer.from(digest) }),
    }),
    nonce: new asn1.Integer({ valueHex: Buffer.from(nonce) }),
    certReq: true,
  });
  return new Uint8Array(request.toSchema().toBER());
}

async function ask(authority: string, body: Uint8Array): Promise<Uint8Array> {
  try {
    const response = await fetch(authority, {
      method: 'POST',
      headers: { 'content-type': 'application/timestamp-query', accept: 'application/timestamp-reply' },
      body: Buffer.from(body),
      redirect: 'error',
      signal: AbortSignal.timeout(MILLISECONDS),
    });
    if (!response.ok || response.body === null) throw new NoTimestamp(`the authority answered ${response.status}`);
    const chunks: Uint8Array[] = [];
    let length = 0;
    for await (const chunk of response.body) {
      length += chunk.length;
      if (length > LARGEST_ANSWER) throw new NoTimestamp('the answer is too long');
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  } catch (error) {
    throw error instanceof NoTimestamp ? error : new NoTimestamp('the authority did not answer', { cause: error });
  }
}

function parse(answer: Uint8Array): pkijs.TimeStampResp {
  try {
    return pkijs.TimeStampResp.fromBER(Buffer.from(answer));
  } catch (error) {
    throw new NoTimestamp('the answer cannot be read', { cause: error });
  }
}
