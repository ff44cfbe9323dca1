/** The text of a negotiation as it stands, and its fingerprint: what both sides say yes to. */
import { createHash } from 'node:crypto';
import type { Edition } from '#domain/charter/edition.ts';
import { draftText, type DraftText } from '#domain/negotiation/agreed-content.ts';
import { AGREED_TEXT_FORMAT, type AgreedText, type Carrier, type Counterpart } from '#domain/pact/agreed-text.ts';
import { canonicalJson } from '#domain/shared/canonical-json.ts';
import type { KnownWords } from './known-words.ts';
import type { StoredNegotiation } from './negotiation-store.ts';

/** Everything but what freezing adds: the code and the day. */
export type TextToFreeze = Omit<AgreedText, 'code' | 'frozenOn'>;

export type Standing = DraftText & {
  readonly text: TextToFreeze;
  /** SHA-256 of its canonical JSON. Any change of a word gives another. */
  readonly fingerprint: string;
};

export function textToFreeze(
  negotiation: StoredNegotiation,
  { edition, known }: { readonly edition: Edition; readonly known: KnownWords },
): Standing {
  const { place } = negotiation;
  const draft = draftText(edition, known);
  const code =
    place.kind === 'municipality'
      ? ({ kind: 'municipality', code: place.code } as const)
      : ({ kind: 'grouping', siren: place.siren } as const);
  const text: TextToFreeze = {
    format: AGREED_TEXT_FORMAT,
    edition: { id: edition.id, title: edition.title },
    place: { ...code, name: place.name },
    term: negotiation.term,
    carrier: carrierOf(negotiation, edition),
    counterpart: counterpartOf(negotiation),
    ...draft.content,
    addendumTo:
      negotiation.addendumTo === null
        ? null
        : { code: negotiation.addendumTo.code, sha256: negotiation.addendumTo.sha256 },
  };
  return { ...draft, text, fingerprint: createHash('sha256').update(canonicalJson(text)).digest('hex') };
}

function carrierOf({ collective }: StoredNegotiation, { carriers }: Edition): Carrier {
  return carriers.kind === 'collective-and-list'
    ? { kind: 'collective', collective: collective.id, name: collective.name }
    : { kind: 'organisation', collective: collective.id, name: carriers.organisation };
}

function counterpartOf({ counterpart }: StoredNegotiation): Counterpart {
  if (counterpart.kind === 'council') return { kind: 'council', name: counterpart.name };
  const { list, name, leader, election } = counterpart;
  return { kind: 'list', list, name, leader, election };
}
