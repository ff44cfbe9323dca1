/** The class that draws a share (./share.css): `share s87`. Something over nothing is never drawn as nothing. */
export function shareClass(part: number, whole: number): string {
  if (whole === 0 || part === 0) return 'share s0';
  return `share s${Math.min(100, Math.max(1, Math.round((part / whole) * 100)))}`;
}
