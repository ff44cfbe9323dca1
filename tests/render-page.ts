/** A page of the site as a reader gets it: its `load` asked, its component rendered, without a build nor a port. */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { createServer, type Plugin, type ViteDevServer } from 'vite';
import { afterAll, beforeAll } from 'vitest';
import type { Browser } from '#server/accounts/testing/request.ts';

export type PageRenderer = {
  /** `render('/pactes/[pact]', '/pactes/1-x', { pact: '1-x' })` gives the HTML. Throws what `load` throws: a redirect, an error. */
  readonly render: (
    route: string,
    path: string,
    params: Readonly<Record<string, string>>,
    /** Who asks; absent: a visitor of whom the page asks nothing. */
    who?: Browser,
    /** What an act gave back, as the page shows it. */
    form?: object,
  ) => Promise<string>;
  /** What stands around every page, with nothing in it. */
  readonly renderAround: () => Promise<string>;
  /** What it puts in `<head>`: title, canonical address, what search engines are told. */
  readonly renderHead: (route: string, path: string, params: Readonly<Record<string, string>>) => Promise<string>;
};

type Load = (event: {
  params: Readonly<Record<string, string>>;
  url: URL;
  setHeaders: (headers: Readonly<Record<string, string>>) => void;
}) => unknown;
type Renderer = { render: (component: unknown, options: { props: object }) => { head: string; body: string } };

/** Call at the top of a file. The database is the one of `provideRuntime`. */
export function withPageRenderer(): PageRenderer {
  let vite: ViteDevServer | null = null;
  beforeAll(async () => {
    vite = await createServer({
      configFile: false,
      logLevel: 'silent',
      appType: 'custom',
      server: { middlewareMode: true, hmr: false, ws: false, watch: null },
      optimizeDeps: { noDiscovery: true },
      plugins: [svelte({ configFile: false }), withoutKit()],
    });
  });
  afterAll(async () => {
    await vite?.close();
  });
  const rendered = async (...[route, path, params, who, form]: Parameters<PageRenderer['render']>) => {
    if (vite === null) throw new Error('the renderer is there from beforeAll on');
    const { load } = (await import(
      /* @vite-ignore */ pathToFileURL(resolve(`src/routes${route}/+page.server.ts`)).href
    )) as { load: Load };
    const url = new URL(path, 'http://site.test');
    const event = who?.ask(path, 'GET', { params }) ?? { params, url, setHeaders: () => undefined };
    const data = { origin: url.origin, ...((await load(event)) as object) };
    const [{ render }, page] = await Promise.all([
      vite.ssrLoadModule('svelte/server') as Promise<Renderer>,
      vite.ssrLoadModule(resolve(`src/routes${route}/+page.svelte`)),
    ]);
    return render(page['default'], { props: form === undefined ? { data } : { data, form } });
  };
  const renderAround = async () => {
    if (vite === null) throw new Error('the renderer is there from beforeAll on');
    const { load } = (await import(pathToFileURL(resolve('src/routes/+layout.server.ts')).href)) as { load: Load };
    const data = await load({ params: {}, url: new URL('http://site.test/'), setHeaders: () => undefined });
    const [{ render }, layout] = await Promise.all([
      vite.ssrLoadModule('svelte/server') as Promise<Renderer>,
      vite.ssrLoadModule(resolve('src/routes/+layout.svelte')),
    ]);
    return render(layout['default'], { props: { data, children: () => undefined } }).body;
  };
  return {
    renderAround,
    render: async (...asked) => (await rendered(...asked)).body,
    renderHead: async (...asked) => (await rendered(...asked)).head,
  };
}

/** What Kit tells a page of its request: the components of public pages ask for its address alone. */
function withoutKit(): Plugin {
  return {
    name: 'without-kit',
    resolveId: (id) => (id === '$app/state' ? '\0app-state' : null),
    load: (id) =>
      id === '\0app-state'
        ? "export const page = { url: new URL('http://site.test/'), data: { origin: 'http://site.test', contact: null }, status: 200 };"
        : null,
  };
}
