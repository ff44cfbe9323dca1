import { error, fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import type { LinkState, LinkTarget } from '#domain/crosswalk/crosswalk-link.ts';
import type { LikenessReason, NearClauses } from '#domain/crosswalk/likeness.ts';
import { promiseOf, type CharterPromise } from '#domain/crosswalk/promise-words.ts';
import { editionById } from '#server/charters.ts';
import { promiseNamed, promiseShown, sideShown } from '#server/crosswalk-shown.ts';
import { goalByNumber, loadGoals } from '#server/goals.ts';
import { formText } from '#server/http/form-text.ts';
import { sendingIn } from '#server/http/sending.ts';
import { idIn } from '#ui/addresses.ts';
import * as words from '#ui/messages/crosswalk-team.fr.ts';
import { decideLink, type DecideLink } from '#use-cases/crosswalk/decide-link.ts';
import { seeCrosswalk, seeLink } from '#use-cases/crosswalk/see-crosswalk.ts';
import { enterTeam } from '../../team.ts';
import { relationIn } from '../team-crosswalk.ts';

export const load: PageServerLoad = async (event) => {
  const { person, stores } = await enterTeam(event, 'see-crosswalk');
  const seen = await seeLink(stores, person, { link: idIn(event.params.link) ?? error(404) });
  if (!seen.ok) error(404, words.sayCrosswalkRefusal(seen.refusal));
  const link = seen.value;
  const queue = await seeCrosswalk(stores, person, { state: 'link-proposed', limit: 2 });
  const waiting = queue.ok ? queue.value.links.find(({ id }) => id !== link.id) : undefined;
  return {
    id: link.id,
    version: link.version,
    state: link.state,
    goal: link.to.kind === 'goal',
    relation: link.relation,
    reason: link.reason,
    decidedAt: link.decidedAt,
    why: link.likeness.map((reason) => words.reasonInWords(reason, promiseNamed)),
    // Confirmed of words that changed: whoever looks at it changes what does not hold any more.
    before: link.state === 'link-proposed' ? (link.likeness.find(isSaidBefore) ?? null) : null,
    near: link.near !== null,
    from: { side: promiseShown(link.from), text: textOf(link.from, link.near?.from ?? null) },
    to: { side: sideShown(link.to), text: targetText(link.to, link.near) },
    next: waiting?.id ?? null,
    done: event.url.searchParams.get('fait') !== null,
  };
};

function isSaidBefore(reason: LikenessReason): reason is Extract<LikenessReason, { readonly kind: 'said-before' }> {
  return reason.kind === 'said-before';
}

type Passage = { readonly level: number; readonly text: string; readonly near: boolean };

/** Whole: who confirms has read both. */
function textOf({ edition: id, item }: CharterPromise, near: NearClauses['from'] | null): readonly Passage[] {
  const edition = editionById(id);
  const promise = edition === null ? null : promiseOf(edition, item);
  return (promise?.clauses ?? []).map(({ level, clause, text }) => ({
    level,
    text,
    near: near !== null && near.level === level && near.clause === clause,
  }));
}

function targetText(to: LinkTarget, near: NearClauses | null): readonly Passage[] {
  if (to.kind === 'promise') return textOf(to, near?.to ?? null);
  const goal = goalByNumber(to.goal);
  return goal === null ? [] : [{ level: -1, text: goal.title, near: false }];
}

/** Where whoever decided goes on. */
const AFTER: Readonly<Record<DecideLink['decision'], LinkState>> = {
  confirm: 'link-confirmed',
  refuse: 'link-refused',
  withdraw: 'link-withdrawn',
};

export const actions: Actions = {
  confirmer: async (event) => {
    const form = await event.request.formData();
    return await decided(event, { decision: 'confirm', form, sending: sendingIn(form) });
  },
  refuser: async (event) => {
    const form = await event.request.formData();
    return await decided(event, { decision: 'refuse', form, sending: sendingIn(form) });
  },
  retirer: async (event) => {
    const form = await event.request.formData();
    return await decided(event, { decision: 'withdraw', form, sending: sendingIn(form) });
  },
};

async function decided(
  event: Parameters<NonNullable<Actions['confirmer']>>[0],
  { decision, form, sending }: Pick<DecideLink, 'decision' | 'sending'> & { readonly form: FormData },
) {
  const { person, stores } = await enterTeam(event, 'see-crosswalk');
  const link = idIn(event.params.link) ?? error(404);
  const [relation, reason] = [relationIn(form), formText(form, 'motif', 2000)];
  const version = idIn(formText(form, 'version', 9)) ?? 0;
  const request = { link, version, decision, relation, reason, sending, goals: loadGoals() };
  const done = await decideLink(stores, person, request, new Date());
  if (done.ok) redirect(303, `/equipe/correspondances/${link}?fait=${words.STATE_SEGMENT[AFTER[decision]]}`);
  if (done.refusal.kind === 'unknown-link') error(404, words.sayCrosswalkRefusal(done.refusal));
  const status = done.refusal.kind === 'decided-meanwhile' ? 409 : 400;
  return fail(status, { decision, relation, reason, problem: words.sayCrosswalkRefusal(done.refusal) });
}
