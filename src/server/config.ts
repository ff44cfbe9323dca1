/**
 * Every setting of the server and of the commands: the only reader of the environment.
 *
 * | variable         | default                      | meaning                                                       |
 * | ---------------- | ---------------------------- | ------------------------------------------------------------- |
 * | `HOST`           | `127.0.0.1`                  | address to listen on; `0.0.0.0` or `::` for every interface   |
 * | `PORT`           | `3000`                       | 1 to 65535, or 0 for any free port                            |
 * | `PUBLIC_ORIGIN`  | none                         | the address people type, `https://parole.example`: needed     |
 * |                  |                              | behind a proxy; without it the request's own host is believed |
 * | `DATA_DIR`       | `.data`                      | folder of everything that must be kept; relative to the       |
 * |                  |                              | project's folder                                              |
 * | `DATABASE_URL`   | none                         | a PostgreSQL of yours, `postgres://user@host/base`; without   |
 * |                  |                              | it PostgreSQL is started in `DATA_DIR`                        |
 * | `STATE_DIR`      | `/var/lib/parole-tenue`      | where PostgreSQL goes when started as root from a folder that |
 * |                  |                              | other users cannot enter                                      |
 * | `DATABASE_POOL`  | `10`                         | connections kept open by one process, 1 to 100                |
 * | `CLIENT_ADDRESS_HEADER` | none                  | header in which a trusted proxy gives the visitor's address,  |
 * |                  |                              | such as `x-forwarded-for`                                     |
 * | `CONTACT`        | none                         | who runs this site: an e-mail address, or an https page where |
 * |                  |                              | they can be reached; shown to visitors and in                 |
 * |                  |                              | `/.well-known/security.txt`, which does not exist without it  |
 * | `SITE_SECRET`    | made at the first start,     | 32 characters or more: signs the cookies of sessions. Without |
 * |                  | kept in `DATA_DIR/secret`    | it, or with another, everybody has to sign in again           |
 * | `SMTP_URL`       | none                         | the server that sends mails, `smtps://user:word@mail.example` |
 * |                  |                              | or `smtp://mail.example:587`; without it mails are kept and   |
 * |                  |                              | shown at `/courrier`, to this machine alone                   |
 * | `MAIL_FROM`      | none                         | the address that mails come from, needed with `SMTP_URL`      |
 * | `TSA_URL`        | none                         | an RFC 3161 time-stamping authority, `https://tsa.example/tsr`,|
 * |                  |                              | which then dates the seals of signed texts                    |
 * | `OIDC_CLIENT_ID` | none                         | signing in by another service too (OpenID Connect: ProConnect |
 * |                  |                              | or FranceConnect); with it all of `OIDC_CLIENT_SECRET`,       |
 * |                  |                              | `OIDC_ISSUER`, `OIDC_AUTHORIZATION_URL`, `OIDC_TOKEN_URL`,    |
 * |                  |                              | `OIDC_USERINFO_URL` and `OIDC_JWKS_URL`; it sends people back |
 * |                  |                              | to `/connexion/retour`                                        |
 * | `OIDC_NAME`      | `ProConnect`                 | its name on the button                                        |
 * | `OIDC_SCOPE`     | `openid email`               | what is asked of it                                           |
 * | `OIDC_ACR_VALUES` | none                        | the level that it must vouch for; `eidas1` for FranceConnect  |
 * | `DRAIN_SECONDS`  | `10`                         | how long a stopping server waits for open requests, 0 to 300  |
 * | `DEMO`           | `1`                          | `0` leaves out the documents shown as an example              |
 *
 * An empty value counts as absent. Secret are `SITE_SECRET`, `OIDC_CLIENT_SECRET` and the passwords inside
 * `DATABASE_URL` and `SMTP_URL`: problems name these variables and never repeat their value.
 */
import { isAbsolute, resolve } from 'node:path';
import { readEmail } from '#domain/shared/email.ts';
import type { ConfigProblem } from './config-problem.ts';
import { readContact, type Contact } from './contact.ts';
import { readIdentityProvider, type IdentityProvider } from './identity-provider.ts';
import { StartUpFailure } from './start-up-failure.ts';

export type Config = {
  readonly host: string;
  readonly port: number;
  /** Scheme and host without a trailing slash; null: believe each request. */
  readonly publicOrigin: string | null;
  /** Absolute. */
  readonly dataDirectory: string;
  readonly databaseUrl: string | null;
  /** Absolute. */
  readonly stateDirectory: string;
  readonly databasePool: number;
  readonly clientAddressHeader: string | null;
  /** Null: the operator did not say. */
  readonly contact: Contact | null;
  /** Null: kept in the data directory (./secret.ts). */
  readonly siteSecret: string | null;
  /** Null: mails are kept, and shown to this machine alone. */
  readonly mail: { readonly url: string; readonly from: string } | null;
  /** Null: the time of a seal is ours alone. */
  readonly timestampAuthority: string | null;
  /** Null: people sign in by their address alone. */
  readonly identityProvider: IdentityProvider | null;
  readonly drainSeconds: number;
  readonly demo: boolean;
};

