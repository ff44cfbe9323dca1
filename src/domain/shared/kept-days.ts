/**
 * Which days of a series made every night are kept: the last seven that there are, and the first that there is of each
 * month, for ever.
 */
const LAST = 7;

/** Days `YYYY-MM-DD`, in any order; those that may go, oldest first. */
export function daysToDrop(days: readonly string[]): readonly string[] {
  const inOrder = [...new Set(days)].sort();
  const firsts = new Set<string>();
  const months = new Set<string>();
  for (const day of inOrder) {
    const month = day.slice(0, 7);
    if (!months.has(month)) firsts.add(day);
    months.add(month);
  }
  return inOrder.slice(0, -LAST).filter((day) => !firsts.has(day));
}
