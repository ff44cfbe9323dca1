/** What anybody sees of what happened after a signature, and what nobody does. */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { browser, type Asked, type Browser } from '#server/accounts/testing/request.ts';
import { readConfig } from '#server/config.ts';
import { provideRuntime } from '#server/runtime.ts';
import { storesOn } from '#server/stores.ts';
import { agreeMinutes, writeMinutes } from '#use-cases/committee/agree-minutes.ts';
import { callMeeting, proposeAgendaItem } from '#use-cases/committee/meet.ts';
import { acceptCommittee, proposeCommittee } from '#use-cases/committee/propose-committee.ts';
import { nameCommitteeMember } from '#use-cases/committee/sit-in-committee.ts';
import { askQuestion } from '#use-cases/events/ask-question.ts';
import { draftLetter, recordSending } from '#use-cases/events/send-letter.ts';
import { changeEvent, writeEvent } from '#use-cases/events/write-event.ts';
import { askToFollow, confirmFollowing } from '#use-cases/deadlines/follow-deadlines.ts';
import { extractText } from '#reading/extract/extract-text.ts';
import { active } from './collectives.ts';
import { withTestDatabase } from './database.ts';
import { actorFor, addressOf, codeSentTo, newPerson } from './people.ts';
import { withPageRenderer } from './render-page.ts';
import { signedIn as sessionOf } from './signed-in.ts';
import { newList } from './signing-rows.ts';
import { ofTownHall } from './town-hall.ts';
import { buildWorld, CHAMPIGNY, EDITION } from './world.ts';

const database = withTestDatabase();
const { render, renderHead } = withPageRenderer();
const HOME = '/communes/94017-champigny-sur-marne';
const HERE = '/[places=places]/[place]';
const AT = { places: 'communes', place: '94017-champigny-sur-marne' };
const NOW = new Date();
const day = (days: number) => new Date(NOW.getTime() + days * 86_400_000);
const iso = (days: number) => day(days).toISOString().slice(0, 10);
const place = CHAMPIGNY;
const stores = () => storesOn(database.db);
let mona: Awaited<ReturnType<typeof actorFor>>;
let [committee, signed] = [0, 0];
let [agreed, pending] = [0, 0];

function value<Value>(result: { ok: true; value: Value } | { ok: false; refusal: { kind: string } }): Value {
  if (!result.ok) throw new Error(result.refusal.kind);
  return result.value;
}

const page = async (route: string, path: string, params: Readonly<Record<string, string>> = {}) =>
  await render(`${HERE}${route}`, `${HOME}${path}`, { ...AT, ...params }, browser());

const VISITOR = { getClientAddress: () => '127.0.0.1', setHeaders: () => undefined };
type AskedOfEndpoint = { readonly params: object; readonly url: URL } & Partial<typeof VISITOR>;
type Endpoint = { readonly GET: (event: AskedOfEndpoint) => Promise<Response> };
const endpoint = async (path: string) =>
  (await import(/* @vite-ignore */ pathToFileURL(resolve(`src/routes${HERE}/${path}/+server.ts`)).href)) as Endpoint;

/** What the papers of a meeting here say, read back. */
async function papers(format: string): Promise<string> {
  const { GET } = await endpoint('seance.[format]');
  const url = new URL(`http://site.test${HOME}/seance.${format}`);
  const answer = await GET({ params: { ...AT, format }, url, ...VISITOR });
  const read = await extractText(new Uint8Array(await answer.arrayBuffer()), { filename: `seance.${format}` });
  if (!read.ok) throw new Error(read.refusal.kind);
  return read.value.text;
}

