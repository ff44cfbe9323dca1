/** What was said of one promise since it was signed: by the two voices, by others, in order. */
import { sql } from 'kysely';
import type { Role } from '#domain/access/gate.ts';
import type { EvidenceItem } from '#domain/follow-up/evidence.ts';
import type { SaidAssessment } from '#domain/follow-up/said-assessment.ts';
import { LOOKED_ON, selectSaid, toSaid } from './assessments.ts';
import type { Db } from './connection.ts';
import { JOIN_MERGED_LISTS, PACT_STATE } from './pact-state.ts';

export type ShownRemark = {
  readonly id: number;
  /** Null: erased with the account. */
  readonly name: string | null;
  readonly quality: string;
  readonly sentence: string;
  readonly evidence: readonly EvidenceItem[];
  readonly saidAt: Date;
  /** Why it is not shown: then the words above are empty. */
  readonly hidden: string | null;
  /** Files taken out of sight, with the reason. */
  readonly hiddenFiles: readonly { readonly document: number; readonly reason: string }[];
};

export type Confirmation = {
  readonly assessment: number;
  readonly on: string;
  readonly saidAs: Role;
};

export type PromiseFollowUp = {
  readonly pact: number;
  readonly item: string;
  /** Whether the list that signed governs; who answers for the promise. */
  readonly state: 'in-office' | 'in-opposition';
  /** Each voice's by the day looked at, latest first; the last hundred. */
  readonly said: readonly SaidAssessment[];
  readonly confirmations: readonly Confirmation[];
  /** Oldest first. */
  readonly remarks: readonly ShownRemark[];
};

const MOST = 100;

/** Four queries, whatever the number of promises. In the order asked. */
export async function followUpOf(
  db: Db,
  asked: readonly { readonly pact: number; readonly item: string }[],
): Promise<readonly PromiseFollowUp[]> {
  if (asked.length === 0) return [];
  const keys = asked.map(({ pact, item }) => `${pact} ${item}`);
  const pacts = [...new Set(asked.map(({ pact }) => pact))];
  const [said, confirmations, remarks, states] = await Promise.all([
    selectSaid(db)
      .where('assessment.pactId', 'in', pacts)
      .where(sql<string>`assessment.pact_id || ' ' || item`, 'in', keys)
      .orderBy(LOOKED_ON, 'desc')
      .orderBy('version', 'desc')
      .limit(MOST * asked.length)
      .execute(),
    db
      .selectFrom('assessmentConfirmation as c')
      .innerJoin('assessment', 'assessment.id', 'c.assessmentId')
      .select(['c.assessmentId as assessment', 'c.confirmedOn as on', 'c.saidAs'])
      .where('assessment.pactId', 'in', pacts)
      .where(sql<string>`assessment.pact_id || ' ' || item`, 'in', keys)
      .orderBy('c.confirmedOn')
      .execute(),
    remarksOf(db, { pacts, keys }),
    answeringFor(db, pacts),
  ]);
  return asked.map(({ pact, item }) => {
    const own = said.map(toSaid).filter((one) => one.pact === pact && one.item === item);
    const ids = new Set(own.map(({ id }) => id));
    return {
      pact,
      item,
      state: states.get(pact) ?? 'in-office',
      said: own,
      confirmations: confirmations.filter(({ assessment }) => ids.has(assessment)),
      remarks: remarks.filter((one) => one.pact === pact && one.item === item),
    };
  });
}

async function remarksOf(db: Db, { pacts, keys }: { pacts: readonly number[]; keys: readonly string[] }) {
  const rows = await shownRemarks(db, pacts)
    .where(sql<string>`pact_id || ' ' || item`, 'in', keys)
    .limit(MOST * keys.length)
    .execute();
  return rows.map(withoutHidden);
}

/** Every remark that the page of a promise of this pact shows, oldest first. */
export async function remarksOnPact(
  db: Db,
  pact: number,
): Promise<readonly (ShownRemark & { readonly pact: number; readonly item: string })[]> {
  return (await shownRemarks(db, [pact]).execute()).map(withoutHidden);
}

function shownRemarks(db: Db, pacts: readonly number[]) {
  return db
    .selectFrom('remark')
    .select(['id', 'pactId as pact', 'item', 'name', 'quality', 'sentence', 'evidence', 'saidAt', 'hiddenReason'])
    .select(
      sql<ShownRemark['hiddenFiles']>`(
        select coalesce(jsonb_agg(jsonb_build_object('document', e.document_id, 'reason', e.hidden_reason)), '[]')
        from evidence_document e where e.used_by = 'remark ' || remark.id and e.hidden_at is not null
      )`.as('hiddenFiles'),
    )
    .where('pactId', 'in', pacts)
    .where('withdrawnAt', 'is', null)
    .orderBy('id');
}

function withoutHidden<Row extends Omit<ShownRemark, 'hidden'>>({
  hiddenReason: hidden,
  ...row
}: Row & { readonly hiddenReason: string | null }) {
  return hidden === null ? { ...row, hidden } : { ...row, hidden, name: null, quality: '', sentence: '', evidence: [] };
}

/** Whether the list of each pact governs, as ./followed-pacts.ts says it of one. */
export async function answeringFor(
  db: Db,
  pacts: readonly number[],
): Promise<ReadonlyMap<number, PromiseFollowUp['state']>> {
  const { rows } = await sql<{ pact: number; state: PromiseFollowUp['state'] }>`
    select p.pact_id as pact, ${PACT_STATE} as state
    from pact_list p join candidate_list l on l.id = p.candidate_list_id ${JOIN_MERGED_LISTS}
    where p.pact_id = any(${pacts})`.execute(db);
  return new Map(rows.map(({ pact, state }) => [pact, state]));
}
