/** j and k go to the next and the previous proposal, Enter confirms. Without a modifier: ../../script/letter-keys.ts. */
import { find } from '../../script/find.ts';
import { isForThePage, isTaken, letterKeys } from '../../script/letter-keys.ts';

const KEPT = 'lire-raccourcis';
const WANTED: Readonly<Record<string, string>> = {
  j: '[data-next]',
  k: '[data-previous]',
  Enter: '[data-confirm]',
};

export function hearKeys(): void {
  const keys = letterKeys(KEPT);
  if (keys === null) return;
  document.addEventListener('keydown', (event) => {
    if (keys.areOn() && !isTaken(event) && !event.shiftKey && isForThePage(event)) press(event);
  });
}

function press(event: KeyboardEvent): void {
  const wanted = WANTED[event.key];
  const target = wanted === undefined ? null : find<HTMLElement>(wanted);
  if (target === null) return;
  event.preventDefault();
  target.click();
}
