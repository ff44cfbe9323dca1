import { error, fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { countBallots, optionKey, phaseOf, ranksOf } from '#domain/collective/priority-vote.ts';
import { editionById } from '#server/charters.ts';
import { formText } from '#server/http/form-text.ts';
import { secondsToWaitForCode } from '#server/http/proof-allowance.ts';
import { storesOn } from '#server/stores.ts';
import { collectiveAddress, numberIn } from '#ui/addresses.ts';
import { priorityTitle } from '#ui/collectives/priority-title.ts';
import { sayCollectiveRefusal, statusOf } from '#ui/messages/collectives/refusals.fr.ts';
import { tooManyAskings } from '#ui/messages/proof-refusals.fr.ts';
import { askBallot } from '#use-cases/collectives/cast-ballot.ts';
import { collectiveAsked } from '../../known-collective.ts';
import { editionName } from '#ui/messages/edition-name.fr.ts';

export const load: PageServerLoad = async ({ params, url, setHeaders }) => {
  setHeaders({ 'cache-control': 'no-store' });
  const { db, id } = await collectiveAsked(params);
  const stores = storesOn(db);
  const number = numberIn(params.vote) ?? error(404);
  const [collective, vote] = await Promise.all([stores.collectives.find(id), stores.priorities.find(number)]);
  if (collective === null || vote === null || vote.collective !== id) error(404);
  const phase = phaseOf(vote, new Date());
  const edition = editionById(vote.edition);
  const options = vote.options.map((option) => ({
    key: optionKey(option),
    local: option.kind === 'local',
    text: option.kind === 'local' ? option.text : priorityTitle(edition, option.number),
  }));
  const texts = new Map(options.map(({ key, text }) => [key, text]));
  const recounted = vote.result === null ? null : countBallots(vote.options, await stores.priorities.ballots(vote.id));
  return {
    name: collective.name,
    address: collectiveAddress(collective),
    vote: { id: vote.id, opensOn: vote.opensOn, closesOn: vote.closesOn, choices: vote.choices, phase },
    edition: edition === null ? null : { id: edition.id, title: editionName(edition) },
    population: vote.population,
    options,
    result:
      vote.result === null
        ? null
        : {
            ballots: vote.result.ballots,
            same: JSON.stringify(recounted) === JSON.stringify(countsOf(vote.result)),
            rows: ranksOf(vote.result).map((row) => ({ ...row, text: texts.get(row.option) ?? row.option })),
          },
    said: url.searchParams.has('depose') ? 'cast' : url.searchParams.has('remplace') ? 'replaced' : null,
  } as const;
};

/** In the order of keys in which a count is made: what jsonb keeps has its own. */
function countsOf({ ballots, counts }: { ballots: number; counts: readonly { option: string; ballots: number }[] }) {
  return { ballots, counts: counts.map((count) => ({ option: count.option, ballots: count.ballots })) };
}

export const actions: Actions = {
  default: async ({ params, request, getClientAddress, url }) => {
    const form = await request.formData();
    const options = form.getAll('option').filter((option) => typeof option === 'string');
    const typed = { email: formText(form, 'email', 300), options };
    const wait = secondsToWaitForCode(getClientAddress());
    if (wait > 0) return fail(429, { ...typed, kind: 'too-many-askings', problem: tooManyAskings(wait) });
    const { db, id } = await collectiveAsked(params);
    const ballot = { collective: id, vote: numberIn(params.vote) ?? 0, ...typed };
    const asked = await askBallot(storesOn(db), { kind: 'anyone' }, ballot, new Date());
    if (asked.ok) redirect(303, `${url.pathname}/${asked.value.proof}`);
    const { refusal } = asked;
    return fail(statusOf(refusal), { ...typed, kind: refusal.kind, problem: sayCollectiveRefusal(refusal) });
  },
};
