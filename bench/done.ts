import type { Result } from '#domain/shared/result.ts';

/** What an act gave. A benchmark asks nothing that could be refused: a refusal is thrown. */
export function done<Value>(result: Result<Value, unknown>): Value {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}
