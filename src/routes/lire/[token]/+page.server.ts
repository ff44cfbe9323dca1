import { error, fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { itemOfDraft } from '#server/storage/bulk-entry-pages.ts';
import { placeRef } from '#server/storage/places.ts';
import { storesOn } from '#server/stores.ts';
import { sayActRefusal } from '#ui/messages/act-refusals.fr.ts';
import { charterFacts, DISCARD_UNSURE, pactFacts, planFacts } from '#ui/messages/lire-draft.fr.ts';
import { choicesFrom } from '#ui/review/choices-form.ts';
import { pactFigures, planFigures, workFigures } from '#ui/review/figures.ts';
import { rowsOf } from '#ui/review/rows.ts';
import { chooseForDraft } from '#use-cases/drafts/choose-for-draft.ts';
import { discardDraft } from '#use-cases/drafts/forget-drafts.ts';
import { electionsThere } from '#use-cases/drafts/elections-there.ts';
import type { DraftView } from '#use-cases/drafts/see-draft.ts';
import type { Edition } from '#domain/charter/edition.ts';
import { yearsOfElections } from '#domain/pact/term.ts';
import { enterDraftPage, holderOf } from './enter.ts';
import { editionName } from '#ui/messages/edition-name.fr.ts';

export const load: PageServerLoad = async (event) => {
  const { db, draft, edition, home } = await enterDraftPage(event);
  const { choices, reading } = draft;
  const place = choices.place === null ? null : await placeRef(db, choices.place);
  const rows = rowsOf(draft.proposals, edition);
  const there = await electionsThere(storesOn(db), choices.place);
  const item = draft.queued ? await itemOfDraft(db, draft.id) : null;
  return {
    home,
    address: `${event.url.origin}${home}`,
    draft: {
      id: draft.id,
      kind: draft.kind,
      filename: draft.filename,
      expiresAt: draft.expiresAt,
      published: draft.published,
      choices,
    },
    /** Of a bulk entry: where it is published. */
    queue: item === null ? null : `/equipe/saisies/${item.entry}/${item.item}`,
    place,
    /** Years that one may say the document is of. */
    elections: yearsOfElections(there),
    editionTitle: edition === null ? choices.edition : editionName(edition),
    understood: understoodOf(draft),
    facts: factsOf(draft, edition),
    work: workFigures(draft),
    first: rows.filter(({ state }) => state === 'waiting').slice(0, 12),
    start: rows.find(({ state }) => state === 'waiting') ?? rows[0] ?? null,
    warnings: reading.warnings.slice(0, 50).map(({ message, spans }) => ({
      message,
      proposal: rows.find(({ id }) => about(draft, id, spans)) ?? null,
    })),
    moreWarnings: Math.max(0, reading.warnings.length - 50),
    charter:
      reading.kind === 'charter'
        ? {
            principles: reading.principles.map(({ letter, title }) => ({ letter, title })),
            measures: reading.measures.map(({ number, title, levels }) => ({
              number,
              title,
              levels: levels.map(({ level, clauses }) => ({ level, clauses: clauses.map(({ text }) => text) })),
            })),
          }
        : null,
    carried: carriedFrom(event.url),
    /** The answer just given, when it was the last one that waited. */
    done: rows.find(({ id }) => id === event.url.searchParams.get('fait')) ?? null,
  };
};

export const actions: Actions = {
  choose: async (event) => {
    const form = await event.request.formData();
    const asked = choicesFrom(form);
    const { stores, actor, key } = await holderOf(event);
    const chosen = await chooseForDraft(stores, actor, { draft: key, ...asked }, new Date());
    if (chosen.ok) return { chosen: true };
    if (chosen.refusal.kind === 'unknown-draft') error(404, sayActRefusal(chosen.refusal));
    return fail(chosen.refusal.kind === 'stale-choices' ? 409 : 400, { chooseProblem: sayActRefusal(chosen.refusal) });
  },
  discard: async (event) => {
    const form = await event.request.formData();
    if (form.get('sure') !== 'yes') return fail(400, { discardProblem: DISCARD_UNSURE });
    const { stores, actor, key } = await holderOf(event);
    const gone = await discardDraft(stores, actor, { draft: key }, new Date());
    if (!gone.ok && gone.refusal.kind !== 'unknown-draft') {
      return fail(403, { discardProblem: sayActRefusal(gone.refusal) });
    }
    redirect(303, '/lire?efface=1');
  },
};

function understoodOf({ reading, proposals }: DraftView) {
  const decision = proposals.find(({ kind }) => kind === 'signatory' || kind === 'plan')?.decided?.decision;
  if (reading.kind === 'pact') {
    const { list, leader } = reading.signatory;
    if (decision?.kind === 'refuse') return { kind: 'pact', list: null, leader: null } as const;
    const corrected = decision?.kind === 'correct-signatory' ? decision : null;
    return { kind: 'pact', list: corrected?.listName ?? list, leader: corrected?.leader ?? leader } as const;
  }
  if (reading.kind === 'plan') {
    const corrected = decision?.kind === 'correct-plan' ? decision : null;
    const council = { ...reading.council, ...corrected?.council };
    const said = [council.date, council.item, council.decision].filter((words) => words !== null);
    return { kind: 'plan', title: corrected?.title ?? reading.title, council: said.join(', ') || null } as const;
  }
  return { kind: 'charter' } as const;
}

function factsOf(draft: DraftView, edition: Edition | null) {
  const { reading, proposals } = draft;
  const work = workFigures(draft);
  if (reading.kind === 'pact') return pactFacts(pactFigures(reading, { proposals, edition }), work);
  if (reading.kind === 'plan') return planFacts(planFigures(reading), work);
  const levels = reading.measures.reduce((sum, measure) => sum + measure.levels.length, 0);
  return charterFacts({ principles: reading.principles.length, measures: reading.measures.length, levels });
}

function about(draft: DraftView, id: string, spans: readonly { start: number; end: number }[]): boolean {
  const places = draft.proposals.find((proposal) => proposal.id === id)?.spans ?? [];
  return spans.some((span) => places.some((place) => span.start < place.end && place.start < span.end));
}

/** Told once, after a new reading with another charter. */
function carriedFrom(url: URL): { carried: number; left: number } | null {
  const figures = /^(\d{1,4})-(\d{1,4})$/.exec(url.searchParams.get('repris') ?? '');
  return figures === null ? null : { carried: Number(figures[1]), left: Number(figures[2]) };
}
