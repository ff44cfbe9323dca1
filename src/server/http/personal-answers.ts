/**
 * Requests whose answer looked at who asks: no cache keeps it, even where a page forgot to say so (./private-page.ts). Noted
 * beside the request, which the page and what stands around it share.
 */
const PERSONAL = new WeakSet<Request>();

export function markPersonal(request: Request): void {
  PERSONAL.add(request);
}

export function isPersonal(request: Request): boolean {
  return PERSONAL.has(request);
}
