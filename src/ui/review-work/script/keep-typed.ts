/**
 * Keeps what is typed in the form: a second after the last key it goes to the site, for its author alone. Until the site said
 * yes it also stands in this browser: a lost connection, an ended session or a closed window loses no word. Files are not kept.
 */
import { find } from '../../script/find.ts';
import { forgetOldWords, keepWords, typedWords, type Fields } from './typed-words.ts';

const PAUSE_MILLISECONDS = 1_000;
const AGAIN_MILLISECONDS = 15_000;

export function keepTyped(): void {
  forgetOld();
  forgetSaved();
  const form = find<HTMLFormElement>('[data-entry]');
  const { entry: key, draft: path } = form?.dataset ?? {};
  if (form === null || key === undefined || path === undefined) return;
  const said = find<HTMLElement>('[data-said]', form);
  const say = (words: string | undefined): void => {
    // Told once, not at each word.
    if (said !== null && said.textContent !== words) said.textContent = words ?? '';
  };
  if (restore(form, key)) say(form.dataset['restored']);

  let clock = 0;
  let dirty = false;
  const later = (milliseconds: number): void => {
    clearTimeout(clock);
    clock = window.setTimeout(() => void send(), milliseconds);
  };
  const changed = (): void => {
    dirty = true;
    put(key, fieldsOf(form));
    later(PAUSE_MILLISECONDS);
  };
  // The points to check are fields of the form that stand outside of it.
  for (const event of ['input', 'change']) {
    document.addEventListener(event, ({ target }) => {
      if (isField(target) && target.form === form) changed();
    });
  }
  // The site has them as soon as it answers; what it keeps is shown again on any device.
  form.addEventListener('submit', () => {
    clearTimeout(clock);
    dirty = false;
  });
  window.addEventListener('online', () => void send());
  window.addEventListener('pagehide', () => {
    if (dirty) navigator.sendBeacon(path, withoutFiles(form));
  });
  find('[data-forget]')?.addEventListener('submit', () => put(key, null));

  async function send(): Promise<void> {
    if (form === null || path === undefined || key === undefined || !dirty) return;
    const sent = fieldsOf(form);
    const answer = await fetch(path, { method: 'POST', body: withoutFiles(form) }).catch(() => null);
    if (answer?.ok === true) {
      say(form.dataset['kept']);
      // Nothing was typed meanwhile: the site has it all.
      if (JSON.stringify(sent) === JSON.stringify(fieldsOf(form))) {
        dirty = false;
        put(key, null);
      }
      return;
    }
    say(answer?.status === 401 ? form.dataset['out'] : form.dataset['lost']);
    later(AGAIN_MILLISECONDS);
  }
}

/** The promise that was just saved needs nothing kept here any more. */
function forgetSaved(): void {
  const item = find<HTMLElement>('[data-saved]')?.dataset['saved'];
  const key = find<HTMLElement>('[data-entry]')?.dataset['entry'];
  if (item === undefined || key === undefined) return;
  put(key.replace(/^(bilan-\d+-)[^-]+/, `$1${item}`), null);
}

function fieldsOf(form: HTMLFormElement): Fields {
  return [...new FormData(form)].flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : [],
  );
}

function withoutFiles(form: HTMLFormElement): FormData {
  const data = new FormData();
  for (const [name, value] of fieldsOf(form)) data.append(name, value);
  return data;
}

/**
 * True: words that the site never got are in the form again, with the version that was seen when they were typed: when
 * somebody wrote meanwhile, the site shows both.
 */
function restore(form: HTMLFormElement, key: string): boolean {
  const fields = get(key);
  if (fields === null) return false;
  const values = new Map(fields);
  const version = find<HTMLInputElement>('[name=version]', form);
  if (version !== null) version.value = values.get('version') ?? version.value;
  let changed = false;
  for (const field of form.elements) {
    if (field instanceof HTMLInputElement && (field.type === 'radio' || field.type === 'checkbox')) {
      const on = fields.some(([name, value]) => name === field.name && value === field.value);
      changed ||= field.checked !== on;
      field.checked = on;
    } else if (isText(field) && field.name !== '') {
      const value = values.get(field.name) ?? field.value;
      changed ||= field.value !== value;
      field.value = value;
    }
  }
  return changed;
}

function isField(target: EventTarget | null): target is HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement {
  return (
    target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
  );
}

function isText(field: Element): field is HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement {
  if (field instanceof HTMLInputElement) return field.type !== 'file' && field.type !== 'hidden';
  return field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement;
}

function get(key: string): Fields | null {
  try {
    return typedWords(localStorage, key);
  } catch {
    return null;
  }
}

/** Where nothing may be kept, the site alone keeps it. */
function put(key: string, fields: Fields | null): void {
  try {
    keepWords(localStorage, key, { fields, at: Date.now() });
  } catch {
    return;
  }
}

function forgetOld(): void {
  try {
    forgetOldWords(localStorage, Date.now());
  } catch {
    return;
  }
}
