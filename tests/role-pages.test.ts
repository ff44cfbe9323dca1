/** The pages of roles and of the national team, asked as a browser asks them: who gets in, what a form does, what is never shown. */
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { browser, type Asked, type Browser } from '#server/accounts/testing/request.ts';
import { readConfig } from '#server/config.ts';
import { provideRuntime } from '#server/runtime.ts';
import { holdingsOf } from '#server/storage/holdings.ts';
import { storesOn } from '#server/stores.ts';
import { giveRole } from '#use-cases/campaign/give-role.ts';
import { withTestDatabase } from './database.ts';
import { signedIn } from './signed-in.ts';
import { buildWorld, OPERATOR, THEN } from './world.ts';

const database = withTestDatabase();
const stores = () => storesOn(database.db);
let list = 0;

beforeAll(async () => {
  await buildWorld(database.db);
  provideRuntime({ config: readConfig({}), db: database.db });
  const row = { emailVerified: true, image: null, createdAt: THEN, updatedAt: THEN };
  for (const id of ['dominique', 'claire']) {
    await database.db
      .insertInto('person')
      .values({ id, name: id === 'claire' ? 'Claire Équipe' : 'Dominique Exemple', email: `${id}@exemple.fr`, ...row })
      .execute();
  }
  await giveRole(stores(), OPERATOR, { email: 'claire@exemple.fr', role: { role: 'national-team' } }, THEN);
  const kept = await stores().campaign.keepList(
    {
      election: 'municipales-2026',
      municipality: '94017',
      constituency: null,
      name: 'Champigny ensemble (exemple)',
      shortName: null,
      nuance: null,
      leader: null,
      firstRound: 1,
      panelNumber: null,
      source: 'x',
      enteredAs: 'import',
    },
    THEN,
  );
  list = kept.id;
  await stores().campaign.keepAddress(
    { list, email: 'secretariat@ensemble.example', source: 'x' },
    { by: 'x', at: THEN },
  );
});

type Module = {
  readonly load: (event: Asked) => Promise<unknown>;
  readonly actions?: Readonly<Record<string, (event: Asked) => Promise<unknown>>>;
};
const moduleOf = async (route: string) =>
  (await import(/* @vite-ignore */ pathToFileURL(resolve(`src/routes${route}/+page.server.ts`)).href)) as Module;

const seen = async (who: Browser, route: string, params: Readonly<Record<string, string>> = {}) =>
  await (await moduleOf(route)).load(who.ask(route, 'GET', { params }));
async function send(who: Browser, route: string, act: string, form: Readonly<Record<string, string>>, params = {}) {
  const { actions = {} } = await moduleOf(route);
  return await actions[act]?.(who.ask(`${route}?/${act}`, 'POST', { form, params }));
}
const DONE = { status: 303 };

const TEAM_PAGES = readdirSync('src/routes/equipe', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('+page.server.ts'))
  .map((file) => `/equipe/${file.replace(/\/?\+page\.server\.ts$/, '')}`.replace(/\/$/, ''));
const PARAMS = { election: 'municipales-2026', file: '1' };

describe.each(TEAM_PAGES)('%s', (route) => {
  test('sends a visitor to sign in, and is not there for who is not of the team', async () => {
    await expect(seen(browser(), route, PARAMS)).rejects.toMatchObject(DONE);
    await expect(seen(await signedIn('dominique'), route, PARAMS)).rejects.toMatchObject({ status: 404 });
  });
  test('takes no form from who is not of the team', async () => {
    const { actions = {} } = await moduleOf(route);
    const visitor = await signedIn('dominique');
    for (const act of Object.keys(actions)) {
      const sent = send(visitor, route, act, { demande: '1', report: '1', collective: '1' }, PARAMS);
      await expect(sent, `${route} ${act}`).rejects.toMatchObject({ status: 404 });
    }
  });
});

