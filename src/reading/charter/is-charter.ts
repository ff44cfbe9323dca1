/**
 * Whether a text is a charter: what a collective asks of candidates, with nobody who answers.
 *
 * A known edition is recognised by its words; another charter by its shape (numbered measures that count up, each with
 * levels or sentences to sign under it). Whoever agrees to something, or signs, makes a pact of it.
 */
import type { Edition } from '#domain/charter/edition.ts';
import { levelMentions } from '#reading/split/levels.ts';
import { understandCharter } from './read-charter.ts';
import type { FoundMeasure } from './structure.ts';

/** Longer texts are recognised by their beginning. */
const LOOKED_AT = 200_000;

const ANSWERED =
  /(?<![\p{L}\p{N}])(?:un|d['’])\s?accord(?![\p{L}\p{N}]).{0,40}(?<![\p{L}\p{N}])(?:N[1-3]|niveaux?)|[☒☑✓✔🗹]|\[[xX]\]/iu;
const SIGNED =
  /(?<![\p{L}\p{N}])(?:pacte\s+signée?|liste\s+(?:candidate|signataire|conduite)|(?:[Ll]a|[Nn]otre)\s+liste\s+[«"“\p{Lu}]|tête\s+de\s+liste|nous\s+nous\s+engageons|s['’]engage\s+(?:à|sur))/u;
/** A programme speaks of itself. */
const PROMISED = /(?<![\p{L}])(?:notre\s+liste|nous\s+\p{L}+(?:rons|ons))(?![\p{L}])/iu;

/** `measures` is how many of the edition's measures the text names. Linear in the length of the text. */
export function isCharter(
  text: string,
  { edition, measures }: { readonly edition: Edition | null; readonly measures: number },
): boolean {
  const words = text.slice(0, LOOKED_AT);
  if (ANSWERED.test(words) || SIGNED.test(words)) return false;
  if (edition !== null && measures >= 0.9 * edition.measures.length) return isEdition(words, edition);
  return measures < 3 && hasShape(words);
}

/** The words of nearly all its levels; or its titles alone, with no level that somebody may have chosen. */
function isEdition(words: string, edition: Edition): boolean {
  const clauses = edition.measures.flatMap(({ levels }) => levels.flatMap((level) => level.clauses));
  const quoted = clauses.filter(({ text }) => words.includes(text.slice(0, 24))).length;
  if (quoted >= 0.6 * clauses.length) return true;
  const labels = levelMentions(words, { start: 0, end: words.length }).filter(({ single }) => single).length;
  const titlesAlone = quoted <= 0.1 * clauses.length;
  return labels === 0 && (quoted >= 0.5 * clauses.length || titlesAlone) && !PROMISED.test(words);
}

const FEWEST_MEASURES = 3;
const TO_SIGN =
  /^\W*(?:je\s+m|s|nous\s+nous)['’ ]?\s*engag|^\W*(?:nous\s+(?:vous\s+)?(?:demandons|proposons)|s['’]engager\s+à)/iu;

function hasShape(words: string): boolean {
  if (PROMISED.test(words.replace(/nous\s+(?:vous\s+)?(?:demandons|proposons)/giu, ''))) return false;
  const { measures, say } = understandCharter(words);
  if (measures.length < FEWEST_MEASURES || (measures[0]?.number ?? 0) > 1) return false;
  const inOrder = measures.filter(({ number }, rank) => number === (measures[rank - 1]?.number ?? 0) + 1);
  if (inOrder.length < 0.8 * measures.length) return false;
  const asking = measures.filter(
    (measure) => measure.levels.length >= 2 || clausesOf(measure).some(({ pieces }) => TO_SIGN.test(say(pieces))),
  );
  return asking.length >= 0.6 * measures.length;
}

function clausesOf({ levels }: FoundMeasure): FoundMeasure['levels'][number]['clauses'] {
  return levels.flatMap(({ clauses }) => clauses);
}
