import { expect, test } from 'vitest';
import { SOMEBODY_ELSE_NOW } from './signing.fr.ts';

test('after a first look, the vote of a council always asks for the town hall, and says where it gets its role', () => {
  expect(SOMEBODY_ELSE_NOW.deliberation).toMatch(/toujours une de la mairie.*\/compte\/roles/);
  expect(SOMEBODY_ELSE_NOW.paper).not.toContain('mairie');
});
