/** The way into a negotiation, for every page and act under it: signed in, allowed, and kept private. */
import { error, type RequestEvent } from '@sveltejs/kit';
import { agreementOf } from '#domain/negotiation/agreement.ts';
import { pass } from '#domain/access/gate.ts';
import { requirePerson } from '#server/accounts/actor-of.ts';
import { keepPrivate } from '#server/http/private-page.ts';
import { runtime } from '#server/runtime.ts';
import { storesOn } from '#server/stores.ts';
import { idIn } from '#ui/addresses.ts';
import { frameOf } from '#ui/negotiation/frame.ts';
import { sayNegotiationRefusal, type NegotiationRefusal } from '#ui/messages/negotiation-refusals.fr.ts';
import { concernsOf } from '#use-cases/negotiation/enter-negotiation.ts';
import { seeNegotiation } from '#use-cases/negotiation/see-negotiation.ts';
import { editionName } from '#ui/messages/edition-name.fr.ts';

type Event = Pick<RequestEvent, 'request' | 'cookies' | 'url'> & { readonly params: { readonly id: string } };

/** Who comes, as the acts want to know it. Sends whoever is not signed in to sign in first. */
export async function comerOf(event: Event) {
  const id = idIn(event.params.id) ?? error(404, sayNegotiationRefusal({ kind: 'unknown-negotiation' }));
  const { db } = await runtime();
  return { id, db, stores: storesOn(db), actor: await requirePerson(event) };
}

/** For a page: what is said in the negotiation, and what its heading shows. 404 to who may not see it. */
export async function enterPage(event: Event & Pick<RequestEvent, 'setHeaders'>) {
  keepPrivate(event.setHeaders);
  const { id, db, stores, actor } = await comerOf(event);
  const seen = await seeNegotiation(stores, actor, { negotiation: id });
  if (!seen.ok) error(404, sayNegotiationRefusal({ kind: 'unknown-negotiation' }));
  const { negotiation, edition, side, known } = seen.value;
  const concerns = concernsOf(negotiation);
  const may = (act: Parameters<typeof pass>[1]['act']): boolean =>
    pass(actor, { act, state: negotiation.state, concerns }).ok;
  const mayReport = may('speak-for-counterpart') && negotiation.joinedAt === null;
  // The page answers for the other side only while nobody of it has come.
  const forCounterpart = mayReport && event.url.searchParams.get('pour') === 'autre';
  const me = forCounterpart ? 'counterpart' : side;
  const agreement = agreementOf(edition, known);
  return {
    db,
    stores,
    actor,
    negotiation,
    edition,
    known,
    agreement,
    may,
    frame: {
      ...frameOf(negotiation, { agreement, me, forCounterpart }),
      mayReport,
      mayAnswer: forCounterpart ? negotiation.state === 'under-way' : may('say-position'),
      mayFlag: may('report-words'),
      edition: { id: edition.id, title: editionName(edition) },
    },
  };
}

/** Status of the page that says why an act was refused. */
export function statusOf(refusal: NegotiationRefusal): 400 | 403 | 409 | 429 {
  switch (refusal.kind) {
    case 'stale-position':
    case 'spoken-since':
    case 'other-text':
    case 'already-negotiating':
    case 'text-incomplete':
      return 409;
    case 'not-now':
    case 'not-allowed':
    case 'counterpart-is-here':
      return 403;
    case 'asked-just-now':
    case 'sent-just-now':
      return 429;
    default:
      return 400;
  }
}

/** Throws 404 for what is not there, or not for this person. */
export function hiddenWhenUnknown(refusal: NegotiationRefusal): void {
  if (refusal.kind === 'unknown-negotiation' || refusal.kind === 'not-allowed') {
    error(404, sayNegotiationRefusal(refusal));
  }
}
