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

export function similarShown(found: readonly Similar[], measure: number): readonly SimilarShown[] {
  return found.map((one) => ({
    href: threadAddress({ kind: 'municipality', code: one.code, slug: one.slug }, measure),
    name: one.name,
    where: `${words.NEAR[one.near]}, ${inhabitants(one.population)}`,
    promised: promiseInWords(one.stance, one.levels),
    state: one.collective ?? one.townHall ?? 'unknown',
    said: words.saidThere(one.collective, one.townHall),
  }));
}

/** How many of them kept it, at least in part, as either voice tells it. */
export function didIt(found: readonly Pick<Similar, 'collective' | 'townHall'>[]): number {
  const did = (status: AssessmentStatus | null) => status === 'kept' || status === 'partly-kept';
  return found.filter(({ collective, townHall }) => did(collective) || did(townHall)).length;
}
