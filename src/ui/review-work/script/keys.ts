/**
 * One key moves, one key chooses a state. Single letters only when nothing else has the keyboard: never in a field, on a link
 * or a button, nor with a modifier; switched off in place. Ctrl + Enter saves from anywhere, Escape leaves a field.
 */
import { find } from '../../review/script/find.ts';

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
  const place = find<HTMLElement>('[data-keyboard]');
  const choice = find<HTMLInputElement>('input', place);
  if (place === null || choice === null) return;
  choice.checked = recall();
  place.hidden = false;
  showHints(choice.checked);
  choice.addEventListener('change', () => {
    remember(choice.checked);
    showHints(choice.checked);
  });
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.repeat || event.isComposing) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save(event);
    else if (event.key === 'Escape') leave();
    else if (choice.checked && isForUs(event)) press(event);
  });
}

function isForUs(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  const held = document.activeElement;
  return held === null || held === document.body || held.id === 'contenu';
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

function recall(): boolean {
  try {
    return localStorage.getItem(KEPT) !== 'non';
  } catch {
    return true;
  }
}

/** Where nothing may be kept, the choice lasts as long as the page. */
function remember(on: boolean): void {
  try {
    localStorage.setItem(KEPT, on ? 'oui' : 'non');
  } catch {
    return;
  }
}
