/**
 * A meeting of a committee as somebody may see it. Whoever sees the committee sees its meetings; everybody else, those of
 * which both sides agreed what was said. The words of the minutes are there for whom the gate lets read them.
 */
import { pass, type Act, type Actor } from '#domain/access/gate.ts';
import type { Committee } from '#domain/committee/committee.ts';
import type { Meeting } from '#domain/committee/meeting.ts';
import type { PlaceCode } from '#domain/shared/place.ts';
import type { Stores } from '../stores.ts';
import { seeCommittees, type SeenCommittee } from './see-committee.ts';

export type SeenMeeting = {
  readonly committee: Committee;
  readonly meeting: Meeting;
  /** Null: they do not see the committee. */
  readonly own: SeenCommittee | null;
  readonly agreed: boolean;
  /** Whether they may say what became of its decisions. */
  readonly maySettle: boolean;
};

/** `meeting`: its number in the committee, from 1. Null: there is none, or it is not theirs to see. */
export async function seeMeeting(
  stores: Stores,
  actor: Actor,
  {
    place,
    committee: id,
    meeting: number,
  }: { readonly place: PlaceCode; readonly committee: number; readonly meeting: number },
): Promise<SeenMeeting | null> {
  const [here, seen] = await Promise.all([stores.committees.of(place), seeCommittees(stores, actor, { place })]);
  const committee = here.find((one) => one.id === id);
  const meeting = committee === undefined ? null : await stores.committees.meetings.find(id, number);
  if (committee === undefined || meeting === null) return null;
  const own = seen.find((one) => one.committee.id === id) ?? null;
  const agreed = (meeting.minutes?.agreedAt ?? null) !== null;
  const state = agreed ? 'minutes-agreed' : 'minutes-open';
  const allows = (act: Act): boolean => pass(actor, { act, state, concerns: own?.concerns ?? {} }).ok;
  const reads = allows('see-minutes');
  const maySettle = meeting.cancelledAt === null && allows('settle-committee-decision');
  if (own === null && !(agreed && reads)) return null;
  return { committee, own, agreed, maySettle, meeting: reads ? meeting : { ...meeting, minutes: null } };
}
