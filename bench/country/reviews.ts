/**
 * Reviews published from the assessments of made-up collectives, frozen as the act freezes them, so that their pages show them
 * as they show any other. One pact of two that a collective looked at has one.
 */
import type pg from 'pg';
import type { AssessmentStatus } from '#domain/follow-up/assessment.ts';
import { METHOD_VERSION } from '#domain/follow-up/method-version.ts';
import type { Stance } from '#domain/pact/stance.ts';
import { canonicalJson } from '#domain/shared/canonical-json.ts';
import { REVIEW_FORMAT, type FrozenPromise, type FrozenReview } from '#domain/review/frozen-review.ts';
import { reviewTally } from '#domain/review/review-tally.ts';
import { editionById } from '#server/charters.ts';

type Reviewed = {
  readonly id: number;
  readonly edition: string;
  readonly municipality: string | null;
  readonly grouping: string | null;
  readonly place: string;
  readonly list: string | null;
  readonly signedOn: string | null;
  readonly state: 'in-office' | 'in-opposition';
  readonly collective: number;
  readonly promises: readonly {
    readonly item: string;
    readonly stance: Stance;
    readonly levels: readonly { readonly level: number; readonly stance: Stance }[];
    readonly said: Said | null;
    readonly townHall: Said | null;
  }[];
};
type Said = { readonly status: AssessmentStatus; readonly before: boolean; readonly on: string };

const REVIEWED = `select p.id, p.edition, p.municipality_code as municipality, p.grouping_siren as grouping, p.list_name as list,
    p.signed_on::text as "signedOn", coalesce(m.name, g.name) as place,
    case when l.outcome in ('opposition', 'not-elected') then 'in-opposition' else 'in-office' end as state,
    (select id from collective where name = 'Collectif synthétique') as collective,
    (select jsonb_agg(jsonb_build_object('item', i.item, 'stance', i.stance, 'levels', i.levels,
        'said', (select jsonb_build_object('status', a.status, 'before', a.before_mandate, 'on', a.looked_on)
          from latest_assessment a where a.pact_id = p.id and a.item = i.item and a.voice = 'collective'),
        'townHall', (select jsonb_build_object('status', a.status, 'before', a.before_mandate, 'on', a.looked_on)
          from latest_assessment a where a.pact_id = p.id and a.item = i.item and a.voice = 'town-hall'))
      order by length(i.item), i.item)
      from (
        select 'm' || measure as item, stance, coalesce((select jsonb_agg(jsonb_build_object('level', e ->> 'level', 'stance',
            e ->> 'stance')) from jsonb_array_elements(marks) e), '[]') as levels
        from commitment where pact_id = p.id and stance not in ('refused', 'unspecified')
        union all
        select 'p' || letter, stance, '[]' from pact_principle where pact_id = p.id and stance not in ('refused', 'unspecified')
      ) i) as promises
  from pact p
  left join municipality m on m.code = p.municipality_code
  left join "grouping" g on g.siren = p.grouping_siren
  left join pact_list pl on pl.pact_id = p.id
  left join candidate_list l on l.id = pl.candidate_list_id
  where p.id between $1 and $2 and pg_temp.chance('review ' || p.id) < 0.5
    and exists (select from latest_assessment a where a.pact_id = p.id and a.voice = 'collective')
  order by p.id`;

const KEEP = `insert into review (collective_id, pact_id, municipality_code, grouping_siren, occasion, opened_at, opened_by,
    published_at, published_by, number, method, content, sha256, summary)
  select (r ->> 'collective')::int, (r ->> 'pact')::int, r ->> 'municipality', r ->> 'grouping', 'mid-term', $2::timestamptz,
    'synthétique', $2::timestamptz, 'synthétique', 1, r ->> 'method', (r ->> 'content')::json,
    encode(sha256(convert_to(r ->> 'content', 'UTF8')), 'hex'), r -> 'summary'
  from jsonb_array_elements($1::jsonb) with ordinality as made (r, n) order by n`;

/** Of the pacts from one number to another: one turn, so that memory stays bounded. */
export async function makeReviews(
  client: pg.Client,
  { from, to, at }: { readonly from: number; readonly to: number; readonly at: Date },
): Promise<void> {
  const { rows } = await client.query<Reviewed>(REVIEWED, [from, to]);
  const { rows: next } = await client.query<{ id: number }>('select coalesce(max(id), 0)::int + 1 as id from review');
  const first = next[0]?.id ?? 1;
  const made = rows.map((pact, index) => {
    const frozen = frozenReview(pact, { id: first + index, at });
    const { publishedOn, collective, tally } = frozen;
    return {
      collective: pact.collective,
      pact: pact.id,
      municipality: pact.municipality,
      grouping: pact.grouping,
      method: frozen.method,
      content: canonicalJson(frozen),
      summary: { publishedOn, listName: pact.list, termFrom: frozen.pact.termFrom, collective, tally },
    };
  });
  if (made.length > 0) await client.query(KEEP, [JSON.stringify(made), at]);
}

function frozenReview(pact: Reviewed, { id, at }: { readonly id: number; readonly at: Date }): FrozenReview {
  const edition = editionById(pact.edition);
  if (edition === null) throw new Error(`no edition ${pact.edition}`);
  const promises = pact.promises.map(({ item, stance, levels, said, townHall }): FrozenPromise => {
    const key = item.slice(1);
    const named = item.startsWith('m')
      ? edition.measures.find(({ number }) => String(number) === key)
      : edition.principles.find(({ letter }) => letter === key);
    return {
      item,
      label: key,
      title: named?.title ?? key,
      stance,
      levels,
      said:
        said === null
          ? null
          : {
              status: said.status,
              levels: [],
              beforeMandate: said.before,
              sentence: SENTENCE,
              evidence: [],
              assessedOn: said.on,
              checks: [],
            },
      townHall: townHall === null ? null : { status: townHall.status, sentence: SENTENCE, assessedOn: townHall.on },
    };
  });
  return {
    format: REVIEW_FORMAT,
    review: id,
    number: 1,
    occasion: 'mid-term',
    collective: { id: pact.collective, name: 'Collectif synthétique' },
    place: {
      code:
        pact.municipality === null
          ? { kind: 'grouping', siren: pact.grouping ?? '' }
          : { kind: 'municipality', code: pact.municipality },
      name: pact.place,
    },
    pact: {
      id: pact.id,
      listName: pact.list,
      leader: null,
      signedOn: pact.signedOn,
      termFrom: 2020,
      termTo: 2026,
      state: pact.state,
    },
    edition: { id: edition.id, title: edition.title },
    method: METHOD_VERSION,
    publishedOn: at.toISOString().slice(0, 10),
    publishedAt: at.toISOString(),
    introduction: 'Bilan synthétique : personne n’a écrit ceci.',
    tally: reviewTally(promises, edition),
    promises,
  };
}

const SENTENCE = 'Phrase synthétique.';
