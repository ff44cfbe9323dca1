/** A button copies the private address; the words that it did are told to screen readers too. */
import { find } from '../../script/find.ts';

export function offerCopy(): void {
  const copy = find('[data-copy]');
  const field = find<HTMLInputElement>('input', copy);
  const button = find<HTMLButtonElement>('button', copy);
  const said = find<HTMLElement>('[data-said]', copy);
  if (field === null || button === null || said === null) return;
  button.hidden = false;
  button.addEventListener('click', () => {
    // Selected in any case: where copying is not allowed, the person does it.
    field.select();
    navigator.clipboard.writeText(field.value).then(
      () => (said.textContent = said.dataset['said'] ?? ''),
      () => undefined,
    );
  });
}
