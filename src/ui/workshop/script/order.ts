/**
 * Lets one drag an action to its place. Nothing depends on it: each line has its buttons, and a drop sends the same form.
 */
const lists = [...document.querySelectorAll<HTMLElement>('ol.ordered')];
let moving: HTMLElement | null = null;

for (const list of lists) {
  for (const line of list.querySelectorAll<HTMLElement>('li[data-action]')) makeMovable(line);
  list.addEventListener('dragover', (event) => {
    if (moving === null) return;
    event.preventDefault();
    mark(lineUnder(event));
  });
  list.addEventListener('drop', (event) => {
    event.preventDefault();
    if (moving !== null) send(moving, { list, before: lineUnder(event) });
  });
}

function makeMovable(line: HTMLElement): void {
  line.draggable = true;
  line.addEventListener('dragstart', (event) => {
    moving = line;
    line.classList.add('moving');
    event.dataTransfer?.setData('text/plain', line.dataset['action'] ?? '');
  });
  line.addEventListener('dragend', () => {
    line.classList.remove('moving');
    mark(null);
    moving = null;
  });
}

function lineUnder(event: DragEvent): HTMLElement | null {
  const over = event.target instanceof Element ? event.target.closest<HTMLElement>('li[data-action]') : null;
  if (over === null) return null;
  const { top, height } = over.getBoundingClientRect();
  const next = over.nextElementSibling;
  return event.clientY < top + height / 2 ? over : next instanceof HTMLElement ? next : null;
}

function mark(line: HTMLElement | null): void {
  for (const marked of document.querySelectorAll('.drop-here')) marked.classList.remove('drop-here');
  line?.classList.add('drop-here');
}

/** The form of its buttons, with where it goes in place of a step. */
function send(line: HTMLElement, { list, before }: { list: HTMLElement; before: HTMLElement | null }): void {
  const form = line.querySelector<HTMLFormElement>('form[data-move]');
  if (form === null || before === line) return;
  for (const [name, value] of [
    ['sous', list.dataset['axis'] ?? ''],
    ['avant', before?.dataset['action'] ?? ''],
  ] as const) {
    const field = document.createElement('input');
    field.type = 'hidden';
    field.name = name;
    field.value = value;
    form.append(field);
  }
  form.submit();
}