beforeAll(async () => {
  const { db } = database;
  provideRuntime({ config: readConfig({}), db });
  signed = (await buildWorld(db)).demain;
  const { founder } = await active(db, { founder: 'mona', places: [place], name: 'Champigny en transition' });
  mona = await actorFor(db, founder);
  const edile = await actorFor(db, await ofTownHall(db, { name: 'edile', place, role: 'elected-official' }));
  committee = value(
    await proposeCommittee(stores(), mona, { place, collective: null, words: 'Secret entre nous' }, day(-90)),
  ).id;
  const about = { place, committee };
  value(await acceptCommittee(stores(), edile, about, day(-80)));
  const member = { organisation: '', email: '' };
  value(
    await nameCommitteeMember(stores(), edile, { ...about, ...member, quality: 'elected', name: 'Dominique Élu' }, NOW),
  );
  value(
    await nameCommitteeMember(
      stores(),
      mona,
      { ...about, ...member, quality: 'resident', name: 'Nadia Discrète' },
      NOW,
    ),
  );
  const meet = async (days: number) => {
    const when = {
      startsAt: day(days),
      endsAt: day(days + 0.1),
      zone: 'Europe/Paris',
      location: 'Salle cachée',
      open: false,
    };
    return value(await callMeeting(stores(), mona, { ...about, ...when }, NOW)).number;
  };
  [agreed, pending] = [await meet(-40), await meet(-3)];
  const decisions = [{ words: 'Chiffrer la piste', items: ['m15'], who: 'Voirie', dueOn: iso(20) }];
  for (const [meeting, text] of [
    [agreed, 'Tracé retenu.'],
    [pending, 'Pas encore dit.'],
  ] as const) {
    const content = { text, present: '', decisions };
    value(await writeMinutes(stores(), mona, { ...about, meeting, revision: 0, content }, NOW));
    value(await agreeMinutes(stores(), mona, { ...about, meeting, revision: 1 }, NOW));
  }
  value(await agreeMinutes(stores(), edile, { ...about, meeting: agreed, revision: 1 }, NOW));
  value(
    await proposeAgendaItem(stores(), mona, { ...about, meeting: pending, words: 'Point réservé', about: null }, NOW),
  );
  const ask = { place, item: 'm15', visibility: 'public', words: 'Combien d’arceaux ?' } as const;
  const question = value(await askQuestion(stores(), mona, ask, NOW)).id;
  value(await askQuestion(stores(), mona, { ...ask, visibility: 'private', words: 'Question privée' }, NOW));
  const letter = {
    addressee: 'Mairie',
    subject: 'Nos <b>questions</b>',
    opening: 'Bonjour',
    closing: 'Merci',
    signedBy: 'Mona',
    questions: [question],
  };
  const { id } = value(await draftLetter(stores(), mona, { place, letter }, NOW));
  value(
    await recordSending(
      stores(),
      mona,
      { place, id, revision: 1, sentOn: iso(-47), means: 'post', replyDays: 30, visibility: 'public' },
      NOW,
    ),
  );
  const words = {
    happenedOn: iso(-10),
    title: 'Réunion piste',
    words: 'Ok',
    who: 'Adjointe',
    whoPrivate: 'Nadia Discrète',
    items: ['m15'],
  };
  const told = { ...words, place, visibility: 'public' } as const;
  const { id: met } = value(await writeEvent(stores(), mona, { ...told, about: { kind: 'meeting' } }, NOW));
  const corrected = { ...told, id: met, revision: 1, words: 'Le tracé <b>passe</b> par la gare.' };
  value(await changeEvent(stores(), mona, corrected, NOW));
  value(
    await writeEvent(
      stores(),
      edile,
      { ...words, title: 'Note interne', place, visibility: 'private', about: { kind: 'meeting' } },
      NOW,
    ),
  );
});

test('the follow-up tells letters with their silence, and keeps to each side what is its own', async () => {
  const shown = await page('/suivi', '/suivi');
  expect(shown).toContain('Sans réponse depuis 47 jours');
  expect(shown).toContain('1 sur 1');
  expect(shown).toContain('Nos &lt;b>questions&lt;/b>');
  expect(shown).toContain('Combien d’arceaux ?');
  for (const hidden of ['Nadia', 'Note interne', 'Question privée', '@']) expect(shown).not.toContain(hidden);
});

