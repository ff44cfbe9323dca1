/** What a file of src/routes gives, as a test calls it: its `load`, its acts, its GET. */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

export type RouteEvent = {
  readonly url: URL;
  readonly request: Request;
  readonly params: Readonly<Record<string, string>>;
  readonly getClientAddress: () => string;
};
export type RouteModule = {
  readonly GET: (event: RouteEvent) => Promise<Response>;
  readonly actions: Readonly<Record<string, (event: RouteEvent) => Promise<unknown>>>;
};

/** `routeModule('/plans/[plan]/notice.[format]/+server.ts')` */
export async function routeModule(path: string): Promise<RouteModule> {
  return (await import(/* @vite-ignore */ pathToFileURL(resolve(`src/routes${path}`)).href)) as RouteModule;
}

/** A visitor who is not signed in. */
export function visit(path: string, params: Readonly<Record<string, string>>): RouteEvent {
  const url = new URL(path, 'http://site.test');
  return { url, request: new Request(url), params, getClientAddress: () => '127.0.0.1' };
}
