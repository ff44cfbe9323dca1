/** Every HTML answer says in which letters it is written. */
import { expect, test } from '@playwright/test';

for (const path of [
  '/',
  '/communes?q=etang',
  '/communes/94017-champigny-sur-marne',
  '/pactes/1',
  '/lire',
  '/nulle-part',
  '/lire/x',
]) {
  test(`${path} says that it is UTF-8 @no-window`, async ({ request }) => {
    const answer = await request.get(path);
    expect(answer.headers()['content-type']).toBe('text/html; charset=utf-8');
  });
}
