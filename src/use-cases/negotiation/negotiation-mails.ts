/**
 * Mails about negotiations. No answer and no observation travels by mail: the page shows them to who may see them. `path`
 * values are paths of this site.
 */
import type { Side } from '#domain/signature/side.ts';
import type { StoredNegotiation } from './negotiation-store.ts';

export type NegotiationMail =
  /** To the counterpart: at its public addresses, to its representatives, or to an address that the collective gave. */
  | (About & {
      readonly kind: 'negotiation-asked';
      readonly edition: string;
      readonly again: boolean;
      readonly path: string;
    })
  | (About & { readonly kind: 'negotiation-accepted'; readonly path: string })
  | (About & { readonly kind: 'negotiation-declined'; readonly reason: string; readonly path: string })
  /** To the other side. */
  | (About & {
      readonly kind: 'round-sent';
      readonly by: Side;
      readonly number: number;
      readonly answers: number;
      readonly words: string | null;
      readonly path: string;
    })
  | (About & { readonly kind: 'yes-said'; readonly by: Side; readonly path: string })
  /** To both sides. */
  | (About & { readonly kind: 'text-frozen'; readonly code: string; readonly path: string })
  | (About & { readonly kind: 'negotiation-ended'; readonly by: Side; readonly reason: string; readonly path: string })
  /** To the national team. */
  | { readonly kind: 'words-reported'; readonly path: string }
  /** To the side whose words were hidden. */
  | (About & { readonly kind: 'words-hidden'; readonly notice: string; readonly path: string });

/** Names that are public. */
export type About = { readonly collective: string; readonly counterpart: CounterpartNamed; readonly place: string };
export type CounterpartNamed = { readonly kind: 'list' | 'council'; readonly name: string };

export function aboutNegotiation({ collective, counterpart, place }: StoredNegotiation): About {
  return {
    collective: collective.name,
    counterpart: { kind: counterpart.kind, name: counterpart.name },
    place: place.name,
  };
}

export function negotiationPath(id: number): string {
  return `/negociations/${id}`;
}
