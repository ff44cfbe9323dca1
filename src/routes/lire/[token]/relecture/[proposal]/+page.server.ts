import { error, fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { rowsOf } from '#ui/review/rows.ts';
import { actIn, decisionFrom, typedIn } from '#ui/review/answer-form.ts';
import { answerFor } from '#ui/review/answer.ts';
import { documentPart, leafIn } from '#ui/review/document-part.ts';
import { proposalPage } from '#ui/review/proposal-page.ts';
import { wayFrom } from '#ui/review/way.ts';
import { sayActRefusal } from '#ui/messages/act-refusals.fr.ts';
import { decisionWords } from '#ui/messages/lire-decisions.fr.ts';
import { NOT_SAVED, STALE } from '#ui/messages/lire-review.fr.ts';
import { attachPassage } from '#use-cases/drafts/attach-passage.ts';
import { checkDecision } from '#use-cases/drafts/review/check-decision.ts';
import { reviewProposal, type CannotReview } from '#use-cases/drafts/review-proposal.ts';
import { enterDraftPage, findDraft, holderOf } from '../../enter.ts';

export const load: PageServerLoad = async (event) => {
  const { draft, edition, home } = await enterDraftPage(event);
  const proposal = draft.proposals.find(({ id }) => id === event.params.proposal);
  if (proposal === undefined) error(404, sayActRefusal({ kind: 'unknown-proposal', proposal: event.params.proposal }));
  const rows = rowsOf(draft.proposals, edition);
  const done = rows.find(({ id }) => id === event.url.searchParams.get('fait')) ?? null;
  return {
    home,
    open: draft.state === 'open',
    proposal: proposalPage(proposal, { draft, edition, rows }),
    way: wayFrom(rows, proposal.id),
    counts: draft.counts,
    position: rows.findIndex(({ id }) => id === proposal.id) + 1,
    done,
    part: documentPart(draft.reading.text, {
      rows,
      passages: draft.proposals,
      current: proposal.id,
      leaf: leafIn(event.url),
      address: `${home}/relecture/${proposal.id}`,
    }),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const act = actIn(form) ?? '';
    const version = Number(form.get('version'));
    const { draft, edition, home } = await findDraft(event);
    const { stores, actor, key } = await holderOf(event);
    const proposal = draft.proposals.find(({ id }) => id === event.params.proposal);
    if (proposal === undefined)
      error(404, sayActRefusal({ kind: 'unknown-proposal', proposal: event.params.proposal }));

    const shown = answerFor(proposal, { text: draft.reading.text, edition });
    const decision = decisionFrom(form, shown);
    const request = { draft: key, proposal: proposal.id, version, decision };
    const now = new Date();
    const reviewed =
      act === 'append'
        ? await attachPassage(
            stores,
            actor,
            { draft: key, passage: proposal.id, version, commitment: typedIn(form)['target']?.[0] ?? '' },
            now,
          )
        : await reviewProposal(stores, actor, request, now);
    if (!reviewed.ok) return refused(reviewed.refusal);

    const here = `${home}/relecture/${proposal.id}`;
    if (act === 'correct' || act === 'undecide') redirect(303, `${here}?fait=${proposal.id}`);
    const { onward } = wayFrom(rowsOf(draft.proposals, edition), proposal.id);
    const said = `?fait=${proposal.id}`;
    redirect(303, onward === null ? `${home}${said}#reste` : `${home}/relecture/${onward.id}${said}`);

    function refused(refusal: CannotReview) {
      if (refusal.kind === 'unknown-draft') error(404, sayActRefusal(refusal));
      const typed = typedIn(form);
      if (refusal.kind !== 'stale-decision') {
        return fail(400, { act, typed, problem: `${NOT_SAVED}. ${sayActRefusal(refusal)}`, stale: null });
      }
      const { theirs } = refusal;
      const yours = proposal === undefined ? null : checkDecision(decision, { proposal, edition });
      return fail(409, {
        act,
        typed,
        problem: STALE,
        stale: {
          theirs: theirs === null ? [] : decisionWords(theirs.decision),
          at: theirs?.decidedAt ?? null,
          yours: yours?.ok === true ? decisionWords(yours.value) : [],
        },
      });
    }
  },
};
