/** A real OpenID Connect service on this machine (oidc-provider), where everybody is let through as `who` says. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair } from 'jose';
import Provider from 'oidc-provider';
import type { IdentityProvider } from '../../identity-provider.ts';

export type Who = { sub: string; claims: Readonly<Record<string, unknown>> };

export type IdentityService = {
  readonly settings: IdentityProvider;
  /** Who is let through next. */
  who: Who;
  /** Goes where a browser would, with its cookies, until the service sends it back; the address it is sent to. */
  readonly visit: (location: string) => Promise<URL>;
  readonly close: () => Promise<void>;
};

export async function startIdentityService({
  redirectUri,
  signed = true,
}: {
  readonly redirectUri: string;
  /** What it says of a person is a signed JWT, as ProConnect does; JSON otherwise. */
  readonly signed?: boolean;
}): Promise<IdentityService> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const service: IdentityService = {
    settings: {
      name: 'ProConnect',
      issuer,
      clientId: 'parole-tenue',
      clientSecret: 'a secret between the two',
      authorizationUrl: `${issuer}/auth`,
      tokenUrl: `${issuer}/token`,
      userinfoUrl: `${issuer}/me`,
      jwksUrl: `${issuer}/jwks`,
      scope: 'openid email',
      acrValues: null,
    },
    who: { sub: 'agent-1', claims: { email: 'agente@mairie.example' } },
    visit: (location) => visit(location, redirectUri),
    close: () => closed(server),
  };
  // Each service its own key, under one name.
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const key = { ...(await exportJWK(privateKey)), kid: 'the key', alg: 'RS256', use: 'sig' };
  const provider = new Provider(issuer, {
    jwks: { keys: [key] },
    ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600 },
    clients: [
      {
        client_id: service.settings.clientId,
        client_secret: service.settings.clientSecret,
        redirect_uris: [redirectUri],
        token_endpoint_auth_method: 'client_secret_post',
        ...(signed ? { userinfo_signed_response_alg: 'RS256' } : {}),
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    conformIdTokenClaims: true,
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false }, jwtUserinfo: { enabled: true } },
    interactions: { url: (_, interaction) => `/let-through/${interaction.uid}` },
    findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ sub, ...service.who.claims }) }),
    cookies: { keys: ['a key of the service'] },
  });
  const answer = provider.callback();
  server.on('request', (request, response) => {
    if (request.url?.startsWith('/let-through/') !== true) {
      void answer(request, response);
      return;
    }
    void (async () => {
      const { prompt, params, session } = await provider.interactionDetails(request, response);
      if (prompt.name === 'login') {
        await provider.interactionFinished(request, response, { login: { accountId: service.who.sub } });
        return;
      }
      const grant = new provider.Grant({ accountId: session?.accountId ?? '', clientId: String(params['client_id']) });
      grant.addOIDCScope('openid email');
      await provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } });
    })();
  });
  return service;
}

async function visit(start: string, end: string): Promise<URL> {
  const cookies = new Map<string, string>();
  let at = new URL(start);
  for (let step = 0; step < 12; step += 1) {
    if (at.href.startsWith(end)) return at;
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(at, { headers: { cookie }, redirect: 'manual' });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    const location = answer.headers.get('location');
    if (location === null) throw new Error(`${at.pathname} answered ${answer.status}: ${await answer.text()}`);
    at = new URL(location, at);
  }
  throw new Error('sent around for ever');
}

async function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
}
