/**
 * Who may keep a finished page, and how long. A page names its own address (canonical, the foot on paper): without PUBLIC_ORIGIN
 * that is the host the visitor gave, true or not, so only their own browser keeps it; a shared cache would hand it to others.
 */
export function keptFor({ publicOrigin }: { readonly publicOrigin: string | null }): string {
  return publicOrigin === null ? 'private, max-age=60' : 'public, max-age=60';
}
