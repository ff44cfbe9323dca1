/**
 * What others change appears without a reload. The server says that something changed; the page asks for itself again, and
 * the parts that differ are replaced. A form is never touched while somebody types in it: the words stay, and the other's
 * text is shown above them.
 */
import { pristine, replaceForms, replaceParts } from './parts.ts';

type Told = { readonly revision: number; readonly side?: string | null; readonly items?: readonly string[] };

/** Several changes at once are asked for together. */
const GATHER_MILLISECONDS = 120;

export function followChanges(): void {
  const place = document.querySelector<HTMLElement>('[data-live]');
  const address = place?.dataset['live'];
  if (place === null || address === undefined || !('EventSource' in window)) return;
  let revision = Number(place.dataset['revision']);
  let source: EventSource | null = null;
  let waiting = 0;
  let touched: readonly string[] = [];
  let by: string | null = null;
  watchPresses();

  const hear = (told: Told): void => {
    if (told.revision <= revision) return;
    revision = told.revision;
    touched = [...touched, ...(told.items ?? [])];
    by = told.side ?? null;
    clearTimeout(waiting);
    waiting = window.setTimeout(() => {
      const items = touched;
      touched = [];
      void refresh(items, by);
    }, GATHER_MILLISECONDS);
  };

  const listen = (): void => {
    if (source !== null) return;
    source = new EventSource(address);
    source.onopen = () => say('on');
    source.onerror = () => say('off');
    for (const kind of ['change', 'revision']) {
      source.addEventListener(kind, (event) => hear(JSON.parse(String(event.data)) as Told));
    }
    source.addEventListener('over', () => {
      stop();
      say('over');
    });
  };
  const stop = (): void => {
    source?.close();
    source = null;
  };

  // A tab that nobody looks at keeps no connection; what it missed is compared when it comes back.
  document.addEventListener('visibilitychange', () => (document.hidden ? stop() : listen()));
  window.addEventListener('pagehide', stop);
  window.addEventListener('pageshow', () => (document.hidden ? undefined : listen()));
  listen();
}

/** The page as it is now. A page that answers something else than itself is left as it stands. */
async function refresh(items: readonly string[], by: string | null): Promise<void> {
  const answer = await fetch(location.href.replace(/#.*$/, ''), { headers: { accept: 'text/html' } }).catch(() => null);
  if (answer === null || !answer.ok || answer.redirected) {
    say('off');
    return;
  }
  const now = new DOMParser().parseFromString(await answer.text(), 'text/html');
  await released();
  const changed = replaceParts(document, now);
  for (const form of document.querySelectorAll<HTMLElement>('[data-form]')) {
    const note = form.querySelector<HTMLElement>('[data-note]');
    if (note !== null && items.includes(form.dataset['form'] ?? '') && !pristine(form)) note.hidden = false;
  }
  replaceForms(document, now);
  if (changed) announce(by);
}

/** A link or button that is replaced between the press and the release is never clicked: nothing is replaced meanwhile. */
async function released(): Promise<void> {
  if (!pressed) return;
  await new Promise<void>((resolve) => {
    for (const end of RELEASES) document.addEventListener(end, () => setTimeout(resolve), { once: true });
  });
}

let pressed = false;
const RELEASES = ['pointerup', 'pointercancel'] as const;

function watchPresses(): void {
  document.addEventListener('pointerdown', () => (pressed = true), { capture: true });
  // The click comes after the release.
  for (const end of RELEASES)
    document.addEventListener(end, () => setTimeout(() => (pressed = false)), { capture: true });
}

/** Told politely: a screen reader says it when it has finished its sentence. */
function announce(by: string | null): void {
  const place = document.querySelector<HTMLElement>('[data-announce]');
  const words = place?.dataset[by ?? 'other'];
  if (place === null || words === undefined) return;
  // The same words twice are told twice.
  place.textContent = '';
  requestAnimationFrame(() => (place.textContent = words));
}

function say(state: 'on' | 'off' | 'over'): void {
  const place = document.querySelector<HTMLElement>('[data-live-state]');
  const words = place?.dataset[state];
  if (place !== null && words !== undefined && place.textContent !== words) place.textContent = words;
}
