/** A principle of the pact: part of it by being there, with what the list says of it. */
import { belonging } from '#reading/align/level-text.ts';
import type { Reference } from '#reading/align/reference.ts';
import type { PrincipleFinding } from '#reading/contract.ts';
import { spansOfLines, type Section } from '#reading/split/sections.ts';
import { unitsOf } from '#reading/split/units.ts';
import { loosen } from '#reading/text/fold.ts';
import type { Source } from '#reading/text/lines.ts';
import { mergeSpans } from '#reading/text/spans.ts';
import { isDecision, readDecision } from './decisions.ts';
import { observationsOf } from './observations.ts';

/** Words are the principle's own text from this share on; below, they are the list's. */
const BELONGS = 0.6;

export function readPrinciple(
  source: Source,
  section: Section,
  { letter, reference }: { readonly letter: string; readonly reference: Reference },
): PrincipleFinding {
  const principle = reference.principles.find((candidate) => candidate.letter === letter);
  const bag = new Set([...(principle?.text.loose ?? []), ...(principle?.title.loose ?? [])]);
  const place = { start: section.heading.bodyStart, end: section.end };
  const units = unitsOf(source, place, { lines: section.lines, measure: null, tables: new Map() });
  const own = units.filter((unit) => {
    const words = unit.words.map((token) => loosen(source.tokens.keys[token] ?? ''));
    return belonging(bag, words) < BELONGS;
  });
  const decisions = own
    .filter((unit) => isDecision(source.text.slice(unit.start, unit.end)))
    .map((unit) => readDecision(source.text, unit));
  return {
    principle: letter,
    stance:
      decisions.findLast(({ whole }) => whole !== null)?.whole ??
      (section.group === 'refused' ? 'refused' : 'accepted'),
    observations: observationsOf(source.text, { decisions: [], units: own, additions: [] }).map(({ text }) => text),
    spans: spansOfLines(source, section),
  };
}

/** The same principle said twice is one finding with several spans. */
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
  return [...merged.values()];
}
