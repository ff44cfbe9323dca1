/**
 * What the page of one municipality shows, and nothing more: the most read page asks one question, prepared once on
 * each connection, together with the other pages asked for at that moment (./asked-together.ts). The answer is asked
 * each time; it is read from its JSON only when it changed (./remembered-texts.ts).
 *
 * Everything that was signed, with its clauses and quotations, is ./commune-page.ts.
 */
import { sql } from 'kysely';
import type { Role } from '#domain/access/gate.ts';
import type { AssessmentStatus, Voice } from '#domain/follow-up/assessment.ts';
import type { LevelStatus } from '#domain/follow-up/levels.ts';
import { SILENCE_DAYS, type PublicStage } from '#domain/negotiation/progress.ts';
import type { Term } from '#domain/pact/term.ts';
import type { Stance } from '#domain/pact/stance.ts';
import { slugOf } from '#domain/shared/slug.ts';
import { askedTogether } from './asked-together.ts';
import type { Db } from './connection.ts';
import type { DocumentRef } from './documents.ts';
import { formerCommunesShown, type FormerCommune } from './former-communes.ts';
import type { PlaceRef } from './places.ts';
import { reviewsShown, type ShownReview } from './review-lists.ts';
import { awaitsItsPact } from './public-negotiations.ts';
import { PREPARED } from './prepared-client.ts';
import { JOIN_MERGED_LISTS, PACT_STATE } from './pact-state.ts';
import { rememberingTexts } from './remembered-texts.ts';

type MunicipalityRef = Extract<PlaceRef, { kind: 'municipality' }>;

export type ShownDocument = Pick<DocumentRef, 'sha256' | 'filename' | 'byteCount'> & {
  readonly source: Omit<DocumentRef['source'], 'receivedAt'>;
};

export type ShownMark = {
  readonly measure: number;
  readonly stance: Stance;
  readonly amended: boolean;
  readonly levels: readonly { readonly level: number; readonly stance: Stance }[];
};

export type ShownPact = {
  readonly id: number;
  readonly slug: string;
  readonly listName: string | null;
  readonly leader: string | null;
  readonly edition: string;
  readonly term: Term;
  /** `YYYY-MM-DD`; null when the document gives no date. */
  readonly signedOn: string | null;
  readonly publishedAt: Date;
  readonly document: ShownDocument;
  readonly principles: readonly { readonly letter: string; readonly stance: Stance }[];
  readonly localCommitments: readonly {
    readonly id: number;
    readonly localNumber: string | null;
    readonly text: string;
    readonly relatedMeasures: readonly number[];
  }[];
  /** By measure number. */
  readonly commitments: readonly ShownMark[];
  /** Whether its list governs: who answers for it. */
  readonly state: 'in-office' | 'in-opposition';
  /** The last that each voice said of each promise. */
  readonly done: readonly ShownDone[];
};

export type ShownDone = {
  /** `m15`, `pA`, `l412`. */
  readonly item: string;
  readonly voice: Voice;
  readonly status: AssessmentStatus;
  readonly before: boolean;
  /** The day it speaks of, or the last on which it was said to be still so. */
  readonly on: string;
  readonly levels: readonly LevelStatus[];
  /** Agents and elected officials speak for the town hall, whatever the list became since. */
  readonly saidAs: Role;
};

export type ShownPlan = {
  readonly id: number;
  readonly slug: string;
  readonly title: string;
  readonly axes: number;
  readonly actions: number;
  readonly publishedAt: Date;
  /** Null: published here, from no document. */
  readonly document: ShownDocument | null;
};

export type CommuneShown = {
  readonly place: MunicipalityRef;
  /** Its name. */
  readonly department: string;
  /** Its EPCI, then its EPT; empty for a few islands. */
  readonly groupings: readonly PlaceRef[];
  /** Latest term first. */
  readonly pacts: readonly ShownPact[];
  readonly plans: readonly ShownPlan[];
  /** Latest first. */
  readonly negotiations: readonly ShownNegotiation[];
  readonly collectives: readonly ShownCollective[];
  /** Published ones, latest first; also of the communes that merged into this one since. */
  readonly reviews: readonly ShownReview[];
  /** Communes that merged into this one, whose pacts are followed under their own name. */
  readonly formerCommunes: readonly FormerCommune[];
  /** The municipality that holds this one since it merged; null: it stands by itself. */
  readonly heldBy: { readonly code: string; readonly name: string; readonly slug: string } | null;
  /** Inhabitants who said here that they want a pact. */
  readonly wishes: number;
};

