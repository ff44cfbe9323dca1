import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson, type Json } from './canonical-json.ts';

test('does not depend on the order of keys, at any depth', () => {
  expect(canonicalJson({ b: [{ y: 1, x: null }], a: 'é' })).toBe(canonicalJson({ a: 'é', b: [{ x: null, y: 1 }] }));
});

test('leaves out a key without value, keeps null', () => {
  expect(canonicalJson({ a: undefined, b: null })).toBe('{"b":null}');
});

test('says the same value as JSON does', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const json = JSON.parse(JSON.stringify(value)) as Json;
      expect(JSON.parse(canonicalJson(json))).toEqual(json);
    }),
  );
});
