import { describe, expect, test } from 'vitest';
import { latestFirst, sayAct } from './journal.fr.ts';

const names = new Map([['p1', 'Ana']]);
const nameOf = (person: string): string | null => names.get(person) ?? null;

describe('the journal of a collective', () => {
  test.each([
    [{ person: 'p1', accepted: true }, 'Demande à rejoindre acceptée : Ana'],
    [{ person: 'gone', accepted: true }, 'Demande à rejoindre acceptée : une personne partie depuis'],
    [{ person: 'p2', accepted: false }, 'Demande à rejoindre refusée : une personne qui n’est pas membre'],
    [null, 'Réponse à une demande'],
  ])('says yes or no, and to whom: %j', (says, said) => {
    expect(sayAct('answer-join-request', says, nameOf)).toBe(said);
  });

  test('goes from the latest to the oldest, whatever the order of writing', () => {
    const at = (sequence: number, day: string) => ({ sequence, at: new Date(day) });
    const entries = [at(1, '2032-03-02'), at(2, '2032-03-05'), at(3, '2032-03-02')];
    expect(latestFirst(entries).map(({ sequence }) => sequence)).toEqual([2, 3, 1]);
  });
});
