/** From the text of a document to its reading: recognises what is not said, then reads it. */
import type { Edition } from '#domain/charter/edition.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import { readCharter } from './charter/read-charter.ts';
import type { Reading } from './contract.ts';
import { looksFrench } from './extract/looks-french.ts';
import { readPlan } from './plan/read-plan.ts';
import { readPact } from './propose/read-pact.ts';
import { readingOrder } from './split/reading-order.ts';
import { recogniseEdition, recogniseKind, type Kind } from './recognise.ts';

export type ReadOptions = {
  readonly editions: readonly Edition[];
  /** Edition id; recognised when null. */
  readonly charter: string | null;
  /** Kind of document; recognised when null. */
  readonly as: Kind | null;
};

export type TextRefusal =
  | { readonly kind: 'no-text' }
  | { readonly kind: 'not-french' }
  | { readonly kind: 'unknown-charter'; readonly charter: string; readonly known: readonly string[] };

/** Pure; linear in the length of the text. */
export function readText(text: string, { editions, charter, as }: ReadOptions): Result<Reading, TextRefusal> {
  if (text.trim() === '') return refuse({ kind: 'no-text' });
  const chosen = charter === null ? null : editions.find(({ id }) => id === charter);
  if (chosen === undefined)
    return refuse({ kind: 'unknown-charter', charter: charter ?? '', known: editions.map(({ id }) => id) });
  if (!looksFrench(text)) return refuse({ kind: 'not-french' });
  const inOrder = readingOrder(text)?.text ?? text;
  // What one collective made is tried only when somebody says so: there may be hundreds.
  const national = editions.filter(({ local }) => local === undefined);
  const recognised = recogniseEdition(inOrder, chosen === null ? national : [chosen]);
  switch (as ?? recogniseKind(inOrder, recognised)) {
    case 'plan':
      return accept(readPlan(text));
    case 'charter':
      return accept(readCharter(text));
    case 'pact':
      return recognised.edition === null
        ? refuse({ kind: 'unknown-charter', charter: '', known: [] })
        : accept(readPact(text, recognised.edition));
  }
}
