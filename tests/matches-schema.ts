/**
 * Whether a value is what a schema of our description says: the part of JSON Schema that the description uses, references
 * included. Throws on a word it does not know, so that a new one in the description is checked too.
 */
const KNOWN = ['$ref', 'type', 'enum', 'const', 'format', 'required', 'properties', 'items'];
const SAYS_NOTHING = ['title', 'description'];
const FORMATS: Readonly<Record<string, RegExp>> = {
  date: /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/u,
  'date-time': /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/u,
  uri: /^https:\/\//u,
  'uri-reference': /^\//u,
};

type Schema = Readonly<Record<string, unknown>>;

/** Each place where it is not, with why; empty: it matches. */
export function mismatches(value: unknown, schema: unknown, root: unknown, at = '$'): readonly string[] {
  const said = schema as Schema;
  const unknown = Object.keys(said).filter((word) => !KNOWN.includes(word) && !SAYS_NOTHING.includes(word));
  if (unknown.length > 0) throw new Error(`${at}: the test does not know ${unknown.join(', ')}`);
  if (typeof said['$ref'] === 'string') return mismatches(value, referred(said['$ref'], root), root, at);
  const type = typeOf(value);
  const types = typesIn(said['type']);
  if (types !== null && !types.includes(type) && !(type === 'integer' && types.includes('number')))
    return [`${at}: ${type}, not ${types.map(String).join(' or ')}`];
  const wrong: string[] = [];
  if (Array.isArray(said['enum']) && !said['enum'].includes(value)) wrong.push(`${at}: ${String(value)} is no code`);
  if ('const' in said && said['const'] !== value) wrong.push(`${at}: ${String(value)}, not ${String(said['const'])}`);
  if (typeof said['format'] === 'string' && typeof value === 'string') {
    const format = FORMATS[said['format']];
    if (format === undefined) throw new Error(`${at}: the test does not know the format ${said['format']}`);
    if (!format.test(value)) wrong.push(`${at}: ${value} is no ${said['format']}`);
  }
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    return [...wrong, ...items.flatMap((item, index) => mismatches(item, said['items'], root, `${at}[${index}]`))];
  }
  if (type !== 'object') return wrong;
  const [held, properties] = [value as Schema, (said['properties'] ?? {}) as Schema];
  const missing = ((said['required'] ?? []) as readonly string[]).filter((key) => !(key in held));
  const more = Object.keys(held).filter((key) => !(key in properties));
  return [
    ...wrong,
    ...missing.map((key) => `${at}.${key}: missing`),
    ...more.map((key) => `${at}.${key}: not described`),
    ...Object.entries(held).flatMap(([key, inner]) =>
      key in properties ? mismatches(inner, properties[key], root, `${at}.${key}`) : [],
    ),
  ];
}

function typesIn(type: unknown): readonly unknown[] | null {
  if (type === undefined) return null;
  return typeof type === 'string' ? [type] : (type as readonly unknown[]);
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
}

function referred(reference: string, root: unknown): unknown {
  return reference
    .replace('#/', '')
    .split('/')
    .reduce<unknown>((inner, part) => (inner as Schema)[part], root);
}
