/** Each address that mails, calendars and papers give of what follows a signature leads to a page: of a commune, of a grouping. */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import type { PlaceCode } from '#domain/shared/place.ts';
import { browser, type Asked, type Browser } from '#server/accounts/testing/request.ts';
import { readConfig } from '#server/config.ts';
import { provideRuntime } from '#server/runtime.ts';
import { storesOn } from '#server/stores.ts';
import { carriedAddress, placeAddress, plannerAddress } from '#ui/addresses.ts';
import { FOLLOW_UP_PAGES } from '#ui/messages/commune.fr.ts';
import { sayMail } from '#ui/messages/mail/say-mail.fr.ts';
import { agreeMinutes, writeMinutes } from '#use-cases/committee/agree-minutes.ts';
import { callMeeting } from '#use-cases/committee/meet.ts';
import { acceptCommittee, closeCommittee, proposeCommittee } from '#use-cases/committee/propose-committee.ts';
import { followWithAccount } from '#use-cases/deadlines/follow-deadlines.ts';
import { remindDeadlines } from '#use-cases/deadlines/remind-deadlines.ts';
import { askQuestion } from '#use-cases/events/ask-question.ts';
import { draftLetter, recordSending } from '#use-cases/events/send-letter.ts';
import { writeEvent } from '#use-cases/events/write-event.ts';
import type { MailContent } from '#use-cases/mail/mail-content.ts';
import { askedRoute } from './asked-route.ts';
import { active } from './collectives.ts';
import { withTestDatabase } from './database.ts';
import { actorFor, addressOf } from './people.ts';
import { withPageRenderer } from './render-page.ts';
import { signedIn } from './signed-in.ts';
import { ofTownHall } from './town-hall.ts';
import { buildWorld, CHAMPIGNY, EDITION, PARIS_EST_MARNE_ET_BOIS, publish } from './world.ts';
import { writePact } from './world-readings.ts';

const database = withTestDatabase();
const { render } = withPageRenderer();
const NOW = new Date();
const day = (days: number) => new Date(NOW.getTime() + days * 86_400_000);
const iso = (days: number) => day(days).toISOString().slice(0, 10);

function value<Value>(result: { ok: true; value: Value } | { ok: false; refusal: { kind: string } }): Value {
  if (!result.ok) throw new Error(result.refusal.kind);
  return result.value;
}

beforeAll(async () => {
  const { db } = database;
  provideRuntime({ config: readConfig({}), db });
  await buildWorld(db);
  const grouping = { kind: 'grouping', siren: PARIS_EST_MARNE_ET_BOIS } as const;
  const measures = [{ measure: 15, words: 'Des pistes', levels: { 1: 'accepted' } }] as const;
  await publish(db, grouping, writePact({ list: null, commitments: measures }));
});

type Told = { readonly place: PlaceCode; readonly founder: string; readonly agent: string };

