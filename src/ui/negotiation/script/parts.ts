/** Parts of the page (`data-part`) take the place of those shown; forms (`data-form`) only when nobody touched them. */

/** Says whether anything differs. Focus stays on the button it was on. */
export function replaceParts(page: Document, now: Document): boolean {
  let changed = false;
  for (const part of page.querySelectorAll<HTMLElement>('[data-part]')) {
    const next = now.querySelector<HTMLElement>(`[data-part="${CSS.escape(part.dataset['part'] ?? '')}"]`);
    if (next === null || next.innerHTML === part.innerHTML) continue;
    const held = part.contains(page.activeElement) ? page.activeElement : null;
    const value = held instanceof HTMLButtonElement ? held.value : null;
    const href = held instanceof HTMLAnchorElement ? held.getAttribute('href') : null;
    part.replaceChildren(...page.importNode(next, true).childNodes);
    changed = true;
    if (held !== null) {
      const same = [...part.querySelectorAll<HTMLButtonElement | HTMLAnchorElement>('button, a')].find((one) =>
        one instanceof HTMLButtonElement ? one.value === value : one.getAttribute('href') === href,
      );
      if (same === undefined) part.tabIndex = -1;
      (same ?? part).focus();
    }
  }
  return changed;
}

export function replaceForms(page: Document, now: Document): void {
  for (const place of page.querySelectorAll<HTMLElement>('[data-form]')) {
    const next = now.querySelector<HTMLElement>(`[data-form="${CSS.escape(place.dataset['form'] ?? '')}"]`);
    if (next === null || next.innerHTML === place.innerHTML || !pristine(place)) continue;
    const open = place.querySelector('details')?.open ?? false;
    place.replaceChildren(...page.importNode(next, true).childNodes);
    const details = place.querySelector('details');
    if (details !== null) details.open = open || details.open;
  }
}

/** Nobody is in it, and every field holds what the server wrote. */
export function pristine(place: HTMLElement): boolean {
  if (place.contains(document.activeElement) && document.activeElement?.tagName !== 'SUMMARY') return false;
  return [...place.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')].every((field) =>
    field instanceof HTMLInputElement && (field.type === 'radio' || field.type === 'checkbox')
      ? field.checked === field.defaultChecked
      : field.value === field.defaultValue,
  );
}
