/**
 * The socket: it listens from the first moment (so that a port already taken is told at once), answers "one moment"
 * until the site is ready, and closes in order.
 */
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startingPage } from '#ui/messages/start-up.fr.ts';
import { errorCode } from './error-code.ts';
import { expectSecurityHeaders } from './http/security-headers.ts';
import { StartUpFailure } from './start-up-failure.ts';

export type Listener = {
  /** The one really listened on, when PORT is 0. */
  readonly port: number;
  /** From now on requests go to `handler`. */
  readonly open: (handler: RequestListener) => void;
  /** Accepts nothing more; open requests have `drainSeconds` to end, then are cut. Idempotent. */
  readonly close: (drainSeconds: number) => Promise<void>;
};

/** Throws StartUpFailure `port-in-use`. */
export async function listen({ host, port }: { readonly host: string; readonly port: number }): Promise<Listener> {
  let handle: RequestListener = answerNotYet;
  const server = createServer((request, response) => {
    handle(request, response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => {
      const taken = errorCode(error) === 'EADDRINUSE';
      reject(taken ? new StartUpFailure({ kind: 'port-in-use', host, port }, { cause: error }) : error);
    });
    server.listen({ host, port }, resolve);
  });
  let closing: Promise<void> | null = null;
  return {
    port: (server.address() as AddressInfo).port,
    open: (handler) => {
      handle = handler;
    },
    close: (drainSeconds) => (closing ??= drain(server, drainSeconds)),
  };
}

async function drain(server: Server, seconds: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  // A browser keeps its connections: those that carry no request are closed as they fall idle.
  const sweep = setInterval(() => server.closeIdleConnections(), 50);
  const limit = setTimeout(() => server.closeAllConnections(), seconds * 1000);
  server.closeIdleConnections();
  await closed;
  clearInterval(sweep);
  clearTimeout(limit);
}

const answerNotYet: RequestListener = (_request, response) => {
  expectSecurityHeaders(response, { secure: false, path: '/' });
  response.writeHead(503, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'retry-after': '2',
  });
  response.end(startingPage());
};
