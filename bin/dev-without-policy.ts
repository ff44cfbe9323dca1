/**
 * `vite dev` writes the styles into the page and reloads it by a script of its own: the policy of the site would leave the
 * page bare. In development alone, answers go out without it. Journeys and audit look at the built site.
 */
import type { ServerResponse } from 'node:http';
import type { Plugin } from 'vite';

export function devWithoutPolicy(): Plugin {
  return {
    name: 'dev-without-policy',
    apply: 'serve',
    configureServer(server) {
      server.middlewares.use((_request, response: ServerResponse, next) => {
        const set = response.setHeader.bind(response);
        response.setHeader = (name, value) =>
          name.toLowerCase() === 'content-security-policy' ? response : set(name, value);
        next();
      });
    },
  };
}
