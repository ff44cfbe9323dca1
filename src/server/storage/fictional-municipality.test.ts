import { expect, test } from 'vitest';
import { withTestDatabase } from '#tests/database.ts';
import { addFictionalMunicipality, FICTIONAL_MUNICIPALITY } from './fictional-municipality.ts';
import { loadTerritory } from './territory-load.ts';
import { searchMunicipalities } from './territory-search.ts';

const database = withTestDatabase();

test('is found, says what it is, and outlives a newer release of the territory', async () => {
  const { db } = database;
  await addFictionalMunicipality(db);
  await addFictionalMunicipality(db);
  const nothing = { regions: [], departments: [], groupings: [], municipalities: [], formerNames: [] };
  await loadTerritory(db, { source: { release: 'newer', read: async () => nothing } });
  const [found] = await searchMunicipalities(db, 'valbourg', { limit: 5 });
  expect(found?.code).toBe(FICTIONAL_MUNICIPALITY.code);
  expect(found?.name).toContain('commune fictive');
});
