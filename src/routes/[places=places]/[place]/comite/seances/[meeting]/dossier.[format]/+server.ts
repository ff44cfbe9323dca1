import { error } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { codeOf } from '#domain/shared/place.ts';
import { meetingKit } from '#publishing/meeting-kit/meeting-kit.ts';
import { printedFile } from '#server/http/printed-file.ts';
import { keepPrivate } from '#server/http/private-page.ts';
import { meetingKitFacts } from '#server/meeting-kit-facts.ts';
import { meetingWhen } from '#ui/messages/committee/committee.fr.ts';
import { todayAt } from '../../../../follow-up-place.ts';
import { meetingAsked } from '../meeting-asked.ts';

/** For whoever sits: with the agenda of this meeting and the committee's own questions. */
export const GET: RequestHandler = async (event) => {
  const { db, config, place, code, zone, address, meeting, committee, own } = await meetingAsked(event);
  if (own === null) error(404);
  keepPrivate(event.setHeaders);
  const origin = config.publicOrigin ?? event.url.origin;
  const facts = await meetingKitFacts(db, {
    ...{ place, code, today: todayAt(zone), address: `${origin}${address}/suivi` },
    meeting: `${meetingWhen(meeting)}, ${meeting.location}`,
    agenda: meeting.agenda.map(({ words }) => words),
    committee: committee.id,
  });
  return await printedFile(event, meetingKit(facts), {
    format: event.params.format,
    name: `seance-${codeOf(code)}-${meeting.number}`,
  });
};
