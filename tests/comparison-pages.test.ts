/** Communes beside those that resemble them, and beside one another, as a reader gets them. */
import { beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from '#server/config.ts';
import { provideRuntime } from '#server/runtime.ts';
import { withTestDatabase } from './database.ts';
import { withPageRenderer } from './render-page.ts';
import { buildWorld, type World } from './world.ts';

const database = withTestDatabase();
const { render } = withPageRenderer();
let world: World;

beforeAll(async () => {
  world = await buildWorld(database.db);
  provideRuntime({ config: readConfig({}), db: database.db });
});

const flat = (html: string): string => html.replace(/<!--.*?-->/g, '').replace(/\s+/g, ' ');
const twinsOf = async (commune: string) =>
  flat(await render('/communes/[commune]/semblables', `/communes/${commune}/semblables`, { commune }));

describe('the communes that resemble one', () => {
  test('say why they do, what was promised there, and lead to both side by side', async () => {
    const html = await twinsOf('94068-saint-maur-des-fosses');
    expect(html).toContain('Une seule a un pacte publié, sur 1 commune semblable');
    expect(html).toContain('même taille, même département, aussi en établissement public territorial');
    expect(html).toContain(`href="/pactes/${world.demain}-`);
    expect(html).toContain('jamais évalué');
    expect(html).toContain('href="/observatoire/comparer?communes=94068,94017"');
  });

  test('are nobody where nobody is of that size, and the page says so', async () => {
    expect(await twinsOf('94015-bry-sur-marne')).toContain('Aucune commune n’est assez proche par la taille');
  });
});
