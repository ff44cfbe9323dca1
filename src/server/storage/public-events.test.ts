import { describe, expect, test } from 'vitest';
import { ACTS } from '#domain/access/gate.ts';
import type { JournalSubject } from '#domain/shared/journal-subject.ts';
import { PUBLIC_ACTS } from '#domain/shared/public-acts.ts';
import { withTestDatabase } from '#tests/database.ts';
import { appendEvents } from './journal.ts';
import { publicEvents } from './public-events.ts';

const database = withTestDatabase();
const AT = new Date('2026-06-01T10:00:00Z');

/** Decided once more, apart from the list itself: whatever is not here never leaves. */
const LEAVES: Readonly<Record<JournalSubject['kind'], readonly string[]>> = {
  pact: ['publish-draft', 'publish-signed', 'correct-published', 'withdraw-published'],
  plan: ['publish-draft', 'correct-published', 'withdraw-published', 'publish-plan', 'record-adoption'],
  review: ['publish-review', 'correct-review', 'answer-review'],
  'agreed-text': ['complete-signing', 'seal-text', 'renounce'],
  signatory: ['sign-text'],
  place: [],
  draft: [],
  action: [],
  'candidate-list': [],
  collective: [],
  'priority-vote': [],
  consultation: ['announce-consultation', 'change-consultation', 'cancel-consultation', 'count-consultation'],
  negotiation: [],
  'directory-entry': [],
  committee: [],
  'edition-draft': ['publish-edition', 'offer-edition'],
  edition: ['offer-edition'],
  'bulk-entry': [],
  'follow-up-event': [],
  election: [],
  'seal-certificate': [],
  crosswalk: [],
  partner: [],
  'measure-sheet': [],
  'national-committee': [],
  person: [],
};
const KINDS = Object.keys(PUBLIC_ACTS) as JournalSubject['kind'][];
/** Those of the gate, those the site does by itself, and one still to come. */
const ANY_ACT = [...new Set([...ACTS, ...Object.values(PUBLIC_ACTS).flat(), 'an-act-to-come'])];

describe('of all acts that the journal may hold, those that leave are the public ones', () => {
  test.each(KINDS)('about a subject of kind %s', async (kind) => {
    const subject = { kind, id: 7 } as JournalSubject;
    await appendEvents(
      database.db,
      ANY_ACT.map((act) => ({ at: AT, act, actor: 'person', subject, says: { reason: `words of ${act}` } })),
    );
    const left = await publicEvents(database.db, [subject]);
    expect(left.map(({ act }) => act).toSorted()).toEqual(LEAVES[kind].toSorted());
    expect(ANY_ACT.length).toBeGreaterThan(LEAVES[kind].length + 50);
  });
});

test('leaves out what happened to others, and a public act of one kind is not one of another', async () => {
  const pact = { kind: 'pact', id: 8 } as const;
  const says = { by: 'claire' };
  await appendEvents(database.db, [
    { at: AT, act: 'publish-draft', actor: 'operator', subject: { kind: 'pact', id: 9 }, says },
    { at: AT, act: 'publish-review', actor: 'operator', subject: pact, says },
    { at: AT, act: 'report-remark', actor: 'person', subject: pact, says: { by: 'an-account', reason: 'insultes' } },
    { at: AT, act: 'publish-draft', actor: 'operator', subject: pact, says },
  ]);
  const left = await publicEvents(database.db, [pact]);
  expect(left.map(({ act, subjectId, says: words }) => [act, subjectId, words])).toEqual([
    ['publish-draft', '8', '{"by":"claire"}'],
  ]);
});
