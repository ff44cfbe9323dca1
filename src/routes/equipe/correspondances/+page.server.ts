import { error, fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { LINK_STATES } from '#domain/crosswalk/crosswalk-link.ts';
import { editionById, loadEditions } from '#server/charters.ts';
import { loadGoals } from '#server/goals.ts';
import { formText } from '#server/http/form-text.ts';
import { sendingIn } from '#server/http/sending.ts';
import { versionList } from '#server/storage/crosswalk-versions.ts';
import { queueCursorIn, queueCursorText } from '#ui/crosswalk/cursor.ts';
import * as words from '#ui/messages/crosswalk-team.fr.ts';
import { proposeCrosswalk } from '#use-cases/crosswalk/propose-crosswalk.ts';
import { publishCrosswalk } from '#use-cases/crosswalk/publish-crosswalk.ts';
import { seeCrosswalk } from '#use-cases/crosswalk/see-crosswalk.ts';
import { enterTeam } from '../team.ts';
import { queueLine, stateAsked } from './team-crosswalk.ts';
import { editionName } from '#ui/messages/edition-name.fr.ts';

const PAGE = 20;

export const load: PageServerLoad = async (event) => {
  const { db, person, stores } = await enterTeam(event, 'see-crosswalk');
  const { searchParams: asked } = event.url;
  const state = stateAsked(asked.get('etat'));
  const edition = editionById(asked.get('charte') ?? '')?.id ?? null;
  const after = queueCursorIn(asked.get('apres') ?? '');
  const seen = await seeCrosswalk(stores, person, {
    state,
    limit: PAGE,
    ...(edition === null ? {} : { edition }),
    ...(after === null ? {} : { after }),
  });
  if (!seen.ok) error(404, words.sayCrosswalkRefusal(seen.refusal));
  const { links, next, counts } = seen.value;
  const [last] = await versionList(db);
  const filter = `etat=${words.STATE_SEGMENT[state]}${edition === null ? '' : `&charte=${edition}`}`;
  const followed = next ?? null;
  return {
    state,
    states: LINK_STATES.map((one) => ({
      state: one,
      href: `/equipe/correspondances?etat=${words.STATE_SEGMENT[one]}`,
      links: counts[one],
    })),
    lines: links.map(queueLine),
    next: followed === null ? null : `/equipe/correspondances?${filter}&apres=${queueCursorText(followed)}`,
    editions: loadEditions().map(({ id, title, year }) => ({ id, title: editionName({ title, year }) })),
    last: last?.number ?? null,
    compared: comparedIn(asked.get('comparees')),
  };
};

export const actions: Actions = {
  comparer: async (event) => {
    const { person, stores } = await enterTeam(event, 'see-crosswalk');
    const form = await event.request.formData();
    const [from, to] = [formText(form, 'une', 80), formText(form, 'autre', 80)];
    const sent = { from, to, sending: sendingIn(form), goals: loadGoals() };
    const done = await proposeCrosswalk(stores, person, sent, new Date());
    if (!done.ok)
      return fail(400, { about: 'compare' as const, from, to, problem: words.sayCrosswalkRefusal(done.refusal) });
    const { added, renewed, known } = done.value;
    redirect(303, `/equipe/correspondances?comparees=${added}-${renewed}-${known}`);
  },
  publier: async (event) => {
    const { person, stores } = await enterTeam(event, 'see-crosswalk');
    const form = await event.request.formData();
    const sent = { sending: sendingIn(form), goals: loadGoals() };
    const done = await publishCrosswalk(stores, person, sent, new Date());
    if (!done.ok)
      return fail(done.refusal.kind === 'nothing-changed' ? 409 : 400, {
        about: 'publish' as const,
        from: '',
        to: '',
        problem: words.sayCrosswalkRefusal(done.refusal),
      });
    redirect(303, `/correspondances/versions/${done.value.number}`);
  },
};

/** Told once, after comparing. */
function comparedIn(text: string | null): string | null {
  const figures = /^(\d{1,6})-(\d{1,6})-(\d{1,6})$/.exec(text ?? '');
  if (figures === null) return null;
  return words.compared({ added: Number(figures[1]), renewed: Number(figures[2]), known: Number(figures[3]) });
}
