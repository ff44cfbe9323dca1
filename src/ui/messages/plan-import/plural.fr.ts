/** French counts 0 and 1 as singular. */
export function plural(number: number, one: string, many: string): string {
  return Math.abs(number) < 2 ? one : many;
}