describe('somebody who asks to represent a list', () => {
  test('does it from the page of the list, gets the code from its public address, and holds the role', async () => {
    const visitor = await signedIn('dominique');
    const params = { quoi: `liste-${list}` };
    const page = JSON.stringify(await seen(visitor, '/compte/roles/demander/[quoi]', params));
    expect(page).toContain('s…@ensemble.example');
    expect(page).not.toContain('secretariat@');
    await expect(
      send(visitor, '/compte/roles/demander/[quoi]', 'default', { mots: 'Je suis mandataire' }, params),
    ).rejects.toMatchObject(DONE);
    const { id: demande } = await database.db
      .selectFrom('roleRequest')
      .select('id')
      .where('personId', '=', 'dominique')
      .executeTakeFirstOrThrow();
    const form = { demande: String(demande) };
    await expect(send(visitor, '/compte/roles', 'envoyer', form)).rejects.toMatchObject(DONE);
    const mail = await database.db
      .selectFrom('mail')
      .select(['recipient', 'content'])
      .where('kind', '=', 'role-code')
      .executeTakeFirstOrThrow();
    expect(mail.recipient).toBe('secretariat@ensemble.example');
    expect(await send(visitor, '/compte/roles', 'confirmer', { ...form, code: 'AAAAA-AAAAA' })).toMatchObject({
      status: 400,
      data: { request: demande, typed: 'AAAAA-AAAAA' },
    });
    const code = (mail.content as { readonly code?: string } | null)?.code ?? '';
    await expect(send(visitor, '/compte/roles', 'confirmer', { ...form, code })).rejects.toMatchObject(DONE);
    expect(await holdingsOf(database.db, 'dominique')).toEqual([{ role: 'list-representative', list }]);
    expect(JSON.stringify(await seen(visitor, '/compte/roles'))).toContain('code envoyé à l’adresse publique');
    await expect(send(visitor, '/compte/roles', 'quitter', form)).rejects.toMatchObject(DONE);
    expect(await holdingsOf(database.db, 'dominique')).toEqual([]);
  });

  test('cannot drop, leave or decide what others asked', async () => {
    const claire = (
      await database.db
        .selectFrom('roleRequest')
        .select('id')
        .where('personId', '=', 'claire')
        .executeTakeFirstOrThrow()
    ).id;
    const visitor = await signedIn('dominique');
    for (const act of ['abandonner', 'quitter', 'decider', 'envoyer']) {
      const sent = send(visitor, '/compte/roles', act, { demande: String(claire), reponse: 'confirmed', motif: 'x' });
      await expect(sent, act).rejects.toMatchObject({ status: 404 });
    }
  });
});

const ELECTION = '/equipe/elections/[election]';

/** Sends a file by the form and returns its number, which the answer sends on to. */
async function bring(who: Browser, text: string, contenu: string): Promise<string> {
  const form = new FormData();
  form.set('fichier', new File([text], 'fichier.csv'));
  form.set('contenu', contenu);
  form.set('tour', '1');
  const asked = who.ask(`${ELECTION}?/fichier`, 'POST', { params: { election: 'municipales-2026' } });
  const cookie = asked.request.headers.get('cookie') ?? '';
  const request = new Request(asked.url, { method: 'POST', body: form, headers: { cookie } });
  const sent: unknown = await (
    await moduleOf(ELECTION)
  ).actions?.['fichier']?.({ ...asked, request }).catch((thrown: unknown) => thrown);
  expect(sent).toMatchObject(DONE);
  return String((sent as { readonly location: string }).location.split('/').at(-1));
}