export const DEFAULT_PORT = 3000;

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads and checks the settings; throws one StartUpFailure that names every problem found. */
export function readConfig(environment: Environment, projectDirectory: string = process.cwd()): Config {
  const problems: ConfigProblem[] = [];
  const text = (variable: string): string | null => environment[variable]?.trim() || null;

  const integer = (variable: string, bounds: { fallback: number; min: number; max: number }): number => {
    const value = text(variable);
    if (value === null) return bounds.fallback;
    const number = /^\d{1,9}$/.test(value) ? Number(value) : NaN;
    if (number >= bounds.min && number <= bounds.max) return number;
    problems.push({ kind: 'not-an-integer', variable, value, min: bounds.min, max: bounds.max });
    return bounds.fallback;
  };
  const path = (variable: string, fallback: string): string => {
    const value = text(variable) ?? fallback;
    if (value.includes('\0')) problems.push({ kind: 'not-a-path', variable });
    return isAbsolute(value) ? resolve(value) : resolve(projectDirectory, value);
  };
  const checked = <Kind extends 'not-a-host' | 'not-a-header'>(variable: string, kind: Kind, form: RegExp) => {
    const value = text(variable);
    if (value !== null && !form.test(value)) problems.push({ kind, variable, value });
    return value;
  };

  const config: Config = {
    host: checked('HOST', 'not-a-host', /^(\[?[0-9a-f:.]+\]?|[a-z0-9.-]+)$/i) ?? '127.0.0.1',
    port: integer('PORT', { fallback: DEFAULT_PORT, min: 0, max: 65_535 }),
    publicOrigin: readOrigin(text('PUBLIC_ORIGIN'), problems),
    dataDirectory: path('DATA_DIR', '.data'),
    databaseUrl: readDatabaseUrl(text('DATABASE_URL'), problems),
    stateDirectory: path('STATE_DIR', '/var/lib/parole-tenue'),
    databasePool: integer('DATABASE_POOL', { fallback: 10, min: 1, max: 100 }),
    clientAddressHeader: checked('CLIENT_ADDRESS_HEADER', 'not-a-header', /^[a-z0-9-]+$/i)?.toLowerCase() ?? null,
    contact: readContactSetting(text('CONTACT'), problems),
    siteSecret: readSiteSecret(text('SITE_SECRET'), problems),
    mail: readMailSettings({ url: text('SMTP_URL'), from: text('MAIL_FROM') }, problems),
    timestampAuthority: readWebAddress('TSA_URL', text('TSA_URL'), problems),
    identityProvider: readIdentityProvider(text, problems),
    drainSeconds: integer('DRAIN_SECONDS', { fallback: 10, min: 0, max: 300 }),
    demo: readSwitch('DEMO', text('DEMO'), problems),
  };
  if (problems.length > 0) throw new StartUpFailure({ kind: 'invalid-configuration', problems });
  return config;
}

/** The address to give to people: links in e-mails and feeds, the line printed at start. */
export function publicAddress(config: Pick<Config, 'publicOrigin' | 'port'>): string {
  return config.publicOrigin ?? `http://localhost:${config.port}`;
}

function readOrigin(value: string | null, problems: ConfigProblem[]): string | null {
  if (value === null) return null;
  const url = URL.canParse(value) ? new URL(value) : null;
  const bare =
    url !== null &&
    (url.protocol === 'https:' || url.protocol === 'http:') &&
    url.pathname === '/' &&
    url.search === '' &&
    url.hash === '' &&
    url.username === '' &&
    url.password === '';
  if (bare) return url.origin;
  problems.push({ kind: 'not-an-origin', variable: 'PUBLIC_ORIGIN', value });
  return null;
}

function readContactSetting(value: string | null, problems: ConfigProblem[]): Contact | null {
  if (value === null) return null;
  const contact = readContact(value);
  if (contact === null) problems.push({ kind: 'not-a-contact', variable: 'CONTACT', value });
  return contact;
}

function readDatabaseUrl(value: string | null, problems: ConfigProblem[]): string | null {
  if (value === null) return null;
  const url = URL.canParse(value) ? new URL(value) : null;
  if (url !== null && (url.protocol === 'postgres:' || url.protocol === 'postgresql:')) return value;
  problems.push({ kind: 'not-a-postgres-url', variable: 'DATABASE_URL' });
  return null;
}

const SHORTEST_SECRET = 32;

function readSiteSecret(value: string | null, problems: ConfigProblem[]): string | null {
  if (value !== null && value.length < SHORTEST_SECRET) {
    problems.push({ kind: 'short-secret', variable: 'SITE_SECRET', least: SHORTEST_SECRET });
  }
  return value;
}

function readMailSettings(
  { url, from }: { readonly url: string | null; readonly from: string | null },
  problems: ConfigProblem[],
): Config['mail'] {
  if (from !== null && readEmail(from) === null) {
    problems.push({ kind: 'not-an-email', variable: 'MAIL_FROM', value: from });
  }
  if (url === null) return null;
  const scheme = URL.canParse(url) ? new URL(url).protocol : '';
  if ((scheme !== 'smtp:' && scheme !== 'smtps:') || new URL(url).hostname === '') {
    problems.push({ kind: 'not-an-smtp-url', variable: 'SMTP_URL' });
  }
  if (from === null) problems.push({ kind: 'missing-beside', variable: 'MAIL_FROM', beside: 'SMTP_URL' });
  return from === null ? null : { url, from };
}

function readWebAddress(variable: string, value: string | null, problems: ConfigProblem[]): string | null {
  if (value === null) return null;
  const url = URL.canParse(value) ? new URL(value) : null;
  if (url !== null && (url.protocol === 'https:' || url.protocol === 'http:')) return url.href;
  problems.push({ kind: 'not-a-web-address', variable, value });
  return null;
}

function readSwitch(variable: string, value: string | null, problems: ConfigProblem[]): boolean {
  if (value === null || value === '1') return true;
  if (value !== '0') problems.push({ kind: 'not-a-switch', variable, value });
  return false;
}
