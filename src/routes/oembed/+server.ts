/**
 * oEmbed 1.0 (oembed.com): a site that is given the address of a commune asks here how to show its card. 404: nothing of ours
 * is there; 501: a format that the standard does not know.
 */
import type { RequestHandler } from './$types';
import { asMarkup } from '#domain/shared/markup.ts';
import { municipalityCodeIn } from '#ui/addresses.ts';
import { CARD_HEIGHT, CARD_WIDTH, cardFrame } from '#ui/card/card-frame.ts';
import * as words from '#ui/messages/card.fr.ts';
import { SITE_NAME } from '#ui/messages/site.fr.ts';
import { syntheticTitle } from '#ui/messages/synthetic.fr.ts';
import { runtime } from '#server/runtime.ts';
import { placeRef } from '#server/storage/places.ts';

const DAY = 24 * 60 * 60;

/** Programs on other pages ask too. */
const FOR_ALL = { 'access-control-allow-origin': '*' };

export const GET: RequestHandler = async ({ url }) => {
  const { db, config, synthetic = null } = await runtime();
  const origin = config.publicOrigin ?? url.origin;
  const format = url.searchParams.get('format') ?? 'json';
  if (format !== 'json' && format !== 'xml')
    return new Response(words.UNKNOWN_FORMAT, { status: 501, headers: FOR_ALL });
  const code = codeAt(url.searchParams.get('url') ?? '', origin);
  const place = code === null ? null : await placeRef(db, { kind: 'municipality', code });
  if (place?.kind !== 'municipality') return new Response(words.NO_CARD_THERE, { status: 404, headers: FOR_ALL });

  const width = bounded(url.searchParams.get('maxwidth'), CARD_WIDTH);
  const height = bounded(url.searchParams.get('maxheight'), CARD_HEIGHT);
  const answer = {
    version: '1.0',
    type: 'rich',
    title: synthetic === null ? place.name : syntheticTitle(place.name),
    provider_name: SITE_NAME,
    provider_url: origin,
    cache_age: DAY,
    width,
    height,
    html: cardFrame({ origin, place, width, height }),
  };
  if (format === 'json') return Response.json(answer, { headers: FOR_ALL });
  const fields = Object.entries(answer).map(([name, value]) => `<${name}>${asMarkup(String(value))}</${name}>`);
  return new Response(
    `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>${fields.join('')}</oembed>\n`,
    {
      headers: { ...FOR_ALL, 'content-type': 'text/xml; charset=utf-8' },
    },
  );
};

/** Of any page of a commune here. */
function codeAt(address: string, origin: string): string | null {
  const asked = URL.canParse(address) ? new URL(address) : null;
  const [, commune] = /^\/communes\/([^/]+)/.exec(asked?.origin === new URL(origin).origin ? asked.pathname : '') ?? [];
  return commune === undefined ? null : municipalityCodeIn(commune);
}

/** Smaller when asked, never larger; what is no number asks for nothing. */
function bounded(asked: string | null, most: number): number {
  return asked !== null && /^[1-9]\d{0,5}$/.test(asked) ? Math.min(Number(asked), most) : most;
}
