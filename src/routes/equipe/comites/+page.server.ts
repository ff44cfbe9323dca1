import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { NATIONAL_COMMITTEES } from '#domain/partners/national-committee.ts';
import { dayIn } from '#domain/shared/local-day.ts';
import type { Result } from '#domain/shared/result.ts';
import { formText } from '#server/http/form-text.ts';
import { sendingIn } from '#server/http/sending.ts';
import { nationalDecisions, partnersByName, seatsAndRules } from '#server/storage/partner-pages.ts';
import { idIn, numberIn } from '#ui/addresses.ts';
import { decisionAfter, decisionCursor } from '#ui/partners/decision-cursor.ts';
import { decidedOn, ruleLine, seatLine } from '#ui/messages/partners.fr.ts';
import { DONE, type PartnerRefusal } from '#ui/messages/partners-forms.fr.ts';
import { refusedForm } from '#ui/partners/refused.ts';
import {
  correctNationalDecision,
  endNationalMember,
  nameNationalMember,
  recordNationalDecision,
  setNationalRule,
} from '#use-cases/partners/national-committees.ts';
import { enterTeam } from '../team.ts';

const PAGE = 20;

export const load: PageServerLoad = async (event) => {
  const { db } = await enterTeam(event, 'see-national-committees');
  const after = decisionAfter(event.url.searchParams.get('apres') ?? '');
  const [{ seats, rules }, { decisions, next }, partners] = await Promise.all([
    seatsAndRules(db),
    nationalDecisions(db, { limit: PAGE, ...(after === null ? {} : { after }) }),
    partnersByName(db),
  ]);
  return {
    partners,
    today: dayIn(new Date(), 'Europe/Paris'),
    committees: NATIONAL_COMMITTEES.map((committee) => ({
      committee,
      members: seats
        .filter((seat) => seat.committee === committee && seat.until === null)
        .map((seat) => ({ id: seat.id, line: seatLine(seat) })),
      rules: rules.filter((rule) => rule.committee === committee).map(ruleLine),
    })),
    decisions: decisions.map((one) => ({
      ...one,
      on: decidedOn(one.decidedOn),
      documents: one.documents.map(({ label, url }) => `${label} ${url}`).join('\n'),
    })),
    next: next === null ? null : `/equipe/comites?apres=${decisionCursor(next)}`,
    said: event.url.searchParams.has('fait') ? DONE : null,
  };
};

async function teamForm(event: RequestEvent) {
  const inside = await enterTeam(event, 'see-national-committees');
  const form = await event.request.formData();
  const named = formText(form, 'comite', 20);
  return { ...inside, form, committee: NATIONAL_COMMITTEES.find((one) => one === named) ?? null };
}

/** What tells the fields of a form from those of the others; of a correction, the number of the decision. */
const FORM_OF: Readonly<Record<string, string>> = { nommer: '', siege: '', inscrire: '', regle: '-regle' };

function answered(done: Result<unknown, PartnerRefusal>, about: string, typed: Readonly<Record<string, string>> = {}) {
  if (done.ok) redirect(303, '/equipe/comites?fait=oui');
  const status = done.refusal.kind === 'changed-meanwhile' ? 409 : 400;
  const refused = refusedForm(done.refusal, FORM_OF[about] ?? about.replace('corriger', ''));
  // A seat has the day from which it is held.
  const field = about === 'nommer' && refused.field === 'jour' ? 'depuis' : refused.field;
  return fail(status, { about, typed, ...refused, field });
}

export const actions: Actions = {
  nommer: async (event) => {
    const { person, stores, form, committee } = await teamForm(event);
    const typed = {
      email: formText(form, 'adresse', 300),
      quality: formText(form, 'qualite', 500),
      since: formText(form, 'depuis', 10),
      organisation: formText(form, 'organisation', 12),
    };
    // One that has left meanwhile is refused, not left out.
    const organisation = typed.organisation.trim() === '' ? null : (idIn(typed.organisation.trim()) ?? 0);
    const request = { ...typed, organisation, committee: committee ?? error(404) };
    const done = await nameNationalMember(stores, person, request, new Date());
    return answered(done, 'nommer', { ...typed, committee: request.committee });
  },
  'ne-siege-plus': async (event) => {
    const { person, stores, form } = await teamForm(event);
    const seat = idIn(formText(form, 'siege', 12)) ?? error(404);
    return answered(await endNationalMember(stores, person, { seat }, new Date()), 'siege');
  },
  regle: async (event) => {
    const { person, stores, form } = await teamForm(event);
    const typed = { since: formText(form, 'jour', 10), votes: formText(form, 'voix', 4) };
    const request = { committee: 'steering', since: typed.since, votesNeeded: numberIn(typed.votes) } as const;
    return answered(await setNationalRule(stores, person, request, new Date()), 'regle', typed);
  },
  inscrire: async (event) => {
    const { person, stores, form, committee } = await teamForm(event);
    const typed = decisionTyped(form);
    const request = { ...typed, committee: committee ?? error(404), sending: sendingIn(form) };
    const done = await recordNationalDecision(stores, person, request, new Date());
    return answered(done, 'inscrire', { ...typed, committee: request.committee });
  },
  corriger: async (event) => {
    const { person, stores, form } = await teamForm(event);
    const decision = idIn(formText(form, 'corrigee', 12)) ?? error(404);
    const version = numberIn(formText(form, 'version', 8)) ?? 0;
    const typed = { ...decisionTyped(form), reason: formText(form, 'motif', 4000) };
    const done = await correctNationalDecision(stores, person, { ...typed, decision, version }, new Date());
    return answered(done, `corriger-${decision}`, typed);
  },
};

function decisionTyped(form: FormData) {
  return {
    decidedOn: formText(form, 'jour', 10),
    what: formText(form, 'decision', 1000),
    why: formText(form, 'pourquoi', 6000),
    documents: formText(form, 'documents', 4000),
  };
}
