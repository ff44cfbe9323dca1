/** What may happen to pacts, lists, plans and voices, in any order: steps for tests of figures. */
import fc from 'fast-check';
import type { Outcome } from '#domain/campaign/candidate-list.ts';
import { codeOf, type PlaceCode } from '#domain/shared/place.ts';
import { accept } from '#domain/shared/result.ts';
import type { Db } from '#server/storage/connection.ts';
import { addFictionalMunicipality, FICTIONAL_MUNICIPALITY } from '#server/storage/fictional-municipality.ts';
import { storesOn } from '#server/stores.ts';
import type { Stores } from '#use-cases/stores.ts';
import { newRelease } from './new-release.ts';
import { BRY, CHAMPIGNY, METROPOLE, NOGENT, settle } from './world.ts';
import { writePact, writePlan } from './world-readings.ts';
import { action, at, pactOf, type Written } from './written-briefly.ts';

export const AT = new Date('2026-06-01T08:00:00Z');
const PLACES: readonly PlaceCode[] = [
  CHAMPIGNY,
  BRY,
  NOGENT,
  { kind: 'grouping', siren: METROPOLE },
  { kind: 'municipality', code: FICTIONAL_MUNICIPALITY.code },
];
/** Each plan has a title of its own. */
let files = 0;
const OUTCOMES = ['majority', 'opposition', 'not-elected'] as const;

/** Where steps happen. `document` and `collective`: one of each, that all rest on. */
type Stage = { readonly db: Db; readonly document: number; readonly collective: number };

/** The places, a document and a collective: call it once before `live`. */
export async function prepareSteps(db: Db): Promise<Stage> {
  await settle(db);
  await addFictionalMunicipality(db);
  const { id: document } = await storesOn(db).documents.keep({
    bytes: Buffer.from('pacte'),
    filename: 'pacte.txt',
    mediaType: 'text/plain',
    source: { url: null, description: null, publishedOn: null },
    receivedAt: AT,
  });
  const { id: collective } = await db
    .insertInto('collective')
    .values({ name: 'Collectif', slug: 'collectif', state: 'requested', charterVersion: '1', requestedAt: AT })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { db, document, collective };
}

/** One thing that happens; the numbers choose among what is there. */
export type Step =
  | { readonly do: 'sign'; readonly place: number; readonly pact: Written }
  | { readonly do: 'correct'; readonly which: number; readonly pact: Written }
  | { readonly do: 'withdraw'; readonly which: number }
  | { readonly do: 'link'; readonly which: number; readonly outcome: number }
  | { readonly do: 'result'; readonly which: number; readonly outcome: number }
  | { readonly do: 'results'; readonly outcome: number }
  | { readonly do: 'merge-lists'; readonly which: number; readonly into: number }
  | { readonly do: 'assess'; readonly which: number; readonly item: number; readonly voice: number }
  | { readonly do: 'plan'; readonly place: number; readonly actions: number }
  | { readonly do: 'release'; readonly merged: number };

const some = fc.nat({ max: 30 });
const written = fc.record({
  edition: fc.nat({ max: 1 }),
  list: fc.nat({ max: 3 }),
  day: fc.constantFrom(null, '2020-02-01', '2020-03-20'),
  measures: fc.uniqueArray(
    fc.record({
      number: fc.integer({ min: 1, max: 4 }),
      levels: fc.array(fc.nat({ max: 5 }), { maxLength: 3 }),
      body: fc.boolean(),
    }),
    { selector: ({ number }) => number, maxLength: 4 },
  ),
  locals: fc.nat({ max: 2 }),
});
export const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('sign' as const), place: some, pact: written }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('correct' as const), which: some, pact: written }) },
  fc.record({ do: fc.constant('withdraw' as const), which: some }),
  { weight: 2, arbitrary: fc.record({ do: fc.constant('link' as const), which: some, outcome: some }) },
  fc.record({ do: fc.constant('result' as const), which: some, outcome: some }),
  fc.record({ do: fc.constant('results' as const), outcome: some }),
  fc.record({ do: fc.constant('merge-lists' as const), which: some, into: some }),
  { weight: 3, arbitrary: fc.record({ do: fc.constant('assess' as const), which: some, item: some, voice: some }) },
  fc.record({ do: fc.constant('plan' as const), place: some, actions: fc.nat({ max: 3 }) }),
  fc.record({ do: fc.constant('release' as const), merged: some }),
);
/** What a new release of the territory may say of the communes. */
const MERGED: readonly Readonly<Record<string, string | null>>[] = [
  { [codeOf(BRY)]: codeOf(CHAMPIGNY) },
  { [codeOf(BRY)]: codeOf(NOGENT), [codeOf(CHAMPIGNY)]: codeOf(NOGENT) },
  { [codeOf(BRY)]: null },
  {},
];

