import { expect, test } from 'vitest';
import { sayMail } from './say-mail.fr.ts';

const told = { kind: 'unanswered', place: 'Le Plessis', path: '/pactes/1/suivi' } as const;

test('says how many promises wait for an answer, and who looked at them', () => {
  const one = sayMail({ ...told, voice: 'collective', by: ['Ici citoyen'], promises: 1 });
  expect(one.subject).toBe('Au Plessis, 1 promesse évaluée attend votre réponse');
  expect(one.paragraphs[0]).toContain('le collectif « Ici citoyen » a publié son regard sur 1 promesse à laquelle');
  const more = sayMail({ ...told, voice: 'town-hall', by: ['Ici', 'La liste'], promises: 12 });
  expect(more.paragraphs[0]).toContain('« Ici » et « La liste » ont publié leur regard sur 12 promesses auxquelles');
  expect(more.link?.path).toBe('/pactes/1/suivi');
});
