/** The description of the API as its page shows it: resource by resource, from the very object that programs get. */
import { apiDescription } from './description.ts';

export type DescribedResource = {
  readonly name: string;
  readonly title: string;
  readonly about: string;
  readonly path: string;
  /** `/api/v1/pactes/{pacte}`; null: rows have no address of their own. */
  readonly onePath: string | null;
  readonly filters: readonly DescribedName[];
  readonly columns: readonly (DescribedName & { readonly title: string; readonly type: string })[];
  /** A whole query that is understood. */
  readonly example: string;
};

type DescribedName = { readonly name: string; readonly description: string };

type Schema = { readonly [key: string]: unknown };

export function describedResources(): readonly DescribedResource[] {
  const { tags, paths, components } = apiDescription();
  return tags.map(({ name }) => {
    const path = `/api/v1/${name}`;
    const get = paths[path]?.get;
    if (get === undefined) throw new Error(`no address gives ${name}`);
    const filters = get.parameters.flatMap((parameter) => ('name' in parameter ? [parameter] : []));
    const [first] = filters.filter((filter) => 'example' in filter);
    return {
      name,
      title: get.summary,
      about: get.description,
      path,
      onePath: Object.keys(paths).find((other) => other.startsWith(`${path}/{`)) ?? null,
      filters: filters.map((filter) => ({ name: filter.name, description: filter.description })),
      columns: columnsOf(components.schemas[name] ?? {}),
      example: first === undefined ? path : `${path}?${first.name}=${String(first.example)}`,
    };
  });
}

function columnsOf(schema: Schema): DescribedResource['columns'] {
  return Object.entries((schema['properties'] ?? {}) as Readonly<Record<string, Schema>>).map(([name, column]) => ({
    name,
    title: String(column['title']),
    description: String(column['description']),
    type: typeOf(column),
  }));
}

/** A day and an instant are texts of a form of their own. */
function typeOf({ type, format }: Schema): string {
  const [first] = Array.isArray(type) ? (type as readonly string[]) : [String(type)];
  return typeof format === 'string' ? format : (first ?? '');
}
