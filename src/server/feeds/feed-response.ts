/** The feed of a place, of a département or of the country, as an answer. */
import { createHash } from 'node:crypto';
import { slugOf } from '#domain/shared/slug.ts';
import type { Happening, HappeningOfPlace } from '#domain/happenings/happening.ts';
import { atomFeed, type FeedEntry } from '#publishing/feed/atom-feed.ts';
import { happenings, type HappeningHere, type Where } from '#server/storage/happenings.ts';
import type { Db } from '#server/storage/connection.ts';
import type { PlaceRef } from '#server/storage/places.ts';
import { editionAddress, pactAddress, placeAddress, planAddress, reviewAddress } from '#ui/addresses.ts';
import { consultationAddress } from '#ui/consultation/consultation-address.ts';
import { FEED_SUBTITLE, happeningSummary, happeningTitle } from '#ui/messages/happenings.fr.ts';
import { SITE_NAME } from '#ui/messages/site.fr.ts';
import { syntheticTitle } from '#ui/messages/synthetic.fr.ts';
import { runtime } from '../runtime.ts';

/** Readers of feeds ask every hour: more than happens in one. */
const ENTRIES = 50;

/** Of a feed without entries: it must say when it changed, and nothing did. */
const NOTHING_YET = new Date('2020-01-01T00:00:00Z');

type Asked = {
  readonly db: Db;
  readonly request: Request;
  readonly origin: string;
  readonly where: Where;
  readonly title: string;
  /** Paths on this site: of the feed, of the page it follows. */
  readonly self: string;
  readonly page: string;
};

/** One query. 304 without a body to who has the same already. */
export async function feedResponse({ db, request, origin, where, title, self, page }: Asked): Promise<Response> {
  const { synthetic = null } = await runtime();
  const lately = await happenings(db, { where, limit: ENTRIES, now: new Date() });
  const body = atomFeed(
    {
      title: synthetic === null ? title : syntheticTitle(title),
      subtitle: FEED_SUBTITLE[where.kind === 'place' ? 'place' : 'country'],
      self: origin + self,
      page: origin + page,
      author: SITE_NAME,
      since: NOTHING_YET,
    },
    lately.map((one) => entryOf(one, { origin, alone: where.kind === 'place' })),
  );
  const etag = `"${createHash('sha256').update(body).digest('base64url')}"`;
  const headers = { 'content-type': 'application/atom+xml; charset=utf-8', etag };
  const same =
    request.headers
      .get('if-none-match')
      ?.split(/\s*,\s*/)
      .includes(etag) ?? false;
  return same ? new Response(null, { status: 304, headers }) : new Response(body, { headers });
}

function entryOf(
  one: HappeningHere,
  { origin, alone }: { readonly origin: string; readonly alone: boolean },
): FeedEntry {
  return {
    id: origin + lastingAddress(one),
    link: origin + pageOf(one),
    title: happeningTitle(one, alone ? null : (one.place?.name ?? null)),
    summary: happeningSummary(one),
    at: one.at,
  };
}

/** Numbers alone: names may change, and a reader of feeds would show the entry again. */
function lastingAddress(happening: Happening): string {
  switch (happening.kind) {
    case 'pact':
      return `/pactes/${happening.pact}`;
    case 'correction':
      return `/${happening.what === 'pact' ? 'pactes' : 'plans'}/${happening.subject}#correction-${happening.id}`;
    case 'plan':
      return `/plans/${happening.plan}${happening.version === null ? '' : `/versions/${happening.version}`}`;
    case 'review':
      return `/bilans/${happening.review}`;
    case 'said':
      return `/pactes/${happening.pact}/suivi#${happening.by}-${happening.day}`;
    case 'event':
      return `/evenements/${happening.event}`;
    case 'consultation':
      return `${consultationAddress(happening.consultation)}#${happening.what}`;
    case 'edition':
      return editionAddress(happening.edition);
  }
}

function pageOf(one: HappeningHere): string {
  switch (one.kind) {
    case 'pact':
      return pactAddress(pactRef(one.pact, one));
    case 'correction':
      return one.what === 'pact'
        ? pactAddress({ id: one.subject, slug: slugged(one.title, one) })
        : planAddress({ id: one.subject, slug: slugged(one.title, one) });
    case 'plan': {
      const address = planAddress({ id: one.plan, slug: slugged(one.title, one) });
      return one.version === null ? address : `${address}/versions/${one.version}`;
    }
    case 'review':
      return reviewAddress({ id: one.review, place: one.place });
    case 'said':
      return `${pactAddress(pactRef(one.pact, one))}/suivi`;
    case 'event':
      return `${placeAddress(one.place)}/suivi#e${one.event}`;
    case 'consultation':
      return consultationAddress(one.consultation);
    case 'edition':
      return editionAddress(one.edition);
  }
}

type Placed = HappeningOfPlace & { readonly place: PlaceRef };

function pactRef(id: number, one: Placed & { readonly list: string | null }) {
  return { id, slug: slugged(one.list, one) };
}

function slugged(title: string | null, { place }: Placed): string {
  return slugOf(title ?? '') || place.slug;
}
