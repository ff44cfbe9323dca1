/** Where each kind of address of the sitemap comes from: which rows, which rule, when its page last changed. */
import { sql, type RawBuilder } from 'kysely';
import { slugOf } from '#domain/shared/slug.ts';
import type { PlaceRef } from './places.ts';
import {
  changedOf,
  EVENTS_CHANGED,
  LAST_END,
  LATEST_EDITION,
  LIST_CHANGED,
  LISTS_CHANGED,
  PLACE_CHANGED,
  SAME_PLACE,
  threadChanged,
  TIES_CHANGED,
} from './sitemap-changes.ts';

export const SITEMAP_KINDS = [
  'pactes',
  'plans',
  'actions',
  'mesures',
  'principes',
  'engagements',
  'listes',
  'questions',
  'bilans',
  'indicateurs',
  'versions',
  'suivi',
  'comites',
  'collectifs',
  'fiches',
  'communes',
  'intercommunalites',
] as const;
export type SitemapKind = (typeof SITEMAP_KINDS)[number];

type MunicipalityRef = { readonly kind: 'municipality'; readonly code: string; readonly slug: string };
type Numbered = { readonly id: number; readonly slug: string };

/** `changedAt` null: nobody keeps it. */
export type SitemapLine = { readonly changedAt: Date | null } & (
  | { readonly kind: 'pact'; readonly pact: Numbered }
  | { readonly kind: 'plan'; readonly plan: Numbered }
  | { readonly kind: 'place'; readonly place: PlaceRef }
  | { readonly kind: 'action'; readonly plan: Numbered; readonly number: string }
  | { readonly kind: 'measure'; readonly place: MunicipalityRef; readonly measure: number; readonly edition: string }
  | { readonly kind: 'principle'; readonly place: MunicipalityRef; readonly letter: string; readonly edition: string }
  | { readonly kind: 'list'; readonly list: Numbered }
  | { readonly kind: 'lists'; readonly place: MunicipalityRef }
  | { readonly kind: 'question'; readonly id: number }
  | { readonly kind: 'pact-follow-up'; readonly pact: Numbered }
  | { readonly kind: 'ties'; readonly place: PlaceRef }
  | { readonly kind: 'plan-version'; readonly plan: Numbered; readonly version: number }
  | { readonly kind: 'follow-up'; readonly place: PlaceRef }
  | { readonly kind: 'committee'; readonly place: PlaceRef }
  | { readonly kind: 'collective'; readonly collective: Numbered }
  | { readonly kind: 'review'; readonly id: number; readonly place: PlaceRef }
  | { readonly kind: 'indicator'; readonly id: number; readonly title: string }
  | { readonly kind: 'sheet'; readonly id: number; readonly edition: string; readonly measure: number }
  | { readonly kind: 'local-commitment'; readonly place: MunicipalityRef; readonly id: number }
);

/** Most addresses for one number: a pact also gives its place and what follows it, and has a principle for each letter. */
export const ADDRESSES_A_NUMBER: Readonly<Record<SitemapKind, number>> = {
  pactes: 4,
  plans: 2,
  actions: 1,
  mesures: 1,
  principes: 26,
  engagements: 1,
  listes: 2,
  questions: 1,
  bilans: 1,
  indicateurs: 1,
  versions: 26,
  suivi: 1,
  comites: 1,
  collectifs: 1,
  fiches: 1,
  communes: 1,
  intercommunalites: 1,
};

export type Row = {
  readonly id: number;
  readonly name: string | null;
  readonly place: PlaceRef;
  /** Null: of a place in a territory that no release brought. */
  readonly changed: Date | null;
  /** Null: another row gives the place. */
  readonly placeChanged: Date | null;
  /** Null: there are not both promises and actions there, or another row gives the page. */
  readonly tiesChanged: Date | null;
  readonly version: number;
  readonly slug: string;
  readonly number: string;
  readonly measure: number;
  readonly letter: string;
  readonly edition: string;
};

type Source = {
  /** The number that parts are ranges of. */
  readonly id: RawBuilder<unknown>;
  readonly from: RawBuilder<unknown>;
  /** Which rows give an address: of several pacts that share a thread, the last. */
  readonly rule: RawBuilder<unknown>;
  readonly columns: RawBuilder<unknown>;
  readonly lines: (row: Row) => readonly SitemapLine[];
};

/** Of the row `p` of a pact or plan. */
const PLACE = sql`coalesce(
  (select jsonb_build_object('kind', 'municipality', 'code', m.code, 'name', m.name, 'slug', m.slug) from municipality m where m.code = p.municipality_code),
  (select jsonb_build_object('kind', 'grouping', 'siren', g.siren, 'name', g.name, 'slug', g.slug) from "grouping" g where g.siren = p.grouping_siren)
) as place`;

