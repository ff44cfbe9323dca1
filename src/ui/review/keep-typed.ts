/**
 * On a slow line people fill in a form before its script has come; the script then sets the fields to what the server
 * said. What was typed or unfolded meanwhile is noted before, and put back after.
 */
type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Call before the page is taken over; the function that comes back, once it is. */
export function noteTyped(page: ParentNode): () => void {
  const fields = [...page.querySelectorAll<Field>('input, textarea, select')];
  const back = fields.filter(isTouched).map((field) => putBack(field));
  const unfolded = [...page.querySelectorAll<HTMLDetailsElement>('details[open]')];
  return () => {
    for (const put of back) put();
    for (const details of unfolded) details.open = true;
  };
}

function isTouched(field: Field): boolean {
  if (field instanceof HTMLSelectElement) {
    return [...field.options].some(({ selected, defaultSelected }) => selected !== defaultSelected);
  }
  if (field.type === 'file' || field.type === 'hidden') return false;
  if (field instanceof HTMLInputElement && field.type === 'checkbox') return field.checked !== field.defaultChecked;
  return field.value !== field.defaultValue;
}

function putBack(field: Field): () => void {
  if (field instanceof HTMLInputElement && field.type === 'checkbox') {
    const { checked } = field;
    return () => {
      field.checked = checked;
    };
  }
  const { value } = field;
  return () => {
    field.value = value;
  };
}
