import { expect, test } from 'vitest';
import { ChromiumMissing, findChromium } from './chromium.ts';

const only =
  (...paths: string[]) =>
  (path: string) =>
    paths.includes(path);

test('CHROMIUM_PATH wins over what is on PATH', () => {
  const environment = { CHROMIUM_PATH: '/opt/mine', PATH: '/usr/bin' };
  expect(findChromium(environment, only('/opt/mine', '/usr/bin/chromium'))).toBe('/opt/mine');
});

test('a CHROMIUM_PATH that cannot be run is said, never replaced silently', () => {
  const environment = { CHROMIUM_PATH: '/opt/mine', PATH: '/usr/bin' };
  expect(() => findChromium(environment, only('/usr/bin/chromium'))).toThrow(ChromiumMissing);
});

test('a browser is found by its usual names on PATH, then in its usual places', () => {
  expect(findChromium({ PATH: '/a:/b' }, only('/b/google-chrome'))).toBe('/b/google-chrome');
  expect(findChromium({ PATH: '' }, only('/snap/bin/chromium'))).toBe('/snap/bin/chromium');
});

test('the one without windows comes before the whole one, wherever both are', () => {
  const both = only('/usr/bin/chromium', '/usr/bin/chromium-headless-shell');
  expect(findChromium({ PATH: '/usr/bin' }, both)).toBe('/usr/bin/chromium-headless-shell');
  expect(findChromium({ PATH: '' }, both)).toBe('/usr/bin/chromium-headless-shell');
  const whole = only('/usr/bin/chromium', '/opt/chromium-headless-shell');
  expect(findChromium({ PATH: '/usr/bin:/opt' }, whole)).toBe('/opt/chromium-headless-shell');
});

test('null when there is none', () => {
  expect(findChromium({ PATH: '/a' }, () => false)).toBeNull();
});
