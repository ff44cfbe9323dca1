/** On the page that waits for a reading: asks for its end, and goes there. Without this the link does the same. */
import { find } from '../../script/find.ts';

export function followReading(): void {
  const link = find<HTMLAnchorElement>('[data-wait]');
  if (link !== null) void follow(link);
}

/** The server keeps the question until the reading is over, or for twenty seconds: then it is asked again. */
async function follow(link: HTMLAnchorElement): Promise<void> {
  let to: string | null = null;
  while (to === null) {
    const answer = await fetch(link.href, { headers: { accept: 'text/html' } }).catch(() => null);
    // Out of reach: the link stays, for whoever comes back.
    if (answer === null) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    if (answer.redirected) to = answer.url;
    // Refused: the same address says why.
    else if (find('[data-wait]', page) === null) to = location.pathname;
  }
  location.replace(to);
}
