import { expect, test } from 'vitest';
import { BURST, burstsOf } from './bursts.ts';
import { isSharedByMany } from './mailbox.ts';
import { SHARED_MAILBOXES } from './shared-mailboxes.ts';

const meeting = (domain: string) =>
  Array.from({ length: BURST.ownDomain.whole }, (_, participation) => ({
    participation,
    domain,
    host: domain,
    at: new Date(Date.parse('2027-03-02T10:00:00Z') + participation * 60_000),
  }));

test.each(['orange.fr', 'club-internet.fr', 'aliceadsl.fr', 'numericable.fr', 'aol.com', 'ymail.com', 'yahoo.co.uk'])(
  'fifty people of %s are no burst: half of a town has its box there',
  (domain) => {
    expect(burstsOf(meeting(domain))).toEqual([]);
  },
);

test.each(['outlook.be', 'mailo.com', 'tutanota.com', 'gmail.com', 'outlook.fr', 'pm.me'])(
  '%s is nobody’s own',
  (domain) => {
    expect(isSharedByMany(domain)).toBe(true);
  },
);

test('a domain of somebody, or of boxes that ask nothing, is still seen', () => {
  for (const domain of ['mairie-exemple.fr', 'yopmail.com', 'constructor'])
    expect(burstsOf(meeting(domain))).toHaveLength(1);
});

test('each is written as a domain is compared', () => {
  for (const domain of SHARED_MAILBOXES) expect(domain).toMatch(/^[a-z\d-]+(?:\.[a-z]+){1,2}$/);
});
