/**
 * A proxy with TLS in front of a site of this machine, as an operator would set one up: it says by which scheme and host
 * the visitor came. Its certificate is for localhost only, signed by itself, and protects nothing.
 */
import { readFileSync } from 'node:fs';
import { type IncomingMessage, type ServerResponse, request } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';

const FIXTURES = 'tests/journeys/fixtures';

export type TlsProxy = { readonly origin: string; readonly stop: () => Promise<void> };

export async function startTlsProxy(target: string): Promise<TlsProxy> {
  const server = createServer(
    {
      key: readFileSync(`${FIXTURES}/localhost-key.pem`),
      cert: readFileSync(`${FIXTURES}/localhost-certificate.pem`),
    },
    (incoming, answer) => pass(incoming, { answer, target }),
  );
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `https://localhost:${port}`,
    stop: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}

function pass(incoming: IncomingMessage, { answer, target }: { answer: ServerResponse; target: string }): void {
  const headers = {
    ...incoming.headers,
    'x-forwarded-proto': 'https',
    'x-forwarded-host': incoming.headers.host ?? '',
  };
  const onwards = request(target + (incoming.url ?? '/'), { method: incoming.method, headers }, (response) => {
    answer.writeHead(response.statusCode ?? 502, response.headers);
    response.pipe(answer);
  });
  onwards.on('error', () => answer.destroy());
  incoming.pipe(onwards);
}