test('what was written before a correction stays under it, folded, with its day', async () => {
  const shown = await page('/suivi', '/suivi');
  const [, folded = ''] = /<details class="replaced">(.*?)<\/details>/s.exec(shown) ?? [];
  expect(folded).toMatch(/<summary>Corrigé le \d/);
  expect(folded).toMatch(/Jusqu’au \d/);
  expect(folded).toContain('>Ok<');
  expect(folded).toContain('Adjointe');
  expect(folded).not.toContain('Nadia');
  expect(shown.replace(folded, '')).toContain('Le tracé &lt;b>passe&lt;/b> par la gare.');
});

test('the thread of the promise shows its meetings, its letters and what was decided', async () => {
  const thread = async (measure: string) =>
    await render('/communes/[commune]/mesures/[measure]', `${HOME}/mesures/${measure}`, {
      commune: AT.place,
      measure,
    });
  const shown = await thread('15');
  expect(shown).toContain('Réunion piste');
  expect(shown).toContain('Sans réponse depuis 47 jours');
  expect(shown).toContain('Chiffrer la piste');
  expect(await thread('1')).not.toContain('Réunion piste');
});

test('minutes that one side only agreed to are nobody else’s: their page is not there', async () => {
  const MEETING = '/comite/seances/[meeting]';
  const asked = (number: number) =>
    [`/comite/seances/${committee}-${number}`, { meeting: `${committee}-${number}` }] as const;
  const shown = await page(MEETING, ...asked(agreed));
  expect(shown).toContain('Tracé retenu.');
  expect(shown).toContain('Il ne change plus');
  expect(shown).not.toContain('<form');
  expect(shown).not.toContain('Salle cachée');
  await expect(page(MEETING, ...asked(pending))).rejects.toMatchObject({ status: 404 });
  await expect(page(MEETING, ...asked(99))).rejects.toMatchObject({ status: 404 });
  const committees = await page('/comite', '/comite');
  expect(committees).toContain('compte rendu pas encore approuvé par les deux parties');
  expect(committees).toContain('Dominique Élu');
  expect(committees).toContain('Une autre personne n’a pas choisi de montrer son nom');
  for (const hidden of ['Nadia', 'Pas encore dit', 'Salle cachée', 'Secret entre nous', 'Point réservé'])
    expect(committees).not.toContain(hidden);
});

test('deadlines say where they are written, what is over apart', async () => {
  const shown = await page('/echeances', '/echeances');
  expect(shown).toContain('Chiffrer la piste');
  expect(shown).toContain('compte rendu approuvé par les deux parties');
  expect(shown.indexOf('Réponse demandée')).toBeGreaterThan(shown.indexOf('Passées'));
});

test('the calendar holds hostile titles as words of one line', async () => {
  await database.db.updateTable('committeeDecision').set({ words: 'Fin\r\nEND:VCALENDAR\r\n;,\\' }).execute();
  const { GET } = await endpoint('echeances.ics');
  const text = await (await GET({ params: AT, url: new URL(`http://site.test${HOME}/echeances.ics`) })).text();
  const lines = text.replaceAll('\r\n ', '').split('\r\n');
  expect(lines.filter((line) => line === 'END:VCALENDAR')).toHaveLength(1);
  expect(text).toContain(`DTSTART;VALUE=DATE:${iso(20).replaceAll('-', '')}`);
  expect(lines.find((line) => line.startsWith('SUMMARY') && line.includes('Décision'))).toContain(
    'Fin\\nEND:VCALENDAR\\n\\;\\,\\\\',
  );
});

