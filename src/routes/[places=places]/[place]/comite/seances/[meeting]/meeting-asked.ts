/**
 * A meeting by its address, `12-3`: the third of committee 12. Whoever sits sees all of it; everybody else, what both sides
 * agreed was said; before that, nothing is there.
 */
import { error, type RequestEvent } from '@sveltejs/kit';
import { actorOf, type Asking } from '#server/accounts/actor-of.ts';
import { seeCommittees } from '#use-cases/committee/see-committee.ts';
import { followUpPlace, type PlaceParams } from '../../../follow-up-place.ts';

export type MeetingEvent = Asking &
  Pick<RequestEvent, 'url'> & { readonly params: PlaceParams & { readonly meeting: string } };

export async function meetingAsked(event: MeetingEvent) {
  const opened = await followUpPlace(event);
  const { stores, code } = opened;
  const asked = /^([1-9]\d{0,8})-([1-9]\d{0,5})$/.exec(event.params.meeting) ?? error(404);
  const [id, number] = [Number(asked[1]), Number(asked[2])];
  const actor = await actorOf(event);
  const [here, seen] = await Promise.all([stores.committees.of(code), seeCommittees(stores, actor, { place: code })]);
  const committee = here.find((one) => one.id === id) ?? error(404);
  const own = seen.find((one) => one.committee.id === id) ?? null;
  const meeting = (await stores.committees.meetings.find(id, number)) ?? error(404);
  const agreed = meeting.minutes !== null && meeting.minutes.agreedAt !== null;
  if (own === null && !agreed) error(404);
  return { ...opened, actor, committee, meeting, own, agreed };
}
