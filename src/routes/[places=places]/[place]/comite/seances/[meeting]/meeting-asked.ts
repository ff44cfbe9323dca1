/**
 * A meeting by its address, `12-3`: the third of committee 12. Whoever sits sees all of it; everybody else, what both sides
 * agreed was said; before that, nothing is there.
 */
import { error, type RequestEvent } from '@sveltejs/kit';
import { actorOf, type Asking } from '#server/accounts/actor-of.ts';
import { seeMeeting } from '#use-cases/committee/see-meeting.ts';
import { followUpPlace, type PlaceParams } from '../../../follow-up-place.ts';

export type MeetingEvent = Asking &
  Pick<RequestEvent, 'url'> & { readonly params: PlaceParams & { readonly meeting: string } };

export async function meetingAsked(event: MeetingEvent) {
  const opened = await followUpPlace(event);
  const asked = /^([1-9]\d{0,8})-([1-9]\d{0,5})$/.exec(event.params.meeting) ?? error(404);
  const request = { place: opened.code, committee: Number(asked[1]), meeting: Number(asked[2]) };
  const seen = (await seeMeeting(opened.stores, await actorOf(event), request)) ?? error(404);
  return { ...opened, ...seen };
}
