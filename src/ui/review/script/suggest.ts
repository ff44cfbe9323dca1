/** Communes suggested while one types: a comfort, without which one types the whole name. */
import { find } from '../../script/find.ts';

const PAUSE_MILLISECONDS = 150;

type Suggestion = { readonly code: string; readonly name: string; readonly department: string };

export function suggestPlaces(): void {
  const field = find<HTMLInputElement>('[data-suggest]');
  const list = field?.list ?? null;
  const address = field?.dataset['suggest'];
  if (field === null || list === null || address === undefined) return;
  let clock = 0;
  let asking = new AbortController();
  field.addEventListener('input', () => {
    clearTimeout(clock);
    asking.abort();
    const typed = field.value.trim();
    // "Nom (code)" was chosen in the list.
    if (typed.length < 2 || typed.includes('(')) return;
    clock = window.setTimeout(() => {
      asking = new AbortController();
      suggestionsAt(`${address}?q=${encodeURIComponent(typed)}`, asking.signal).then(
        (found) => list.replaceChildren(...found.map(option)),
        () => undefined,
      );
    }, PAUSE_MILLISECONDS);
  });
}

async function suggestionsAt(address: string, signal: AbortSignal): Promise<readonly Suggestion[]> {
  const answer = await fetch(address, { signal });
  return answer.ok ? ((await answer.json()) as readonly Suggestion[]) : [];
}

function option({ name, code, department }: Suggestion): HTMLOptionElement {
  return new Option(department, `${name} (${code})`);
}
