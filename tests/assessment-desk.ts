/** For tests of the pages where one says how far a promise is: who may speak, the form sent as a browser sends it, and the page that everybody reads. */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { sql } from 'kysely';
import { afterEach, beforeAll, vi } from 'vitest';
import type { Asked, Browser } from '#server/accounts/testing/request.ts';
import { active } from './collectives.ts';
import type { TestDatabase } from './database.ts';
import { newPerson } from './people.ts';
import type { PageRenderer } from './render-page.ts';
import { signedIn } from './signed-in.ts';
import { BRY, buildWorld, CHAMPIGNY, type World } from './world.ts';

export const FORM = '/pactes/[pact]/suivi/[item]/evaluer';
export const PLACE = '94017-champigny-sur-marne';
export const TODAY = '2029-06-10';
export const SAID = {
  etat: 'partly-kept',
  phrase: 'Le double sens cyclable est généralisé.',
  jour: '2029-06-01',
  vues: '0',
};

type Module = {
  readonly load: (event: Asked) => Promise<unknown>;
  readonly actions?: Readonly<Record<string, (event: Asked) => Promise<unknown>>>;
};
export const moduleOf = async (route: string) =>
  (await import(/* @vite-ignore */ pathToFileURL(resolve(`src/routes${route}/+page.server.ts`)).href)) as Module;
export const endpoint = async (route: string) => {
  const file = pathToFileURL(resolve(`src/routes${route}/+server.ts`)).href;
  const { GET } = (await import(/* @vite-ignore */ file)) as { GET: (event: unknown) => Promise<Response> };
  return GET;
};
export const plain = (html: string) => html.replace(/<!--[\s\S]*?-->/g, '').replace(/\s+/g, ' ');

type People = { readonly world: World; readonly claire: Browser; readonly agnes: Browser; readonly nobody: Browser };

/**
 * Call at the top of a file, once pages are served from its database. From `beforeAll` on it is TODAY; claire is of the
 * collective of Champigny, agnes an agent of its town hall, nobody of neither side here.
 */
export function assessmentDesk(database: TestDatabase, { render }: PageRenderer) {
  let set: People | null = null;
  const there = () => {
    if (set === null) throw new Error('who speaks is there from beforeAll on');
    return set;
  };
  beforeAll(async () => {
    const { db } = database;
    const world = await buildWorld(db);
    const { founder } = await active(db, { founder: 'claire', places: [CHAMPIGNY], name: 'Champigny citoyenne' });
    await active(db, { founder: 'bruno', places: [BRY] });
    await newPerson(db, 'agnes');
    await sql`with asked as (insert into role_request (person_id, role, municipality_code, asked_at, state)
        values ('p-agnes', 'municipal-agent', '94017', now(), 'confirmed') returning id)
      insert into town_hall_member (person_id, role, municipality_code, request_id, since)
        select 'p-agnes', 'municipal-agent', '94017', id, now() from asked`.execute(db);
    // A session begins, and ends, by the same clock.
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(`${TODAY}T08:00:00Z`) });
    const claire = await signedIn(founder);
    set = { world, claire, agnes: await signedIn('p-agnes'), nobody: await signedIn('p-bruno') };
    return () => vi.useRealTimers();
  });
  afterEach(() => {
    vi.setSystemTime(new Date(`${TODAY}T08:00:00Z`));
  });
  const params = (item = 'm15', pact = there().world.demain) => ({ pact: String(pact), item });
  return {
    get world() {
      return there().world;
    },
    get claire() {
      return there().claire;
    },
    get agnes() {
      return there().agnes;
    },
    get nobody() {
      return there().nobody;
    },
    params,
    /** As a browser sends a form with files. */
    send: async (
      who: Browser,
      {
        act = 'dire',
        route = FORM,
        item = 'm15',
        voice,
      }: { act?: string; route?: string; item?: string; voice?: string },
      fields: Readonly<Record<string, string | File>>,
    ): Promise<unknown> => {
      const form = new FormData();
      for (const [name, value] of Object.entries(fields)) form.set(name, value);
      const path = `/pactes/${there().world.demain}/suivi/${item}/evaluer?/${act}${voice === undefined ? '' : `&voix=${voice}`}`;
      const asked = who.ask(path, 'POST', { params: params(item) });
      const cookie = asked.request.headers.get('cookie') ?? '';
      const request = new Request(asked.url, { method: 'POST', body: form, headers: { cookie } });
      const { actions = {} } = await moduleOf(route);
      return await actions[act]?.({ ...asked, request });
    },
    thread: async (measure = '15') =>
      plain(
        await render('/communes/[commune]/mesures/[measure]', `/communes/${PLACE}/mesures/${measure}`, {
          commune: PLACE,
          measure,
        }),
      ),
    formPage: async (who: Browser, item = 'm15') =>
      plain(await render(FORM, `/pactes/${there().world.demain}/suivi/${item}/evaluer`, params(item), who)),
  };
}
