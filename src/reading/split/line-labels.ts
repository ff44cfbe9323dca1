/** The level labels of a line, as against the levels that a sentence speaks of, and the boxes beside them. */
import type { ReferenceMeasure } from '#reading/align/reference.ts';
import type { Source } from '#reading/text/lines.ts';
import { boxIn } from './boxes.ts';
import { opensWith } from './level-opening.ts';
import type { Cell } from './level-table.ts';
import { levelMentions, type LevelMention } from './levels.ts';
import { parseLineStart, type Box } from './line-start.ts';

export type LineContext = {
  readonly measure: ReferenceMeasure | null;
  readonly afterBlank: boolean;
  /** What follows the title on its own line. */
  readonly tail: boolean;
};

/** « Niveau 1  Niveau 2  Niveau 3 »: full labels and boxes, no word beside them. */
function isLabelsAlone(text: string, { start, end }: Cell, mentions: readonly LevelMention[]): boolean {
  if (mentions.length < 2 || !mentions.every(({ single }) => single)) return false;
  let rest = '';
  let at = start;
  for (const mention of mentions) {
    rest += text.slice(at, mention.start);
    at = mention.end;
  }
  return /^(?:[\s\p{P}\p{S}\p{Co}]|\(?[xX]\)?)*$/u.test(rest + text.slice(at, end));
}

/** What follows a level that a sentence speaks of: « Le niveau 3 relève… ». */
const SPOKEN_OF = /^\s*(?:relèv|n['’]|ne|est|sera|qui)/u;

/** What may stand before a label without being more than its way in: « – Mesure 5 au niveau 2 », « uniquement le niveau 1 ». */
export const LEADS =
  /^[\s\p{P}\p{S}\uFE0F]*(?:(?:uniquement|seulement|exclusivement|au\s+moins|au\s+minimum)\s+)?(?:(?:les?|aux?|pour\s+les?|sur\s+les?)\s+)?$/iu;

/** The mentions that label what follows, as against those that a sentence speaks of. */
export function labelsOf(
  source: Source,
  { place, bodyStart, measure, tail }: LineContext & { place: { start: number; end: number }; bodyStart: number },
): LevelMention[] {
  const { text } = source;
  const mentions = levelMentions(text, place);
  if (isLabelsAlone(text, place, mentions)) return mentions;
  const labels = mentions.filter((mention, rank) => {
    const after = text.slice(mention.end, Math.min(place.end, mention.end + 12));
    const before = text.slice(Math.max(place.start, mention.start - 4), mention.start);
    const glued = rank > 0 && mentions[rank - 1]?.end === mention.start;
    const first = LEADS.test(text.slice(Math.min(bodyStart, mention.start), mention.start));
    if (first)
      return (
        !SPOKEN_OF.test(text.slice(mention.end, mention.end + 10)) &&
        !/^\s*\((?![^()]{0,30}\))/u.test(text.slice(mention.end, mention.end + 40))
      );
    if (mention.levels === 'all') return false;
    // « … équitable à la cantine (niveau 2) »: the title in other words, and its level.
    if (tail && /\(\s*$/.test(before) && /^\s*\)\W*$/u.test(text.slice(mention.end, place.end))) return true;
    return (
      glued ||
      /^\s*[•●▪■◦►▶☐☑☒□✓✔✘✗✖❌○❏✅🔲◉]/u.test(after) ||
      /^\s?:/.test(after) ||
      /[\t|☐☑☒□■✓✔✘✗✖❌○●❏✅🔲◉_\uFE0F\])]\s*$|\s{3}$/u.test(before) ||
      /[\t|]/.test(after.slice(0, 2))
    );
  });
  if (labels.length > 0 || measure === null) return labels;
  const bare = bareLabel(source, { place, bodyStart, measure });
  return bare === null ? [] : [bare];
}

/** « 1 Adopter… », « - 2 - Organiser… »: a bare number is a level when its words open that level's text. */
function bareLabel(
  source: Source,
  {
    place,
    bodyStart,
    measure,
  }: { place: { start: number; end: number }; bodyStart: number; measure: ReferenceMeasure },
): LevelMention | null {
  const { number, contentStart } = parseLineStart(source.text, { start: bodyStart, end: place.end });
  if (number === null || number.noun !== null || number.value > 3) return null;
  const level = measure.levels.find((candidate) => candidate.level === number.value);
  if (level === undefined || !opensWith(source, { level, offset: contentStart })) return null;
  return { start: bodyStart, end: contentStart, levels: [number.value], single: true };
}

/** Boxes stand before their labels or after them: the first glyph of the line tells which. */
export function boxesBeside(
  text: string,
  { place, labels }: { place: { start: number; end: number }; labels: readonly LevelMention[] },
): (Box | null)[] {
  const first = labels[0];
  if (first === undefined) return [];
  const radio = text.slice(place.start, place.end).includes('○');
  const leading = boxIn(text.slice(place.start, first.start), { radio }) !== null;
  return labels.map((label, rank) => {
    const before = text.slice(rank === 0 ? place.start : (labels[rank - 1]?.end ?? place.start), label.start);
    const after = text.slice(label.end, labels[rank + 1]?.start ?? Math.min(place.end, label.end + 12));
    return leading ? boxIn(before, { radio }) : boxIn(after, { radio });
  });
}
