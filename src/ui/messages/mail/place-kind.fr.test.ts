import { expect, test } from 'vitest';
import type { MailContent } from '#use-cases/mail/mail-content.ts';
import { sayMail } from './say-mail.fr.ts';

/** Mails that name the side across from the collective. */
function namingIt(placeKind: 'municipality' | 'grouping'): readonly MailContent[] {
  const here = { place: 'Val d’Exemple', placeKind, path: '/' } as const;
  const by = 'town-hall';
  const review = { collective: 'Ici', number: 1, kept: 0, counted: 2, notLookedAt: 2, list: null, reply: '/' } as const;
  return [
    { kind: 'committee-proposed', by, ...here },
    { kind: 'committee-closed', by, reason: 'Fin', ...here },
    { kind: 'committee-invited', by, days: 7, ...here },
    { kind: 'minutes-to-agree', by, ...here },
    { kind: 'minutes-agreed', ...here },
    { kind: 'letter-recorded', by, ...here },
    { kind: 'reply-recorded', by, ...here },
    { kind: 'review-published', ...review, ...here },
    { kind: 'own-review-published', ...review, told: 0, ...here },
    { kind: 'own-review-published', ...review, told: 2, ...here },
  ];
}
const said = (content: MailContent): string => JSON.stringify(sayMail(content));

test.each(namingIt('grouping'))(
  'of a grouping, $kind speaks of the intercommunalité, which has no mairie',
  (content) => {
    expect(said(content)).toMatch(/intercommunalité/i);
    expect(said(content)).not.toMatch(/mairie/i);
  },
);

test.each(namingIt('municipality'))('of a commune, $kind speaks of its mairie', (content) => {
  expect(said(content)).toMatch(/mairie/i);
});

test('a mail that was queued before it said its kind of place still goes out', () => {
  const { placeKind: _, ...before } = {
    kind: 'minutes-agreed',
    place: 'Ici',
    placeKind: 'municipality',
    path: '/',
  } as const;
  expect(said(before as MailContent)).toContain('la mairie');
});
