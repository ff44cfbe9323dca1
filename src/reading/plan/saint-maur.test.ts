/** The real plan of Saint-Maur-des-Fossés against what a person read in it. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { PlanReading } from '#reading/contract.ts';
import { readPlan } from './read-plan.ts';

const folder = new URL('../cases/plan-ess-saint-maur-2021/', import.meta.url);
const source = readFileSync(new URL('source.txt', folder), 'utf8');
const reading = readPlan(source);

describe('the plan of Saint-Maur', () => {
  test('is read as a person reviewed it; a changed result is written beside the expected one', () => {
    const actual = `${JSON.stringify(withoutText(reading), null, 2)}\n`;
    const expected = readFileSync(new URL('expected.json', folder), 'utf8');
    const beside = new URL('actual.json', folder);
    if (actual !== expected) writeFileSync(beside, actual);
    else if (existsSync(beside)) rmSync(beside);
    expect(JSON.parse(actual)).toEqual(JSON.parse(expected));
  });
});

/** The text stands in source.txt already. */
function withoutText(read: PlanReading): Omit<PlanReading, 'text'> {
  const { text: _text, ...rest } = read;
  return rest;
}
