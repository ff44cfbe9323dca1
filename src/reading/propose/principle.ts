/** A principle of the pact: part of it by being there, with what the list says of it. */
import { belonging } from '#reading/align/level-text.ts';
import type { Reference } from '#reading/align/reference.ts';
import type { PrincipleFinding } from '#reading/contract.ts';
import type { PrincipleHeading } from '#reading/split/heading.ts';
import { spansOfLines, type Section } from '#reading/split/sections.ts';
import { boxIn } from '#reading/split/boxes.ts';
import type { Box } from '#reading/split/line-start.ts';
import { unitsOf } from '#reading/split/units.ts';
import { loosen } from '#reading/text/fold.ts';
import type { Source } from '#reading/text/lines.ts';
import { mergeSpans } from '#reading/text/spans.ts';
import { isDecision } from './decision-cues.ts';
import { readDecision } from './decisions.ts';
import { stanceSaid } from './level-finding.ts';
import { observationsOf } from './observations.ts';

/** Words are the principle's own text from this share on; below, they are the list's. */
const BELONGS = 0.6;

export type PrincipleSection = Section & { readonly heading: PrincipleHeading };

export function readPrinciple(
  source: Source,
  section: PrincipleSection,
  { reference, someMarked }: { readonly reference: Reference; readonly someMarked: boolean },
): PrincipleFinding {
  const { letter } = section.heading;
  const principle = reference.principles.find((candidate) => candidate.letter === letter);
  const bag = new Set([...(principle?.text.loose ?? []), ...(principle?.title.loose ?? [])]);
  const place = { start: section.heading.bodyStart, end: section.end };
  const units = unitsOf(source, place, { lines: section.lines, measure: null, tables: new Map() });
  const own = units.filter((unit) => {
    const words = unit.words.map((token) => loosen(source.tokens.keys[token] ?? ''));
    return belonging(bag, words) < BELONGS;
  });
  const whole =
    own
      .filter((unit) => isDecision(source.text.slice(unit.start, unit.end)))
      .map((unit) => readDecision(source.text, unit).whole)
      .findLast((said) => said !== null) ?? null;
  const box = boxIn(source.text.slice(section.heading.start, section.end));
  return {
    principle: letter,
    stance: whole !== null ? stanceSaid(whole) : boxed(section.group === 'refused' ? 'unmarked' : box, someMarked),
    observations: observationsOf(source.text, { decisions: [], units: own, additions: [] }).map(({ text }) => text),
    spans: spansOfLines(source, section),
  };
}

/** An unmarked box beside marked ones is a refusal; alone, its mark was lost. */
function boxed(box: Box | null, someMarked: boolean): PrincipleFinding['stance'] {
  if (box !== 'unmarked') return 'accepted';
  return someMarked ? 'refused' : 'unknown';
}

/** By letter; the same principle said twice is one finding with several spans. */
export function mergePrinciples(text: string, principles: readonly PrincipleFinding[]): PrincipleFinding[] {
  const merged = new Map<string, PrincipleFinding>();
  for (const one of principles) {
    const known = merged.get(one.principle);
    if (known === undefined) merged.set(one.principle, one);
    else
      merged.set(one.principle, {
        ...known,
        observations: [...known.observations, ...one.observations],
        spans: mergeSpans(text, [...known.spans, ...one.spans]),
      });
  }
  return [...merged.values()].sort((a, b) => a.principle.localeCompare(b.principle));
}
