/** What is wrong with a request to the API, as an answer (RFC 9457). */
import { PROBLEM_STATUS, type ApiProblem } from '#domain/open-data/api-problem.ts';
import { sayProblem } from '#ui/messages/api-problems.fr.ts';

export const API_METHODS = 'GET, HEAD, OPTIONS';

export function problemResponse(problem: ApiProblem): Response {
  const status = PROBLEM_STATUS[problem.kind];
  const { title, detail, errors } = sayProblem(problem);
  const body = {
    type: `/api#${problem.kind}`,
    title,
    status,
    detail,
    ...(errors === undefined ? {} : { erreurs: errors }),
  };
  return new Response(`${JSON.stringify(body, null, 1)}\n`, {
    status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'cache-control': 'no-store',
      ...(problem.kind === 'too-many-requests' ? { 'retry-after': String(problem.seconds) } : {}),
      ...(problem.kind === 'method-not-allowed' ? { allow: API_METHODS } : {}),
    },
  });
}
