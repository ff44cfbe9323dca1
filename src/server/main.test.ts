/** The whole start and stop of the server, in a process of its own, around a small built site that answers what it is asked. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase } from '#tests/database.ts';
import { FRAMED_POLICY, QUIET_POLICY } from './http/security-headers.ts';
import { leftAddress } from './left-address.ts';
import { openEmbeddedPostgres } from './postgres/embedded.ts';

const PROJECT = dirname(dirname(import.meta.dirname));
/** Nothing else of this process: a setting of the machine would hide what a test sets. */
const OF_THE_MACHINE = {
  PATH: process.env['PATH'] ?? '',
  NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'] ?? '',
};
const children: ChildProcess[] = [];
let site = '';
let databaseUrl = '';

/** Tells what the built site sees of a request; `/slow` answers when the file `go` is there. */
const HANDLER = `
import { existsSync } from 'node:fs';
export function handler(request, response) {
  // As the built site answers without asking our hooks, then as a page with a policy of its own.
  if (request.url === '/communes/') return response.writeHead(308, { location: '/communes' }).end();
  if (request.url === '/_app/immutable/rien.css') return response.writeHead(404).end('Not found');
  if (request.url === '/site.css') return response.writeHead(200, { 'content-type': 'text/css' }).end('p {}');
  if (request.url === '/lire') {
    response.setHeader('content-security-policy', "script-src 'nonce-abc'");
    response.setHeader('referrer-policy', 'same-origin');
    return response.writeHead(200).end();
  }
  if (request.url.startsWith('/communes/94017/carte')) return response.writeHead(200).end();
  const answer = () => response.end(JSON.stringify({
    origin: request.headers[process.env.PROTOCOL_HEADER] + '://' + request.headers.host,
    address: request.headers[process.env.ADDRESS_HEADER] ?? null,
    limit: Number(process.env.BODY_SIZE_LIMIT),
    runtime: globalThis.paroleTenueRuntime !== undefined,
  }));
  if (request.url !== '/slow') return answer();
  response.write(' ');
  const wait = setInterval(() => {
    if (!existsSync(new URL('go', import.meta.url))) return;
    clearInterval(wait);
    answer();
  }, 5);
}`;

beforeAll(async () => {
  databaseUrl = await createTestDatabase({ content: 'country' });
  site = await mkdtemp(join(tmpdir(), 'parole-tenue-site-'));
  // Started as root, PostgreSQL runs as another account, which must pass through.
  await chmod(site, 0o711);
  await mkdir(join(site, 'build'));
  await writeFile(join(site, 'build', 'handler.js'), HANDLER);
  await writeFile(join(site, 'package.json'), '{ "type": "module" }');
  await cp(join(PROJECT, 'data'), join(site, 'data'), { recursive: true });
});

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

afterAll(async () => {
  await rm(site, { recursive: true, force: true });
});

type Server = { readonly child: ChildProcess; readonly address: string };

