/** What a person says of a document when sending it, as the form of /lire carries it. */
import type { SendRefusal } from '#ui/messages/lire.fr.ts';

export type Asked = {
  /** Empty when a file is sent. */
  readonly text: string;
  /** Id of an edition; empty: recognise it. */
  readonly charter: string;
  readonly kind: '' | 'pact' | 'plan' | 'charter';
  /** As typed. */
  readonly place: string;
  readonly source: string;
};

export const NOTHING_ASKED: Asked = { text: '', charter: '', kind: '', place: '', source: '' };

/** Characters that may be pasted: more is a file. */
export const PASTE_LIMIT = 500_000;

/** What was typed, bounded and with plain line ends; never the file. */
export function askedFrom(form: FormData): Asked {
  const kind = textOf(form, 'kind', 10);
  return {
    text: textOf(form, 'text', Infinity).replaceAll('\r\n', '\n'),
    charter: textOf(form, 'charter', 80),
    kind: kind === 'pact' || kind === 'plan' || kind === 'charter' ? kind : '',
    place: textOf(form, 'place', 120).normalize('NFC').trim(),
    source: textOf(form, 'source', 1000).trim(),
  };
}

export type Sent =
  | { readonly ok: true; readonly filename: string; readonly bytes: () => Promise<Uint8Array> }
  | { readonly ok: false; readonly refusal: SendRefusal };

/** The document to read: the file, or the pasted text as one. */
export function documentIn(form: FormData, asked: Asked, limitInBytes: number): Sent {
  const file = form.get('file');
  // A browser sends an empty, nameless file when none was chosen.
  const chosen = file instanceof File && (file.name !== '' || file.size > 0) ? file : null;
  const pasted = asked.text.trim() !== '';
  if (chosen === null && !pasted) return { ok: false, refusal: { kind: 'nothing-given' } };
  if (chosen !== null && pasted) return { ok: false, refusal: { kind: 'file-and-text' } };
  if (asked.source !== '' && !isAddress(asked.source)) {
    return { ok: false, refusal: { kind: 'not-an-address', address: asked.source } };
  }
  if (chosen !== null) {
    if (chosen.size > limitInBytes) return { ok: false, refusal: { kind: 'body-too-large', limitInBytes } };
    return { ok: true, filename: chosen.name, bytes: async () => new Uint8Array(await chosen.arrayBuffer()) };
  }
  if (asked.text.length > PASTE_LIMIT) {
    return {
      ok: false,
      refusal: { kind: 'pasted-too-long', characters: asked.text.length, limit: PASTE_LIMIT },
    };
  }
  return { ok: true, filename: PASTED, bytes: async () => new TextEncoder().encode(asked.text) };
}

/** Name of a pasted text, which has none. */
const PASTED = 'texte-collé.txt';

function isAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol } = new URL(text);
  return protocol === 'https:' || protocol === 'http:';
}

function textOf(form: FormData, name: string, limit: number): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.slice(0, limit) : '';
}
