/** Whether what the read API answers is what its own description says. */
import { expect } from 'vitest';
import { ask } from './ask-api.ts';
import { mismatches } from './matches-schema.ts';

type Described = { readonly content?: Readonly<Record<string, { readonly schema: unknown }>>; readonly $ref?: string };
export type Description = {
  readonly paths: Readonly<
    Record<
      string,
      {
        readonly get: {
          readonly parameters: readonly {
            readonly name?: string;
            readonly example?: string | number;
            readonly in?: string;
          }[];
          readonly responses: Readonly<Record<string, Described>>;
        };
      }
    >
  >;
  readonly components: { readonly responses: Readonly<Record<string, Described>> };
};

/** What of an answer is not as the description says it. */
export async function outOfSchema(
  answer: unknown,
  { path, status }: { readonly path: string; readonly status: string },
) {
  const given = (await (await ask('openapi.json')).json()) as Description;
  const said = given.paths[path]?.get.responses[status];
  const told = said?.$ref === undefined ? said : given.components.responses[said.$ref.split('/').at(-1) ?? ''];
  const schema = Object.entries(told?.content ?? {}).find(([type]) => type.includes('json'))?.[1].schema;
  expect(schema, `${path} ${status}`).toBeDefined();
  return mismatches(answer, schema, given);
}
