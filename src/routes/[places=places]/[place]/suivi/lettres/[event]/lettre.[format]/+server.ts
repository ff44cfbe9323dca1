import type { RequestHandler } from './$types';
import { printedFile } from '#server/http/printed-file.ts';
import { letterDocument } from '#publishing/letter/letter-document.ts';
import { letterShown } from '../letter-shown.ts';

export const GET: RequestHandler = async (event) => {
  const { config, place, address, line, letter, collective, promise } = await letterShown(event);
  const origin = config.publicOrigin ?? event.url.origin;
  const document = letterDocument(letter, {
    place: place.name,
    collective,
    on: line.happenedOn,
    madeAt: new Date(`${line.happenedOn}T12:00:00Z`),
    promise,
    address: `${origin}${address}/suivi/lettres/${line.id}`,
  });
  return await printedFile(event, document, { format: event.params.format, name: `lettre-${line.id}` });
};
