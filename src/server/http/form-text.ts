/** A field of a form as text: '' when it is absent or a file; cut at `limit` characters, since a form may hold anything. */
export function formText(form: FormData, name: string, limit = 1000): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.slice(0, limit) : '';
}
