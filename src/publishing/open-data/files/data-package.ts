/**
 * What a public copy says of itself to programs: a Data Package with a Table Schema for each table
 * (https://specs.frictionlessdata.io), made from the same columns as its files. Words are handed over (#ui/messages).
 */
import type { ColumnShape } from '../column.ts';
import type { ResourceShape } from '../resource.ts';

export type DescribedFile = { readonly name: string; readonly bytes: number; readonly sha256: string };

export type DescribedTable = {
  readonly shape: ResourceShape;
  readonly rows: number;
  readonly title: string;
  readonly description: string;
  /** What each column means, by its name. */
  readonly columns: Readonly<Record<string, string>>;
  /** One in each format: they say the same. */
  readonly files: readonly (DescribedFile & { readonly extension: string; readonly mediaType: string })[];
};

export type DescribedObjects = DescribedFile & {
  readonly lines: number;
  readonly title: string;
  readonly description: string;
};

export type Described = {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly homepage: string;
  /** An instant, ISO 8601. */
  readonly created: string;
  /** The shape of the whole: a new one takes a new name. */
  readonly format: string;
  readonly licence: { readonly name: string; readonly path: string; readonly title: string };
  /** The site, and before it those that it was made again from. */
  readonly sources: readonly { readonly title: string; readonly path: string }[];
  readonly tables: readonly DescribedTable[];
  readonly objects: readonly DescribedObjects[];
};

export type DataPackage = ReturnType<typeof dataPackage>;

export function dataPackage({ tables, objects, created, format, licence, sources, ...said }: Described) {
  const shapes = tables.map(({ shape }) => shape);
  return {
    profile: 'data-package',
    ...said,
    version: created.slice(0, 10),
    created,
    format,
    licenses: [licence],
    sources,
    resources: [
      ...tables.flatMap((table) => table.files.map((file) => tableResource(table, file, shapes))),
      ...objects.map(({ name, bytes, sha256, lines, title, description }) => ({
        profile: 'data-resource',
        name: name.replace(/\..*$/u, ''),
        path: name,
        ...packed(name),
        title,
        description,
        format: 'jsonl',
        mediatype: 'application/jsonl',
        encoding: 'utf-8',
        bytes,
        hash: `sha256:${sha256}`,
        rows: lines,
      })),
    ],
  };
}

function tableResource(
  { shape, rows, title, description, columns }: DescribedTable,
  { name, bytes, sha256, extension, mediaType }: DescribedTable['files'][number],
  all: readonly ResourceShape[],
) {
  const tabular = extension === 'csv';
  return {
    profile: tabular ? 'tabular-data-resource' : 'data-resource',
    name: tabular ? shape.name : `${shape.name}-${extension}`,
    path: name,
    ...packed(name),
    title,
    description,
    format: extension,
    mediatype: mediaType,
    // A file of Parquet says itself how its texts are written.
    ...(extension === 'parquet' ? {} : { encoding: 'utf-8' }),
    ...(tabular
      ? { dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true } }
      : {}),
    bytes,
    hash: `sha256:${sha256}`,
    rows,
    ...(tabular ? { schema: tableSchema(shape, { columns, all }) } : {}),
  };
}

/** As programs that read Data Packages know it. */
function packed(path: string) {
  return path.endsWith('.gz') ? { compression: 'gz' } : {};
}

export type TableSchema = ReturnType<typeof tableSchema>;

/** `columns`: what each means. `all`: the tables that stand beside it, which its values may name. */
export function tableSchema(
  shape: ResourceShape,
  { columns, all }: { readonly columns: Readonly<Record<string, string>>; readonly all: readonly ResourceShape[] },
) {
  const named = Object.entries(shape.columns);
  const foreignKeys = named.flatMap(([field, column]) => {
    const [key, ...others] = all.find(({ name }) => name === column.refers)?.key ?? [];
    // Several values in one cell name several rows: no key of Table Schema says so.
    if (column.type === 'list' || key === undefined || others.length > 0) return [];
    return [
      {
        fields: field,
        reference: { resource: column.refers === shape.name ? '' : (column.refers ?? ''), fields: key },
      },
    ];
  });
  return {
    fields: named.map(([name, column]) => ({
      name,
      ...TYPES[column.type],
      description: columns[name] ?? '',
      constraints: {
        required: column.required && column.type !== 'text' && column.type !== 'list',
        ...(column.type === 'code' ? { enum: column.codes } : {}),
      },
    })),
    missingValues: [''],
    primaryKey: [...shape.key],
    ...(foreignKeys.length === 0 ? {} : { foreignKeys }),
  };
}

/** A list is one text in a CSV: what stands between its values is said in what the column means. */
const TYPES = {
  text: { type: 'string' },
  code: { type: 'string' },
  list: { type: 'string' },
  integer: { type: 'integer' },
  number: { type: 'number' },
  boolean: { type: 'boolean' },
  day: { type: 'date' },
  // With thousandths of a second, which the default of Table Schema does not know.
  instant: { type: 'datetime', format: 'any' },
} as const satisfies Record<ColumnShape['type'], { readonly type: string; readonly format?: string }>;
