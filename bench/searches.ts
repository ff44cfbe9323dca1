/** What people type in the search box: every few letters of a name, a postcode, a slip of the finger. */

type Named = { readonly name: string; readonly postcode: string };

/** For each commune: its name letter after letter from the second on, one with a slip, and its postcode. */
export function searchesFor(communes: readonly Named[]): string[] {
  return communes.flatMap(({ name, postcode }, index) => {
    const plain = name
      .normalize('NFD')
      .replace(/\p{Mn}/gu, '')
      .toLowerCase();
    const whileTyping = Array.from({ length: Math.min(plain.length, 12) - 1 }, (_, length) =>
      plain.slice(0, length + 2),
    );
    return [...whileTyping, withSlip(plain, index), postcode];
  });
}

/** Two neighbouring letters exchanged, one left out, or one doubled, in turns. */
function withSlip(word: string, turn: number): string {
  const at = 1 + (turn % Math.max(1, word.length - 2));
  const before = word.slice(0, at);
  const letter = word.charAt(at);
  const next = word.charAt(at + 1);
  const after = word.slice(at + 2);
  if (turn % 3 === 0) return before + next + letter + after;
  if (turn % 3 === 1) return before + next + after;
  return before + letter + letter + next + after;
}
