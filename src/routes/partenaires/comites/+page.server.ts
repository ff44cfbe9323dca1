import type { PageServerLoad } from './$types';
import { NATIONAL_COMMITTEES } from '#domain/partners/national-committee.ts';
import { runtime } from '#server/runtime.ts';
import { nationalDecisions, organisationRows, seatsAndRules } from '#server/storage/partner-pages.ts';
import { decisionAfter, decisionCursor } from '#ui/partners/decision-cursor.ts';
import * as words from '#ui/messages/partners.fr.ts';

const PAGE = 30;

export const load: PageServerLoad = async ({ url }) => {
  const { db } = await runtime();
  const after = decisionAfter(url.searchParams.get('apres') ?? '');
  const [{ seats, rules }, { decisions, next }, organisations] = await Promise.all([
    seatsAndRules(db),
    nationalDecisions(db, { limit: PAGE, ...(after === null ? {} : { after }) }),
    organisationRows(db, { limit: 200 }),
  ]);
  return {
    committees: NATIONAL_COMMITTEES.map((committee) => {
      const of = seats.filter((seat) => seat.committee === committee);
      const shown = (held: boolean) =>
        of
          .filter(({ until }) => (until === null) === held)
          .map((seat) => ({ id: seat.id, line: words.seatLine(seat) }));
      return {
        committee,
        members: shown(true),
        former: shown(false),
        rules: rules.filter((rule) => rule.committee === committee).map(words.ruleLine),
      };
    }),
    decisions: decisions.map(({ before, decidedOn, ...decision }) => ({
      ...decision,
      on: words.decidedOn(decidedOn),
      before: before.map((one) => ({
        line: words.correctedLine(one.correctedAt, one.reason),
        words: `${words.decidedOn(one.decidedOn)} : ${one.what}`,
        why: one.why,
      })),
    })),
    organisations: organisations.rows.map(({ id, name, state, decidedAt, votesFor, votesAgainst, votesNeeded }) => ({
      id,
      name,
      line: words.decisionLine(state, { at: decidedAt, votesFor, votesAgainst, votesNeeded }),
    })),
    next: next === null ? null : `/partenaires/comites?apres=${decisionCursor(next)}#decisions`,
  };
};
