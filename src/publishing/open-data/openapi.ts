/**
 * The description of the read API (OpenAPI 3.1), made from the same resources that answer: columns give the schema of a row,
 * filters the parameters. The page /api shows the same object. Nothing of it is written twice.
 */
import { toJsonSchema } from '@valibot/to-json-schema';
import { PROBLEM_STATUS } from '#domain/open-data/api-problem.ts';
import { MOST_ROWS, ROWS_UNSAID } from '#domain/open-data/page-size.ts';
import { API_WORDS, sayOneAddress } from '#ui/messages/api.fr.ts';
import { PROBLEM_TITLES } from '#ui/messages/api-problems.fr.ts';
import { filterWords } from '#ui/messages/open-data/filters.fr.ts';
import { LICENCE } from '#ui/messages/open-data/licence.fr.ts';
import type { ColumnShape } from './column.ts';
import type { Filter } from './filter.ts';
import type { ResourceShape } from './resource.ts';
import { columnWords, resourceWords } from './words.ts';

/** Grows when something is added; a change of meaning takes another address than `/api/v1`. */
const VERSION = '1.0.0';

export type JsonSchema = { readonly [key: string]: unknown };

export type Parameter = {
  readonly name: string;
  readonly in: 'query' | 'path';
  readonly required?: true;
  readonly description: string;
  readonly schema: JsonSchema;
  readonly example?: string | number;
};

export function openApi(resources: readonly ResourceShape[]) {
  const schemas: Readonly<Record<string, JsonSchema>> = {
    ...Object.fromEntries(resources.map((resource) => [resource.name, rowSchema(resource)])),
    probleme: PROBLEM_SCHEMA,
  };
  return {
    openapi: '3.1.0',
    info: {
      title: API_WORDS.title,
      version: VERSION,
      description: API_WORDS.description,
      license: { name: LICENCE.title, url: LICENCE.path },
    },
    servers: [{ url: '/', description: API_WORDS.server }],
    tags: resources.map(({ name }) => ({ name, description: resourceWords(name).about })),
    paths: Object.fromEntries(
      resources.flatMap((resource) => [
        [`/api/v1/${resource.name}`, { get: listOperation(resource) }],
        ...(resource.one === null
          ? []
          : [[`/api/v1/${resource.name}/{${resource.one}}`, { get: oneOperation(resource, resource.one) }]]),
      ]),
    ) as Readonly<Record<string, { readonly get: Operation }>>,
    components: {
      schemas,
      parameters: PAGING,
      responses: PROBLEM_RESPONSES,
    },
  } as const;
}

type Operation = ReturnType<typeof listOperation> | ReturnType<typeof oneOperation>;

function listOperation(resource: ResourceShape) {
  const { name, filters } = resource;
  const { title, line, about } = resourceWords(name);
  return {
    operationId: `lister-${name}`,
    tags: [name],
    summary: title,
    description: `${about} ${API_WORDS.oneLineIs} ${line}.`,
    parameters: [
      ...Object.entries(filters).map(([filter, schema]) => parameter(filter, { schema, in: 'query' })),
      ...Object.keys(PAGING).map((paging) => ({ $ref: `#/components/parameters/${paging}` })),
    ],
    responses: {
      200: {
        description: API_WORDS.page,
        headers: {
          link: { description: API_WORDS.link, schema: { type: 'string' } },
          etag: { description: API_WORDS.etag, schema: { type: 'string' } },
        },
        content: {
          'application/json': { schema: pageSchema(name) },
          'text/csv': { schema: { type: 'string' } },
        },
      },
      304: { description: API_WORDS.unchanged },
      ...problems(['unclear-request', 'not-acceptable', 'too-many-requests', 'out-of-order']),
    },
  };
}

function oneOperation({ name, filters }: ResourceShape, one: string) {
  const schema = filters[one];
  if (schema === undefined) throw new Error(`no filter ${one} finds one of ${name}`);
  return {
    operationId: `lire-${name}`,
    tags: [name],
    summary: sayOneAddress(resourceWords(name).line),
    description: sayOneAddress(resourceWords(name).line),
    parameters: [parameter(one, { schema, in: 'path' }), { $ref: '#/components/parameters/format' }],
    responses: {
      200: {
        description: API_WORDS.one,
        headers: { etag: { description: API_WORDS.etag, schema: { type: 'string' } } },
        content: {
          'application/json': {
            schema: envelope({ donnee: { $ref: `#/components/schemas/${name}` } }, name),
          },
          'text/csv': { schema: { type: 'string' } },
        },
      },
      304: { description: API_WORDS.unchanged },
      ...problems([
        'unclear-request',
        'unknown-item',
        'not-acceptable',
        'withdrawn-item',
        'too-many-requests',
        'out-of-order',
      ]),
    },
  };
}

