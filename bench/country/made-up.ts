/**
 * What is made up, as statements of SQL. Every choice comes from the digest of what it is about, never from chance nor the
 * hour: the same country each time, on every machine. Each name says that it is synthetic.
 *
 * The spread is that of the campaign of 2020, enlarged to 40,000 pacts: measures that everybody takes beside measures that few
 * do, upper levels taken less, larger communes bolder, half of the lists in the majority, most promises never looked at.
 */
/** A number in [0, 1) that the same words always give. */
export const CHANCE = `create function pg_temp.chance(about text) returns double precision
  language sql immutable parallel safe as
  $$ select ('x' || substr(md5(about), 1, 8))::bit(32)::bigint / 4294967296.0 $$`;

export const DOCUMENT = `with kept as (
    insert into document (sha256, bytes, byte_count, filename, media_type, kept_at)
    select encode(sha256(bytes), 'hex'), bytes, octet_length(bytes), 'donnees-synthetiques.txt', 'text/plain', '2020-07-01T08:00:00Z'
    from (select convert_to('Données synthétiques : personne n’a écrit ceci.', 'UTF8') as bytes) text
    returning id
  )
  insert into document_receipt (document_id, filename, description, received_at)
  select id, 'donnees-synthetiques.txt', 'Données synthétiques : personne n’a écrit ceci', '2020-07-01T08:00:00Z' from kept`;

/** One list a commune, a second one in one of eight; what became of them is known for four of five. */
export const LISTS = `insert into candidate_list (election_id, municipality_code, name, name_key, first_round, source, entered_as,
    entered_at, changed_at, outcome, outcome_confirmed_at)
  select 'municipales-2020', code, name, lower(name), 1, 'Données synthétiques', 'operator', at, at, outcome,
    case when outcome is not null then at end
  from (
    select m.code, 'Liste synthétique n° ' || n as name, timestamptz '2020-07-01T08:00:00Z' as at,
      case
        when chance < 0.2 then null
        when n = 2 and chance < 0.7 then 'opposition'
        when n = 2 then 'not-elected'
        when chance < 0.75 then 'majority'
        when chance < 0.95 then 'opposition'
        else 'not-elected'
      end as outcome
    from municipality m
    cross join generate_series(1, 2) n
    cross join lateral (select pg_temp.chance('outcome ' || m.code || n) as chance) c
    where not m.fictional and m.current and (n = 1 or pg_temp.chance('second ' || m.code) < 0.127)
    order by m.code, n
  ) made`;

/** Lists that sign nothing, in one commune of ten: a third of them merged into the first one between the rounds. */
export const SILENT_LISTS = `insert into candidate_list (election_id, municipality_code, name, name_key, first_round, source,
    entered_as, entered_at, changed_at, merged_into, merged_on)
  select 'municipales-2020', l.municipality_code, 'Liste synthétique sans pacte', 'liste synthétique sans pacte', 1,
    'Données synthétiques', 'operator', l.entered_at, l.entered_at,
    case when chance < 0.03 then l.id end, case when chance < 0.03 then date '2020-06-02' end
  from candidate_list l
  cross join lateral (select pg_temp.chance('silent ' || l.municipality_code) as chance) c
  where l.name = 'Liste synthétique n° 1' and chance < 0.1 order by l.id`;

export const PACTS = `insert into pact (municipality_code, edition, list_name, term_from, term_to, signed_on, document_id, read_at,
    reader_version, published_at)
  select l.municipality_code, $1, l.name, 2020, 2026,
    case when chance < 0.9 then date '2020-01-06' + (chance * 170 * chance)::int end,
    d.id, '2020-07-01T08:00:00Z', 'synthétique', timestamptz '2020-07-01T08:00:00Z' + (l.id || ' seconds')::interval
  from candidate_list l cross join document d
  cross join lateral (select pg_temp.chance('day ' || l.municipality_code || l.name) as chance) c
  where l.source = 'Données synthétiques' and l.name <> 'Liste synthétique sans pacte' order by l.id`;

/** One list of a hundred signed another charter too. $1: the edition. */
export const OTHER_PACTS = `insert into pact (municipality_code, edition, list_name, term_from, term_to, signed_on, document_id, read_at,
    reader_version, published_at)
  select municipality_code, $1, list_name, term_from, term_to, signed_on + (60 * pg_temp.chance('other day ' || id))::int,
    document_id, read_at, reader_version, published_at
  from pact p where municipality_code is not null and pg_temp.chance('other ' || municipality_code || list_name) < 0.01 order by id`;

/** The council of one grouping of five signed as well. $1: the edition, $2: the share of the country. */
export const GROUPING_PACTS = `insert into pact (grouping_siren, edition, list_name, term_from, term_to, signed_on, document_id,
    read_at, reader_version, published_at)
  select g.siren, $1, 'Conseil communautaire (synthétique)', 2020, 2026,
    date '2020-07-10' + (300 * pg_temp.chance('day ' || g.siren))::int, d.id, '2020-07-01T08:00:00Z', 'synthétique',
    '2021-06-01T08:00:00Z'
  from "grouping" g cross join document d
  where g.current and pg_temp.chance('council ' || g.siren) < 0.2 * $2::double precision order by g.siren`;

