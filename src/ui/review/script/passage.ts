/** The document scrolls to the open passage, never the page around it. */
import { find } from '../../script/find.ts';

export function bringPassageInView(): void {
  const pane = find<HTMLElement>('.pane');
  const passage = find<HTMLElement>('.opened', pane);
  if (pane === null || passage === null || pane.scrollHeight <= pane.clientHeight) return;
  const room = 48;
  pane.scrollTop += passage.getBoundingClientRect().top - pane.getBoundingClientRect().top - room;
}