/** Everything after a signature that writes to somebody, by both sides. */
async function live({ place, founder, agent }: Told): Promise<void> {
  const { db } = database;
  const stores = storesOn(db);
  const [us, them] = [await actorFor(db, founder), await actorFor(db, agent)];
  const { id: committee } = value(await proposeCommittee(stores, us, { place, collective: null, words: '' }, day(-90)));
  const about = { place, committee };
  value(await acceptCommittee(stores, them, about, day(-80)));
  const when = { zone: 'Europe/Paris', location: 'Salle du conseil' };
  const past = { ...when, startsAt: day(-40), endsAt: day(-39.9), open: false };
  const { number: meeting } = value(await callMeeting(stores, us, { ...about, ...past }, NOW));
  value(await callMeeting(stores, us, { ...about, ...when, startsAt: day(6), endsAt: day(6.1), open: true }, NOW));
  const decisions = [{ words: 'Chiffrer la piste', items: ['m15'], who: 'Voirie', dueOn: iso(5) }];
  const content = { text: 'Le tracé', present: '', decisions };
  value(await writeMinutes(stores, us, { ...about, meeting, revision: 0, content }, NOW));
  for (const who of [us, them]) value(await agreeMinutes(stores, who, { ...about, meeting, revision: 1 }, NOW));
  const ask = { place, item: 'm15', visibility: 'public', words: 'Combien ?' } as const;
  const questions = [value(await askQuestion(stores, us, ask, NOW)).id];
  const words = { addressee: 'La présidence', subject: 'Nos questions', opening: 'Bonjour', closing: 'Merci' };
  const letter = { ...words, signedBy: 'Le collectif', questions };
  const { id } = value(await draftLetter(stores, us, { place, letter }, NOW));
  const how = { means: 'post', replyDays: 30, visibility: 'public' } as const;
  const sending = { place, id, revision: 1, sentOn: iso(-25), ...how };
  const { event } = value(await recordSending(stores, us, sending, NOW));
  const said = { happenedOn: iso(-3), title: 'Réponse', words: 'Oui', who: '', whoPrivate: '', items: ['m15'] };
  const reply = { ...said, place, visibility: 'public', about: { kind: 'reply', letter: event } } as const;
  value(await writeEvent(stores, them, reply, NOW));
  value(await followWithAccount(stores, us, { place, email: addressOf(founder.slice(2)) }, NOW));
  value(await remindDeadlines(stores, { kind: 'job', name: 'rounds' }, NOW));
  value(await closeCommittee(stores, them, { ...about, reason: 'Fin' }, NOW));
}

/** The page, or the file, by the address alone: redirects to the address of today are followed. */
async function read(address: string, who: Browser): Promise<string> {
  const asked = askedRoute(address);
  if (asked === null) throw new Error(`nothing answers at ${address}`);
  try {
    if (asked.kind === 'page') return await render(asked.route, address, asked.params, who);
    const file = pathToFileURL(resolve(`src/routes${asked.route}/+server.ts`)).href;
    const { GET } = (await import(/* @vite-ignore */ file)) as { GET: (event: Asked) => Promise<Response> };
    return await (await GET(who.ask(address, 'GET', { params: asked.params }))).text();
  } catch (thrown) {
    const { status, location } = thrown as { readonly status?: number; readonly location?: string };
    if (status === 308 && location !== undefined) return await read(location, who);
    throw new Error(`${address}: ${String(status ?? (thrown as Error).message)}`, { cause: thrown });
  }
}

const PLACES = [
  {
    what: 'a commune',
    place: CHAMPIGNY,
    founder: 'mona',
    agent: 'edile',
    slug: 'champigny-sur-marne',
    other: 'la mairie',
  },
  {
    what: 'a grouping',
    place: { kind: 'grouping', siren: PARIS_EST_MARNE_ET_BOIS } as const,
    founder: 'gaelle',
    agent: 'preside',
    slug: 'paris-est-marne-et-bois',
    other: 'l’intercommunalité',
  },
];

