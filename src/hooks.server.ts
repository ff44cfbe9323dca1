/**
 * Around every request: the safe headers, the French spaces, how long a page may be kept, and packing.
 *
 * Pages without scripts are finished here once; pages with scripts (/lire) are left as Kit made them.
 */
import type { Handle, HandleServerError } from '@sveltejs/kit/hooks';
import { readConfig } from '#server/config.ts';
import { compressed } from '#server/http/compression.ts';
import { refusedFile } from '#server/http/file-request.ts';
import { nameMadeUp } from '#server/http/files.ts';
import { keptFor } from '#server/http/kept-for.ts';
import { isPersonal } from '#server/http/personal-answers.ts';
import { addSecurityHeaders } from '#server/http/security-headers.ts';
import { runtime } from '#server/runtime.ts';
import { withFrenchLines, withFrenchLinesAroundFields, withoutComments } from '#ui/typography.ts';

const HAS_FIELDS = /<form[^>]*method="POST"/;
const RUNS_SCRIPTS = /<script(?:>| nonce| type="module")/;

export const handle: Handle = async ({ event, resolve }) => {
  const response = refusedFile(event) ?? (await resolve(event, { transformPageChunk: ({ html }) => finished(html) }));
  addSecurityHeaders(response.headers, { secure: event.url.protocol === 'https:', path: event.url.pathname });
  if (await isMadeUp()) {
    response.headers.set('x-robots-tag', 'noindex, nofollow');
    nameMadeUp(response.headers);
  }
  if (!response.headers.has('cache-control')) {
    response.headers.set('cache-control', mayBeKept(event.request, response) ? howKept() : 'no-store');
  }
  return compressed(event.request, response);
};

/** The person reads what to do next on the error page; the log gets what happened, never who or what was typed. */
export const handleError: HandleServerError = ({ kind, error, event }) => {
  if (kind === 'unknown') console.error(`${event.request.method} ${event.route.id ?? 'unknown route'}:`, error);
};

/** Known since the start; where nothing could be opened, there is nothing to keep from robots. */
async function isMadeUp(): Promise<boolean> {
  return await runtime().then(
    ({ synthetic }) => synthetic !== undefined && synthetic !== null,
    () => false,
  );
}

/** What a person typed and may send again is left as it is. */
function finished(html: string): string {
  if (RUNS_SCRIPTS.test(html)) return html;
  const bare = withoutComments(html);
  return HAS_FIELDS.test(bare) ? withFrenchLinesAroundFields(bare) : withFrenchLines(bare);
}

let kept: string | undefined;

/** Read late, since the build imports this file. */
function howKept(): string {
  return (kept ??= keptFor(readConfig(process.env)));
}

/** A nonce is for one visitor and one time, what somebody signed in sees is for them; an error may be gone in a minute. */
function mayBeKept(request: Request, response: Response): boolean {
  const once = response.headers.get('content-security-policy')?.includes("'nonce-") ?? false;
  const read = request.method === 'GET' || request.method === 'HEAD';
  return (
    read &&
    !once &&
    !isPersonal(request) &&
    (response.status === 200 || response.status === 301 || response.status === 308)
  );
}
