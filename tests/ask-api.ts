/** The read API, asked as a program asks it. Whoever asks has provided the runtime. */
import { expect } from 'vitest';
import { apiAnswer } from '#server/http/api/answer.ts';

export type Row = Readonly<Record<string, unknown>>;
export type Page = { readonly donnees: readonly Row[]; readonly suivant: string | null; readonly total: number | null };

export async function ask(address: string, { method = 'GET', ...headers }: Readonly<Record<string, string>> = {}) {
  const url = new URL(`/api/v1/${address}`, 'http://site.test');
  const request = new Request(url, { method, headers });
  return await apiAnswer({
    request,
    url,
    params: { path: url.pathname.replace('/api/v1/', '') },
    getClientAddress: () => '127.0.0.1',
  });
}

export async function page(address: string): Promise<Page> {
  const answer = await ask(address);
  expect(answer.status, `${address}: ${await answer.clone().text()}`).toBe(200);
  return (await answer.json()) as Page;
}

/** Every page, by the addresses that each gives of the next. */
export async function all(address: string): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (let next: string | null = address; next !== null;) {
    const { donnees, suivant }: Page = await page(next);
    rows.push(...donnees);
    next = suivant === null ? null : suivant.replace('/api/v1/', '');
  }
  return rows;
}

/** What a refusal says, as RFC 9457 has it. */
export async function problem(address: string): Promise<unknown> {
  const answer = await ask(address);
  expect(answer.headers.get('content-type'), address).toBe('application/problem+json; charset=utf-8');
  const said = (await answer.json()) as { readonly status: number };
  expect(said.status).toBe(answer.status);
  return said;
}