describe('the national team', () => {
  test('sees who asks by the name they gave, never by their address, and answers', async () => {
    const visitor = await signedIn('dominique');
    await expect(
      send(
        visitor,
        '/compte/roles/demander/[quoi]',
        'default',
        { role: 'municipal-agent', mots: '' },
        { quoi: 'commune-94017' },
      ),
    ).rejects.toMatchObject(DONE);
    const team = await signedIn('claire');
    const queue = JSON.stringify(await seen(team, '/equipe/demandes'));
    expect(queue).toContain('Dominique Exemple');
    expect(queue).not.toContain('@exemple.fr');
    const { id } = await database.db
      .selectFrom('roleRequest')
      .select('id')
      .where('state', '=', 'asked')
      .executeTakeFirstOrThrow();
    expect(
      await send(team, '/equipe/demandes', 'decider', { demande: String(id), reponse: 'refused', motif: '' }),
    ).toMatchObject({ status: 400 });
    await expect(
      send(team, '/equipe/demandes', 'decider', { demande: String(id), reponse: 'confirmed', motif: '' }),
    ).rejects.toMatchObject(DONE);
    expect(await holdingsOf(database.db, 'dominique')).toMatchObject([{ role: 'municipal-agent' }]);
  });

  test('brings a file, sees what it changes, corrects a column, and writes it once', async () => {
    const team = await signedIn('claire');
    const params = { election: 'municipales-2026' };
    const text = 'Code INSEE;Nom de la liste;Ordre;Patronyme;Prénom\n94015;Bry d’abord (exemple);1;EXEMPLE;Lou\n';
    const file = { ...params, file: await bring(team, text, 'lists') };
    const preview = `${ELECTION}/fichier/[file]`;
    // The family name is under a header that nobody knows.
    expect(await seen(team, preview, file)).toMatchObject({
      refusal: expect.stringContaining('le nom de famille') as string,
    });
    const columns = { municipality: '0', listName: '1', position: '2', family: '3', given: '4' };
    await expect(send(team, preview, 'colonnes', columns, file)).rejects.toMatchObject(DONE);
    expect(await seen(team, preview, file)).toMatchObject({ refusal: null, total: 0, writes: true });
    expect(await stores().campaign.listsIn('94015', 'municipales-2026')).toEqual([]);
    await expect(send(team, preview, 'ecrire', {}, file)).rejects.toMatchObject(DONE);
    expect(await stores().campaign.listsIn('94015', 'municipales-2026')).toMatchObject([
      { name: 'Bry d’abord (exemple)', leader: 'Lou EXEMPLE' },
    ]);
    await expect(seen(team, preview, file)).rejects.toMatchObject({ status: 404 });
  });

  test('corrects a column of results, and gives a file up without a trace', async () => {
    const team = await signedIn('claire');
    const text = `Code commune;Exprimés;N° Liste;Libellé de liste;Voix;Sièges\n94017;100;1;Champigny ensemble (exemple);60;`;
    const params = { election: 'municipales-2026', file: await bring(team, text, 'results') };
    const preview = `${ELECTION}/fichier/[file]`;
    const before = (await seen(team, preview, params)) as {
      readonly period: number;
      readonly fields: readonly { readonly field: string; readonly column: number | null }[];
    };
    expect(before).toMatchObject({ refusal: null, total: 0, writes: true, period: 4 });
    const columns = Object.fromEntries(before.fields.map(({ field, column }) => [field, String(column ?? '')]));
    // The number of the list taken for its votes: what changes is seen before it is written.
    await expect(
      send(team, preview, 'colonnes', { ...columns, votes: '2', period: '4' }, params),
    ).rejects.toMatchObject(DONE);
    expect(await seen(team, preview, params)).toMatchObject({
      total: 0,
      fields: expect.arrayContaining([expect.objectContaining({ field: 'votes', column: 2 })]) as unknown,
    });
    await expect(send(team, preview, 'abandonner', {}, params)).rejects.toMatchObject(DONE);
    await expect(seen(team, preview, params)).rejects.toMatchObject({ status: 404 });
    expect((await stores().campaign.findList(list))?.rounds[0]?.votes).toBeNull();
  });
});

test('the page that changes a list says who may to who may not, and takes no form from them', async () => {
  const visitor = await signedIn('dominique');
  const params = { list: String(list) };
  expect(await seen(visitor, '/listes/[list]/modifier', params)).toMatchObject({
    allowed: false,
    mayCorrect: false,
    mayWithdraw: false,
    maySettle: false,
    team: false,
    others: [],
    addresses: [],
  });
  for (const act of Object.keys((await moduleOf('/listes/[list]/modifier')).actions ?? {})) {
    const sent = send(
      visitor,
      '/listes/[list]/modifier',
      act,
      { nom: 'x', jour: '2026-03-01', dans: '1', resultat: 'majority', pacte: '1' },
      params,
    );
    await expect(sent, act).rejects.toMatchObject({ status: 404 });
  }
  const team = await signedIn('claire');
  await expect(
    send(team, '/listes/[list]/modifier', 'corriger', { nom: 'Renommée', tete: 'Lou Exemple', nuance: '' }, params),
  ).rejects.toMatchObject(DONE);
  expect(await stores().campaign.findList(list)).toMatchObject({ name: 'Renommée', leader: 'Lou Exemple' });
});
