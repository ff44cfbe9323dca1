import type { RequestHandler } from './$types';
import { codeOf } from '#domain/shared/place.ts';
import { meetingKit } from '#publishing/meeting-kit/meeting-kit.ts';
import { printedFile } from '#server/http/printed-file.ts';
import { meetingKitFacts } from '#server/meeting-kit-facts.ts';
import { followUpPlace, todayAt } from '../follow-up-place.ts';

/** What is public alone: anybody may bring it to a meeting. */
export const GET: RequestHandler = async (event) => {
  const { db, config, place, code, zone, address } = await followUpPlace(event);
  const origin = config.publicOrigin ?? event.url.origin;
  const facts = await meetingKitFacts(db, {
    ...{ place, code, today: todayAt(zone), address: `${origin}${address}/suivi` },
    ...{ meeting: null, agenda: [], committee: null },
  });
  return await printedFile(event, meetingKit(facts), { format: event.params.format, name: `seance-${codeOf(code)}` });
};
