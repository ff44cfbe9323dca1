/**
 * Keys of one letter, switched on and off on the page itself (WCAG 2.1.4). Which keys and what they press is said by each
 * page: ../review/script/keys.ts, ../review-work/script/keys.ts.
 */
import { find } from './find.ts';

export type LetterKeys = { readonly areOn: () => boolean };

/**
 * Shows the switch, as it was left last time in this browser under the name `kept`: on until somebody switches it off.
 * `switched` is called at once, and at each change. Null: this page has no keys.
 */
export function letterKeys(kept: string, switched: (on: boolean) => void = () => undefined): LetterKeys | null {
  const place = find<HTMLElement>('[data-keyboard]');
  const choice = find<HTMLInputElement>('input', place);
  if (place === null || choice === null) return null;
  choice.checked = recall(kept);
  place.hidden = false;
  switched(choice.checked);
  choice.addEventListener('change', () => {
    remember(kept, choice.checked);
    switched(choice.checked);
  });
  return { areOn: () => choice.checked };
}

/** A press of which something else made use, one that is held down, or one that writes a sign of several keys, is not ours. */
export function isTaken(event: KeyboardEvent): boolean {
  return event.defaultPrevented || event.repeat || event.isComposing;
}

/**
 * Only when nothing else has the keyboard: never in a field, on a link or a button, nor with Ctrl, Alt or Cmd; a screen
 * reader that reads keeps its own. Shift is left to the page: the digits of a French keyboard want it.
 */
export function isForThePage(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  const held = document.activeElement;
  return held === null || held === document.body || held.id === 'contenu';
}

function recall(kept: string): boolean {
  try {
    return localStorage.getItem(kept) !== 'non';
  } catch {
    return true;
  }
}

/** Where nothing may be kept, the choice lasts as long as the page. */
function remember(kept: string, on: boolean): void {
  try {
    localStorage.setItem(kept, on ? 'oui' : 'non');
  } catch {
    return;
  }
}
