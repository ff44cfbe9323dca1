/**
 * One key moves, one key chooses a state (../../script/letter-keys.ts says when). Ctrl + Enter saves from anywhere, Escape
 * leaves a field, also when the keys of one letter are switched off.
 */
import { find } from '../../script/find.ts';
import { isForThePage, isTaken, letterKeys } from '../../script/letter-keys.ts';

const KEPT = 'bilan-touches';

/** What each key presses; letters are those of the words on the page. */
const PRESSED: Readonly<Record<string, string>> = {
  j: '[data-next]',
  k: '[data-previous]',
  n: '[data-waiting]',
  r: '[data-renew]',
  p: '[data-propose]',
};
const ENTERED: Readonly<Record<string, string>> = { c: '[data-sentence]', v: '#preuve-coller' };

export function hearKeys(): void {
  const keys = letterKeys(KEPT, showHints);
  if (keys === null) return;
  document.addEventListener('keydown', (event) => {
    if (isTaken(event)) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save(event);
    else if (event.key === 'Escape') leave();
    else if (keys.areOn() && isForThePage(event)) press(event);
  });
}

function press(event: KeyboardEvent): void {
  const key = keyOf(event);
  if (/^\d$/.test(key)) {
    const state = find<HTMLInputElement>(`[data-key="${key}"]`);
    if (state === null) return;
    event.preventDefault();
    state.checked = true;
    state.dispatchEvent(new Event('change', { bubbles: true }));
    state.closest('.state')?.scrollIntoView({ block: 'nearest' });
    return;
  }
  const entered = find<HTMLElement>(ENTERED[key] ?? ':not(*)');
  const pressed = find<HTMLElement>(PRESSED[key] ?? ':not(*)');
  if (entered === null && pressed === null) return;
  event.preventDefault();
  entered?.focus();
  pressed?.click();
}

/** On a French keyboard the digits of the upper row are typed with Shift: the place of the key counts. */
function keyOf({ key, code }: KeyboardEvent): string {
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1];
  return digit ?? key.toLowerCase();
}

function save(event: KeyboardEvent): void {
  const button = find<HTMLButtonElement>('[data-save]');
  if (button === null) return;
  event.preventDefault();
  button.click();
}

function leave(): void {
  const held = document.activeElement;
  if (held instanceof HTMLElement && held !== document.body) held.blur();
}

function showHints(on: boolean): void {
  for (const hint of document.querySelectorAll<HTMLElement>('.key-hint')) hint.hidden = !on;
}
