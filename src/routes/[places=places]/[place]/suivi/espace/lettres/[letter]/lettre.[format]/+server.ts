import { error } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { letterDocument } from '#publishing/letter/letter-document.ts';
import { printedFile } from '#server/http/printed-file.ts';
import { promiseLines } from '#server/promise-lines.ts';
import { idIn } from '#ui/addresses.ts';
import { openSide } from '../../../../../follow-up-place.ts';

export const GET: RequestHandler = async (event) => {
  const { db, config, place, code, address, collective, stores } = await openSide(event);
  const id = idIn(event.params.letter) ?? error(404);
  const letter = await stores.events.letter({ place: code, id });
  if (letter === null || letter.thrownAwayAt !== null || letter.collective !== collective?.id) error(404);
  const [promises, sent, promised] = await Promise.all([
    promiseLines(db, place),
    letter.event === null ? null : stores.events.find({ place: code, id: letter.event }),
    stores.events.promisedHere(code),
  ]);
  const origin = config.publicOrigin ?? event.url.origin;
  const document = letterDocument(letter.content, {
    place: place.name,
    collective: collective.name,
    on: sent?.happenedOn ?? null,
    madeAt: letter.changedAt,
    promise: (item) => (promised === null ? item : promises.of(promised.edition, item).label),
    address: `${origin}${address}/suivi`,
  });
  return await printedFile(event, document, { format: event.params.format, name: `lettre-brouillon-${id}` });
};