/** Of one that nobody confirmed yet, nothing but the day it was asked for. */
export type ShownCollective =
  | {
      readonly state: 'active' | 'dormant';
      readonly id: number;
      readonly slug: string;
      readonly name: string;
      readonly members: number;
    }
  | { readonly state: 'requested'; readonly requestedAt: Date };

/** A negotiation, as far as it is public: what stage, since when. */
export type ShownNegotiation = {
  readonly kind: PublicStage['kind'];
  readonly since: Date;
  readonly collective: { readonly id: number; readonly name: string; readonly slug: string };
  /** Null: the council. */
  readonly list: { readonly id: number; readonly name: string } | null;
};

/** In JSON an instant is text, and slugs are ours to make. */
type Asked<Shown> = Omit<Shown, 'slug' | 'publishedAt'> & { readonly publishedAt: string };
type AskedCollective =
  Extract<ShownCollective, { readonly id: number }> | { readonly state: 'requested'; readonly requestedAt: string };
type Row = Omit<CommuneShown, 'pacts' | 'plans' | 'negotiations' | 'collectives'> & {
  readonly collectives: readonly AskedCollective[];
  readonly negotiations: readonly (Omit<ShownNegotiation, 'since'> & { readonly since: string })[];
  readonly pacts: readonly Asked<ShownPact>[];
  readonly plans: readonly Asked<ShownPlan>[];
};

/** Municipalities in one question, and those whose JSON is kept as read: some 50 kB each. */
const AT_ONCE = 16;
const KEPT = 200;

const askers = new WeakMap<Db, (code: string) => Promise<CommuneShown | null>>();

/**
 * One query, whatever the number of lists. Null when no municipality has this code. While nothing changes it is the
 * same value at every call: it may key what is made of it, and nobody writes in it.
 */
export function communeShown(db: Db, { code }: { readonly code: string }): Promise<CommuneShown | null> {
  const known = askers.get(db);
  if (known !== undefined) return known(code);
  const readOnce = rememberingTexts(readCommune, { most: KEPT });
  const asker = askedTogether(
    async (codes: readonly string[]) =>
      new Map((await askFor(db, codes)).map((row) => [row.code, readOnce(row.code, row.commune)])),
    { most: AT_ONCE },
  );
  askers.set(db, asker);
  return asker(code);
}

function readCommune(json: string): CommuneShown {
  const row = JSON.parse(json) as Row;
  const { slug } = row.place;
  return {
    ...row,
    pacts: row.pacts.map((pact) => ({
      ...pact,
      slug: slugOf(pact.listName ?? '') || slug,
      publishedAt: new Date(pact.publishedAt),
    })),
    negotiations: row.negotiations.map((shown) => ({ ...shown, since: new Date(shown.since) })),
    collectives: row.collectives.map((shown) =>
      shown.state === 'requested' ? { state: shown.state, requestedAt: new Date(shown.requestedAt) } : shown,
    ),
    plans: row.plans.map((plan) => ({
      ...plan,
      slug: slugOf(plan.title) || slug,
      publishedAt: new Date(plan.publishedAt),
    })),
  };
}

