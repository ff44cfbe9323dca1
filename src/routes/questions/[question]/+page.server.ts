import type { PageServerLoad } from './$types';
import { stateOfQuestion } from '#domain/campaign/body-question.ts';
import { localDay } from '#domain/shared/local-day.ts';
import { departmentOf } from '#domain/territory/department-of.ts';
import { placeAddress, threadAddress } from '#ui/addresses.ts';
import { heading } from '#ui/messages/format.fr.ts';
import { measureTitle } from '#server/charter-words.ts';
import * as words from '#ui/messages/questions.fr.ts';
import { knownQuestion } from './known-question.ts';

export const load: PageServerLoad = async ({ params }) => {
  const { question } = await knownQuestion(params);
  const { id, edition, measure, level, answer } = question;
  const place = { kind: 'municipality', code: question.municipality, slug: question.municipalitySlug } as const;
  return {
    address: `/questions/${id}`,
    title: words.questionTitle(question.groupingName, measure),
    lede: words.questionLede(question.collective.name, question.askedOn),
    grouping: {
      name: question.groupingName,
      href: placeAddress({ kind: 'grouping', siren: question.grouping, slug: question.groupingSlug }),
    },
    municipality: { name: question.municipalityName, href: placeAddress(place) },
    measure: {
      label: words.measureOf(measure, level),
      title: heading(measureTitle({ edition, measure }) ?? ''),
      href: threadAddress(place, measure, edition),
    },
    text: question.text,
    state: words.stateLine(stateOfQuestion(question, localDay(new Date(), departmentOf(question.municipality)))),
    answer: answer === null ? null : { text: answer.text, by: words.BROUGHT_BY[answer.as] },
  };
};