describe.each(PLACES)('after the signature of $what', ({ place, founder, agent, slug, other }) => {
  const home = placeAddress({ ...place, slug });
  let [us, them] = [browser(), browser()];
  let mails: readonly { readonly recipient: string; readonly content: MailContent | null }[] = [];

  beforeAll(async () => {
    const { db } = database;
    await db.deleteFrom('mail').execute();
    const collective = await active(db, { founder, places: [place], name: `Collectif de ${founder}` });
    const official = await ofTownHall(db, { name: agent, place, role: 'elected-official' });
    await db.deleteFrom('mail').execute();
    await live({ place, founder: collective.founder, agent: official });
    [us, them] = [await signedIn(collective.founder), await signedIn(official)];
    mails = (await db.selectFrom('mail').select(['recipient', 'content']).orderBy('id').execute()) as typeof mails;
  });

  test('every link of every mail leads to a page for whoever receives it', async () => {
    const kinds = new Set(mails.flatMap(({ content }) => content?.kind ?? []));
    expect([...kinds].sort()).toEqual([
      'committee-accepted',
      'committee-closed',
      'committee-meeting',
      'committee-proposed',
      'deadlines-near',
      'letter-recorded',
      'minutes-agreed',
      'minutes-to-agree',
      'reply-recorded',
    ]);
    for (const { recipient, content } of mails) {
      if (content === null) continue;
      const { link, stop } = sayMail(content);
      const who = recipient === addressOf(founder) ? us : them;
      for (const { path } of [link, stop].filter((one) => one !== undefined)) {
        const html = await read(path, who);
        const [, fragment] = path.split('#');
        if (fragment !== undefined) expect(html, path).toContain(`id="${fragment}"`);
      }
    }
  });

  test('every event of the calendar leads to a page', async () => {
    const text = (await read(`${home}/echeances.ics`, browser())).replaceAll('\r\n ', '');
    const addresses = [...text.matchAll(/^URL:http:\/\/site\.test(.*)$/gm)].map(([, address = '']) => address.trim());
    expect(addresses.some((address) => address.includes('/comite/seances/'))).toBe(true);
    expect(addresses.some((address) => address.endsWith('/comite'))).toBe(true);
    for (const address of addresses) expect(await read(address, browser()), address).toContain('<h1');
  });

  test('the meeting of the committee stands among the events, linked to its minutes', async () => {
    const html = await read(`${home}/suivi`, browser());
    expect(html).toMatch(/<li id="s\d+-1"[^]*?href="[^"]*\/comite\/seances\/\d+-1"/);
    expect(html).toContain('réunion notée, la dernière le');
  });

  test('a promise that an event is about stands ticked before the fold of the others', async () => {
    const own = await read(`${home}/suivi/espace`, them);
    const [, path = ''] = /href="([^"]*\/suivi\/espace\/evenement\/\d+)"/.exec(own) ?? [];
    const [shown = '', folded = ''] = (await read(path, them)).split('Ajouter d’autres engagements');
    expect(shown).toMatch(/<input[^>]*value="m15"[^>]*checked/);
    expect(folded).toContain('name="item"');
    expect(folded).not.toContain('value="m15"');
  });

  test('everybody’s pages link to pages alone', async () => {
    const starts = [home, ...FOLLOW_UP_PAGES.map(({ path }) => home + path)];
    const met = new Set<string>();
    for (const start of starts) {
      const html = await read(start, browser());
      for (const [, href = ''] of html.matchAll(/href="([^"]+)"/g))
        if (href.startsWith(`${home}/`) && !/\/(?:espace|suivre)$|\.(?:pdf|odt|docx)$/.test(href)) met.add(href);
    }
    expect(met.size).toBeGreaterThan(8);
    for (const href of met) await read(href, browser());
  });

  test('the side across from the collective has the name that it has there', async () => {
    expect(await read(`${home}/suivi`, browser())).toContain(`Réponse de ${other}`);
    expect(await read(`${home}/comite`, browser())).toMatch(new RegExp(`(?:par|Entre) ${other}`));
    expect(await read(`${home}/suivi/espace`, them)).toContain(`Vous parlez pour ${other}.`);
  });

  test('the papers and the pages of each side are there', async () => {
    for (const file of ['seance.odt', 'suivi.csv', 'engagements-et-actions.csv'])
      expect((await read(`${home}/${file}`, browser())).length).toBeGreaterThan(100);
    for (const page of ['/suivi/espace', '/suivi/espace/evenement', '/comite/espace', '/echeances/suivre'])
      for (const who of [us, them]) expect(await read(home + page, who), page).toContain('<h1');
    expect(await read(`${home}/suivi/espace/lettres`, us)).toContain('<h1');
    expect(await read(plannerAddress({ ...place, slug }, EDITION, 'm15'), them)).toContain('<h1');
    expect(await read(carriedAddress({ ...place, slug }), browser())).toContain('Mesure 15.');
  });
});

test('a place that there is not has none of these pages', async () => {
  for (const address of ['/intercommunalites/999999999/suivi', '/communes/99999/suivi', '/communes/200057941/suivi'])
    await expect(read(address, browser()), address).rejects.toThrow('404');
});
