import { describe, expect, test } from 'vitest';
import { waysInWords } from './roles.fr.ts';

describe('the ways in which a role is confirmed', () => {
  test('start with those that work here', () => {
    const ways = waysInWords([], 1, 'list-representative');
    expect(ways[0]).toBe('par une personne déjà confirmée pour cette liste');
    expect(ways[1]).toMatch(/^par l’équipe nationale/);
    expect(ways.slice(2)).toEqual([expect.stringMatching(/^pas encore possible : par un code.* Indiquez ci-dessous/)]);
  });

  test('are all told for a town hall of which nothing is known, the team first', () => {
    const ways = waysInWords([], 0, 'municipal-agent');
    expect(ways.map((way) => way.startsWith('pas encore possible'))).toEqual([false, true, true]);
    expect(ways.join()).toContain('cette mairie');
  });

  test('hold nothing impossible when an address and a holder are known', () => {
    const ways = waysInWords(['s…@ensemble.example'], 1, 'list-representative');
    expect(ways[0]).toContain('s…@ensemble.example');
    expect(ways.join()).not.toContain('pas encore');
  });
});