/** What it starts is killed after the test that asked, when it is `among` these children. */
function spawnServer(environment: Record<string, string>, project = site, among = children): ChildProcess {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'serve-for-tests.ts'), project], {
    cwd: PROJECT,
    env: { ...OF_THE_MACHINE, DATABASE_URL: databaseUrl, PORT: '0', DEMO: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  among.push(child);
  return child;
}

async function start(environment: Record<string, string> = {}, among = children): Promise<Server> {
  const child = spawnServer(environment, site, among);
  child.stderr?.resume();
  if (child.stdout === null) throw new Error('no output');
  for await (const line of createInterface({ input: child.stdout })) {
    const port = /^port (\d+)$/.exec(line)?.[1];
    if (port !== undefined) return { child, address: `http://127.0.0.1:${port}` };
  }
  throw new Error('the server ended before it was ready');
}

async function failed(environment: Record<string, string>, project?: string): Promise<{ code: unknown; said: string }> {
  const child = spawnServer(environment, project);
  child.stdout?.resume();
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [code] = (await once(child, 'close')) as [unknown];
  return { code, said };
}

async function ask(address: string, headers: Record<string, string> = {}): Promise<Record<string, unknown>> {
  return (await (await fetch(address, { headers })).json()) as Record<string, unknown>;
}

describe('a server that started, asked several things before it stops', () => {
  let server: Server;
  let dataDirectory = '';

  beforeAll(async () => {
    dataDirectory = join(site, 'data-of-a-server');
    server = await start({ DATA_DIR: dataDirectory }, []);
  });

  afterAll(() => {
    server.child.kill('SIGKILL');
  });

  test('hands the database to the site, accepts documents of 20 MB, and believes the host it is called by', async () => {
    const { address } = server;
    expect(await ask(address)).toMatchObject({ origin: address, runtime: true, address: null });
    expect((await ask(address))['limit']).toBeGreaterThan(20 * 1024 * 1024);
    expect(await ask(address, { 'x-forwarded-proto': 'https' })).toMatchObject({
      origin: address.replace('http:', 'https:'),
    });
  });

  test('keeps every answer safe, also those that the site makes before its hooks', async () => {
    const { address } = server;
    const safe = {
      nosniff: 'nosniff',
      referrer: 'strict-origin-when-cross-origin',
      policy: QUIET_POLICY,
      frames: 'DENY',
    };
    const asked = async (path: string, headers: Record<string, string> = {}) => {
      const response = await fetch(address + path, { headers, redirect: 'manual' });
      const header = (name: string) => response.headers.get(name);
      return {
        status: response.status,
        nosniff: header('x-content-type-options'),
        referrer: header('referrer-policy'),
        policy: header('content-security-policy'),
        transport: header('strict-transport-security'),
        frames: header('x-frame-options'),
      };
    };
    expect(await asked('/communes/')).toEqual({ status: 308, ...safe, transport: null });
    expect(await asked('/_app/immutable/rien.css')).toEqual({ status: 404, ...safe, transport: null });
    expect(await asked('/site.css', { 'x-forwarded-proto': 'https' })).toEqual({
      status: 200,
      ...safe,
      transport: 'max-age=31536000; includeSubDomains',
    });
    expect(await asked('/lire')).toMatchObject({
      nosniff: 'nosniff',
      referrer: 'same-origin',
      policy: "script-src 'nonce-abc'",
    });
    // What was said before the site answers cannot be taken back by it.
    expect(await asked('/communes/94017/carte?depuis=ailleurs')).toMatchObject({ policy: FRAMED_POLICY, frames: null });
  });

  test('leaves its address to the commands beside it, and takes it away when it stops', async () => {
    const { child, address } = server;
    expect(await leftAddress(dataDirectory)).toBe(address.replace('127.0.0.1', 'localhost'));
    child.kill('SIGTERM');
    await once(child, 'close');
    expect(await leftAddress(dataDirectory)).toBeNull();
  });
});

describe('a server that started', () => {
  test('is at its public address behind a proxy, and takes the visitor’s address from the header it trusts', async () => {
    const { address } = await start({
      PUBLIC_ORIGIN: 'https://parole.example',
      CLIENT_ADDRESS_HEADER: 'X-Forwarded-For',
    });
    expect(await ask(address, { 'x-forwarded-for': '192.0.2.7' })).toMatchObject({
      origin: 'https://parole.example',
      address: '192.0.2.7',
    });
    expect(await ask(address)).toMatchObject({ address: '127.0.0.1' });
  });

  test.each(['SIGTERM', 'SIGINT'] as const)('finishes what it is answering on %s, then ends well', async (signal) => {
    await rm(join(site, 'build', 'go'), { force: true });
    const { child, address } = await start({ DRAIN_SECONDS: '60' });
    const response = await fetch(`${address}/slow`);
    child.kill(signal);
    await expect
      .poll(() =>
        fetch(address).then(
          () => 'open',
          () => 'closed',
        ),
      )
      .toBe('closed');
    await writeFile(join(site, 'build', 'go'), '');
    expect(await response.json()).toMatchObject({ runtime: true });
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  test('cuts what takes longer than it was told to wait', async () => {
    await rm(join(site, 'build', 'go'), { force: true });
    const { child, address } = await start({ DRAIN_SECONDS: '0' });
    const response = await fetch(`${address}/slow`);
    child.kill('SIGTERM');
    await expect(response.text()).rejects.toThrow();
    expect(await once(child, 'exit')).toEqual([0, null]);
  });
});

describe('a server that cannot start says why in French, and ends with 1', () => {
  test('when the settings are wrong, all of them', async () => {
    const { code, said } = await failed({ PORT: 'abc', PUBLIC_ORIGIN: 'x' });
    expect(code).toBe(1);
    expect(said).toContain('PORT : « abc »');
    expect(said).toContain('PUBLIC_ORIGIN : « x »');
    expect(said).not.toContain('at ');
  });

  test('when the port is taken', async () => {
    const other = createServer();
    other.listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const { code, said } = await failed({ PORT: String(port) });
    other.close();
    expect(code).toBe(1);
    expect(said).toContain(`Le port ${port}`);
  });

  test('when the site was not built', async () => {
    const { code, said } = await failed({}, join(site, 'data'));
    expect({ code, said }).toMatchObject({ code: 1, said: expect.stringContaining('npm start') as unknown });
  });

  test('when the database does not answer', async () => {
    const { code, said } = await failed({ DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nothing' });
    expect(code).toBe(1);
    expect(said).toContain('La base de données ne répond pas');
  });

  test('when another server holds the folder', async () => {
    const folders = { dataDirectory: join(site, 'held'), stateDirectory: join(site, 'state') };
    const held = await openEmbeddedPostgres(folders, { role: 'server', durability: 'for-tests' });
    const { code, said } = await failed({
      DATABASE_URL: '',
      DATA_DIR: folders.dataDirectory,
      STATE_DIR: folders.stateDirectory,
    });
    await held.close();
    expect(code).toBe(1);
    expect(said).toContain('Un autre serveur utilise déjà le dossier');
  });
});