export const SOURCES: Readonly<Record<SitemapKind, Source>> = {
  pactes: {
    id: sql`p.id`,
    from: sql`pact p`,
    rule: sql`true`,
    columns: sql`p.id, p.list_name as name, ${PLACE}, ${changedOf('pact')} as changed,
      case when not exists (select from pact o where ${SAME_PLACE} and o.id > p.id) then ${PLACE_CHANGED} end as place_changed,
      case when not exists (select from pact o where ${SAME_PLACE} and o.id > p.id)
        and exists (select from plan o where ${SAME_PLACE}) then ${TIES_CHANGED} end as ties_changed`,
    lines: (row) => {
      const pact = { id: row.id, slug: slugOf(row.name ?? '') || row.place.slug };
      return [
        { kind: 'pact', pact, changedAt: row.changed },
        { kind: 'pact-follow-up', pact, changedAt: row.changed },
        ...placeOf(row),
        ...(row.tiesChanged === null ? [] : [{ kind: 'ties', place: row.place, changedAt: row.tiesChanged } as const]),
      ];
    },
  },
  plans: {
    id: sql`p.id`,
    from: sql`plan p`,
    rule: sql`true`,
    columns: sql`p.id, p.title as name, ${PLACE}, ${changedOf('plan')} as changed,
      case when not exists (select from plan o where ${SAME_PLACE} and o.id > p.id)
        and not exists (select from pact o where ${SAME_PLACE}) then ${PLACE_CHANGED} end as place_changed`,
    lines: (row) => [{ kind: 'plan', plan: planOf(row), changedAt: row.changed }, ...placeOf(row)],
  },
  actions: {
    id: sql`a.id`,
    from: sql`action a join plan p on p.id = a.plan_id`,
    rule: sql`true`,
    columns: sql`p.id, p.title as name, ${PLACE}, a.number,
      greatest(${changedOf('plan')}, (select max(l.linked_at) from action_commitment l where l.action_id = a.id)) as changed`,
    lines: (row) => [{ kind: 'action', plan: planOf(row), number: row.number, changedAt: row.changed }],
  },
  mesures: {
    id: sql`c.id`,
    from: sql`commitment c join pact p on p.id = c.pact_id`,
    rule: sql`${LATEST_EDITION} and not exists (
      select from pact o join commitment d on d.pact_id = o.id
      where o.municipality_code = p.municipality_code and o.edition = p.edition and d.measure = c.measure and o.id > p.id)`,
    columns: sql`p.id, ${PLACE}, c.measure, p.edition, ${threadChanged(sql`'m' || c.measure`)} as changed`,
    lines: ({ place, measure, edition, changed }) =>
      place.kind === 'municipality' ? [{ kind: 'measure', place, measure, edition, changedAt: changed }] : [],
  },
  principes: {
    id: sql`p.id`,
    from: sql`pact p join pact_principle s on s.pact_id = p.id`,
    rule: sql`${LATEST_EDITION} and not exists (
      select from pact o join pact_principle t on t.pact_id = o.id
      where o.municipality_code = p.municipality_code and o.edition = p.edition and t.letter = s.letter and o.id > p.id)`,
    columns: sql`p.id, ${PLACE}, s.letter, p.edition, ${threadChanged(sql`'p' || s.letter`)} as changed`,
    lines: ({ place, letter, edition, changed }) =>
      place.kind === 'municipality' ? [{ kind: 'principle', place, letter, edition, changedAt: changed }] : [],
  },
  engagements: {
    id: sql`l.id`,
    from: sql`local_commitment l join pact p on p.id = l.pact_id`,
    rule: sql`p.municipality_code is not null`,
    columns: sql`l.id, ${PLACE}, ${threadChanged(sql`'l' || l.id`)} as changed`,
    lines: ({ id, place, changed }) =>
      place.kind === 'municipality' ? [{ kind: 'local-commitment', id, place, changedAt: changed }] : [],
  },
  // Its answers and errata change its page, never the review.
  bilans: {
    id: sql`p.id`,
    from: sql`review p`,
    rule: sql`p.published_at is not null`,
    columns: sql`p.id, ${PLACE}, greatest(p.published_at,
      (select max(e.written_at) from review_erratum e where e.review_id = p.id),
      (select max(r.replied_at) from review_reply r where r.review_id = p.id),
      (select max(a.said_at) from assessment a where a.pact_id = p.pact_id and a.voice = 'town-hall')) as changed`,
    lines: ({ id, place, changed }) => [{ kind: 'review', id, place, changedAt: changed }],
  },
  indicateurs: {
    id: sql`i.id`,
    from: sql`indicator i join working_plan p on p.id = i.plan_id`,
    rule: sql`i.published_at is not null and i.removed_at is null`,
    columns: sql`i.id, i.title as name, ${PLACE}, greatest(i.published_at, i.changed_at) as changed`,
    lines: ({ id, name, changed }) => [{ kind: 'indicator', id, title: name ?? '', changedAt: changed }],
  },
  versions: {
    id: sql`v.plan_id`,
    from: sql`plan_version v join plan p on p.id = v.plan_id`,
    rule: sql`true`,
    columns: sql`p.id, p.title as name, ${PLACE}, v.number as version, v.published_at as changed`,
    lines: (row) => [{ kind: 'plan-version', plan: planOf(row), version: row.version, changedAt: row.changed }],
  },
  // Where something was told that everybody reads: the last of the place gives its page.
  suivi: {
    id: sql`p.id`,
    from: sql`follow_up_event p`,
    rule: sql`p.visibility = 'public' and not exists (
      select from follow_up_event o where ${SAME_PLACE} and o.visibility = 'public' and o.id > p.id)`,
    columns: sql`p.id, ${PLACE}, ${EVENTS_CHANGED} as changed`,
    lines: ({ place, changed }) => [{ kind: 'follow-up', place, changedAt: changed }],
  },
  // One that a side asked for and the other did not accept yet is no committee.
  comites: {
    id: sql`p.id`,
    from: sql`committee p`,
    rule: sql`p.accepted_at is not null and not exists (
      select from committee o where ${SAME_PLACE} and o.accepted_at is not null and o.id > p.id)`,
    columns: sql`p.id, ${PLACE}, (select max(greatest(o.accepted_at, o.closed_at, m.changed_at, t.agreed_at)) from committee o
      left join committee_meeting m on m.committee_id = o.id left join committee_minutes t on t.meeting_id = m.id
      where ${SAME_PLACE} and o.accepted_at is not null) as changed`,
    lines: ({ place, changed }) => [{ kind: 'committee', place, changedAt: changed }],
  },
  collectifs: {
    id: sql`p.id`,
    from: sql`(select c.*, (select min(w.municipality_code) from collective_place w where w.collective_id = c.id) as municipality_code
      from collective c) as p`,
    rule: sql`p.state in ('active', 'dormant')`,
    columns: sql`p.id, p.name, p.slug, greatest(p.confirmed_at, p.dormant_since, p.carried_since,
      (select max(r.published_at) from review r where r.collective_id = p.id)) as changed`,
    lines: ({ id, slug, changed }) => [{ kind: 'collective', collective: { id, slug }, changedAt: changed }],
  },
  // On the measure that each was written for.
  fiches: {
    id: sql`p.id`,
    from: sql`(select s.*, null as municipality_code from measure_sheet s) as p`,
    rule: sql`p.withdrawn_at is null`,
    columns: sql`p.id, p.edition, p.measure,
      (select v.said_at from measure_sheet_version v where v.sheet_id = p.id and v.version = p.version) as changed`,
    lines: ({ id, edition, measure, changed }) => [{ kind: 'sheet', id, edition, measure, changedAt: changed }],
  },
  // The last list of a municipality also gives the page of all of them.
  listes: {
    id: sql`p.id`,
    from: sql`(select c.*, null as grouping_siren from candidate_list c) as p`,
    rule: sql`true`,
    columns: sql`p.id, p.name, ${PLACE}, ${LIST_CHANGED} as changed,
      case when not exists (select from candidate_list o where o.municipality_code = p.municipality_code and o.id > p.id) then
        ${LISTS_CHANGED}
      end as place_changed`,
    lines: ({ id, name, place, changed, placeChanged }) =>
      place.kind === 'municipality'
        ? [
            { kind: 'list', list: { id, slug: slugOf(name ?? '') }, changedAt: changed },
            ...(placeChanged === null ? [] : [{ kind: 'lists', place, changedAt: placeChanged } as const]),
          ]
        : [],
  },
  questions: {
    id: sql`p.id`,
    from: sql`body_question p`,
    rule: sql`true`,
    columns: sql`p.id, greatest(p.asked_at, p.answered_on::timestamptz) as changed`,
    lines: ({ id, changed }) => [{ kind: 'question', id, changedAt: changed }],
  },
  communes: unsigned(sql`municipality`, { code: sql`code`, grouping: sql`null::text` }),
  intercommunalites: unsigned(sql`"grouping"`, { code: sql`null::text`, grouping: sql`siren` }),
};

/** Places without any pact or plan, by their rank: their page says how to begin. One with either comes with it. */
function unsigned(
  from: RawBuilder<unknown>,
  { code, grouping }: Record<'code' | 'grouping', RawBuilder<unknown>>,
): Source {
  return {
    id: sql`p.id`,
    from: sql`(select (row_number() over (order by coalesce(${code}, ${grouping})))::int as id,
      ${code} as municipality_code, ${grouping} as grouping_siren from ${from}) as p`,
    rule: sql`not exists (select from pact o where ${SAME_PLACE}) and not exists (select from plan o where ${SAME_PLACE})`,
    columns: sql`p.id, ${PLACE}, greatest(${LAST_END}, ${EVENTS_CHANGED},
      (select loaded_at from territory_release)) as changed`,
    lines: ({ place, changed }) => [{ kind: 'place', place, changedAt: changed }],
  };
}

function placeOf({ place, placeChanged }: Row): readonly SitemapLine[] {
  return placeChanged === null ? [] : [{ kind: 'place', place, changedAt: placeChanged }];
}

function planOf({ id, name, place }: Row): Numbered {
  return { id, slug: slugOf(name ?? '') || place.slug };
}