export async function live(stage: Stage, step: Step): Promise<void> {
  if (step.do === 'release') {
    await newRelease(stage.db, at(MERGED, step.merged));
    return;
  }
  await storesOn(stage.db).together<null, never>(async (all) => {
    switch (step.do) {
      case 'sign':
        await sign(all, stage, { place: at(PLACES, step.place), words: step.pact });
        break;
      case 'correct':
        await correct(all, stage, step);
        break;
      case 'withdraw': {
        const pact = among(await pacts(stage), step.which);
        if (pact !== null) await all.published.withdraw({ what: 'pact', id: pact.id, at: AT, reason: 'essai' });
        break;
      }
      case 'link':
        await link(all, stage, { which: step.which, outcome: at([null, ...OUTCOMES], step.outcome) });
        break;
      case 'result': {
        const list = among(await lists(stage), step.which);
        const outcome = { kind: at(OUTCOMES, step.outcome), confirmed: true };
        if (list !== null) await all.campaign.changeList(list.id, { outcome }, AT);
        break;
      }
      case 'results': {
        const outcomes = (await lists(stage)).map(({ id }, index) => [id, at(OUTCOMES, step.outcome + index)] as const);
        await all.listImport.proposeOutcomes(new Map(outcomes), AT);
        break;
      }
      case 'merge-lists': {
        const [list, into] = [among(await lists(stage), step.which), among(await lists(stage), step.into)];
        if (list === null || into === null || list.id === into.id) break;
        const merged = { into: into.id, on: '2020-06-02' };
        if (list.municipalityCode === into.municipalityCode) await all.campaign.changeList(list.id, { merged }, AT);
        break;
      }
      case 'assess':
        await assess(all, stage, step);
        break;
      case 'plan': {
        const place = at(PLACES, step.place);
        files += 1;
        const reading = writePlan(`Plan ${files}`, []);
        const actions = Array.from({ length: step.actions }, (_, index) => action(String(index + 1)));
        const council = { date: null, item: null, rapporteur: null, decision: null };
        const plan = { place, title: `Plan ${files}`, council, axes: [], actions };
        await all.published.publishPlan({ plan, provenance: provenance(stage), reading });
        break;
      }
    }
    return accept(null);
  });
}

const among = <Value>(values: readonly Value[], index: number): Value | null => values[index % values.length] ?? null;

const pacts = ({ db }: Stage) => db.selectFrom('pact').selectAll().orderBy('id').execute();
const lists = ({ db }: Stage) => db.selectFrom('candidateList').selectAll().orderBy('id').execute();

function provenance({ document }: Stage) {
  return { document, readAt: AT, readerVersion: 'essai', reviewed: null, publishedAt: AT };
}

async function sign(
  all: Stores,
  stage: Stage,
  { place, words }: { readonly place: PlaceCode; readonly words: Written },
): Promise<void> {
  const reading = writePact({ list: null, commitments: [] });
  await all.published.publishPact({ pact: pactOf(place, words), provenance: provenance(stage), reading });
}

async function correct(
  all: Stores,
  stage: Stage,
  { which, pact: words }: Extract<Step, { do: 'correct' }>,
): Promise<void> {
  const pact = among(await pacts(stage), which);
  if (pact === null) return;
  const there = await all.published.lock({ what: 'pact', id: pact.id });
  if (there === null) return;
  await all.published.correctPact({
    id: pact.id,
    pact: pactOf(there.place, words),
    provenance: provenance(stage),
    reading: writePact({ list: null, commitments: [] }),
    at: AT,
    reason: 'essai',
  });
}

async function link(
  all: Stores,
  stage: Stage,
  { which, outcome }: { readonly which: number; readonly outcome: Outcome | null },
): Promise<void> {
  const pact = among(
    (await pacts(stage)).filter(({ municipalityCode }) => municipalityCode !== null),
    which,
  );
  if (pact === null || pact.municipalityCode === null) return;
  const { id } = await all.campaign.keepList(
    {
      election: 'municipales-2020',
      municipality: pact.municipalityCode,
      constituency: null,
      name: pact.listName ?? '',
      shortName: null,
      nuance: null,
      leader: null,
      firstRound: 1,
      panelNumber: null,
      source: 'essai',
      enteredAs: 'operator',
    },
    AT,
  );
  // What became of the list may be known before or after anybody says which pact it signed.
  if (outcome !== null) await all.campaign.changeList(id, { outcome: { kind: outcome, confirmed: false } }, AT);
  await all.campaign.linkPact({ pact: pact.id, list: id, by: 'essai', at: AT });
}

async function assess(
  all: Stores,
  stage: Stage,
  { which, item, voice }: Extract<Step, { do: 'assess' }>,
): Promise<void> {
  const pact = among(await pacts(stage), which);
  if (pact === null) return;
  const collective = voice % 2 === 0;
  await all.assessments.say({
    pact: pact.id,
    item: at(['m1', 'm2', 'm3', 'pA', 'l7'], item),
    said: {
      voice: collective ? 'collective' : 'town-hall',
      status: at(['kept', 'partly-kept', 'underway', 'broken'] as const, item + voice),
      levels: [],
      beforeMandate: (item + voice) % 4 < 2 && item % 2 === 0,
      sentence: 'Vu.',
      evidence: [],
      assessedOn: '2026-05-01',
    },
    by: { person: null, role: 'operator', name: 'Essai', collective: collective ? stage.collective : null },
    method: '1',
    review: null,
    answersTo: null,
    at: AT,
  });
}
