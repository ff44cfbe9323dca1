/**
 * Where the mail that asks to negotiate leads, whoever reads it: what is public of the negotiation, and how to be confirmed.
 * It says nothing of what is negotiated.
 */
import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { publicStage } from '#domain/negotiation/progress.ts';
import { keepPrivate } from '#server/http/private-page.ts';
import { runtime } from '#server/runtime.ts';
import { storesOn } from '#server/stores.ts';
import { idIn } from '#ui/addresses.ts';
import { askAddress } from '#ui/campaign/role-address.ts';
import { sideNames } from '#ui/messages/negotiation.fr.ts';
import { sayNegotiationRefusal } from '#ui/messages/negotiation-refusals.fr.ts';
import { stageWords } from '#ui/messages/public-negotiations.fr.ts';

export const load: PageServerLoad = async ({ params, setHeaders }) => {
  keepPrivate(setHeaders);
  const { db } = await runtime();
  const id = idIn(params.id);
  const negotiation = id === null ? null : await storesOn(db).negotiations.find(id);
  const stage = negotiation === null ? null : publicStage(stagesOf(negotiation), new Date());
  if (negotiation === null || stage === null) error(404, sayNegotiationRefusal({ kind: 'unknown-negotiation' }));
  const { counterpart, collective, place } = negotiation;
  return {
    home: `/negociations/${negotiation.id}`,
    collective: collective.name,
    counterpart: sideNames(negotiation).counterpart,
    kind: counterpart.kind,
    place: place.name,
    stage: stageWords(stage),
    role: askAddress(counterpart.kind === 'list' ? { kind: 'list', list: counterpart.list } : { kind: 'place', place }),
  };
};

function stagesOf(
  negotiation: { readonly declined: { readonly at: Date } | null } & Omit<
    Parameters<typeof publicStage>[0],
    'declinedAt'
  >,
) {
  return { ...negotiation, declinedAt: negotiation.declined?.at ?? null };
}
