/** A review of 32 measures: worked on promise by promise, published, read and printed. */
import { sql } from 'kysely';
import { storesOn } from '#server/stores.ts';
import type { AssessmentStatus } from '#domain/follow-up/assessment.ts';
import { emptyEntry, type ReviewEntry } from '#domain/review/review-entry.ts';
import { COORDINATOR } from '#use-cases/demo/rivemont.ts';
import { openReview } from '#use-cases/reviews/open-review.ts';
import { publishReview } from '#use-cases/reviews/publish-review.ts';
import { saveEntry } from '#use-cases/reviews/save-entry.ts';
import type { Db } from '#server/storage/connection.ts';
import { cookieOf } from '../audit/signed-in.ts';
import { actorFor } from '../tests/people.ts';
import { done } from './done.ts';
import { accountOf, type RunningSite } from './running-site.ts';
import { type Section, fact, milliseconds, quantile } from './measure.ts';
import { visitEach } from './visits.ts';

const MEASURES = 32;
const TIMES = 40;
const AT_MOST = 300;
const STATUSES: readonly AssessmentStatus[] = [
  'kept',
  'partly-kept',
  'underway',
  'not-started',
  'broken',
  'cannot-assess',
];

export async function benchReview({ origin, postgres, db }: RunningSite): Promise<Section> {
  const stores = storesOn(db);
  const coordinator = await actorFor(db, await accountOf(db, COORDINATOR));
  const cookie = await cookieOf(origin, COORDINATOR.email);
  const { pact, collectiveId: collective } = await db
    .selectFrom('review')
    .select(['pactId as pact', 'collectiveId'])
    .executeTakeFirstOrThrow();
  await promiseEverything(db, pact);
  const now = new Date();
  const { id: review } = done(await openReview(stores, coordinator, { collective, pact, occasion: 'yearly' }, now));
  const items = (await stores.reviews.pact(pact))?.promises.map(({ item }) => item) ?? [];
  const saves: number[] = [];
  for (const [index, item] of items.entries()) {
    const start = performance.now();
    done(await saveEntry(stores, coordinator, { review, item, version: 0, words: words(index, now) }, now));
    saves.push(performance.now() - start);
  }
  const bounds = { origin, postgres, times: TIMES, atMost: AT_MOST };
  const work = await visitEach(
    [
      { what: 'work page, every promise answered', path: `/bilans/${review}/travail`, cookie },
      { what: 'one promise, with its checklist', path: `/bilans/${review}/travail/m15`, cookie },
      { what: 'reading through before publishing', path: `/bilans/${review}/travail/publier`, cookie },
    ],
    bounds,
  );
  const changes = (await stores.reviews.find(review))?.changes ?? 0;
  const start = performance.now();
  done(await publishReview(stores, coordinator, { review, changes }, now));
  const published = performance.now() - start;
  const short = await fetch(`${origin}/bilans/${review}`, { redirect: 'manual' });
  const { pathname: address } = new URL(short.headers.get('location') ?? short.url, origin);
  const measures = items.filter((item) => item.startsWith('m')).length;
  return {
    title: 'A review of 32 measures',
    rows: [
      fact('promises', `${measures} measures, ${items.length - measures} principles and local commitments`),
      fact('keeping one answer, median', milliseconds(quantile(saves, 0.5))),
      ...work,
      fact('publishing: frozen, numbered, said, told', milliseconds(published)),
      ...(await visitEach([{ what: 'the published review', path: address }], bounds)),
      ...(await visitEach(
        ['bilan.pdf', 'bilan.odt', 'bilan.csv', 'presse.pdf'].map((name) => ({
          what: `file: ${name}`,
          path: `${address}/${name}`,
        })),
        { ...bounds, times: 5, atMost: null },
      )),
    ],
    notes: [
      'In the commune of the demonstration, after two reviews that were published before; its pact made to promise all.',
    ],
  };
}

/** The pact of the demonstration promises less than the charter: the measures that it leaves out are added. */
async function promiseEverything(db: Db, pact: number): Promise<void> {
  await sql`
    insert into commitment (pact_id, edition, measure, title_match, stance, amended, marks, level1, level2, detail)
    select p.id, p.edition, n, 'exact', 'accepted', false,
      '[{"level": 1, "stance": "accepted", "wording": "same"}, {"level": 2, "stance": "accepted", "wording": "same"}]',
      'accepted', 'accepted',
      '{"levels": [], "observations": [], "quotations": [], "confidence": 1, "reasons": []}'
    from pact p, generate_series(1, ${MEASURES}::int) n
    where p.id = ${pact} and not exists (select from commitment c where c.pact_id = p.id and c.measure = n)`.execute(
    db,
  );
}

function words(index: number, now: Date): ReviewEntry {
  const day = now.toISOString().slice(0, 10);
  return {
    ...emptyEntry(day),
    status: STATUSES[index % STATUSES.length] ?? 'cannot-assess',
    sentence:
      `Relevé numéro ${index + 1}, fait sur place puis relu à trois, d’après les délibérations et ce que chacun·e peut voir. `
        .repeat(3)
        .trim(),
    evidence: [
      {
        kind: 'link',
        url: `https://rivemont.example/deliberations/${index + 1}`,
        title: `Délibération ${index + 1}`,
        seenOn: day,
      },
    ],
  };
}
