/** A request of a browser that keeps its cookies, as far as the functions of this folder look. */
import type { Asking } from '../actor-of.ts';

export type Browser = {
  readonly ask: (path: string, method?: string) => Asking;
  readonly cookies: Map<string, string>;
};

export function browser({ origin = 'http://site.test', agent = 'a test' } = {}): Browser {
  const jar = new Map<string, string>();
  return {
    cookies: jar,
    ask: (path, method = 'GET') => {
      const cookie = [...jar].map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('; ');
      const cookies: Asking['cookies'] = {
        get: (name: string) => jar.get(name),
        getAll: () => [...jar].map(([name, value]) => ({ name, value })),
        set: (name: string, value: string, options?: { maxAge?: number | undefined }) => {
          if (value === '' || options?.maxAge === 0) jar.delete(name);
          else jar.set(name, value);
        },
        delete: (name: string) => void jar.delete(name),
        serialize: () => '',
        parse: () => ({ name: '', value: '' }),
      };
      return {
        url: new URL(path, origin),
        request: new Request(new URL(path, origin), { method, headers: { cookie, 'user-agent': agent } }),
        cookies,
      };
    },
  };
}
