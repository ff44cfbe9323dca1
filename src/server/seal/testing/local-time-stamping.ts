/** A small time-stamping authority on this machine, for tests: RFC 3161 over HTTP, with whatever fault is asked. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import * as asn1 from 'asn1js';
import * as pkijs from 'pkijs';
import { freshKey } from '../x509.ts';

export type Fault = 'none' | 'refuses' | 'fails' | 'other-nonce' | 'other-digest' | 'bad-signature' | 'talks-nonsense';

export type LocalAuthority = { readonly url: string; readonly close: () => Promise<void> };

const TST_INFO = '1.2.840.113549.1.9.16.1.4';
const SIGNED_DATA = '1.2.840.113549.1.7.2';
const CONTENT_TYPE = '1.2.840.113549.1.9.3';
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';

export async function localAuthority(given: { readonly at: Date; readonly fault?: Fault }): Promise<LocalAuthority> {
  const { privateKey, certificate } = await freshKey('tsa.example', given.at);
  const server = createServer((request, response) => {
    void buffer(request).then(async (body) => {
      if (given.fault === 'fails') return response.writeHead(503).end();
      if (given.fault === 'talks-nonsense') return response.end('<html>bonjour</html>');
      const answer = await answerTo(pkijs.TimeStampReq.fromBER(body), { ...given, privateKey, certificate });
      return response.writeHead(200, { 'content-type': 'application/timestamp-reply' }).end(Buffer.from(answer));
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/tsr`,
    close: () => new Promise((closed) => server.close(() => closed())),
  };
}

type Given = {
  readonly at: Date;
  readonly fault?: Fault;
  readonly privateKey: CryptoKey;
  readonly certificate: Uint8Array;
};

async function answerTo(request: pkijs.TimeStampReq, given: Given): Promise<ArrayBuffer> {
  if (given.fault === 'refuses') {
    return new pkijs.TimeStampResp({ status: new pkijs.PKIStatusInfo({ status: pkijs.PKIStatus.rejection }) })
      .toSchema()
      .toBER();
  }
  const asked = request.messageImprint;
  const imprint =
    given.fault === 'other-digest'
      ? new pkijs.MessageImprint({
          hashAlgorithm: asked.hashAlgorithm,
          hashedMessage: new asn1.OctetString({ valueHex: new ArrayBuffer(32) }),
        })
      : asked;
  const nonce = given.fault === 'other-nonce' ? new asn1.Integer({ value: 7 }) : request.nonce;
  const info = new pkijs.TSTInfo({
    version: 1,
    policy: '1.2.3.4.1',
    messageImprint: imprint,
    serialNumber: new asn1.Integer({ value: 1 }),
    genTime: given.at,
    ...(nonce === undefined ? {} : { nonce }),
  });
  const content = info.toSchema().toBER();
  const certificate = pkijs.Certificate.fromBER(Buffer.from(given.certificate));
  const digest = await crypto.subtle.digest('SHA-256', content);
  const signed = new pkijs.SignedData({
    version: 3,
    encapContentInfo: new pkijs.EncapsulatedContentInfo({
      eContentType: TST_INFO,
      eContent: new asn1.OctetString({ valueHex: content }),
    }),
    signerInfos: [
      new pkijs.SignerInfo({
        version: 1,
        sid: new pkijs.IssuerAndSerialNumber({ issuer: certificate.issuer, serialNumber: certificate.serialNumber }),
        signedAttrs: new pkijs.SignedAndUnsignedAttributes({
          type: 0,
          attributes: [
            new pkijs.Attribute({ type: CONTENT_TYPE, values: [new asn1.ObjectIdentifier({ value: TST_INFO })] }),
            new pkijs.Attribute({ type: MESSAGE_DIGEST, values: [new asn1.OctetString({ valueHex: digest })] }),
          ],
        }),
      }),
    ],
    certificates: [certificate],
  });
  await signed.sign(given.privateKey, 0, 'SHA-256');
  const [signer] = signed.signerInfos;
  if (given.fault === 'bad-signature' && signer !== undefined) {
    const bytes = signer.signature.valueBlock.valueHexView.slice();
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    signer.signature = new asn1.OctetString({ valueHex: bytes });
  }
  const token = new pkijs.ContentInfo({ contentType: SIGNED_DATA, content: signed.toSchema(true) });
  const status = new pkijs.PKIStatusInfo({ status: pkijs.PKIStatus.granted });
  return new pkijs.TimeStampResp({ status, timeStampToken: token }).toSchema().toBER();
}