function parameter(
  name: string,
  { schema, in: where }: { readonly schema: Filter; readonly in: 'query' | 'path' },
): Parameter {
  const { meaning, expected, example } = filterWords(name);
  const said = filterSchema(schema);
  return {
    name,
    in: where,
    ...(where === 'path' ? { required: true as const } : {}),
    description: `${meaning}. ${API_WORDS.expected} ${expected}.`,
    schema: said,
    // Codes say themselves what they may be, and differ from one resource to the next.
    ...('enum' in said ? {} : { example: said['type'] === 'integer' ? Number(example) : example }),
  };
}

/** As it is written in an address; a number is a number. */
function filterSchema(filter: Filter): JsonSchema {
  const [typed, meant] = (['input', 'output'] as const).map((typeMode) => {
    const { $schema: _, ...schema } = toJsonSchema(filter, { typeMode, errorMode: 'ignore' });
    return schema;
  });
  return (meant?.type === 'integer' ? meant : typed) ?? {};
}

function pageSchema(name: ResourceShape['name']): JsonSchema {
  return envelope(
    {
      total: { type: ['integer', 'null'], description: API_WORDS.total },
      suivant: { type: ['string', 'null'], description: API_WORDS.next },
      donnees: { type: 'array', items: { $ref: `#/components/schemas/${name}` } },
    },
    name,
  );
}

function envelope(properties: JsonSchema, name: ResourceShape['name']): JsonSchema {
  const whole = { ressource: { const: name }, licence: { type: 'string', format: 'uri' }, ...properties };
  const warning = { avertissement: { type: 'string', description: API_WORDS.warning } };
  return { type: 'object', required: Object.keys(whole), properties: { ...whole, ...warning } };
}

export function rowSchema({ name, columns }: ResourceShape): JsonSchema {
  return {
    type: 'object',
    title: resourceWords(name).title,
    required: Object.keys(columns),
    properties: Object.fromEntries(
      Object.entries(columns).map(([column, shape]) => {
        const { title, meaning } = columnWords(name, column);
        return [column, { ...valueSchema(shape), title, description: meaning }];
      }),
    ),
  };
}

function valueSchema(shape: ColumnShape): JsonSchema {
  const type = shape.required ? jsonType(shape) : [jsonType(shape), 'null'];
  switch (shape.type) {
    case 'code':
      return { type, enum: shape.required ? shape.codes : [...shape.codes, null] };
    case 'list':
      return { type, items: { type: shape.of === 'integer' ? 'integer' : 'string' } };
    case 'day':
      return { type, format: 'date' };
    case 'instant':
      return { type, format: 'date-time' };
    default:
      return { type };
  }
}

function jsonType({ type }: ColumnShape): string {
  if (type === 'list') return 'array';
  return type === 'integer' || type === 'number' || type === 'boolean' ? type : 'string';
}

const PAGING = {
  limite: {
    name: 'limite',
    in: 'query',
    description: API_WORDS.limit,
    schema: { type: 'integer', minimum: 1, maximum: MOST_ROWS, default: ROWS_UNSAID },
  },
  curseur: { name: 'curseur', in: 'query', description: API_WORDS.cursor, schema: { type: 'string' } },
  format: {
    name: 'format',
    in: 'query',
    description: API_WORDS.format,
    schema: { type: 'string', enum: ['json', 'csv'] },
  },
} as const satisfies Readonly<Record<string, Parameter>>;

type ProblemKind = keyof typeof PROBLEM_STATUS;

/** Several problems may have one status: the description of each says its name. */
const PROBLEM_RESPONSES = Object.fromEntries(
  Object.entries(Object.groupBy(Object.entries(PROBLEM_STATUS), ([, status]) => String(status))).map(
    ([status, kinds = []]) => [
      `probleme-${status}`,
      {
        // The names of problems are those of the table itself.
        description: kinds.map(([kind]) => `${kind} : ${PROBLEM_TITLES[kind as ProblemKind]}`).join(' ; '),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/probleme' } } },
      },
    ],
  ),
);

function problems(kinds: readonly ProblemKind[]) {
  return Object.fromEntries(
    kinds.map((kind) => [
      String(PROBLEM_STATUS[kind]),
      { $ref: `#/components/responses/probleme-${PROBLEM_STATUS[kind]}` },
    ]),
  );
}

/** RFC 9457. */
const PROBLEM_SCHEMA: JsonSchema = {
  type: 'object',
  title: API_WORDS.problem,
  required: ['type', 'title', 'status', 'detail'],
  properties: {
    type: { type: 'string', format: 'uri-reference', enum: Object.keys(PROBLEM_STATUS).map((kind) => `/api#${kind}`) },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string', description: API_WORDS.problemDetail },
    erreurs: {
      type: 'array',
      description: API_WORDS.problemFaults,
      items: {
        type: 'object',
        required: ['parametre', 'detail'],
        properties: { parametre: { type: 'string' }, detail: { type: 'string' } },
      },
    },
  },
};
