/** What a browser is asked to forget when somebody leaves it: a computer of the town hall or of a library is for everybody. */

type SetHeaders = (headers: Record<string, string>) => void;

/** Words typed and not sent yet, which our scripts keep there. */
export function leaveBrowser(setHeaders: SetHeaders): void {
  setHeaders({ 'clear-site-data': '"storage"' });
}
