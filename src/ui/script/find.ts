/** The first element inside another that may be missing. */
export function find<Found extends Element>(selector: string, within: ParentNode | null = document): Found | null {
  return within?.querySelector<Found>(selector) ?? null;
}