export const PACT_LISTS = `insert into pact_list (pact_id, candidate_list_id, linked_by, linked_at)
  select p.id, l.id, 'synthétique', p.published_at from pact p
  join candidate_list l on l.municipality_code = p.municipality_code and l.name = p.list_name
  order by p.id`;

export const PRINCIPLES = `insert into pact_principle (pact_id, letter, stance, detail)
  select p.id, letter, case when pg_temp.chance(letter || p.id) < 0.94 then 'accepted' else 'unspecified' end,
    '{"observations": [], "quotations": []}'
  from pact p cross join unnest(array['A', 'B', 'C']) letter
  where p.edition = $1 order by p.id, letter`;

/** $1 and $2: the first and last pact of this turn, so that memory stays bounded. */
export const COMMITMENTS = `insert into commitment (pact_id, edition, measure, title_match, stance, amended, marks,
    level1, level2, level3, competent_body, competent_siren, detail)
  select pact_id, edition, measure, case when retitled then 'amended' else 'exact' end, stance,
    stance in ('accepted', 'partial') and (retitled or reworded), marks,
    marks -> 0 ->> 'stance', marks -> 1 ->> 'stance', marks -> 2 ->> 'stance',
    case when delegated then 'Intercommunalité' end, case when delegated then siren end,
    jsonb_build_object('levels', levels,
      'observations', case when stance in ('accepted', 'partial') then pg_temp.observed(about) else '[]'::jsonb end,
      'quotations', case when retitled then jsonb_build_array(jsonb_build_object('start', 0, 'end', length(retitle), 'text', retitle))
        else '[]'::jsonb end,
      'confidence', 1, 'reasons', '["données synthétiques"]'::jsonb)
  from (
    select p.id as pact_id, p.edition, c.measure, m.intercommunality_siren as siren, a.about, a.retitled,
      c.measure || ' – ' || pg_temp.said_otherwise(c.title, 'title ' || a.about) as retitle,
      coalesce(bool_or(s.stance = 'accepted' and a.amended and l.level is not null), false) as reworded,
      coalesce(jsonb_agg(jsonb_build_object('level', l.level, 'stance', s.stance, 'wording',
          case when s.stance = 'accepted' and a.amended then 'amended' else 'same' end) order by l.level)
        filter (where l.level is not null), '[]') as marks,
      coalesce(jsonb_agg(jsonb_build_object('level', l.level, 'stance', s.stance, 'wording',
        case when s.stance = 'accepted' and a.amended then 'amended' else 'same' end, 'quotations', '[]'::jsonb, 'clauses', case when s.stance = 'partial' then
          '[{"clause": 1, "stance": "refused", "wording": "omitted", "changes": [], "quotations": []}]'::jsonb
          when s.stance = 'accepted' and a.amended then
          jsonb_build_array(jsonb_build_object('clause', 1, 'stance', 'accepted', 'wording', 'amended', 'changes', '[]'::jsonb,
            'quotations', jsonb_build_array(jsonb_build_object('start', 0, 'end', 0, 'text',
              pg_temp.said_otherwise(c.clauses ->> l.level::text, a.about || ' ' || l.level)))))
          else '[]'::jsonb end) order by l.level) filter (where l.level is not null), '[]') as levels,
      case when count(distinct s.stance) = 1 then min(s.stance) else 'partial' end as stance,
      coalesce(bool_or(s.stance = 'delegated') and m.intercommunality_siren is not null, false) as delegated
    from pact p
    -- A grouping has no municipality.
    left join municipality m on m.code = p.municipality_code
    join charter_measure c on c.edition = p.edition
    cross join lateral (select p.id || ' ' || c.measure as about, pg_temp.chance('amended ' || p.id || ' ' || c.measure) < 0.05
      as amended, pg_temp.chance('title ' || p.id || ' ' || c.measure) < 0.01 as retitled) a
    left join lateral unnest(c.levels) as l (level) on true
    cross join lateral (select
      -- Some measures please everybody; some lists take ten of them, some take all.
      case when pg_temp.chance(p.id || ' takes ' || c.measure)
          < (0.3 + 0.6 * pg_temp.chance('measure ' || c.measure)) * (0.5 + 0.6 * pg_temp.chance('bold ' || p.id))
            * (case when m.population > 10000 then 1.2 else 1 end)
        then 1.1 - 0.2 * coalesce(l.level, 1) else -1 end as taken,
      pg_temp.chance(p.id || ' ' || c.measure || ' ' || coalesce(l.level, 0)) as chance) d
    cross join lateral (select case
        when chance < taken then 'accepted'
        when taken > 0 and chance < taken + 0.06 and l.level is not null then 'partial'
        when taken > 0 and chance < taken + 0.09 then 'delegated'
        when chance < 0.4 or taken > 0 then 'refused'
        when chance < 0.995 then 'unspecified'
        else 'unknown'
      end as stance) s
    where p.id between $1 and $2
    group by p.id, c.measure, c.title, a.about, a.retitled, m.intercommunality_siren
  ) made
  order by pact_id, measure`;