async function askFor(db: Db, codes: readonly string[]): Promise<readonly { code: string; commune: string }[]> {
  const { rows } = await sql<{ code: string; commune: string }>`${PREPARED}
    select m.code, json_build_object(
      'place', json_build_object('kind', 'municipality', 'code', m.code, 'name', m.name, 'slug', m.slug, 'population', m.population),
      'department', (select d.name from department d where d.code = m.department_code),
      'groupings', (
        select coalesce(json_agg(json_build_object('kind', 'grouping', 'siren', g.siren, 'name', g.name, 'slug', g.slug,
                 'population', g.population) order by g.siren = m.territorial_establishment_siren nulls first), '[]')
        from "grouping" g where g.siren in (m.intercommunality_siren, m.territorial_establishment_siren)
      ),
      'pacts', (
        select coalesce(json_agg(json_build_object(
          'id', p.id, 'listName', p.list_name, 'leader', p.leader, 'edition', p.edition,
          'term', json_build_object('from', p.term_from, 'to', p.term_to), 'signedOn', p.signed_on,
          'publishedAt', p.published_at,
          'document', ${documentShown('p')},
          'principles', (
            select coalesce(json_agg(json_build_object('letter', s.letter, 'stance', s.stance) order by s.letter), '[]')
            from pact_principle s where s.pact_id = p.id
          ),
          'localCommitments', (
            select coalesce(json_agg(json_build_object('id', l.id, 'localNumber', l.local_number, 'text', l.text,
                     'relatedMeasures', l.related_measures) order by l.ordinal), '[]')
            from local_commitment l where l.pact_id = p.id
          ),
          'commitments', (
            select coalesce(json_agg(json_build_object('measure', c.measure, 'stance', c.stance, 'amended', c.amended,
                     'levels', c.marks) order by c.measure), '[]')
            from commitment c where c.pact_id = p.id
          ),
          'state', case when exists (
            select from pact_list x join candidate_list l on l.id = x.candidate_list_id ${JOIN_MERGED_LISTS}
            where x.pact_id = p.id and ${PACT_STATE} = 'in-opposition'
          ) then 'in-opposition' else 'in-office' end,
          'done', (
            select coalesce(json_agg(json_build_object('item', d.item, 'voice', d.voice, 'status', d.status,
                     'before', d.before_mandate, 'on', d.looked_on, 'levels', a.levels,
                     'saidAs', a.said_as) order by d.item, d.voice), '[]')
            from latest_assessment d join assessment a on a.id = d.assessment_id where d.pact_id = p.id
          )
        ) order by p.term_from desc, p.id), '[]')
        from pact p where p.municipality_code = m.code
      ),
      'plans', (
        select coalesce(json_agg(json_build_object('id', p.id, 'title', p.title, 'axes', p.axis_count,
                 'actions', p.action_count, 'publishedAt', p.published_at, 'document', ${documentShown('p')})
                 order by p.id), '[]')
        from plan p where p.municipality_code = m.code
      ),
      'negotiations', ${negotiationsShown},
      'collectives', ${collectivesShown},
      'reviews', ${reviewsShown},
      'formerCommunes', ${formerCommunesShown},
      'heldBy', (
        select json_build_object('code', h.code, 'name', h.name, 'slug', h.slug)
        from municipality_former_name f join municipality h on h.code = f.municipality_code
        where f.code = m.code and h.code <> m.code limit 1
      ),
      'wishes', (select count(*) from pact_wish w where w.municipality_code = m.code)
    )::text as commune
    from municipality m where m.code = any(${codes})`.execute(db);
  return rows;
}

/**
 * The same facts as ./public-negotiations.ts, for the page that asks one question. A silence of SILENCE_DAYS is told by the
 * database, so that the answer changes when it is time.
 */
const negotiationsShown = sql`(
  select coalesce(json_agg(json_build_object(
      'kind', case n.state when 'asked' then
          case when now() - n.asked_at >= make_interval(days => ${sql.lit(SILENCE_DAYS)}) then 'unanswered' else 'asked' end
        when 'declined' then 'declined' else 'open' end,
      'since', case n.state when 'asked' then n.asked_at when 'declined' then n.declined_at else n.started_at end,
      'collective', json_build_object('id', c.id, 'name', c.name, 'slug', c.slug),
      'list', (select json_build_object('id', l.id, 'name', l.name) from candidate_list l where l.id = n.list_id)
    ) order by n.id desc), '[]')
  from negotiation n join collective c on c.id = n.collective_id
  where n.municipality_code = m.code and n.state in ('asked', 'under-way', 'frozen', 'declined') and ${awaitsItsPact}
)`;

const collectivesShown = sql`(
  select coalesce(json_agg(case when c.state = 'requested'
      then json_build_object('state', c.state, 'requestedAt', c.requested_at)
      else json_build_object('state', c.state, 'id', c.id, 'slug', c.slug, 'name', c.name,
             'members', (select count(*) from collective_member k where k.collective_id = c.id)) end
    order by c.state, c.id), '[]')
  from collective_place h join collective c on c.id = h.collective_id
  where h.municipality_code = m.code and c.state <> 'closed'
)`;

/** The file of `owner`, and how it first came. */
function documentShown(owner: string) {
  return sql`(
    select json_build_object('sha256', d.sha256, 'filename', d.filename, 'byteCount', d.byte_count, 'source', (
      select json_build_object('url', r.url, 'description', r.description, 'publishedOn', r.published_on)
      from document_receipt r where r.document_id = d.id order by r.id limit 1))
    from document d where d.id = ${sql.ref(`${owner}.documentId`)}
  )`;
}
