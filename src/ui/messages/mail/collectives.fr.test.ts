import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { CollectiveMail } from '#use-cases/collectives/collective-mails.ts';
import type { WishMail } from '#use-cases/collectives/wish-mails.ts';
import { sayMail } from './say-mail.fr.ts';

const collective = { id: 3, slug: 'nogent', name: 'Nogent en transition' };
const MAILS: readonly (CollectiveMail | WishMail)[] = [
  { kind: 'wish-kept', place: 'Nogent', municipality: '94052', wishes: 1, stop: 'abc' },
  { kind: 'wish-kept', place: 'Nogent', municipality: '94052', wishes: 2, stop: 'abc' },
  { kind: 'collective-possible', place: 'Nogent', municipality: '94052', wishes: 3, stop: 'abc' },
  { kind: 'collective-founded', place: 'Nogent', collective, stop: 'abc' },
  { kind: 'collective-requested', collective },
  { kind: 'collective-confirmed', collective },
  { kind: 'collective-declined', collective, reason: 'Un parti' },
  { kind: 'invited', collective, by: 'Ana', token: 'abc', days: 14 },
  { kind: 'join-asked', collective, onLists: ['Nogent demain'] },
  { kind: 'join-answered', collective, accepted: true },
  { kind: 'join-answered', collective, accepted: false },
  { kind: 'member-joined', collective, onLists: [] },
  { kind: 'member-removed', collective, reason: 'Absences' },
  { kind: 'coordination-given', collective },
  { kind: 'removal-asked', collective, reason: 'Ne répond plus' },
  { kind: 'removal-settled', collective, outcome: 'kept', by: 'national-team' },
  { kind: 'conflict-to-settle', collective },
  { kind: 'without-coordination', collective },
  { kind: 'found-on-list', collective, lists: ['Nogent demain'] },
  { kind: 'member-found-on-list', collective, lists: ['Nogent demain', 'Pour Nogent'] },
  { kind: 'fell-asleep', collective },
  { kind: 'takeover-proposed', collective, asleep: 'Bry', message: 'Merci' },
  { kind: 'taken-over', collective, by: 'Bry' },
  { kind: 'message-to-collective', collective, from: 'a@b.fr', name: 'Ana', subject: 'Marché', message: 'Bonjour' },
];

/** `[commune]`, `[places=places]` and `[[places]]` stand for anything. */
const ROUTES = readdirSync('src/routes', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('+page.svelte'))
  .map((file) => `/${file.replace(/\/?\+page\.svelte$/, '')}`)
  .map(
    (route) =>
      new RegExp(`^${route.replaceAll(/\/\[\[\w+\]\]/g, '(?:/[^/]+)?').replaceAll(/\[\w+(?:=\w+)?\]/g, '[^/]+')}$`),
  );

test.each(MAILS)('$kind is said in whole sentences, and its links lead to pages that are there', (mail) => {
  const { subject, paragraphs, link, stop } = sayMail(mail);
  for (const text of [subject, ...paragraphs]) {
    expect(text).not.toMatch(/undefined|null|\[object/);
    expect(text.trim()).not.toBe('');
  }
  for (const { path } of [link, stop].filter((one) => one !== undefined)) {
    expect(
      ROUTES.some((route) => route.test(path)),
      path,
    ).toBe(true);
  }
});

test('whoever has no account is told in each mail how to receive no more', () => {
  for (const mail of MAILS) expect(sayMail(mail).stop !== undefined, mail.kind).toBe('stop' in mail);
});
