/**
 * Sending a document with its progress, which can be cancelled. The form keeps all that was typed, and the file, when
 * the answer is a refusal; every sentence comes from the page.
 */
import { find } from '../../script/find.ts';

export function sendWithProgress(): void {
  const form = find<HTMLFormElement>('[data-send]');
  const file = find<HTMLInputElement>('input[type=file]', form);
  if (form === null || file === null) return;
  acceptDrops(form, file);
  const shown = progressOf(form);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const { limit, tooLarge, lost, cancelled } = form.dataset;
    if ((file.files?.[0]?.size ?? 0) > Number(limit)) {
      refuse([tooLarge ?? '']);
      return;
    }
    refuse([]);
    const request = new XMLHttpRequest();
    request.open('POST', form.action);
    request.setRequestHeader('accept', 'text/html');
    request.upload.onprogress = ({ loaded, total }) => shown.sending(Math.floor((100 * loaded) / Math.max(total, 1)));
    request.upload.onload = () => shown.reading();
    request.onerror = () => stop([lost ?? '']);
    request.onabort = () => stop([cancelled ?? '']);
    request.onload = () => {
      // Redirected: the draft, or the page that waits for it.
      if (request.status === 200 && request.responseURL !== form.action) location.assign(request.responseURL);
      else stop(refusalIn(request.responseText) ?? [lost ?? '']);
    };
    shown.begin(() => request.abort());
    request.send(new FormData(form));
  });

  // Back from the draft, the page may come as it was left.
  window.addEventListener('pageshow', () => shown.end());

  function stop(sentences: readonly string[]): void {
    shown.end();
    refuse(sentences);
  }
}

/** Says the sentences where the page says its refusals; none takes them away. */
function refuse(sentences: readonly string[]): void {
  const place = find<HTMLElement>('.problem');
  if (place === null) return;
  const [title] = place.children;
  const lines = sentences.map((sentence) => Object.assign(document.createElement('p'), { textContent: sentence }));
  place.replaceChildren(...(title === undefined ? [] : [title]), ...lines);
  place.hidden = sentences.length === 0;
  if (!place.hidden) place.focus();
}

/** What the page that came back refuses, as text; the hint about choosing the file again is for those without scripts. */
function refusalIn(html: string): readonly string[] | null {
  const words = find('.problem p', new DOMParser().parseFromString(html, 'text/html'))?.textContent ?? '';
  return words.trim() === '' ? null : [words];
}

type Progress = {
  readonly begin: (cancel: () => void) => void;
  readonly sending: (percent: number) => void;
  readonly reading: () => void;
  readonly end: () => void;
};

function progressOf(form: HTMLFormElement): Progress {
  const send = find<HTMLButtonElement>('button:not([type])', form);
  const cancel = find<HTMLButtonElement>('[data-cancel]', form);
  const place = find<HTMLElement>('[data-progress]', form);
  const label = find<HTMLElement>('label', place);
  const bar = find<HTMLProgressElement>('progress', place);
  const status = find<HTMLElement>('[data-status]', form);
  const say = (words: string | undefined): void => {
    if (label !== null) label.textContent = words ?? '';
    // Told once a step, not at each hundredth.
    if (status !== null && status.textContent !== words) status.textContent = words ?? '';
  };
  const busy = (on: boolean): void => {
    if (send !== null) send.disabled = on;
    if (cancel !== null) cancel.hidden = !on;
    if (place !== null) place.hidden = !on;
  };
  return {
    begin: (stop) => {
      busy(true);
      if (cancel !== null) cancel.onclick = stop;
      if (bar !== null) bar.value = 0;
      say(label?.dataset['sending']);
    },
    sending: (percent) => {
      if (bar !== null) bar.value = percent;
    },
    reading: () => {
      bar?.removeAttribute('value');
      say(label?.dataset['reading']);
    },
    end: () => {
      busy(false);
      if (status !== null) status.textContent = '';
    },
  };
}

function acceptDrops(form: HTMLFormElement, file: HTMLInputElement): void {
  const zone = find<HTMLElement>('[data-drop]', form);
  zone?.addEventListener('dragover', (event) => {
    event.preventDefault();
    zone.classList.add('over');
  });
  zone?.addEventListener('dragleave', () => zone.classList.remove('over'));
  zone?.addEventListener('drop', (event) => {
    zone.classList.remove('over');
    const given = event.dataTransfer?.files;
    if (given === undefined || given.length === 0) return;
    event.preventDefault();
    file.files = given;
  });
}
