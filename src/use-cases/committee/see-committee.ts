/** What somebody may see and do in the follow-up committees of a place, for pages. Nothing is held: acts look again. */
import { pass, type Act, type Actor, type Concerns } from '#domain/access/gate.ts';
import type { Committee, CommitteeMember } from '#domain/committee/committee.ts';
import { concernsOf, speakingVoice } from '#domain/committee/speaking-voice.ts';
import type { Voice } from '#domain/follow-up/assessment.ts';
import type { PlaceCode } from '#domain/shared/place.ts';
import type { Stores } from '../stores.ts';

export type SeenCommittee = {
  readonly committee: Committee;
  readonly collective: string;
  /** Those who left too. */
  readonly members: readonly CommitteeMember[];
  /** Null: they sit, and speak for nobody. */
  readonly voice: Voice | null;
  /** Their own seat; null: they are here by their role. */
  readonly seat: CommitteeMember | null;
  /** What the gate is asked about whatever is in it. */
  readonly concerns: Concerns;
  readonly may: Readonly<Record<CommitteeAct, boolean>>;
};

export const COMMITTEE_ACTS = [
  'accept-committee',
  'close-committee',
  'name-committee-member',
  'leave-committee',
  'call-committee-meeting',
  'propose-agenda-item',
  'ask-committee-question',
] as const satisfies readonly Act[];
export type CommitteeAct = (typeof COMMITTEE_ACTS)[number];

/** Latest first; those that they may not see are not there. */
export async function seeCommittees(
  stores: Stores,
  actor: Actor,
  { place }: { readonly place: PlaceCode },
): Promise<readonly SeenCommittee[]> {
  const places = await stores.committees.placesFor(place);
  const seen = await Promise.all(
    (await stores.committees.of(place)).map(async (committee): Promise<SeenCommittee | null> => {
      if (actor.kind !== 'person') return null;
      const members = await stores.committees.members(committee.id);
      const here = { collectives: [committee.collective], places };
      const voice = speakingVoice(actor, here);
      const seat =
        members.find(({ person, acceptedAt, left }) => person === actor.id && acceptedAt !== null && left === null) ??
        null;
      const concerns = {
        ...(voice === null ? {} : concernsOf(voice, here)),
        ...(seat === null ? {} : { person: actor.id }),
      };
      const allows = (act: Act): boolean => pass(actor, { act, state: committee.state, concerns }).ok;
      if (!allows('see-committee')) return null;
      const may = Object.fromEntries(COMMITTEE_ACTS.map((act) => [act, allows(act)])) as Record<CommitteeAct, boolean>;
      const answers = may['accept-committee'] && voice !== committee.proposed.by;
      const collective = (await stores.collectives.find(committee.collective))?.name ?? '';
      return { committee, collective, members, voice, seat, concerns, may: { ...may, 'accept-committee': answers } };
    }),
  );
  return seen.flatMap((one) => one ?? []);
}

/** May they propose one here, in whose name, and with which collectives? */
export async function mayPropose(
  stores: Stores,
  actor: Actor,
  { place }: { readonly place: PlaceCode },
): Promise<{ readonly voice: Voice; readonly collectives: readonly { id: number; name: string }[] } | null> {
  if (actor.kind !== 'person') return null;
  const all = await stores.committees.collectivesAt(place);
  const here = { collectives: all.map(({ id }) => id), places: await stores.committees.placesFor(place) };
  const voice = speakingVoice(actor, here);
  if (voice === null) return null;
  if (!pass(actor, { act: 'propose-committee', state: 'none', concerns: concernsOf(voice, here) }).ok) return null;
  const own = all.filter(({ id }) => actor.holds.some((held) => 'collective' in held && held.collective === id));
  return { voice, collectives: voice === 'collective' ? own : all };
}
