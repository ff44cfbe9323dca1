import { error } from '@sveltejs/kit';
import { FIRST_EDITION } from '#domain/charter/edition.ts';
import type { PageServerLoad } from './$types';
import { themeOf } from '#domain/charter/edition.ts';
import { localDay } from '#domain/shared/local-day.ts';
import { departmentOf } from '#domain/territory/department-of.ts';
import { editionById } from '#server/charters.ts';
import { relativesShown } from '#server/crosswalk-relatives.ts';
import { threadFollowUp } from '#server/follow-up/thread-facts.ts';
import { sendOnTo } from '#server/http/canonical.ts';
import { runtime } from '#server/runtime.ts';
import { questionViews } from '#server/storage/body-questions.ts';
import { similarCommunes } from '#server/storage/similar-communes.ts';
import { editionAtAddress, measureThread } from '#server/storage/thread-page.ts';
import { municipalityCodeIn, numberIn, threadAddress } from '#ui/addresses.ts';
import { questionLines } from '#ui/campaign/question-lines.ts';
import { targetsHere } from '#ui/charter/targets-here.ts';
import { clauseLines } from '#ui/contract/clause-lines.ts';
import { similarCounted, similarShown } from '#ui/follow-up/similar-shown.ts';
import { heading } from '#ui/messages/format.fr.ts';
import { sendToHolder } from '../../not-a-municipality.ts';
import { editionName } from '#ui/messages/edition-name.fr.ts';

const SIMILAR = 6;

export const load: PageServerLoad = async ({ params, url }) => {
  const code = municipalityCodeIn(params.commune) ?? error(404);
  const number = numberIn(params.measure) ?? error(404);
  const asked = url.searchParams.get('charte');
  const { db } = await runtime();
  const id = asked ?? (await editionAtAddress(db, { municipality: code })) ?? FIRST_EDITION;
  const thread =
    (await measureThread(db, { municipality: code, edition: id, measure: number })) ??
    (await sendToHolder(db, { code, url }));
  const { place } = thread;
  const edition = editionById(thread.edition) ?? error(404);
  const measure = edition.measures.find((candidate) => candidate.number === number) ?? error(404);
  if (place.kind !== 'municipality') error(404);
  sendOnTo(threadAddress(place, number), url);

  const isLeft = thread.signed.some(
    ({ commitment: { stance, levels, competentBody } }) =>
      [stance, ...levels.map((level) => level.stance)].includes('delegated') || competentBody !== null,
  );
  const today = localDay(new Date(), departmentOf(place.code));
  const [questions, followUp, similar, elsewhere] = await Promise.all([
    isLeft ? questionViews(db, { municipality: place.code, edition: edition.id, measure: number }) : [],
    threadFollowUp(db, {
      signed: thread.signed.map(({ pact, provenance, commitment }) => ({
        pact,
        provenance,
        promised: commitment,
      })),
      place,
      edition: edition.id,
      key: { kind: 'measure', measure: number },
      actions: thread.actions,
      today,
    }),
    similarCommunes(db, { municipality: place.code, edition: edition.id, measure: number, limit: SIMILAR }),
    relativesShown(db, { edition: edition.id, item: `m${number}`, municipality: place.code }),
  ]);
  const said = new Set(thread.signed.map(({ pact }) => pact.id));
  const grouping = edition.groupings[0];
  return {
    place,
    edition: { id: edition.id, title: editionName(edition), year: edition.year },
    measure: { number, title: heading(measure.title) },
    theme: grouping === undefined ? null : (themeOf(grouping, number)?.title ?? null),
    signed: thread.signed.map(({ pact, provenance, commitment }) => ({
      pact,
      provenance,
      stance: commitment.stance,
      levels: commitment.levels,
      match: commitment.title,
      localNumber: commitment.localNumber,
      competentBody: commitment.competentBody,
      observations: commitment.detail.observations,
      ...clauseLines(measure, commitment.detail),
    })),
    ...followUp,
    similar: similarShown(similar, { edition: edition.id, measure: number }),
    similarCounted: similarCounted(similar),
    elsewhere,
    questions: questionLines(questions, (where) => localDay(new Date(), departmentOf(where))),
    mayBeAsked: isLeft,
    silent: thread.pacts.filter((pact) => !said.has(pact.id)),
    localCommitments: thread.localCommitments,
    // Nobody promised nor planned anything here: helpful to whoever asks, nothing for search engines to list.
    known: thread.pacts.length > 0 || followUp.actions.length > 0,
    here: targetsHere(measure, {
      population: place.population,
      signed: thread.signed.map(({ commitment: { stance, detail } }) => ({ stance, levels: detail.levels })),
    }),
    previous: edition.measures.some((other) => other.number === number - 1) ? number - 1 : null,
    next: edition.measures.some((other) => other.number === number + 1) ? number + 1 : null,
  };
};
