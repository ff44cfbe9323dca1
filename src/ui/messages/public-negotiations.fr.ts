/** All that the public pages say of a negotiation before a pact is signed: its stage, and since when. */
import type { PublicStage } from '#domain/negotiation/progress.ts';
import { dayOf } from './format.fr.ts';

export const NEGOTIATIONS = 'Négociations';
export const NEGOTIATIONS_NOTE =
  'Ce qui s’y dit n’est pas public avant la signature : seuls l’étape et ses dates le sont.';

export type PublicNegotiationFacts = {
  readonly kind: PublicStage['kind'];
  readonly since: Date;
  readonly collective: { readonly id: number; readonly name: string; readonly slug: string };
  readonly list: { readonly id: number; readonly name: string } | null;
};

export type PublicNegotiationLine = {
  readonly who: string;
  readonly whoHref: string | null;
  readonly stage: string;
  readonly collective: string;
  readonly collectiveHref: string;
};

export function publicNegotiationLine({
  kind,
  since,
  collective,
  list,
}: PublicNegotiationFacts): PublicNegotiationLine {
  return {
    who: list === null ? 'Le conseil' : `Liste « ${list.name} »`,
    whoHref: list === null ? null : `/listes/${list.id}`,
    stage: stageWords({ kind, since }),
    collective: collective.name,
    collectiveHref: `/collectifs/${collective.id}-${collective.slug}`,
  };
}

/** « négociation en cours depuis le 3 mars 2026 ». */
export function stageWords({ kind, since }: { readonly kind: PublicStage['kind']; readonly since: Date }): string {
  switch (kind) {
    case 'asked':
      return `négociation demandée le ${dayOf(since)}`;
    case 'unanswered':
      return `négociation demandée le ${dayOf(since)}, sans réponse`;
    case 'open':
      return `négociation en cours depuis le ${dayOf(since)}`;
    case 'declined':
      return `négociation déclinée le ${dayOf(since)}`;
  }
}
