/**
 * The rules of Data Package, Data Resource and Table Schema (version 1, https://specs.frictionlessdata.io) that a copy must
 * hold, as the specifications write them, and whether a row is what its schema says.
 */
import * as v from 'valibot';

const NAME = v.pipe(v.string(), v.regex(/^[a-z0-9._-]+$/u));
const PATH = v.pipe(v.string(), v.regex(/^(?!\/)(?!.*\.\.)[\w.-]+$/u));
const TYPES = ['string', 'integer', 'number', 'boolean', 'date', 'datetime'] as const;

const FIELD = v.object({
  name: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9_]*$/u)),
  type: v.picklist(TYPES),
  format: v.optional(v.string()),
  description: v.string(),
  constraints: v.object({ required: v.boolean(), enum: v.optional(v.pipe(v.array(v.string()), v.minLength(1))) }),
});

const SCHEMA = v.object({
  fields: v.pipe(v.array(FIELD), v.minLength(1)),
  missingValues: v.array(v.string()),
  primaryKey: v.array(v.string()),
  foreignKeys: v.optional(
    v.array(v.object({ fields: v.string(), reference: v.object({ resource: v.string(), fields: v.string() }) })),
  ),
});

const RESOURCE = v.object({
  profile: v.picklist(['tabular-data-resource', 'data-resource']),
  name: NAME,
  path: PATH,
  compression: v.optional(v.literal('gz')),
  title: v.string(),
  description: v.string(),
  format: v.string(),
  mediatype: v.pipe(v.string(), v.regex(/^[^/]+\/[^/]+$/u)),
  encoding: v.optional(v.string()),
  bytes: v.pipe(v.number(), v.integer(), v.minValue(0)),
  hash: v.pipe(v.string(), v.regex(/^sha256:[0-9a-f]{64}$/u)),
  rows: v.pipe(v.number(), v.integer(), v.minValue(0)),
  schema: v.optional(SCHEMA),
});

export const PACKAGE = v.object({
  profile: v.literal('data-package'),
  name: NAME,
  title: v.string(),
  description: v.string(),
  homepage: v.pipe(v.string(), v.url()),
  version: v.string(),
  created: v.pipe(v.string(), v.isoTimestamp()),
  format: v.string(),
  licenses: v.pipe(
    v.array(v.object({ name: v.string(), path: v.pipe(v.string(), v.url()), title: v.string() })),
    v.minLength(1),
  ),
  sources: v.array(v.object({ title: v.string(), path: v.string() })),
  resources: v.pipe(v.array(RESOURCE), v.minLength(1)),
});

export type ReadPackage = v.InferOutput<typeof PACKAGE>;
export type ReadResource = v.InferOutput<typeof RESOURCE>;
export type ReadSchema = v.InferOutput<typeof SCHEMA>;

/** What a schema cannot say by its shape: names that are there once, keys that name fields and tables that are there. */
export function brokenNames({ resources }: ReadPackage): readonly string[] {
  const twice = resources.map(({ name }) => name).filter((name, at, all) => all.indexOf(name) !== at);
  const unknown = resources.flatMap(({ name, schema }) => {
    if (schema === undefined) return [];
    const fieldsOf = (of: ReadSchema) => new Set(of.fields.map((field) => field.name));
    const own = fieldsOf(schema);
    const keys = schema.primaryKey.filter((field) => !own.has(field)).map((field) => `${name}: ${field}`);
    const foreign = (schema.foreignKeys ?? []).flatMap(({ fields, reference }) => {
      const other =
        reference.resource === '' ? schema : resources.find((one) => one.name === reference.resource)?.schema;
      const held = own.has(fields) && other !== undefined && fieldsOf(other).has(reference.fields);
      return held ? [] : [`${name}: ${fields} -> ${reference.resource}.${reference.fields}`];
    });
    return [...keys, ...foreign];
  });
  return [...twice, ...unknown];
}

/** What is wrong with a row, as JSON Lines has it: the names of its columns; empty: it is what the schema says. */
export function brokenColumns(row: Readonly<Record<string, unknown>>, { fields }: ReadSchema): readonly string[] {
  const extra = Object.keys(row).filter((name) => !fields.some((field) => field.name === name));
  const wrong = fields.flatMap(({ name, type, constraints }) => {
    const value = row[name];
    if (value === null || value === undefined) return constraints.required ? [name] : [];
    const { enum: codes } = constraints;
    if (codes !== undefined && (typeof value !== 'string' || !codes.includes(value))) return [name];
    return IS[type](value) ? [] : [name];
  });
  return [...extra, ...wrong];
}

const IS: Readonly<Record<(typeof TYPES)[number], (value: unknown) => boolean>> = {
  // A list is one text in the CSV, and a list in JSON.
  string: (value) => typeof value === 'string' || Array.isArray(value),
  integer: (value) => Number.isInteger(value),
  number: (value) => typeof value === 'number',
  boolean: (value) => typeof value === 'boolean',
  date: (value) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/u.test(value),
  datetime: (value) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/u.test(value),
};
