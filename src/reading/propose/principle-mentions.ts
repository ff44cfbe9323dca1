/** Principles taken in a sentence: « adhère aux trois principes », « Principes : A, B et C ». */
import type { Reference } from '#reading/align/reference.ts';
import type { PrincipleFinding, Span } from '#reading/contract.ts';
import { sentencesOf } from '#reading/split/sentences.ts';
import type { Source } from '#reading/text/lines.ts';
import { COMMITS, POINTS, REFUSES } from './mentions.ts';
import type { PrincipleSection } from './principle.ts';

const LETTERS =
  /(?<![\p{L}])[Pp]rincipes?\s*(?:transversaux\s*)?:?\s*(?<letters>[A-Z](?:\s*(?:,|;|\/|&|et)\s*[A-Z])*)(?![\p{L}\p{N}])/u;
const ALL = /(?<![\p{L}])(?:les|aux|des|nos|ses)\s+(?:3|trois)\s+(?:\p{L}+\s+)?principes(?![\p{L}])/iu;
const ADHERES = /(?<![\p{L}])(?:adhér|adhèr|souscri|respect|partag)\p{L}*/iu;
/** « Principes : A, B, C » alone needs no verb. */
const LISTED = /^\W*principes?\s*:/iu;
/** Whoever explains the rules commits to nothing: « les listes s'engagent à respecter les trois principes ». */
const EVERYBODY = /(?<![\p{L}])(?:les|des|aux)\s+(?:listes|candidat\p{L}*|signataires|communes|municipalités)/iu;

/** Principles that have no section of their own, one finding each; several share the sentence. */
export function principlesMentioned(
  source: Source,
  {
    passages,
    reference,
    openings,
  }: {
    readonly passages: readonly Span[];
    readonly reference: Reference;
    readonly openings: readonly PrincipleSection[];
  },
): PrincipleFinding[] {
  const known = new Set(openings.map(({ heading }) => heading.letter));
  const letters = reference.principles.map(({ letter }) => letter).filter((letter) => !known.has(letter));
  return passages
    .flatMap((passage) => sentencesOf(source.text, passage))
    .flatMap((sentence) => {
      const words = source.text.slice(sentence.start, sentence.end);
      const named = LETTERS.exec(words)?.groups?.['letters'] ?? null;
      if (named === null && !ALL.test(words)) return [];
      const commits = LISTED.test(words) || COMMITS.test(words) || ADHERES.test(words);
      if (!commits || POINTS.test(words) || REFUSES.test(words) || EVERYBODY.test(words)) return [];
      return letters
        .filter((letter) => named === null || named.split(/[^A-Z]+/u).includes(letter))
        .map((principle) => ({ principle, stance: 'accepted' as const, observations: [], spans: [sentence] }));
    });
}
