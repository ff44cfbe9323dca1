import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { dayAfter, dayIn } from '#domain/shared/local-day.ts';
import { MOST_DAYS } from '#domain/signature/deadline.ts';
import { formText } from '#server/http/form-text.ts';
import { partyName } from '#ui/messages/agreed-text.fr.ts';
import { missingLine } from '#ui/messages/signing.fr.ts';
import { openAddendum } from '#use-cases/negotiation/open-addendum.ts';
import { cancelSigning, keepSigning } from '#use-cases/signature/cancel-signing.ts';
import { extendSigning } from '#use-cases/signature/extend-signing.ts';
import { inviteAgain } from '#use-cases/signature/invite-again.ts';
import { nameSignatory } from '#use-cases/signature/name-signatory.ts';
import { removeSignatory } from '#use-cases/signature/remove-signatory.ts';
import { renounce } from '#use-cases/signature/renounce.ts';
import { showScans } from '#use-cases/signature/see-paper.ts';
import { settleContest } from '#use-cases/signature/settle-contest.ts';
import { enterInside, insider, refusedAct } from '../../enter.ts';

export const load: PageServerLoad = async (event) => {
  const { seen } = await enterInside(event);
  const { signing, state, speaksFor, nationalTeam, missing, papers, scansShownBy, refusedMails, reports } = seen;
  const { text } = signing;
  const today = dayIn(new Date(), signing.zone);
  const nameOf = (id: number) => signing.signatories.find((signatory) => signatory.id === id)?.name ?? '';
  return {
    text,
    code: signing.code,
    sha256: signing.sha256,
    state,
    sealed: signing.sealed !== null,
    expiresOn: signing.expiresOn,
    deadline: { min: dayAfter(today, 1), max: dayAfter(today, MOST_DAYS) },
    speaksFor,
    nationalTeam,
    parties: (['carrier', 'counterpart'] as const).map((side) => ({
      side,
      name: partyName(text, side),
      mine: speaksFor.includes(side),
      onPaper: seen.namesFor === side,
      signatories: signing.signatories
        .filter((signatory) => signatory.side === side && signatory.state !== 'removed')
        .map((signatory) => ({
          id: signatory.id,
          name: signatory.name,
          role: signatory.role,
          state: signatory.state,
          means: signatory.means,
          signedOn: signatory.signedAt === null ? null : dayIn(signatory.signedAt, signing.zone),
          namedForThem: signatory.namedBy.side !== side,
          byMail: signatory.email !== null,
          invitedOn: signatory.invitedOn,
          declined: signatory.declined,
          contested: signatory.state === 'contested' ? signatory.contested : null,
          mailRefusedAt: refusedMails.get(signatory.id) ?? null,
        })),
    })),
    missing:
      state === 'complete' || state === 'cancelled'
        ? []
        : missing.map((one) =>
            missingLine(one, {
              party: 'side' in one ? partyName(text, one.side) : '',
              name: 'signatory' in one ? nameOf(one.signatory) : '',
            }),
          ),
    council: text.counterpart.kind === 'council',
    papers: papers.map(({ id, kind, signedOn, confirmedAt, dropped, witnesses, pages }) => ({
      id,
      kind,
      signedOn,
      confirmedAt,
      droppedAt: dropped?.at ?? null,
      witnesses: witnesses.length,
      pages: pages.length,
    })),
    scans: { mine: speaksFor.some((side) => scansShownBy.includes(side)), other: scansShownBy.length > 0 },
    cancelAsked:
      signing.cancelAsked === null
        ? null
        : {
            party: partyName(text, signing.cancelAsked.by),
            reason: signing.cancelAsked.reason,
            mine: speaksFor.includes(signing.cancelAsked.by),
          },
    reports: reports.map((report) => ({ ...report, name: nameOf(report.signatory) })),
    addendum: { may: seen.mayOpenAddendum, underWay: seen.addendumUnderWay },
    renounced: seen.renunciations.some(({ side }) => speaksFor.includes(side)),
  };
};

type ActEvent = Parameters<typeof insider>[0];

async function actOn(event: ActEvent) {
  const inside = await insider(event);
  return {
    ...inside,
    form: await event.request.formData(),
    home: `/textes/${inside.code}/signatures`,
    now: new Date(),
  };
}

