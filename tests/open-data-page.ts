/** What docs/open-data.md says, and what a JSON file holds, in comparable form. */

/** Rows of the table of addresses: `` | `/pactes.csv` | a pact | [pacts](#pacts) | ``. */
export function addressesIn(page: string): readonly { readonly address: string; readonly section: string }[] {
  return [...page.matchAll(/^\| `(\/[^`]+\.(?:csv|json))[^`]*` \|.*\]\(#([\w-]+)\) \|$/gmu)].map(
    ([, address = '', section = '']) => ({ address, section }),
  );
}

/** What stands for a code or a number has one name in routes and another in the page. */
export function shapeOf(address: string): string {
  return address.replaceAll(/\[\w+\]|\{\w+\}/gu, '*');
}

export function columnsIn(page: string, section: string): readonly string[] {
  return rowsIn(page, section).map(({ name }) => name);
}

/** `path`: `commitments[].levels[].stance`. `row`: the line of the page that says it, which may stand for several paths. */
export type ToldKey = { readonly path: string; readonly row: string };

/** Every key of a section. A row whose meaning is a link to another section stands for the keys of that section too. */
export function keysIn(page: string, section: string): readonly ToldKey[] {
  return rowsIn(page, section).flatMap(({ name, meaning }): readonly ToldKey[] => {
    const key = { path: name, row: `${section} ${name}` };
    const shape = /^\[[^\]]+\]\(#([\w-]+)\)/u.exec(meaning)?.[1];
    if (shape === undefined) return [key];
    const inner = keysIn(page, shape);
    return name === '' ? inner : [key, ...inner.map(({ path, row }) => ({ path: `${name}.${path}`, row }))];
  });
}

function rowsIn(page: string, section: string): readonly { readonly name: string; readonly meaning: string }[] {
  const body = page.split(/^#{2,3} /mu).find((part) => anchorOf(part.split('\n', 1)[0] ?? '') === section);
  if (body === undefined) throw new Error(`docs/open-data.md has no section ${section}`);
  return [...body.matchAll(/^\| (?:`([^`]+)`|…) \| (\S.*) \|$/gmu)].map(([, name = '', meaning = '']) => ({
    name,
    meaning,
  }));
}

function anchorOf(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^\w\s-]/gu, '')
    .trim()
    .replaceAll(/\s+/gu, '-');
}

/** Each key once; an array adds `[]` to its name, and an array at the top adds nothing. */
export function keyPaths(value: unknown, path = ''): readonly string[] {
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    const here = path === '' ? '' : `${path}[]`;
    return [...new Set(items.flatMap((item) => keyPaths(item, here)))];
  }
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const here = path === '' ? key : `${path}.${key}`;
    return [Array.isArray(inner) ? `${here}[]` : here, ...keyPaths(inner, here)];
  });
}
