/** The communes that merged into one of today, each with a link to what it signed. */
import { slugOf } from '#domain/shared/slug.ts';
import { pactAddress, placeAddress } from '#ui/addresses.ts';
import { pactTitle, termOf } from '#ui/messages/pact.fr.ts';

export type FormerFacts = {
  readonly code: string;
  readonly name: string;
  readonly slug: string;
  readonly pacts: readonly (Parameters<typeof pactTitle>[0] & Parameters<typeof termOf>[0] & { readonly id: number })[];
};

export function formerShown({ pacts, ...commune }: FormerFacts) {
  return {
    href: placeAddress({ kind: 'municipality', ...commune }),
    name: commune.name,
    pacts: pacts.map((pact) => ({
      href: pactAddress({ id: pact.id, slug: slugOf(pact.listName ?? '') || commune.slug }),
      label: `${pactTitle(pact)}, ${termOf(pact)}`,
    })),
  };
}
