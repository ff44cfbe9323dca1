/** In a meeting, the arrows (and the page keys of a remote control) go to the next and the previous measure. */
const WANTED: Readonly<Record<string, string>> = {
  ArrowRight: '[data-next]',
  PageDown: '[data-next]',
  ArrowLeft: '[data-previous]',
  PageUp: '[data-previous]',
};

export function hearArrows(): void {
  if (document.querySelector('[data-meeting]') === null) return;
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const wanted = WANTED[event.key];
    const link = wanted === undefined ? null : document.querySelector<HTMLElement>(wanted);
    if (link === null) return;
    event.preventDefault();
    link.click();
  });
}