export const actions: Actions = {
  name: async (event) => {
    const { stores, actor, code, form, home, now } = await actOn(event);
    const typed = {
      name: formText(form, 'name', 200),
      role: formText(form, 'role', 200),
      email: formText(form, 'email', 300),
    };
    const side = sideIn(form);
    const named = await nameSignatory(stores, actor, { code, ...typed, ...(side === null ? {} : { side }) }, now);
    if (!named.ok) {
      const field = { 'bad-name': 'name', 'already-named': 'name', 'bad-role': 'role', 'not-an-email': 'email' }[
        named.refusal.kind as string
      ];
      return refusedAct(named.refusal, { typed, form: `name-${side ?? ''}`, field: field ?? null });
    }
    redirect(303, home);
  },
  change: async (event) => {
    const { stores, actor, code, form, home, now } = await actOn(event);
    const signatory = Number(formText(form, 'signatory', 12));
    const typed = {
      name: formText(form, 'name', 200),
      role: formText(form, 'role', 200),
      email: formText(form, 'email', 300),
    };
    const what = formText(form, 'what', 20);
    const done =
      what === 'invite'
        ? await inviteAgain(stores, actor, { code, signatory, email: typed.email }, now)
        : await removeSignatory(stores, actor, { code, signatory, ...(what === 'replace' ? { by: typed } : {}) }, now);
    if (!done.ok) return refusedAct(done.refusal, { typed, form: `change-${String(signatory)}` });
    redirect(303, home);
  },
  extend: async (event) => {
    const { stores, actor, code, form, home, now } = await actOn(event);
    const until = formText(form, 'until', 20);
    const done = await extendSigning(stores, actor, { code, until }, now);
    if (!done.ok) return refusedAct(done.refusal, { typed: { until }, form: 'extend', field: 'until' });
    redirect(303, home);
  },
  cancel: async (event) => {
    const { stores, actor, code, form, home, now } = await actOn(event);
    const reason = formText(form, 'reason', 2000);
    const done = await cancelSigning(stores, actor, { code, reason }, now);
    if (!done.ok) return refusedAct(done.refusal, { typed: { reason }, form: 'cancel', field: 'reason' });
    redirect(303, home);
  },
  keep: async (event) => {
    const { stores, actor, code, home, now } = await actOn(event);
    const done = await keepSigning(stores, actor, { code }, now);
    if (!done.ok) return refusedAct(done.refusal, { typed: {}, form: 'cancel' });
    redirect(303, home);
  },
  scans: async (event) => {
    const { stores, actor, code, form, home, now } = await actOn(event);
    const done = await showScans(stores, actor, { code, show: form.get('show') === 'yes' }, now);
    if (!done.ok) return refusedAct(done.refusal, { typed: {}, form: 'scans' });
    redirect(303, home);
  },
  settle: async (event) => {
    const { stores, actor, code, form, home, now } = await actOn(event);
    const outcome = form.get('outcome') === 'upheld' ? 'upheld' : 'dismissed';
    const about = form.has('report')
      ? { report: Number(formText(form, 'report', 12)) }
      : { signatory: Number(formText(form, 'signatory', 12)) };
    const done = await settleContest(stores, actor, { code, outcome, ...about }, now);
    if (!done.ok) return refusedAct(done.refusal, { typed: {}, form: 'settle' });
    redirect(303, home);
  },
  addendum: async (event) => {
    const { stores, actor, code, now } = await actOn(event);
    const opened = await openAddendum(stores, actor, { code }, now);
    if (!opened.ok) return refusedAct(opened.refusal, { typed: {}, form: 'addendum' });
    redirect(303, `/negociations/${String(opened.value.id)}`);
  },
  renounce: async (event) => {
    const { stores, actor, code, form, home, now } = await actOn(event);
    const reason = formText(form, 'reason', 3000);
    const sure = form.get('sure') === 'yes';
    const done = await renounce(stores, actor, { code, reason: sure ? reason : '' }, now);
    if (!done.ok) return refusedAct(done.refusal, { typed: { reason }, form: 'renounce', field: 'renounce-reason' });
    redirect(303, home.replace('/signatures', ''));
  },
};

function sideIn(form: FormData): 'carrier' | 'counterpart' | null {
  const side = form.get('side');
  return side === 'carrier' || side === 'counterpart' ? side : null;
}
