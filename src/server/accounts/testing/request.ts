/** A request of a browser that keeps its cookies, as far as pages and the functions of this folder look. */
import type { Asking } from '../actor-of.ts';

export type Asked = Asking & {
  readonly params: Readonly<Record<string, string>>;
  readonly setHeaders: (headers: Readonly<Record<string, string>>) => void;
  readonly getClientAddress: () => string;
};

export type Browser = {
  readonly ask: (path: string, method?: string, more?: More) => Asked;
  readonly cookies: Map<string, string>;
};

type More = {
  readonly form?: Readonly<Record<string, string>>;
  readonly params?: Readonly<Record<string, string>>;
};

export function browser({ origin = 'http://site.test', agent = 'a test', address = '127.0.0.1' } = {}): Browser {
  const jar = new Map<string, string>();
  const cookies: Asking['cookies'] = {
    get: (name) => jar.get(name),
    getAll: () => [...jar].map(([name, value]) => ({ name, value })),
    set: (name, value, options) => {
      if (value === '' || options?.maxAge === 0) jar.delete(name);
      else jar.set(name, value);
    },
    delete: (name) => void jar.delete(name),
    serialize: () => '',
    parse: () => ({ name: '', value: '' }),
  };
  return {
    cookies: jar,
    ask: (path, method = 'GET', { form, params = {} } = {}) => {
      const cookie = [...jar].map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('; ');
      const url = new URL(path, origin);
      // As Kit: a header is set once for one answer, by the page or by what stands around it.
      const answered = new Set<string>();
      return {
        url,
        request: new Request(url, {
          method,
          headers: { cookie, 'user-agent': agent },
          ...(form === undefined ? {} : { body: new URLSearchParams(form) }),
        }),
        cookies,
        params,
        setHeaders: (headers) => {
          for (const name of Object.keys(headers)) {
            if (answered.has(name)) throw new Error(`${name} is already set`);
            answered.add(name);
          }
        },
        getClientAddress: () => address,
      };
    },
  };
}
