/**
 * j and k go to the next and the previous proposal, Enter confirms. Only when nothing else has the keyboard: never in a
 * field, on a link or a button, nor with a modifier; a screen reader that reads keeps its own. Switched off in place.
 */
import { find } from './find.ts';

const KEPT = 'lire-raccourcis';
const WANTED: Readonly<Record<string, string>> = {
  j: '[data-next]',
  k: '[data-previous]',
  Enter: '[data-confirm]',
};

export function hearKeys(): void {
  const place = find<HTMLElement>('[data-keyboard]');
  const choice = find<HTMLInputElement>('input', place);
  if (place === null || choice === null) return;
  choice.checked = recall();
  place.hidden = false;
  choice.addEventListener('change', () => remember(choice.checked));
  document.addEventListener('keydown', (event) => {
    if (choice.checked && isForUs(event)) press(event);
  });
}

function isForUs(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.repeat || event.isComposing) return false;
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return false;
  const held = document.activeElement;
  return held === null || held === document.body || held.id === 'contenu';
}

function press(event: KeyboardEvent): void {
  const wanted = WANTED[event.key];
  const target = wanted === undefined ? null : find<HTMLElement>(wanted);
  if (target === null) return;
  event.preventDefault();
  target.click();
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