test('an open meeting goes into calendars with its hours and its place, marked by when it changed and not by today', async () => {
  const asked = { place, committee, zone: 'Europe/Paris', location: 'Salle des fêtes', open: true } as const;
  const [startsAt, endsAt] = [new Date('2031-05-06T16:30:00Z'), new Date('2031-05-06T18:30:00Z')];
  value(await callMeeting(stores(), mona, { ...asked, startsAt, endsAt }, NOW));
  const { GET } = await endpoint('echeances.ics');
  const text = await (await GET({ params: AT, url: new URL(`http://site.test${HOME}/echeances.ics`) })).text();
  const entries = text.replaceAll('\r\n ', '').split('BEGIN:VEVENT').slice(1);
  const meeting = entries.find((entry) => entry.includes('Salle des fêtes')) ?? '';
  expect(meeting).toContain('DTSTART:20310506T163000Z\r\nDTEND:20310506T183000Z');
  expect(meeting).toContain('LOCATION:Salle des fêtes');
  const told = `${NOW.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
  expect(meeting).toContain(`DTSTAMP:${told}\r\nLAST-MODIFIED:${told}`);
  const midnight = `DTSTAMP:${iso(0).replaceAll('-', '')}T000000Z`;
  expect(entries.filter((entry) => entry.includes(midnight))).toEqual([]);
});

test(
  'the papers of a meeting hold what is public alone, and read back as they were written',
  { timeout: 30_000 },
  async () => {
    for (const text of [await papers('pdf'), await papers('odt')]) {
      const flat = text.replaceAll(/\s+/g, ' ');
      expect(flat).toContain('Combien d’arceaux');
      expect(flat).toContain('sans réponse depuis 47 jours');
      expect(flat).toContain('Jamais évalué');
      expect(flat).toContain('Décisions prises');
      for (const hidden of ['Question privée', 'Point réservé', 'Nadia', 'Pas encore dit'])
        expect(flat).not.toContain(hidden);
    }
    await expect(papers('exe')).rejects.toMatchObject({ status: 404 });
  },
);

test('where nothing was signed each page says so, and leads on', async () => {
  const nogent = { places: 'communes', place: '94052-nogent-sur-marne' };
  const at = '/communes/94052-nogent-sur-marne';
  for (const path of ['/suivi', '/comite']) {
    const shown = await render(`${HERE}${path}`, `${at}${path}`, nogent);
    expect(shown).toContain('Aucun pacte n’est publié ici');
    expect(shown).toContain(`${at}/souhait`);
    expect(await renderHead(`${HERE}${path}`, `${at}${path}`, nogent)).toContain('noindex');
  }
  expect(await render(`${HERE}/echeances`, `${at}/echeances`, nogent)).toContain('Rien encore');
});

test('the edition of a decision is that of the pact', async () => {
  const { edition } = await database.db.selectFrom('committeeDecision').select('edition').executeTakeFirstOrThrow();
  expect(edition).toBe(EDITION);
});

describe('the pages of a side', () => {
  type Module = {
    readonly load: (event: Asked) => Promise<unknown>;
    readonly actions: Readonly<Record<string, (event: Asked) => Promise<unknown>>>;
  };
  const moduleOf = async (route: string) =>
    (await import(/* @vite-ignore */ pathToFileURL(resolve(`src/routes${route}/+page.server.ts`)).href)) as Module;
  let [mona, edile, stranger, camille] = [browser(), browser(), browser(), browser()];

  const signedIn = async (name: string): Promise<Browser> => await sessionOf(`p-${name}`);
  const see = async (who: Browser, route: string, params: Readonly<Record<string, string>> = {}) =>
    await (await moduleOf(HERE + route)).load(who.ask(HOME + route, 'GET', { params: { ...AT, ...params } }));
  const send = async (
    who: Browser,
    { route, act, params = {} }: { route: string; act: string; params?: Readonly<Record<string, string>> },
    form: Readonly<Record<string, string>>,
  ) =>
    await (
      await moduleOf(HERE + route)
    ).actions[act]?.(who.ask(HOME + route, 'POST', { params: { ...AT, ...params }, form }));

  beforeAll(async () => {
    await newPerson(database.db, 'passante');
    await newPerson(database.db, 'camille');
    const list = await newList(database.db, 'opposée', 'camille');
    await stores().campaign.linkPact({ pact: signed, list, by: 'claire', at: NOW });
    [mona, edile, stranger] = [await signedIn('mona'), await signedIn('edile'), await signedIn('passante')];
    camille = await signedIn('camille');
  });

  test('are not there for somebody of neither, who signed in', async () => {
    for (const route of ['/suivi/espace', '/suivi/espace/evenement', '/suivi/espace/lettres', '/comite/espace'])
      await expect(see(stranger, route)).rejects.toMatchObject({ status: 404 });
    const meeting = { meeting: `${committee}-${pending}` };
    await expect(see(stranger, '/comite/seances/[meeting]', meeting)).rejects.toMatchObject({ status: 404 });
    // Letters are the collective's: the town hall has no draft of them.
    await expect(see(edile, '/suivi/espace/lettres')).rejects.toMatchObject({ status: 404 });
  });

  test('of a list that signed: its own events, and nothing that is asked or answered in the name of a side', async () => {
    const html = async () => await render(`${HERE}/suivi/espace`, `${HOME}/suivi/espace`, AT, camille);
    const before = await html();
    expect(before).toContain('Vous parlez pour la liste « Champigny demain opposée (exemple) »');
    expect(before).toContain('Lettres reçues');
    for (const hidden of ['Note interne', 'Question privée', 'Poser une question', '?/repondre', '/comite/espace'])
      expect(before).not.toContain(hidden);
    const form = {
      happenedOn: iso(-2),
      title: 'Notre réponse',
      words: 'Oui',
      who: '',
      whoPrivate: '',
      isPublic: 'oui',
    };
    const at = { route: '/suivi/espace/evenement', act: 'default' };
    await expect(send(camille, at, form)).rejects.toMatchObject({ status: 303 });
    expect(await page('/suivi', '/suivi')).toContain('racontée par la liste « Champigny demain opposée (exemple) »');
    expect(await html()).toContain('Notre réponse');
    await expect(see(camille, '/comite/espace')).rejects.toMatchObject({ status: 404 });
  });

  test('say what became of a decision, by a plain form that whoever only reads is not offered', async () => {
    const route = '/comite/seances/[meeting]';
    const params = { meeting: `${committee}-${agreed}` };
    const shown = async (who: Browser) =>
      await render(HERE + route, `${HOME}/comite/seances/${params.meeting}`, { ...AT, ...params }, who);
    const before = await shown(edile);
    expect(before).toMatch(/Où en est-on\s*:\s*à faire/);
    for (const words of ['action="?/decision"', 'name="seen" value="to-do"', 'Marquer « fait »', 'value="abandoned"'])
      expect(before).toContain(words);
    const at = { route, act: 'decision', params };
    const form = { decision: '1', seen: 'to-do', state: 'done' };
    await expect(send(edile, at, form)).rejects.toMatchObject({ status: 303 });
    expect(await send(mona, at, form)).toMatchObject({ status: 409, data: { at: 'decision' } });
    const after = await shown(browser());
    expect(after).toMatch(/fait \(selon la mairie, le \d/);
    expect(after).not.toContain('<form');
    expect(await page('/comite', '/comite')).toMatch(/fait \(selon la mairie, le \d/);
    expect((await papers('odt')).replaceAll(/\s+/g, ' ')).toMatch(/fait \(selon la mairie, le \d/);
    const dates = await page('/echeances', '/echeances');
    expect(dates.lastIndexOf('Décision')).toBeGreaterThan(dates.indexOf('Passées'));
  });

  test('keep every word of two who write minutes at once', async () => {
    const at = { route: '/comite/seances/[meeting]', act: 'ecrire', params: { meeting: `${committee}-${pending}` } };
    const typed = { revision: '1', text: 'Mots de l’élue', present: '', row: '0', 'words-0': 'Planter', 'item-0': '' };
    await expect(send(edile, at, typed)).rejects.toMatchObject({ status: 303 });
    const late = await send(mona, at, { ...typed, text: 'Mots du collectif' });
    expect(late).toMatchObject({ status: 409, data: { at: 'ecrire', minutes: { text: 'Mots du collectif' } } });
    expect(await see(mona, at.route, at.params)).toMatchObject({
      minutes: { text: 'Mots de l’élue' },
      own: { minutesRevision: 2, yes: [] },
    });
  });

  test('give a form back with what was typed, and the field', async () => {
    const at = { route: '/suivi/espace/evenement', act: 'default' };
    const typed = { happenedOn: iso(3), title: 'Demain', words: 'Mots', who: '', whoPrivate: '', isPublic: 'oui' };
    expect(await send(mona, at, typed)).toMatchObject({
      status: 400,
      data: { field: 'happenedOn', typed: { title: 'Demain', words: 'Mots' } },
    });
    expect(await send(edile, { route: '/suivi/espace', act: 'poser' }, { words: ' ', item: '' })).toMatchObject({
      status: 400,
      data: { at: 'poser' },
    });
  });

  test('offer no field that a letter which went keeps for ever, nor to hide what everybody read', async () => {
    const { id } = await database.db
      .selectFrom('followUpEvent')
      .select('id')
      .where('kind', '=', 'letter')
      .executeTakeFirstOrThrow();
    const route = '/suivi/espace/evenement/[event]';
    const params = { event: String(id) };
    const asked = async () =>
      await render(HERE + route, `${HOME}/suivi/espace/evenement/${id}`, { ...AT, ...params }, mona);
    const html = await asked();
    expect(html).toContain('sont ceux de la lettre envoyée');
    for (const name of ['happenedOn', 'title', 'item', 'isPublic']) expect(html).not.toContain(`name="${name}"`);
    expect(html).toContain('name="who"');
    // What a form holds all the same changes nothing of them.
    const form = { revision: '1', happenedOn: iso(-1), title: 'Autre', who: 'La maire', whoPrivate: '', words: 'Mots' };
    await expect(send(mona, { route, act: 'corriger', params }, form)).rejects.toMatchObject({ status: 303 });
    expect(await stores().events.find({ place, id })).toMatchObject({
      ...{ happenedOn: iso(-47), title: 'Nos <b>questions</b>', who: 'La maire', visibility: 'public' },
    });
    await expect(send(edile, { route, act: 'corriger', params }, form)).rejects.toMatchObject({ status: 404 });
  });

  test('a link that ends reminders changes nothing when it is looked at, as mail scanners do', async () => {
    const email = addressOf('lecteur');
    const { proof } = value(await askToFollow(stores(), { kind: 'anyone' }, { place, email }, NOW));
    const code = await codeSentTo(database.db, email);
    value(await confirmFollowing(stores(), { kind: 'anyone' }, { place, proof, code }, NOW));
    const [follower] = await stores().deadlines.followers(place);
    const stop = (await stores().deadlines.lock(follower ?? 0))?.stop ?? '';
    const { load, actions } = await moduleOf('/echeances/[stop]');
    const event = () => browser().ask(`/echeances/${stop}`, 'GET', { params: { stop } });
    expect(await load(event())).toMatchObject({ stopped: false });
    expect(await load(event())).toMatchObject({ stopped: false });
    await expect(actions['default']?.(event())).rejects.toMatchObject({ status: 303 });
    await expect(load(event())).rejects.toMatchObject({ status: 404 });
  });

  test('name the list that signed in the papers of a meeting, once it sits in opposition', async () => {
    const named = 'Selon la liste Champigny demain';
    const flat = async () => (await papers('odt')).replaceAll(/\s+/g, ' ');
    expect(await flat()).not.toContain(named);
    await database.db
      .updateTable('candidateList')
      .set({ outcome: 'opposition' })
      .where('leaderKey', '=', 'lou exemple')
      .execute();
    expect(await flat()).toContain(named);
  });
});
