/** An agreed text as plain lines, for whoever has nothing but a text reader. Everything is in it; its hash is not of it. */
import type { AgreedText } from '#domain/pact/agreed-text.ts';
import { isAmended } from '#domain/pact/agreed-stances.ts';
import { shownCode } from '#domain/shared/short-code.ts';
import { withHiddenSigns } from '#domain/shared/shown-signs.ts';
import * as words from '#ui/messages/agreed-text.fr.ts';

export function plainText(text: AgreedText): string {
  const own = (observation: string | null): readonly string[] =>
    observation === null ? [] : [`  ${words.observationOf(text)} : ${observation}`];
  const lines = [
    words.agreedTitle(text),
    words.between(text),
    '',
    ...words.identity(text).map(({ name, value }) => `${name} : ${value}`),
    `${words.CODE} : ${shownCode(text.code)}`,
    ...(text.addendumTo === null
      ? []
      : [`${words.addendumLine(shownCode(text.addendumTo.code))} ${text.addendumTo.sha256}`]),
    words.SIMPLE_SIGNATURE,
    '',
    words.PRINCIPLES.toUpperCase(),
    ...text.principles.flatMap(({ letter, title, text: whole, stance, observation }) => [
      '',
      `${letter}. ${title} (${words.agreedWord(stance)})`,
      `  ${whole}`,
      ...own(observation),
    ]),
    '',
    words.MEASURES.toUpperCase(),
    ...text.measures.flatMap(({ number, title, stance, levels, observation }) => [
      '',
      `${number}. ${title}${stance === null ? '' : ` (${words.agreedWord(stance)})`}`,
      ...levels.flatMap((level) => [
        `  ${words.levelTitle(level)}`,
        ...level.clauses.flatMap((clause) => {
          const word = words.clauseWord(clause, level);
          return [
            `  - ${word === null ? '' : `${word} : `}${clause.text}`,
            ...(isAmended(clause) ? [`    ${words.REFERENCE_WAS} : ${clause.reference}`] : []),
            ...own(clause.observation),
          ];
        }),
      ]),
      ...own(observation),
    ]),
    ...(text.localMeasures.length === 0 ? [] : ['', words.LOCAL_MEASURES.toUpperCase()]),
    ...text.localMeasures.flatMap(({ number, text: whole, stance, observation }) => [
      '',
      `${number}. ${whole} (${words.agreedWord(stance)})`,
      ...own(observation),
    ]),
    '',
  ];
  return withHiddenSigns(lines.join('\n'));
}
