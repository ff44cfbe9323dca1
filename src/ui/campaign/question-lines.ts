/** One line for each question put to a grouping: what, by whom, and how it stands on a day. */
import { stateOfQuestion, type BodyQuestion } from '#domain/campaign/body-question.ts';
import { questionAddress, threadAddress } from '#ui/addresses.ts';
import * as words from '#ui/messages/questions.fr.ts';

type View = BodyQuestion & {
  readonly municipalityName: string;
  readonly municipalitySlug: string;
  readonly groupingName: string;
};

export type QuestionLine = {
  readonly id: number;
  readonly href: string;
  readonly grouping: string;
  readonly place: { readonly name: string; readonly href: string };
  readonly what: string;
  readonly by: string;
  readonly state: string;
  readonly waits: boolean;
};

/** `today`: the day at the place of each. */
export function questionLines(
  questions: readonly View[],
  today: (municipality: string) => string,
): readonly QuestionLine[] {
  return questions.map((question) => {
    const place = { kind: 'municipality', code: question.municipality, slug: question.municipalitySlug } as const;
    return {
      id: question.id,
      href: questionAddress(question.id),
      grouping: question.groupingName,
      place: { name: question.municipalityName, href: threadAddress(place, question.measure, question.edition) },
      what: words.measureOf(question.measure, question.level),
      by: question.collective.name,
      state: words.stateLine(stateOfQuestion(question, today(question.municipality))),
      waits: question.answer === null,
    };
  });
}
