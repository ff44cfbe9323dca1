/** Through the gate to one promise of one pact, with one voice: what a person may say there, and in whose name. */
import { pass, type Actor, type NotAllowed, type Role } from '#domain/access/gate.ts';
import type { Voice } from '#domain/follow-up/assessment.ts';
import type { FollowedPact } from '#domain/follow-up/followed-pact.ts';
import { isFollowed } from '#domain/follow-up/promised.ts';
import type { Speaker } from '#domain/follow-up/said-assessment.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import { signerOf } from '../campaign/find-request.ts';
import type { Stores } from '../stores.ts';

export type CannotEnterFollowUp =
  | NotAllowed
  | { readonly kind: 'unknown-pact' }
  | { readonly kind: 'unknown-commitment' }
  | { readonly kind: 'not-promised' };

export const ACT_OF = { collective: 'assess-as-collective', 'town-hall': 'assess-as-town-hall' } as const;

export async function enterFollowUp(
  all: Stores,
  actor: Actor,
  {
    pact: id,
    item,
    voice,
    lock = false,
  }: { readonly pact: number; readonly item: string; readonly voice: Voice; readonly lock?: boolean },
): Promise<Result<{ readonly pact: FollowedPact; readonly by: Speaker }, CannotEnterFollowUp>> {
  const pact = await all.assessments.pact(id, { lock });
  if (pact === null) return refuse({ kind: 'unknown-pact' });
  const promised = await all.assessments.promised(id, item);
  if (promised === null) return refuse({ kind: 'unknown-commitment' });
  const passed = pass(actor, {
    act: ACT_OF[voice],
    state: isFollowed(promised) ? pact.state : 'not-promised',
    concerns: concernsOf(pact),
  });
  if (passed.ok) return accept({ pact, by: speakerFor(pact, actor, passed.value) });
  // Whoever could speak of another promise of this pact is told why not of this one.
  const couldElsewhere = pass(actor, { act: ACT_OF[voice], state: pact.state, concerns: concernsOf(pact) }).ok;
  return couldElsewhere && !isFollowed(promised) ? refuse({ kind: 'not-promised' }) : passed;
}

/** The voices with which this person may speak of the promises of this pact: none, one; both for nobody by the rules. */
export function voicesOf(actor: Actor, pact: FollowedPact): readonly Voice[] {
  return (['collective', 'town-hall'] as const).filter(
    (voice) => pass(actor, { act: ACT_OF[voice], state: pact.state, concerns: concernsOf(pact) }).ok,
  );
}

export function concernsOf(pact: FollowedPact) {
  return {
    collectives: pact.collectives.map(({ id }) => id),
    lists: pact.list === null ? [] : [pact.list],
    places: pact.places,
  };
}

/** In whose name: the collective one is of, the list one represents, the place one works for. */
export function speakerFor(pact: FollowedPact, actor: Actor, role: Role): Speaker {
  const own = pact.collectives.find(
    ({ id }) => actor.kind === 'person' && actor.holds.some((held) => 'collective' in held && held.collective === id),
  );
  const isOfCollective = role === 'collective-member' || role === 'collective-coordinator';
  const collective = isOfCollective ? (own ?? pact.collectives[0] ?? null) : null;
  const name = collective?.name ?? (role === 'list-representative' ? pact.listName : null) ?? pact.placeName;
  return { person: actor.kind === 'person' ? signerOf(actor) : null, role, name, collective: collective?.id ?? null };
}
