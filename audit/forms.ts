/** A form of this site, sent as a browser would send it: with what stands in it, and what somebody changes. */
import { parse, type DefaultTreeAdapterTypes } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

export type Sent = {
  /** The address of the page that has the form. */
  readonly page: string;
  /** Of the form on that page, such as `?/creer`; absent: the first that sends to the page itself. */
  readonly action?: string;
  /** Where else its fields go: to the form that the page shows next. */
  readonly to?: string;
  /** What is typed or chosen there. A name that the form does not have is sent too: it is that of a button. */
  readonly typed: Readonly<Record<string, string | File>>;
  readonly cookie?: string;
};

/** Where the site leads afterwards. Throws, with what the page says, when it refuses or has no such form. */
export async function send(origin: string, { page, action = '', to, typed, cookie }: Sent): Promise<string> {
  const headers = { accept: 'text/html', ...(cookie === undefined ? {} : { cookie }) };
  const shown = await fetch(origin + page, { headers });
  const form = formWith(parse(await shown.text()), action);
  if (form === null) throw new Error(`${page} (${shown.status}) has no form ${action}`);
  const body = new FormData();
  const fields = new Map<string, string | File>([...fieldsOf(form), ...Object.entries(typed)]);
  for (const [name, value] of fields) body.set(name, value);
  const target = new URL(to ?? attribute(form, 'action') ?? '', origin + page);
  const answer = await fetch(target, { method: 'POST', body, headers: { ...headers, origin }, redirect: 'manual' });
  // 409: it stands already, from an earlier audit of this site.
  if (![200, 303, 409].includes(answer.status)) {
    const told = wordsOf(await answer.text());
    throw new Error(`${page}${action} answered ${answer.status}: ${told}`);
  }
  return answer.headers.get('location') ?? page;
}

/** The first value that a button or field of this name would send, on a page that may have several forms. */
export async function valueOn(
  origin: string,
  { page, name, cookie }: { readonly page: string; readonly name: string; readonly cookie: string },
): Promise<string> {
  const html = await (await fetch(origin + page, { headers: { cookie } })).text();
  const found = elements(parse(html)).find(
    (element) => attribute(element, 'name') === name && attribute(element, 'value') !== null,
  );
  if (found === undefined) throw new Error(`${page} has nothing named ${name}`);
  return attribute(found, 'value') ?? '';
}

function formWith(page: Node, action: string): Element | null {
  const posting = elements(page).filter(
    (element) => element.tagName === 'form' && attribute(element, 'method')?.toLowerCase() === 'post',
  );
  return posting.find((form) => (attribute(form, 'action') ?? '').includes(action)) ?? null;
}

/** Of names that come several times, the last: enough for the forms sent here. */
function fieldsOf(form: Element): readonly (readonly [string, string])[] {
  return elements(form).flatMap((element) => {
    const name = attribute(element, 'name');
    if (name === null || name === '') return [];
    if (element.tagName === 'textarea') return [[name, textOf(element)] as const];
    if (element.tagName === 'select') {
      const options = elements(element).filter(({ tagName }) => tagName === 'option');
      const chosen = options.find((option) => attribute(option, 'selected') !== null) ?? options[0];
      return chosen === undefined ? [] : [[name, attribute(chosen, 'value') ?? textOf(chosen)] as const];
    }
    if (element.tagName !== 'input') return [];
    const type = attribute(element, 'type') ?? 'text';
    if (type === 'file' || type === 'submit') return [];
    if ((type === 'checkbox' || type === 'radio') && attribute(element, 'checked') === null) return [];
    return [[name, attribute(element, 'value') ?? ''] as const];
  });
}

function elements(node: Node): readonly Element[] {
  const own = 'tagName' in node ? [node] : [];
  return 'childNodes' in node ? [...own, ...node.childNodes.flatMap(elements)] : own;
}

function attribute(element: Element, name: string): string | null {
  return element.attrs.find((one) => one.name === name)?.value ?? null;
}

function textOf(node: Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

function wordsOf(html: string): string {
  const alert = /role="alert"[^>]*>(.*?)<\/(?:div|section|p)>/s.exec(html)?.[1] ?? html;
  return alert
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 200);
}
