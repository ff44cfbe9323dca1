/** What became of the promises: assessments of both voices, published reviews, what happened since the signature. */
import type { PlaceCode } from '#domain/shared/place.ts';
import { FILTER } from '#publishing/open-data/filter.ts';
import { ASSESSMENT_COLUMNS } from '#publishing/spreadsheet/assessment-columns.ts';
import { EVENT_COLUMNS, type EventRow } from '#publishing/spreadsheet/event-columns.ts';
import { REVIEW_COLUMNS } from '#publishing/spreadsheet/review-columns.ts';
import { followUpRows } from '../follow-up-rows.ts';
import { anythingSaid, assessmentRows, pactOfAssessment } from '../storage/assessment-rows.ts';
import type { Db } from '../storage/connection.ts';
import { placesWithEvents } from '../storage/open-events.ts';
import { placeFacts, placeRef } from '../storage/places.ts';
import { reviewRows } from '../storage/review-lists.ts';
import { linesOfPacts } from './lines-of-pacts.ts';
import { onlySaid } from './only-said.ts';
import { numberIn, openResource, pageUpTo, textIn, type PageOf } from './open-resource.ts';
import { PACT_FILTERS, scopeOf } from './place-filters.ts';

export const EVALUATIONS = openResource({
  name: 'evaluations',
  columns: ASSESSMENT_COLUMNS,
  key: ['evaluation'],
  one: 'evaluation',
  after: ['integer', 'integer'],
  filters: {
    evaluation: FILTER.number,
    ...PACT_FILTERS,
    engagement: FILTER.item,
    voix: FILTER.voice,
    etat: FILTER.status,
    derniere: FILTER.yesOrNo,
  },
  page: async (db, { wanted, after, limit }) => {
    const { evaluation, engagement: item, voix: voice, etat: status, derniere: isLast } = wanted;
    const kind = onlySaid({ item, voice, status, isLast });
    const only = evaluation === undefined ? {} : { pact: (await pactOfAssessment(db, evaluation)) ?? 0 };
    return await linesOfPacts(db, {
      scope: { ...scopeOf(wanted), ...only },
      after,
      limit,
      // Whether something is the last that was said is looked up one by one.
      scanned: isLast === undefined ? 400 : 100,
      saying: anythingSaid(kind),
      atOnce: Math.min(Math.max(Math.ceil(limit / 10), 4), 40),
      depth: 1,
      placeOf: ({ id }) => [id],
      read: (_, asked) => assessmentRows(db, { ...asked, ...kind, ...onlySaid({ id: evaluation }) }),
    });
  },
});

export const BILANS = openResource({
  name: 'bilans',
  columns: REVIEW_COLUMNS,
  key: ['bilan'],
  one: 'bilan',
  after: ['integer'],
  filters: {
    bilan: FILTER.number,
    pacte: FILTER.number,
    collectif: FILTER.number,
    commune: FILTER.commune,
    intercommunalite: FILTER.siren,
    departement: FILTER.departement,
    region: FILTER.region,
  },
  page: async (db, { wanted, after, limit }) => {
    const { bilan: id, pacte: pact, collectif: collective, departement: department, region } = wanted;
    const place = wanted.commune ?? wanted.intercommunalite;
    const asked = onlySaid({ id, pact, collective, place, department, region });
    const rows = await reviewRows(db, { ...asked, after: numberIn(after), limit: limit + 1 });
    return pageUpTo(rows, limit, ({ id: review }) => [review]);
  },
});

/** Places whose events are put together at once. */
const PLACES = 10;

/** By place, each as its own page tells it: what becomes of a letter depends on what else was told there. */
export const EVENEMENTS = openResource({
  name: 'evenements',
  columns: EVENT_COLUMNS,
  key: ['evenement'],
  one: null,
  after: ['text', 'integer', 'integer'],
  filters: { commune: FILTER.commune, intercommunalite: FILTER.siren, departement: FILTER.departement },
  page: async (db, { wanted, after, limit, now }): Promise<PageOf<EventRow>> => {
    const asked = onlySaid({ place: wanted.commune ?? wanted.intercommunalite, department: wanted.departement });
    const found: { readonly code: string; readonly row: EventRow }[] = [];
    let from = textIn(after);
    for (let more = true; more && found.length <= limit;) {
      const codes = await placesWithEvents(db, { ...asked, from, limit: PLACES + 1, now });
      const rows = await Promise.all(codes.slice(0, PLACES).map((code) => eventsOf(db, { code, now })));
      found.push(
        ...rows
          .flat()
          .filter(({ code, row }) => after === null || code !== textIn(after) || isLater(numbersOf(row), after)),
      );
      more = codes.length > PLACES;
      from = codes.at(-1) ?? from;
    }
    const { rows, next } = pageUpTo(found, limit, ({ code, row }) => [code, ...numbersOf(row)]);
    return { rows: rows.map(({ row }) => row), next };
  },
});

async function eventsOf(db: Db, { code, now }: { readonly code: string; readonly now: Date }) {
  const place: PlaceCode = code.length === 9 ? { kind: 'grouping', siren: code } : { kind: 'municipality', code };
  const [at, facts] = await Promise.all([placeRef(db, place), placeFacts(db, place)]);
  if (at === null || facts === null) return [];
  const rows = await followUpRows(db, { place: at, code: place, zone: facts.zone, now });
  return rows
    .toSorted((one, other) => (isLater(numbersOf(one), ['', ...numbersOf(other)]) ? 1 : -1))
    .map((row) => ({ code, row }));
}

/** Told events by their number, then the meetings of the committee by committee and number. */
function numbersOf(row: EventRow): readonly [number, number] {
  return row.kind === 'sitting' ? [MEETINGS + row.committee, row.meeting] : [row.id, 0];
}

/** After every number of an event. */
const MEETINGS = 1_000_000_000;

function isLater([one, two]: readonly [number, number], after: readonly (string | number)[]): boolean {
  const [first, second] = [numberIn(after, 1), numberIn(after, 2)];
  return one > first || (one === first && two > second);
}
