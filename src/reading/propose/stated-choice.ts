/** Choices said once for a whole measure: « Niveau choisi : 2 » below the texts, « Non. » under the title. */
import type { Answer } from '#reading/split/answers.ts';
import type { LevelMention } from '#reading/split/levels.ts';
import type { Unit } from '#reading/split/units.ts';
import type { Source } from '#reading/text/lines.ts';
import type { Decision } from './decisions.ts';

/** « Non. » under a title: an answer to the whole measure. */
export function answered({ start, end }: Unit, answer: Answer): Decision {
  const whole = answer === 'yes' ? 'accepted' : answer === 'no' ? 'refused' : 'open';
  return { span: { start, end }, levels: [], quotes: [], exceptions: [], whole, firm: true };
}

/** « => Niveau choisi : 2 », « Notre choix : niveau 1 »: said once, below the texts of all levels. */
const CHOICE =
  /^[^\p{L}]*(?:niveaux?\s+(?:d['’]\p{L}+\s+)?(?:choisi|retenu|visé|signé|accepté)e?s?|(?:notre\s+)?choix(?:\s+de\s+la\s+liste)?|(?:engagement|réponse|décision)(?:\s+de\s+la\s+liste)?|(?:la\s+liste|nous)\s+(?:choisi|reten|s['’]engage|nous\s+engageons)\p{L}*(?:\s+sur)?)\s*:?\s*(?:l[ea]s?\s+)?/iu;

/** Null when the unit states no choice. */
export function chosenLevels(source: Source, unit: Unit, label: LevelMention): Decision | null {
  const words = source.text.slice(unit.start, unit.end);
  const lead = CHOICE.exec(words);
  if (lead === null || unit.start + lead[0].length < label.start) return null;
  const levels = [{ start: label.start, end: label.end, levels: label.levels, said: 'accepted' as const }];
  return { span: { start: unit.start, end: unit.end }, levels, quotes: [], exceptions: [], whole: null, firm: true };
}