export const LOCAL_COMMITMENTS = `insert into local_commitment (pact_id, ordinal, text, related_measures, detail)
  select p.id, n, 'Engagement local synthétique n° ' || n, '{}', '{"quotations": []}'
  from pact p cross join generate_series(1, 3) n
  where pg_temp.chance('local ' || p.id || ' ' || n) < 0.25 order by p.id, n`;

/** One commune of five has a plan, of 5 to 60 actions. */
export const PLANS = `insert into plan (municipality_code, title, axis_count, action_count, document_id, read_at, reader_version,
    published_at)
  select m.code, 'Plan d’action synthétique', 0, 5 + (55 * power(pg_temp.chance('actions ' || m.code), 3))::int, d.id,
    '2021-07-01T08:00:00Z', 'synthétique', '2021-07-01T08:00:00Z'
  from municipality m cross join document d
  where not m.fictional and m.current and pg_temp.chance('plan ' || m.code) < 0.2
  order by m.code`;

export const ACTIONS = `insert into action (plan_id, ordinal, number, printed_number, title, labels, fields, amounts, dates,
    related_actions, quotations, status, ends_on)
  select p.id, n, n::text, n::text, 'Action synthétique n° ' || n, '{}',
    '{"context": null, "description": null, "objectives": null, "leads": null, "means": null, "calendar": null, "method": null, "indicators": null}',
    '[]', '[]', '{}', '[]',
    case when chance < 0.25 then null when chance < 0.5 then 'ongoing' when chance < 0.75 then 'done'
      when chance < 0.95 then 'planned' else 'abandoned' end,
    case when chance > 0.4 then date '2021-01-01' + (chance * 1800)::int end
  from plan p cross join lateral generate_series(1, p.action_count) n
  cross join lateral (select pg_temp.chance('action ' || p.id || ' ' || n) as chance) c
  order by p.id, n.n`;

export const LINKS = `insert into action_commitment (action_id, edition, item, linked_by, linked_at)
  select a.id, $1, 'm' || (1 + (31 * pg_temp.chance('link ' || a.id))::int), 'synthétique', '2021-07-01T08:00:00Z'
  from action a where pg_temp.chance('linked ' || a.id) < 0.4 order by a.id`;

/** The collective and the town hall looked at some pacts, and there at most of what was taken; they do not always agree. */
export const ASSESSMENTS = `with looked as (
    select p.id as pact_id, voice, c.item, s.at,
      pg_temp.chance(voice || p.id || ' ' || c.item) as chance
    from pact p
    cross join (values ('collective', 0.22), ('town-hall', 0.12)) as v (voice, share)
    join (
      select pact_id, 'm' || measure as item from commitment where stance in ('accepted', 'partial')
      union all select pact_id, 'p' || letter from pact_principle where stance = 'accepted'
    ) c on c.pact_id = p.id
    cross join lateral (select date '2021-06-01' + (1400 * pg_temp.chance('look ' || p.id || voice))::int as at) s
    where pg_temp.chance('looks ' || voice || p.id) < v.share and pg_temp.chance('at ' || voice || p.id || c.item) < 0.8
  ), said as (
    insert into assessment (pact_id, item, voice, version, status, levels, before_mandate, sentence, evidence, assessed_on,
      said_at, said_as, said_for, collective_id, method)
    select pact_id, item, voice, 1, status, '[]', status = 'kept' and chance > 0.97, 'Phrase synthétique.', '[]', at,
      at + time '12:00', case voice when 'collective' then 'collective-member' else 'municipal-agent' end,
      case voice when 'collective' then 'Collectif synthétique' else 'Mairie (synthétique)' end,
      case voice when 'collective' then (select id from collective where name = 'Collectif synthétique') end, '1'
    from looked cross join lateral (select case
        when chance < 0.15 then 'not-started' when chance < 0.42 then 'underway' when chance < 0.6 then 'partly-kept'
        when chance < 0.68 then 'broken' when chance < 0.76 then 'cannot-assess' when chance < 0.79 then 'not-competent'
        else 'kept'
      end as status) s
    order by pact_id, item, voice
    returning *
  )
  insert into latest_assessment (pact_id, item, voice, assessment_id, status, before_mandate, looked_on)
  select pact_id, item, voice, id, status, before_mandate, assessed_on from said`;

export const COLLECTIVE = `insert into collective (name, slug, state, charter_version, requested_at, confirmed_at, confirmed_by)
  values ('Collectif synthétique', 'collectif-synthetique', 'active', '1', '2019-12-01T08:00:00Z', '2019-12-02T08:00:00Z', 'operator')`;
