/**
 * One question for all who ask at the same moment. While an answer is on its way, those who come wait and go together
 * in the next question, so that a crowd costs the database no more than a few questions.
 *
 * Whoever asks gets what was true after they asked: nobody is given the answer of a question that left before.
 */

/** What is asked of the database: answers by key; a key without an answer is left out. */
type Ask<Key, Answer> = (keys: readonly Key[]) => Promise<ReadonlyMap<Key, Answer>>;

type Waiting<Key, Answer> = {
  readonly key: Key;
  readonly answer: (found: Answer | null) => void;
  readonly fail: (error: unknown) => void;
};

/** `most`: callers in one question; when more are waiting, another question leaves at once. Null: no answer. */
export function askedTogether<Key, Answer>(
  ask: Ask<Key, Answer>,
  { most }: { readonly most: number },
): (key: Key) => Promise<Answer | null> {
  let waiting: Waiting<Key, Answer>[] = [];
  let underWay = 0;

  async function askForAll(): Promise<void> {
    const group = waiting;
    waiting = [];
    underWay += 1;
    try {
      const answers = await ask([...new Set(group.map(({ key }) => key))]);
      for (const { key, answer } of group) answer(answers.get(key) ?? null);
    } catch (error) {
      for (const { fail } of group) fail(error);
    } finally {
      underWay -= 1;
      if (waiting.length > 0) void askForAll();
    }
  }

  return (key) =>
    new Promise((answer, fail) => {
      waiting.push({ key, answer, fail });
      if (underWay === 0 || waiting.length >= most) void askForAll();
    });
}
