/** Every view of a plan of 1,000 actions: for everybody, and for the town hall that works on it. */
import { storesOn } from '#server/stores.ts';
import { planAddress } from '#ui/addresses.ts';
import { slugOf } from '#domain/shared/slug.ts';
import { AGENT } from '#use-cases/demo/rivemont.ts';
import { publishPlan } from '#use-cases/plans/publish-plan.ts';
import { cookieOf } from '../audit/signed-in.ts';
import { actorFor } from '../tests/people.ts';
import { done } from './done.ts';
import { importPlan } from './import-plan.ts';
import { accountOf, type RunningSite } from './running-site.ts';
import { type Section, fact, milliseconds } from './measure.ts';
import { planFile } from './plan-file.ts';
import { visitEach, type Visited } from './visits.ts';

const ACTIONS = 1000;
const TIMES = 40;
const AT_MOST = 300;

export async function benchLargePlan({ origin, postgres, db }: RunningSite): Promise<Section> {
  const person = await accountOf(db, AGENT);
  const stores = storesOn(db);
  const given = { db, person, bytes: Buffer.from(planFile(ACTIONS)), filename: 'mille-actions.csv', into: null };
  const { plan } = await importPlan(stores, given);
  const start = performance.now();
  done(await publishPlan(stores, await actorFor(db, person), { plan, note: '', seen: null }, new Date()));
  const published = performance.now() - start;
  const stored = await stores.workingPlans.find(plan);
  const address = planAddress({ id: plan, slug: slugOf(stored?.title ?? '') });
  const cookie = await cookieOf(origin, AGENT.email);
  const pages: readonly Visited[] = [
    { what: 'the plan', path: address },
    ...[
      'tableau',
      'tableau?statut=realise&tri=numero&page=2',
      'tableau?page=toutes',
      'calendrier',
      'colonnes',
      'budget',
    ].map((view) => ({ what: `the plan, /${view}`, path: `${address}/${view}` })),
    { what: 'one action', path: `${address}/actions/5.1` },
    { what: 'workshop: the plan', path: `${address}/travail`, cookie },
    ...['tableau', 'calendrier', 'colonnes', 'budget', 'engagements'].map((view) => ({
      what: `workshop, /${view}`,
      path: `${address}/travail/${view}`,
      cookie,
    })),
  ];
  const files = ['actions.csv', 'plan.json', 'notice.odt', 'notice.docx'].map((name) => ({
    what: `file: ${name}`,
    path: `${address}/${name}`,
  }));
  return {
    title: 'A plan of 1,000 actions',
    rows: [
      ...(await visitEach(pages, { origin, postgres, times: TIMES, atMost: AT_MOST })),
      fact('publishing a version of it', milliseconds(published)),
      ...(await visitEach(files, { origin, postgres, times: 3, atMost: null })),
    ],
    notes: [
      `Each page asked ${TIMES} times, one visitor, whole answer received on this machine; its queries are counted in the`,
      'journal of PostgreSQL, apart. Imported and published by the acts of an agent; the workshop is seen with their session.',
    ],
  };
}
