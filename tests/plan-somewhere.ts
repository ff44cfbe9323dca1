/** For downloads: plans that a town hall published, one begun here with everything that a sheet may say, one read and taken up. */
import type { Person } from '#domain/access/gate.ts';
import type { PlaceCode } from '#domain/shared/place.ts';
import type { Result } from '#domain/shared/result.ts';
import type { Db } from '#server/storage/connection.ts';
import { storesOn } from '#server/stores.ts';
import type { Stores } from '#use-cases/stores.ts';
import { tieCommitment } from '#use-cases/plan-links/tie-commitment.ts';
import { addDocument } from '#use-cases/plans/action-documents.ts';
import { addAction } from '#use-cases/plans/add-action.ts';
import { addAxis } from '#use-cases/plans/axes.ts';
import { changeAction } from '#use-cases/plans/change-action.ts';
import { createPlan } from '#use-cases/plans/create-plan.ts';
import { publishPlan } from '#use-cases/plans/publish-plan.ts';
import { takeUpPlan } from '#use-cases/plans/take-up-plan.ts';
import { BRY, EDITION, PARIS_EST_MARNE_ET_BOIS, publish } from './world.ts';
import { writePlan } from './world-readings.ts';

const NOW = new Date('2026-06-02T08:00:00Z');
const GROUPING = { kind: 'grouping', siren: PARIS_EST_MARNE_ET_BOIS } as const;

/** `account`: writes both, as an agent. Their numbers; each has one version. */
export async function planSomewhere(
  db: Db,
  { account }: { readonly account: string },
): Promise<{ readonly begun: number; readonly takenUp: number }> {
  const stores = storesOn(db);
  const agent = (place: PlaceCode): Person => ({
    kind: 'person',
    id: account,
    holds: [{ role: 'municipal-agent', place }],
  });
  return { begun: await begin(stores, agent(BRY)), takenUp: await takeUp(db, agent(GROUPING)) };
}

async function begin(stores: Stores, agent: Person): Promise<number> {
  const { plan } = done(
    await createPlan(stores, agent, { place: BRY, title: 'Plan (exemple)', introduction: '' }, NOW),
  );
  const words = { number: '', title: 'Se déplacer', description: 'Ce qui présente l’axe' };
  const { axis } = done(await addAxis(stores, agent, { ...words, plan, parent: null }, NOW));
  const patch = {
    axis,
    status: 'blocked',
    blocked: { why: 'Le terrain', unblocks: 'Une vente' },
    amounts: [
      { direction: 'spending', stage: 'forecast', nature: 'investment', year: 2027, euros: 12_000, words: '' } as const,
    ],
    steps: [{ title: 'Choisir le tracé', status: 'done', endsOn: '2026-12-31' } as const],
  } as const;
  const lead = { kind: 'service', name: 'Voirie', isElected: false } as const;
  const added = done(await addAction(stores, agent, { plan, title: 'Une piste', patch, lead }, NOW));
  const { action } = added;
  const funder = { kind: 'organisation', name: 'Région', isElected: false } as const;
  const funding = { funder, call: 'Fonds vert', deadline: '2027-06-30', state: 'asked', euros: 40_000 } as const;
  done(await changeAction(stores, agent, { plan, action, version: 1, patch: {}, fundings: [funding] }, NOW));
  const file = { bytes: Buffer.from('%PDF-1.7 plan'), filename: 'plan.pdf', mediaType: 'application/pdf' };
  done(await addDocument(stores, agent, { plan, action, title: 'Le tracé', visibility: 'public', ...file }, NOW));
  done(await tieCommitment(stores, agent, { plan, action, edition: EDITION, item: 'm15' }, NOW));
  done(await publishPlan(stores, agent, { plan, note: '', seen: null }, NOW));
  return plan;
}

/** What the document says stays as written. */
async function takeUp(db: Db, agent: Person): Promise<number> {
  const stores = storesOn(db);
  const reading = writePlan('Plan du territoire (exemple)', [
    { number: '1', title: 'Une', amount: 'environ 10 000 €' },
  ]);
  const dated = { text: 'avant l’été', day: null, spans: [] };
  const actions = reading.actions.map((action) => ({ ...action, dates: [dated] }));
  const plan = await publish(db, GROUPING, { ...reading, actions });
  done(await takeUpPlan(stores, agent, { plan }, NOW));
  done(await publishPlan(stores, agent, { plan, note: '', seen: null }, NOW));
  return plan;
}

function done<Value>(result: Result<Value, { readonly kind: string }>): Value {
  if (!result.ok) throw new Error(`not planned: ${JSON.stringify(result.refusal)}`);
  return result.value;
}
