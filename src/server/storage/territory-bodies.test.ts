import { describe, expect, test } from 'vitest';
import { withTestDatabase } from '#tests/database.ts';
import { nameWithoutKind } from '#domain/territory/grouping-name.ts';
import { bodyResolver, resolveCompetentBody } from './territory-bodies.ts';

const MARNE_ET_BOIS = '200057941';
const GRAND_PARIS = '200054781';

describe('the body that a pact names, among the 1,266 groupings', () => {
  const database = withTestDatabase({ content: 'country' });

  test('is the EPT of Champigny for the words of its pact', async () => {
    const words = 'l’ Établissement public territorial Paris-Est-Marne et Bois.';
    expect(await resolveCompetentBody(database.db, words, '94017')).toBe(MARNE_ET_BOIS);
    expect(await resolveCompetentBody(database.db, words)).toBe(MARNE_ET_BOIS);
  });

  test('is known by its initials in Saint-Maur only', async () => {
    expect(await resolveCompetentBody(database.db, 'PEMB', '94068')).toBe(MARNE_ET_BOIS);
    expect(await resolveCompetentBody(database.db, 'PEMB', '69123')).toBeNull();
    expect(await resolveCompetentBody(database.db, 'PEMB')).toBeNull();
  });

  test.each([
    ['la métropole de Lyon', '200046977'],
    ['la Métropole du Grand Paris', GRAND_PARIS],
    ['Eurométropole de Strasbourg', '246700488'],
    ['Plaine Commune', '200057867'],
  ])('is one alone for “%s”', async (words, siren) => {
    expect(await resolveCompetentBody(database.db, words)).toBe(siren);
  });

  test.each(['Lyon', 'Arras', 'le département', "l'intercommunalité", 'Grand Paris', 'Pays de Grasse'])(
    'is not guessed for “%s”',
    async (words) => {
      expect(await resolveCompetentBody(database.db, words)).toBeNull();
    },
  );

  test('each grouping with its kind is found as itself or, when its name is shared, not at all', async () => {
    const kinds = {
      cc: 'communauté de communes ',
      ca: "communauté d'agglomération ",
      cu: 'communauté urbaine ',
      metropole: '',
      'metropole-de-lyon': '',
      ept: 'établissement public territorial ',
    } as const;
    const resolve = await bodyResolver(database.db, null);
    const groupings = await database.db.selectFrom('grouping').select(['siren', 'name', 'kind']).execute();
    const answers = groupings.map(({ siren, name, kind }) => ({
      siren,
      name,
      found: resolve(`la ${kinds[kind]}${nameWithoutKind(name)}`),
    }));
    expect(answers.filter(({ siren, found }) => found !== null && found !== siren)).toEqual([]);
    expect(answers.filter(({ found }) => found === null).length).toBeLessThan(groupings.length / 20);
    expect(resolve("la communauté d'agglomération de Blois « Agglopolys »")).toBe('200030385');
    expect(resolve('la communauté urbaine du Grand Reims')).toBe('200067213');
  });

  test('speaks of the grouping itself when a grouping signs', async () => {
    const resolve = await bodyResolver(database.db, { kind: 'grouping', siren: MARNE_ET_BOIS });
    expect(resolve("l'EPT")).toBe(MARNE_ET_BOIS);
    expect(resolve('la métropole')).toBeNull();
  });
});
