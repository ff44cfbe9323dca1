/** The pages of the workbench as a browser asks them: an edition of 2032 made from that of 2020, and a local one. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Person } from '#domain/access/gate.ts';
import type { Browser } from '#server/accounts/testing/request.ts';
import { keepEditionsMade } from '#server/charters.ts';
import { readConfig } from '#server/config.ts';
import { provideRuntime } from '#server/runtime.ts';
import { refreshEditions } from '#server/editions-kept.ts';
import { storesOn } from '#server/stores.ts';
import { giveRole } from '#use-cases/campaign/give-role.ts';
import { publishEdition } from '#use-cases/workbench/publish-edition.ts';
import { askedRoute } from './asked-route.ts';
import { active } from './collectives.ts';
import { withTestDatabase } from './database.ts';
import { addressOf, newPerson } from './people.ts';
import { withPageRenderer } from './render-page.ts';
import { routeModule } from './route-module.ts';
import { signedIn } from './signed-in.ts';
import { buildWorld, CHAMPIGNY, OPERATOR, THEN } from './world.ts';

const database = withTestDatabase();
const pages = withPageRenderer();
const stores = () => storesOn(database.db);
let team: Browser;
let coordinator: Browser;
let founder: Person;
let collective = 0;

beforeAll(async () => {
  const { db } = database;
  await buildWorld(db);
  provideRuntime({ config: readConfig({}), db });
  const claire = await newPerson(db, 'claire');
  await giveRole(stores(), OPERATOR, { email: addressOf('claire'), role: { role: 'national-team' } }, THEN);
  team = await signedIn(claire);
  const founded = await active(db, { founder: 'colette', places: [CHAMPIGNY], name: 'Champigny en transition' });
  collective = founded.id;
  founder = { kind: 'person', id: founded.founder, holds: [{ role: 'collective-coordinator', collective }] };
  coordinator = await signedIn(founded.founder);
});

afterAll(() => {
  keepEditionsMade([]);
});

const seen = async (path: string, who: Browser = team, form?: object): Promise<string> => {
  const asked = askedRoute(path);
  if (asked === null) throw new Error(`nothing answers ${path}`);
  return await pages.render(asked.route, path, asked.params, who, form);
};

/** Where the form led; what it gave back when it was refused. */
async function sent(path: string, form: Readonly<Record<string, string>>, who: Browser = team): Promise<unknown> {
  const asked = askedRoute(path);
  if (asked === null) throw new Error(`nothing answers ${path}`);
  const { actions } = await routeModule(`${asked.route}/+page.server.ts`);
  const named = /\?\/(\w+)|&\/(\w+)/.exec(path);
  const act = actions[named?.[1] ?? named?.[2] ?? 'default'];
  if (act === undefined) throw new Error(`no act at ${path}`);
  try {
    return await act(who.ask(path, 'POST', { form, params: asked.params }));
  } catch (thrown) {
    if (thrown instanceof Object && 'location' in thrown) return String(thrown.location);
    if (thrown instanceof Object && 'status' in thrown) return Number(thrown.status);
    throw thrown;
  }
}

const statusOf = async (work: Promise<unknown>): Promise<unknown> =>
  await work.catch((thrown: unknown) => (thrown instanceof Object && 'status' in thrown ? thrown.status : thrown));

/** The fields of the first form that posts there, as a browser would send them back. */
function fieldsOf(html: string, action: string): Record<string, string> {
  const form = html.split('<form').find((part) => part.includes(`action="?/${action}"`)) ?? '';
  const fields: Record<string, string> = {};
  for (const [, name = '', value = ''] of form.matchAll(/<input[^>]*name="([^"]+)"[^>]*?value="([^"]*)"/g))
    fields[name] = value;
  for (const [, name = '', value = ''] of form.matchAll(/<textarea[^>]*name="([^"]+)"[^>]*>([^<]*)/g))
    fields[name] = unescaped(value);
  for (const [, name = '', options = ''] of form.matchAll(/<select[^>]*name="([^"]+)"[^>]*>(.*?)<\/select>/gs))
    fields[name] = /<option value="([^"]*)"[^>]*selected/.exec(options)?.[1] ?? '';
  return fields;
}

