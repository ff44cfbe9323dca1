/** Names the field of the reason in the form that withdraws an edition: there are several on a page. */
export function offerField(edition: string): string {
  return `motif-${edition}`;
}
