import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { neverThereOrGone } from '../../gone.ts';
import { clauseLines } from '#ui/contract/clause-lines.ts';
import { dayIn } from '#domain/shared/local-day.ts';
import { pactAnswer } from '#ui/commune/pact-answer.ts';
import { countTaken } from '#ui/commune/promises-by-theme.ts';
import { idIn, pactAddress } from '#ui/addresses.ts';
import { heading } from '#ui/messages/format.fr.ts';
import { editionById } from '#server/charters.ts';
import { sendOnTo } from '#server/http/canonical.ts';
import { runtime } from '#server/runtime.ts';
import { latestOfPact } from '#server/storage/done-of-pacts.ts';
import { pactPage } from '#server/storage/pact-page.ts';
import { placeFacts } from '#server/storage/places.ts';
import { reviewsOfPact } from '#server/storage/review-lists.ts';
import { reviewLine } from '#ui/review-page/review-line.ts';
import { publicHistory } from '#server/storage/public-history.ts';
import { answeringFor } from '#server/storage/thread-follow-up.ts';
import { editionNamed } from '#server/edition-names.ts';

export const load: PageServerLoad = async ({ params, url }) => {
  const id = idIn(params.pact) ?? error(404);
  const { db } = await runtime();
  const page = (await pactPage(db, { id })) ?? (await neverThereOrGone(db, { what: 'pact', id }));
  sendOnTo(pactAddress(page.pact), url);

  const edition = editionById(page.pact.edition);
  const measures = new Map(edition?.measures.map((measure) => [measure.number, measure]));
  const [done, answering, facts] = await Promise.all([
    latestOfPact(db, id),
    answeringFor(db, [id]),
    placeFacts(db, page.pact.place),
  ]);
  const answer = pactAnswer(
    {
      ...page.pact,
      publishedAt: page.provenance.publishedAt,
      principles: page.principles,
      localCommitments: page.localCommitments,
      commitments: page.commitments,
      state: answering.get(id) ?? 'in-office',
      done,
    },
    { edition, of: 1, today: dayIn(new Date(), facts?.zone ?? 'Europe/Paris'), place: page.pact.place.kind },
  );
  const spoken = new Set(page.commitments.map((commitment) => commitment.measure));
  return {
    pact: page.pact,
    // What was promised stands above, with the words that were changed.
    answer: { facts: answer.facts.slice(1), apart: answer.apart },
    provenance: page.provenance,
    document: page.document,
    corrections: page.corrections,
    reviews: (await reviewsOfPact(db, id)).map(reviewLine),
    history: await publicHistory(db, { kind: 'pact', id }),
    otherPacts: page.otherPacts,
    localCommitments: page.localCommitments,
    charter: {
      id: page.pact.edition,
      title: editionNamed(page.pact.edition),
      year: edition?.year ?? null,
      of: edition?.measures.length ?? 0,
    },
    principles: page.principles.map((said) => {
      const principle = edition?.principles.find(({ letter }) => letter === said.letter);
      return { ...said, title: principle?.title ?? '', text: principle?.text ?? '' };
    }),
    commitments: page.commitments
      .toSorted((a, b) => a.measure - b.measure)
      .map(({ measure, localNumber, title, stance, amended, competentBody, detail }) => ({
        measure,
        localNumber,
        heading: heading(measures.get(measure)?.title ?? ''),
        match: title,
        stance,
        amended,
        competentBody,
        observations: detail.observations,
        ...clauseLines(measures.get(measure) ?? null, detail),
      })),
    figures: {
      taken: countTaken(page.commitments),
      of: edition?.measures.length ?? page.commitments.length,
      amended: page.commitments.filter((commitment) => commitment.amended).length,
      levels: countTaken(page.commitments.flatMap((commitment) => commitment.levels)),
      local: page.localCommitments.length,
    },
    unsaid: [...measures.values()]
      .filter(({ number }) => !spoken.has(number))
      .map(({ number, title }) => ({ number, title: heading(title) })),
  };
};