/** As the page offers it to be merged with; '' : it does not. */
function chosenIn(html: string, measure: string): string {
  return new RegExp(`value="(${measure}\\.\\d+)"`).exec(html)?.[1] ?? '';
}

function unescaped(html: string): string {
  return html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}

const numberOf = (home: string): number => Number(home.split('/').at(-1));

const BEGIN = {
  depart: 'pacte-transition-2020',
  titre: 'Pacte pour la Transition 2032',
  annee: '2032',
  adresse: 'pacte-2032',
  envoi: 'a',
};

describe('the national edition', () => {
  let home = '';
  const measureOf = async (number: number): Promise<string> => {
    const draft = await stores().workbench.find(Number(home.split('/').at(-1)));
    return `${home}/mesures/${draft?.measures.find((measure) => measure.number === number)?.id ?? 0}`;
  };

  test('is not there for a coordinator of a collective', async () => {
    expect(await statusOf(seen('/atelier', coordinator))).toBe(404);
    expect(await sent('/atelier?/begin', BEGIN, coordinator)).toBe(404);
  });

  test('starts from that of 2020, once, however often the form is sent', async () => {
    expect(await seen('/atelier')).toContain('Pacte pour la Transition 2020');
    home = String(await sent('/atelier?/begin', BEGIN));
    expect(home).toMatch(/^\/atelier\/\d+$/);
    expect(await sent('/atelier?/begin', BEGIN)).toBe(home);
    expect(await seen(home)).toContain('32 gardées');
  });

  test('a form that is refused gives back what was typed', async () => {
    const refused = await sent('/atelier?/begin', { ...BEGIN, titre: 'Deux fois', envoi: 'b' });
    expect(refused).toMatchObject({ status: 400, data: { field: 'adresse', typed: { title: 'Deux fois' } } });
  });

  test('a measure saved as it was shown is kept: the form changes nothing', async () => {
    const one = await measureOf(15);
    expect(await sent(`${one}?/write`, fieldsOf(await seen(one), 'write'))).toBe(`${one}?fait`);
    expect(await seen(home)).toContain('32 gardées');
  });

  test('words that change are shown word by word, and want a reason before publishing', async () => {
    const one = await measureOf(15);
    const shown = await seen(one);
    expect(shown).toContain('Campagne passée : ce qu’est devenue la mesure 15');
    const fields = fieldsOf(shown, 'write');
    await sent(`${one}?/write`, { ...fields, titre: `${fields['titre'] ?? ''} Partout.` });
    expect(await seen(one)).toMatch(/<ins>.*Partout/);
    expect(await seen(`${home}/differences`)).toContain('Partout');
    expect(await seen(home)).toContain('dites pourquoi elle est modifiée');
    const again = fieldsOf(await seen(one), 'write');
    await sent(`${one}?/write`, { ...again, motif: 'Demandé par les collectifs.' });
    expect(await seen(home)).toContain('Rien ne manque');
  });

  test('of two people who save the same measure the second gets both texts, and may save again', async () => {
    const one = await measureOf(3);
    const shown = fieldsOf(await seen(one), 'write');
    await sent(`${one}?/write`, { ...shown, titre: 'Titre de la première', motif: 'x' });
    const late = { ...shown, titre: 'Titre de la seconde', motif: 'x' };
    const refused = (await sent(`${one}?/write`, late)) as { status: number; data: object };
    expect(refused.status).toBe(409);
    const page = await seen(one, team, refused.data);
    expect(page).toContain('Quelqu’un a enregistré cette page avant vous');
    const both = fieldsOf(page, 'write');
    expect(both['titre']).toBe('Titre de la seconde');
    expect(await sent(`${one}?/write`, both)).toBe(`${one}?fait`);
  });

  test('and beside the words what the first saved of the reason and the theme, the choices of the second kept', async () => {
    const one = await measureOf(5);
    const shown = fieldsOf(await seen(one), 'write');
    const grouping = Object.keys(shown).find((name) => name.startsWith('theme-')) ?? '';
    const themes = [...(await seen(one)).matchAll(/<option value="([a-z-]+)"[^>]*>/g)].map(([, theme = '']) => theme);
    const other = themes.find((theme) => theme !== shown[grouping]) ?? '';
    await sent(`${one}?/write`, { ...shown, motif: 'Voulue par les habitantes.' });
    const late = { ...shown, motif: 'Voulue par le comité.', [grouping]: other };
    const refused = (await sent(`${one}?/write`, late)) as { status: number; data: object };
    const page = await seen(one, team, refused.data);
    expect(page).toContain('Voulue par les habitantes.');
    expect(fieldsOf(page, 'write')).toMatchObject({ motif: 'Voulue par le comité.', [grouping]: other });
    await sent(`${one}?/write`, { ...fieldsOf(await seen(one), 'write'), motif: '' });
  });

  test.each([
    ['removed', { act: 'remove', motif: 'Déjà la loi.', avec: '' }],
    ['merged into another', { act: 'merge', motif: '', avec: '7' }],
  ])(
    'what was written of a measure that was %s meanwhile is still there, and enters it once it is back',
    async (_, how) => {
      const one = await measureOf(6);
      const shown = fieldsOf(await seen(one), 'write');
      const into = how.avec === '' ? '' : ((await measureOf(7)).split('/').at(-1) ?? '');
      const html = await seen(one);
      const avec = chosenIn(html, into);
      const asked = { ...fieldsOf(html, how.act), motif: how.motif, avec };
      // A page that was shown before somebody saved does nothing: what was asked for stands in it, beside what is saved.
      const stale = { ...asked, version: '0', envoi: `stale-${how.act}` };
      const early = (await sent(`${one}?/${how.act}`, stale)) as { status: number; data: object };
      expect(early.status).toBe(409);
      const again = await seen(one, team, early.data);
      expect(again).toContain('Quelqu’un a changé cette mesure');
      expect(again).toContain(how.avec === '' ? how.motif : `<option value="${avec}" selected`);
      await sent(`${one}?/${how.act}`, { ...asked, envoi: `gone-${how.act}` });
      const refused = (await sent(`${one}?/write`, { ...shown, titre: 'Écrit en même temps' })) as { data: object };
      // Where the draft leads for the reason, there is a field for it.
      if (how.act === 'remove') {
        expect(await seen(home)).toContain(`href="${one}#motif"`);
        expect(await seen(one)).toMatch(/<textarea[^>]* id="motif"/);
      }
      const page = await seen(one, team, refused.data);
      expect(page).toContain('n’est pas enregistré');
      const kept = fieldsOf(page, 'write');
      expect(kept['titre']).toBe('Écrit en même temps');
      expect(await sent(`${one}?/restore`, { envoi: `back-${how.act}` })).toBe(`${one}?fait`);
      const compared = (await sent(`${one}?/write`, kept)) as { status: number; data: object };
      expect(compared.status).toBe(409);
      const both = fieldsOf(await seen(one, team, compared.data), 'write');
      expect(await sent(`${one}?/write`, { ...both, motif: 'x' })).toBe(`${one}?fait`);
      await sent(`${one}?/write`, { ...fieldsOf(await seen(one), 'write'), titre: shown['titre'] ?? '', motif: '' });
      // The words of the other keep what was added to them.
      const other = await measureOf(7);
      await sent(`${other}?/write`, { ...fieldsOf(await seen(other), 'write'), motif: 'x' });
    },
  );

  test('numbers that somebody gave meanwhile are not undone unseen by those of an older page', async () => {
    const stale = fieldsOf(await seen(home), 'numbers');
    const [eight, nine] = await Promise.all([8, 9].map(async (number) => (await measureOf(number)).split('/').at(-1)));
    const swapped = { ...stale, [`numero-${eight}`]: '9', [`numero-${nine}`]: '8' };
    expect(await sent(`${home}?/numbers`, swapped)).toBe(`${home}?fait#mesures`);
    for (const late of [stale, { ...stale, ordre: 'suite' }]) {
      const refused = (await sent(`${home}?/numbers`, late)) as { status: number; data: object };
      expect(refused.status).toBe(409);
      const page = await seen(home, team, refused.data);
      expect(page).toContain('enregistré : 9');
      expect(fieldsOf(page, 'numbers')).toMatchObject({ [`numero-${eight}`]: '8', [`numero-${nine}`]: '9' });
    }
    expect((await measureOf(9)).split('/').at(-1)).toBe(eight);
    expect(await sent(`${home}?/numbers`, fieldsOf(await seen(home), 'numbers'))).toBe(`${home}?fait#mesures`);
    const now = fieldsOf(await seen(home), 'numbers');
    await sent(`${home}?/numbers`, { ...now, [`numero-${eight}`]: '8', [`numero-${nine}`]: '9' });
  });

  test('its head is changed, and a minimum above its measures stops it', async () => {
    const path = `${home}/entete`;
    const html = (await seen(path)).replace('<form method="POST"', '<form action="?/default"');
    const fields = fieldsOf(html, 'default');
    const ticked = Object.fromEntries(['0', '1', '2'].map((row) => [`principe-obligatoire-${row}`, 'on']));
    expect(await sent(path, { ...fields, ...ticked, minimum: '40', porteurs: 'collective-and-list' })).toBe(
      `${path}?fait`,
    );
    expect(await seen(home)).toContain('Le minimum demandé (40) dépasse');
    const now = fieldsOf((await seen(path)).replace('<form method="POST"', '<form action="?/default"'), 'default');
    expect(await sent(path, { ...now, ...ticked, minimum: '12', porteurs: 'collective-and-list' })).toBe(
      `${path}?fait`,
    );
    expect((await stores().workbench.find(Number(home.split('/').at(-1))))?.head.groupings[0]?.themes).toHaveLength(8);
  });

  test('is read through, then published; somebody who changed it meanwhile stops that', async () => {
    const mark = /name="lue" value="([^"]+)"/.exec(await seen(`${home}/publier`))?.[1] ?? '';
    const one = await measureOf(4);
    await sent(`${one}?/write`, { ...fieldsOf(await seen(one), 'write'), titre: 'Autre chose', motif: 'x' });
    expect(await sent(`${home}/publier`, { lue: mark })).toMatchObject({ status: 409 });
    const now = /name="lue" value="([^"]+)"/.exec(await seen(`${home}/publier`))?.[1] ?? '';
    expect(await sent(`${home}/publier`, { lue: now })).toBe('/chartes/pacte-2032');
    expect(await sent(`${home}/publier`, { lue: now })).toBe('/chartes/pacte-2032');
  });

  test('has a page that tells who writes it who changed what, and nobody else', async () => {
    const html = (await seen(`${home}/historique`)).replaceAll('\u00a0', ' ');
    expect(html).toContain('Édition publiée');
    expect(html).toMatch(/Autre chose : [^<]*mots/);
    expect(html).toContain('vous');
    expect(await seen(home)).toContain(`${home}/historique`);
    expect(await statusOf(seen(`${home}/historique`, coordinator))).toBe(404);
  });

  test('is withdrawn with a reason, as is that of the program; a form without one keeps its place', async () => {
    const withdraw = { edition: 'pacte-transition-2020', proposee: 'non' };
    const refused = await sent('/atelier?/offer', { ...withdraw, motif: ' ' });
    expect(refused).toMatchObject({ status: 400, data: { field: 'motif-pacte-transition-2020' } });
    expect(await sent('/atelier?/offer', { ...withdraw, motif: 'Celle de 2032 la suit' })).toBe('/atelier?fait');
    expect(await seen('/atelier')).toContain('motif : Celle de 2032 la suit');
    expect(await seen('/chartes/pacte-transition-2020')).toContain('Pourquoi : Celle de 2032 la suit');
    expect(await seen('/chartes')).toContain('n’est plus proposée à la signature');
    await sent('/atelier?/offer', { ...withdraw, proposee: 'oui' });
    expect(await seen('/chartes')).not.toContain('n’est plus proposée à la signature');
    expect(await sent('/atelier?/offer', { ...withdraw, motif: 'x' }, coordinator)).toBe(404);
  });
});

