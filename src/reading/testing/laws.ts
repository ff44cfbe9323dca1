/** Law 1 as an assertion, for the tests of every reader: nothing is lost, offsets are exact. */
import { expect } from 'vitest';
import type { Reading, Span } from '#reading/contract.ts';

/** Every non-blank character stands in the spans of a finding or in `unread`; every span is inside the text. */
export function expectNothingLost(reading: Reading): void {
  const { text, unread } = reading;
  const spans = [...findingSpans(reading), ...unread];
  for (const { start, end } of spans) expect(0 <= start && start <= end && end <= text.length).toBe(true);
  for (const passage of unread) expect(text.slice(passage.start, passage.end)).toBe(passage.text);
  const covered = new Uint8Array(text.length);
  for (const { start, end } of spans) covered.fill(1, start, end);
  const lost =
    [...text].length === 0
      ? ''
      : Array.from({ length: text.length }, (_, at) => (covered[at] === 0 ? text.charAt(at) : ' ')).join('');
  expect(lost.trim()).toBe('');
}

function findingSpans(reading: Reading): Span[] {
  if (reading.kind === 'pact')
    return [...reading.principles, ...reading.commitments, ...reading.localCommitments].flatMap(({ spans }) => [
      ...spans,
    ]);
  if (reading.kind === 'charter')
    return [...reading.principles, ...reading.measures].flatMap(({ spans }) => [...spans]);
  return [reading.council, ...reading.axes, ...reading.actions].flatMap(({ spans }) => [...spans]);
}
