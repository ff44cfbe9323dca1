/** The settings of another service that vouches for people (OpenID Connect). Described in ./config.ts with all others. */
import type { ConfigProblem } from './config-problem.ts';

/** Explicit endpoints, no discovery: the site asks nothing of anybody before somebody chooses to sign in there. */
export type IdentityProvider = {
  /** On the button. */
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly authorizationUrl: string;
  readonly tokenUrl: string;
  readonly userinfoUrl: string;
  readonly jwksUrl: string;
  readonly scope: string;
  readonly acrValues: string | null;
};

/** Null: none is set. `text` reads one variable, null when it is absent. */
export function readIdentityProvider(
  text: (variable: string) => string | null,
  problems: ConfigProblem[],
): IdentityProvider | null {
  const clientId = text('OIDC_CLIENT_ID');
  if (clientId === null) return null;
  const needed = (variable: string): string => {
    const value = text(variable);
    if (value === null) problems.push({ kind: 'missing-beside', variable, beside: 'OIDC_CLIENT_ID' });
    return value ?? '';
  };
  const address = (variable: string): string => {
    const value = needed(variable);
    if (value !== '' && !isWebAddress(value)) problems.push({ kind: 'not-a-web-address', variable, value });
    return value;
  };
  return {
    name: text('OIDC_NAME') ?? 'ProConnect',
    issuer: address('OIDC_ISSUER'),
    clientId,
    clientSecret: needed('OIDC_CLIENT_SECRET'),
    authorizationUrl: address('OIDC_AUTHORIZATION_URL'),
    tokenUrl: address('OIDC_TOKEN_URL'),
    userinfoUrl: address('OIDC_USERINFO_URL'),
    jwksUrl: address('OIDC_JWKS_URL'),
    scope: text('OIDC_SCOPE') ?? 'openid email',
    acrValues: text('OIDC_ACR_VALUES'),
  };
}

/** https, or http on this machine for trials. */
function isWebAddress(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, hostname, username } = new URL(value);
  const local = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  return username === '' && (protocol === 'https:' || (protocol === 'http:' && local));
}
