/** Communes near here or of this size that promised the same, in words. */
import type { AssessmentStatus } from '#domain/follow-up/assessment.ts';
import type { Stance } from '#domain/pact/stance.ts';
import { threadAddress } from '#ui/addresses.ts';
import type { DoneState } from '#ui/messages/done.fr.ts';
import { inhabitants } from '#ui/messages/commune.fr.ts';
import { promiseInWords } from '#ui/messages/pact.fr.ts';
import * as words from '#ui/messages/similar.fr.ts';

type Similar = {
  readonly code: string;
  readonly name: string;
  readonly slug: string;
  readonly population: number | null;
  readonly near: words.Near;
  readonly stance: Stance;
  readonly levels: readonly { readonly level: number; readonly stance: Stance }[];
  readonly state: 'in-office' | 'in-opposition';
  readonly list: string | null;
  readonly collective: AssessmentStatus | null;
  readonly townHall: AssessmentStatus | null;
};

export type SimilarShown = {
  readonly href: string;
  readonly name: string;
  readonly where: string;
  readonly promised: string;
  readonly state: DoneState;
  readonly said: string;
};

export function similarShown(
  found: readonly Similar[],
  { edition, measure }: { readonly edition: string; readonly measure: number },
): readonly SimilarShown[] {
  return found.map((one) => ({
    href: threadAddress({ kind: 'municipality', code: one.code, slug: one.slug }, measure, edition),
    name: one.name,
    where: `${words.NEAR[one.near]}, ${inhabitants(one.population)}`,
    promised: [
      promiseInWords(one.stance, one.levels),
      ...(one.state === 'in-opposition' ? [words.promisedBy(one.list)] : []),
    ].join(', '),
    state: one.collective ?? one.townHall ?? 'unknown',
    said: words.saidThere(one, { place: 'municipality', state: one.state, list: one.list }),
  }));
}

/** How many of them promised it, and kept it at least in part, as either voice tells it. */
export function similarCounted(
  found: readonly Pick<Similar, 'collective' | 'townHall' | 'state'>[],
): words.SimilarCounted {
  const did = (status: AssessmentStatus | null) => status === 'kept' || status === 'partly-kept';
  const governing = found.filter(({ state }) => state === 'in-office');
  return {
    promised: governing.length,
    did: governing.filter(({ collective, townHall }) => did(collective) || did(townHall)).length,
    opposed: found.length - governing.length,
  };
}