describe('a local edition', () => {
  let home = '';

  test('is begun by its coordinator from the space of the collective, with what it maps to', async () => {
    const list = `/atelier?collectif=${collective}`;
    expect(await seen(list, coordinator)).toContain('Édition');
    const local = { ...BEGIN, depart: '', titre: 'Pacte de Champigny', adresse: 'local-champigny-2030' };
    home = String(await sent(`${list}&/begin`, local, coordinator));
    expect(home).toMatch(/^\/atelier\/\d+$/);
    const measure = String(
      await sent(`${home}?/add`, { titre: 'Rouvrir la Marne à la baignade', envoi: 'c' }, coordinator),
    );
    expect(measure).toMatch(/mesures/);
    const fields = fieldsOf(await seen(measure, coordinator), 'write');
    const wrong = { ...fields, 'correspondances-pacte-transition-2020': '99' };
    expect(await sent(`${measure}?/write`, wrong, coordinator)).toMatchObject({ status: 400 });
    expect(
      await sent(`${measure}?/write`, { ...fields, 'correspondances-pacte-transition-2020': '13' }, coordinator),
    ).toBe(`${measure}?fait`);
    expect(await seen(measure, coordinator)).toContain('vient de la mesure 13');
  });

  test('has an address of its own kind and is its collective’s, whatever it starts from', async () => {
    const list = `/atelier?collectif=${collective}&/begin`;
    const taking = { ...BEGIN, titre: 'Pacte', adresse: 'pacte-transition-2038', envoi: 'taking' };
    expect(await sent(list, taking, coordinator)).toMatchObject({ status: 400, data: { field: 'adresse' } });
    expect(await sent('/atelier?/begin', { ...taking, adresse: 'local-2038' })).toMatchObject({ status: 400 });
    const begun = String(await sent(list, { ...taking, adresse: 'local-champigny-2038' }, coordinator));
    const head = async () => (await stores().workbench.find(numberOf(begun)))?.head;
    expect((await head())?.publisher).toBe('Champigny en transition');
    const path = `${begun}/entete`;
    const html = (await seen(path, coordinator)).replace('<form method="POST"', '<form action="?/default"');
    const forged = { ...fieldsOf(html, 'default'), editeur: 'Le comité national', porteurs: 'collective-and-list' };
    expect(await sent(path, forged, coordinator)).toBe(`${path}?fait`);
    expect((await head())?.publisher).toBe('Champigny en transition');
  });

  test('made from the one before keeps what each measure comes from, in as many editions as there are', async () => {
    const before = 'local-champigny-2026';
    const draft = async (id: string, depart: string) => {
      const begun = { ...BEGIN, depart, titre: 'Pacte local', adresse: id, envoi: id };
      return String(await sent(`/atelier?collectif=${collective}&/begin`, begun, coordinator));
    };
    const first = await draft(before, '');
    await sent(`${first}?/add`, { titre: 'Rouvrir la Marne', motif: 'x', envoi: 'e' }, coordinator);
    expect(await publishEdition(stores(), founder, { draft: numberOf(first) }, THEN)).toMatchObject({ ok: true });
    await refreshEditions(database.db);

    const next = await draft('local-champigny-2032', before);
    const one = (await stores().workbench.find(numberOf(next)))?.measures[0]?.id ?? 0;
    const page = `${next}/mesures/${one}`;
    const origins = async () => (await stores().workbench.find(numberOf(next)))?.measures[0]?.origins;
    await sent(`${page}?/write`, fieldsOf(await seen(page, coordinator), 'write'), coordinator);
    expect(await origins()).toEqual([{ edition: before, measure: 1 }]);
    const fields = fieldsOf(await seen(page, coordinator), 'write');
    const mapped = { ...fields, 'correspondances-pacte-transition-2020': '13' };
    expect(await sent(`${page}?/write`, mapped, coordinator)).toBe(`${page}?fait`);
    await sent(`${page}?/write`, fieldsOf(await seen(page, coordinator), 'write'), coordinator);
    expect(await origins()).toEqual([
      { edition: before, measure: 1 },
      { edition: 'pacte-transition-2020', measure: 13 },
    ]);
  });

  test('is seen by the national team, and not written by it', async () => {
    expect(await seen(home)).toContain('Rouvrir la Marne');
    expect(await statusOf(seen(`${home}/entete`))).toBe(404);
    expect(await statusOf(seen(`${home}/historique`))).toBe(404);
    expect(await seen(`${home}/historique`, coordinator)).toContain('Rouvrir la Marne');
    expect(await sent(`${home}?/add`, { titre: 'Ajoutée par d’autres', envoi: 'd' })).toMatchObject({ status: 400 });
  });

  test('is not there for the coordinator of another collective', async () => {
    const other = await active(database.db, { founder: 'odile', places: [CHAMPIGNY], name: 'Un autre collectif' });
    expect(await statusOf(seen(home, await signedIn(other.founder)))).toBe(404);
  });
});
