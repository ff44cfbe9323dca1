/** Choices said once for a whole measure: « Niveau choisi : 2 » below the texts, « Non. » under the title. */
import type { Answer } from '#reading/split/answers.ts';
import { levelMentions } from '#reading/split/levels.ts';
import type { Unit } from '#reading/split/units.ts';
import type { Source } from '#reading/text/lines.ts';
import type { Said } from './decision-cues.ts';
import type { Decision, LevelSaid } from './decisions.ts';

const SAID: Readonly<Record<Answer, Said>> = { yes: 'accepted', no: 'refused', partly: 'partly', open: 'open' };

/** « Non. » under a title: an answer to the whole measure. */
export function answered({ start, end }: Unit, answer: Answer): Decision {
  const whole = SAID[answer];
  return { span: { start, end }, levels: [], quotes: [], exceptions: [], whole, firm: true };
}

/** « => Niveau choisi : 2 », « Notre choix : niveau 1 »: said once, below the texts of all levels. */
const CHOICE =
  /^[^\p{L}]*(?:niveaux?\s+(?:d['’]\p{L}+\s+)?(?:choisi|retenu|visé|signé|accepté)e?s?|(?:notre\s+)?choix(?:\s+de\s+la\s+liste)?|(?:engagement|réponse|décision)(?:\s+de\s+la\s+liste)?|(?:la\s+liste|nous)\s+(?:choisi|reten|s['’]engage|nous\s+engageons)\p{L}*(?:\s+sur)?)\s*:?\s*(?:l[ea]s?\s+)?/iu;
/** Of these, the fields that can only speak of the whole measure, so that « aucun » or nothing counts for it. */
const CHOICE_FIELD =
  /^[^\p{L}]*(?:niveaux?\s+(?:d['’]\p{L}+\s+)?(?:choisi|retenu|visé|signé|accepté)e?s?|(?:notre\s+)?choix(?:\s+de\s+la\s+liste)?)\s*:/iu;
const NONE = /^\W*(?:aucune?(?:\s+niveau)?|néant|non|0)\W*$/iu;
const BLANK = /^[\s.…_-]*$/u;

/** Null when the unit states no choice. `shown`: whether levels stand above it, for the choice to be among. */
export function statedChoice(source: Source, unit: Unit, shown: boolean): Decision | null {
  const words = source.text.slice(unit.start, unit.end);
  const lead = CHOICE.exec(words);
  if (lead === null) return null;
  const after = unit.start + lead[0].length;
  const label = unit.label ?? levelMentions(source.text, { start: after, end: unit.end })[0] ?? null;
  if (label !== null && label.start <= after + 2) return chosen(unit, { ...label, said: 'accepted' });
  const field = unit.label === null ? CHOICE_FIELD.exec(words) : null;
  if (field === null) return null;
  const rest = words.slice(field[0].length);
  const said = NONE.test(rest) ? 'refused' : BLANK.test(rest) ? 'open' : null;
  if (said === null) return null;
  const all = { start: unit.start, end: unit.end, levels: 'all' as const, said: said as Said };
  return shown ? chosen(unit, all) : answered(unit, said === 'refused' ? 'no' : 'open');
}

function chosen({ start, end }: Unit, { start: from, end: to, levels, said }: LevelSaid): Decision {
  const level = { start: from, end: to, levels, said };
  return { span: { start, end }, levels: [level], quotes: [], exceptions: [], whole: null, firm: true };
}
