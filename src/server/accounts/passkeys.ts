/** The four steps of passkeys, as endpoints answer them: JSON, or the status of a refusal with nothing said. */
import type { RequestEvent } from '@sveltejs/kit';
import { literal, looseObject, safeParse, string, type InferOutput } from 'valibot';
import { authFor, type Asking } from './actor-of.ts';
import { giveCookies } from './session-cookies.ts';

type Step = 'sign-in-options' | 'sign-in' | 'add-options' | 'add';

/** Longest answer of a device that is read. */
const LIMIT = 20_000;

export async function passkeyStep(event: Asking, step: Step): Promise<Response> {
  const { api } = await authFor(event);
  const asked = { headers: withOrigin(event), returnHeaders: true } as const;
  try {
    const { response, headers } = await (async () => {
      switch (step) {
        case 'sign-in-options':
          return await api.generatePasskeyAuthenticationOptions(asked);
        case 'add-options':
          return await api.generatePasskeyRegistrationOptions({ ...asked, query: {} });
        case 'sign-in':
          return await api.verifyPasskeyAuthentication({ ...asked, body: { response: await answerOf(event, SIGNED) } });
        case 'add':
          return await api.verifyPasskeyRegistration({ ...asked, body: { response: await answerOf(event, ANSWER) } });
      }
    })();
    giveCookies(event, headers);
    // What better-auth says of the person and of the key stays here.
    return Response.json(step.endsWith('options') ? response : { done: true });
  } catch (thrown) {
    const status = statusOf(thrown);
    if (status >= 500) throw thrown;
    return Response.json({ done: false }, { status });
  }
}

/** What a device answers, as far as better-auth looks; the rest of it goes along. */
const ANSWER = looseObject({
  id: string(),
  rawId: string(),
  type: literal('public-key'),
  clientExtensionResults: looseObject({}),
});
const SIGNED = looseObject({
  ...ANSWER.entries,
  response: looseObject({ clientDataJSON: string(), authenticatorData: string(), signature: string() }),
});

/** Sent by a script of ours: a form of another site cannot send JSON. */
async function answerOf<Schema extends typeof ANSWER | typeof SIGNED>(
  { request }: Pick<RequestEvent, 'request'>,
  schema: Schema,
): Promise<InferOutput<Schema>> {
  const type = request.headers.get('content-type') ?? '';
  const text = type.startsWith('application/json') ? await request.text() : '';
  const read = safeParse(schema, text.length > LIMIT ? null : parsed(text));
  if (!read.success) throw Object.assign(new Error('not the answer of a device'), { statusCode: 400 });
  return read.output;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function withOrigin({ request, url }: Asking): Headers {
  const headers = new Headers(request.headers);
  if (!headers.has('origin')) headers.set('origin', url.origin);
  return headers;
}

function statusOf(thrown: unknown): number {
  return typeof thrown === 'object' &&
    thrown !== null &&
    'statusCode' in thrown &&
    typeof thrown.statusCode === 'number'
    ? thrown.statusCode
    : 500;
}
