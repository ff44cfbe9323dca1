/**
 * Long work whose answers are kept while there is room: asked again under the same name, it is not done again. What is kept
 * longest unasked goes first; refusals are never kept; asked twice at once, it is done once.
 */
import type { Result } from '#domain/shared/result.ts';

export type Room<Value> = {
  /** What all the answers kept weigh together at most; a heavier one is not kept. */
  readonly most: number;
  readonly weigh: (value: Value) => number;
};

/** The second argument names everything that the answer depends on. */
export function remembering<Task, Value, Refusal>(
  work: (task: Task) => Promise<Result<Value, Refusal>>,
  { most, weigh }: Room<Value>,
): (task: Task, name: string) => Promise<Result<Value, Refusal>> {
  /** Last asked last. */
  const kept = new Map<string, { readonly answer: Result<Value, Refusal>; readonly weight: number }>();
  const running = new Map<string, Promise<Result<Value, Refusal>>>();
  let total = 0;

  function drop(name: string): void {
    total -= kept.get(name)?.weight ?? 0;
    kept.delete(name);
  }

  function keep(name: string, answer: Result<Value, Refusal>): void {
    const weight = answer.ok ? weigh(answer.value) : Infinity;
    if (weight > most) return;
    drop(name);
    kept.set(name, { answer, weight });
    total += weight;
    for (const oldest of kept.keys()) {
      if (total <= most) return;
      drop(oldest);
    }
  }

  async function begin(task: Task, name: string): Promise<Result<Value, Refusal>> {
    try {
      const answer = await work(task);
      keep(name, answer);
      return answer;
    } finally {
      running.delete(name);
    }
  }

  return (task, name) => {
    const known = kept.get(name);
    if (known !== undefined) {
      kept.delete(name);
      kept.set(name, known);
      return Promise.resolve(known.answer);
    }
    const already = running.get(name);
    if (already !== undefined) return already;
    const begun = begin(task, name);
    running.set(name, begun);
    return begun;
  };
}
