/** Somebody who walks through the pages of a consultation: what they send, and the address they confirm by its code. */
import { expect } from 'vitest';
import { dayAfter, dayIn } from '#domain/shared/local-day.ts';
import { browser, type Browser } from '#server/accounts/testing/request.ts';
import type { Db } from '#server/storage/connection.ts';
import { codeSentTo } from './people.ts';
import type { PageRenderer } from './render-page.ts';

export const CONSULTED = '/consultations/[consultation]';
export const TODAY = dayIn(new Date(), 'Europe/Paris');
export const ANNOUNCED = new Date(Date.now() - 40 * 86_400_000);
/** By the clock of whoever runs the tests: pages ask no other. */
export const RUNNING = { opensOn: dayAfter(TODAY, -30), closesOn: dayAfter(TODAY, 30) };
export const OVER = { opensOn: dayAfter(TODAY, -30), closesOn: dayAfter(TODAY, -5) };

export type Sent = {
  readonly status: number;
  readonly location?: string;
  readonly data?: { readonly problem: string };
};
type Page = { readonly actions: Readonly<Record<string, (event: object) => Promise<Sent>>> };
type Params = Readonly<Record<string, string>>;

export const consulted = (id: number, more: Params = {}): Params => ({ consultation: String(id), ...more });

/** Sends a form of that page; what comes back is a redirection or a refusal. */
export async function send(
  who: Browser,
  route: string,
  {
    act = 'default',
    path,
    params,
    form = {},
  }: { readonly act?: string; readonly path: string; readonly params: Params; readonly form?: Params },
): Promise<Sent> {
  const { actions } = (await import(/* @vite-ignore */ `../src/routes${route}/+page.server.ts`)) as Page;
  const asked = who.ask(path, 'POST', { form, params });
  const outcome = actions[act]?.(asked) ?? Promise.reject(new Error(`no act ${act}`));
  return await outcome.catch((thrown: unknown) => thrown as Sent);
}

/** By code, as anybody does. */
export async function confirmed(
  { db, render }: { readonly db: Db; readonly render: PageRenderer['render'] },
  { email, id }: { readonly email: string; readonly id: number },
): Promise<Browser> {
  const who = browser();
  const path = `/consultations/${id}/participer`;
  const asked = await send(who, `${CONSULTED}/participer`, {
    act: 'code',
    path,
    params: consulted(id),
    form: { email },
  });
  expect(asked.status).toBe(303);
  const params = consulted(id, { proof: asked.location?.split('/').at(-1) ?? '' });
  const route = `${CONSULTED}/participer/[proof]`;
  const at = `${path}/${params['proof'] ?? ''}`;
  expect(await render(route, at, params, who)).toContain(email);
  const done = await send(who, route, { path: at, params, form: { code: await codeSentTo(db, email) } });
  expect(done.location).toBe(`/consultations/${id}?participe`);
  return who;
}
