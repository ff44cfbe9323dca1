/** Where a page of decisions ends, in an address: `2031-02-28-12`. */

export function decisionCursor({ on, id }: { readonly on: string; readonly id: number }): string {
  return `${on}-${id}`;
}

/** Null: no such place. */
export function decisionAfter(text: string): { readonly on: string; readonly id: number } | null {
  const [, on = '', id = ''] = /^(\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d))-([1-9]\d{0,8})$/u.exec(text) ?? [];
  return on === '' ? null : { on, id: Number(id) };
}
