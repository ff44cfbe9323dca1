/**
 * What people do so that there is something to see: pages that exist once somebody was asked, invited or answered. Each is
 * done by the form of its page, by the people of the demonstration; what is written to them is read at /courrier, whose
 * links the audit follows.
 */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { send, valueOn } from './forms.ts';
import { partnerJoins } from './partner-occasions.ts';
import type { Visitor } from './signed-in.ts';
import { teamWorks } from './team-occasions.ts';

const PLACE = '/communes/00002';
const TOMORROW = inDays(1);
const NEXT_WEEK = inDays(8);
/** Never twice the same: the site writes to one address a few times an hour. */
const someone = (): string => `${randomUUID()}@audit.example`;

/** Addresses that no page leads to. Throws when one of these acts is refused. */
export async function makeOccasions(origin: string, visitors: readonly Visitor[]): Promise<readonly string[]> {
  const cookieOf = (name: string): string => {
    const visitor = visitors.find((one) => one.name === name);
    if (visitor === undefined) throw new Error(`nobody is named ${name}`);
    return visitor.cookie;
  };
  const proofs = await strangerWrites(origin);
  const workshop = await townHallWorks(origin, cookieOf('mairie'));
  const review = await collectiveWorks(origin, {
    cookie: cookieOf('collectif'),
    neighbour: cookieOf('coordination'),
  });
  const team = await teamWorks(origin, cookieOf('équipe'));
  const partners = await partnerJoins(origin, { team: cookieOf('équipe'), partner: cookieOf('collectif') });
  return ['/actualiser/merci', ...proofs, ...workshop, ...review, ...team, ...partners];
}

/** What anybody may ask with an address: each is proved by a link in a mail. */
async function strangerWrites(origin: string): Promise<readonly string[]> {
  const letter = { email: someone(), name: 'Quelqu’un', subject: 'Une question', message: 'Quand vous voyez-vous ?' };
  const forms = [
    { page: '/connexion', typed: { email: someone() } },
    { page: `${PLACE}/echeances/suivre`, action: '?/adresse', typed: { email: someone() } },
    { page: '/communes/64013/souhait', typed: { email: someone(), readiness: 'be-told' } },
    { page: '/collectifs/1-valbourg-en-transition-exemple/ecrire', typed: letter },
  ];
  const proofs: string[] = [];
  for (const form of forms) proofs.push(await send(origin, form));
  return proofs;
}

/** An indicator with its figures, a lead who is asked for news, a file brought in and not yet confirmed. */
async function townHallWorks(origin: string, cookie: string): Promise<readonly string[]> {
  const list = await (await fetch(`${origin}/plans/mairie`, { headers: { cookie } })).text();
  const workshop = /\/plans\/\d+\/travail/.exec(list)?.[0];
  if (workshop === undefined) throw new Error('the town hall of the demonstration has no plan');
  const news = `${workshop}/nouvelles`;
  const lead = await valueOn(origin, { page: news, name: 'pilote', cookie });
  await send(origin, { page: news, action: '?/demander', typed: { pilote: lead }, cookie });
  const indicator = await send(origin, {
    page: `${workshop}/indicateurs`,
    action: '?/creer',
    typed: { titre: 'Arceaux à vélo posés', unite: 'arceaux', source: 'Services techniques' },
    cookie,
  });
  const own = indicator.split('?')[0] ?? indicator;
  const figures = '2024-01-01\t12\n2025-01-01\t30\n2026-01-01\t48';
  await send(origin, { page: own, action: '?/voir', to: '?/enregistrer', typed: { cellules: figures }, cookie });
  await send(origin, { page: own, action: '?/montrer', typed: { quoi: 'show' }, cookie });
  const table = 'N°\tTitre\tStatut\tFin\n1\tPlanter une haie\tPrévu\t31/12/2027\n2\tRepas de quartier\tFait\thier';
  const brought = await send(origin, {
    page: '/plans/importer',
    action: '?/lire',
    typed: { titre: 'Plan à relire', collage: table },
    cookie,
  });
  return [own, brought];
}

/**
 * A review under way, a remark with its proof of somebody who speaks for no voice there, somebody invited to the committee and to the
 * collective, a vote.
 */
async function collectiveWorks(
  origin: string,
  { cookie, neighbour }: { readonly cookie: string; readonly neighbour: string },
): Promise<readonly string[]> {
  const place = await (await fetch(origin + PLACE)).text();
  const pact = /\/pactes\/\d+/.exec(place)?.[0];
  const collective = /\/collectifs\/\d+/.exec(place)?.[0];
  if (pact === undefined || collective === undefined) throw new Error(`${PLACE} names no pact or no collective`);
  const moved = await send(origin, { page: '/compte/adresse', typed: { email: someone() }, cookie });
  const space = `${collective}/espace`;
  await send(origin, { page: space, action: '?/invite', typed: { email: someone() }, cookie });
  const meeting = { title: 'Se retrouver', day: TOMORROW, from: '18:00', to: '20:00', location: 'À la bibliothèque' };
  await send(origin, { page: `${space}/agenda`, typed: meeting, cookie });
  const vote = { choices: '5', opens: TOMORROW, closes: NEXT_WEEK };
  await send(origin, { page: `${space}/priorites`, action: '?/vote', typed: vote, cookie });
  const proof = { 'preuve-0-kind': 'photo', 'preuve-0-title': 'Vu ce matin', 'preuve-0-file': photo() };
  const looked = { etat: 'underway', phrase: 'Un premier marché est passé.', jour: inDays(0), ...proof };
  await send(origin, { page: `${pact}/suivi/pA/evaluer`, typed: looked, cookie });
  const remark = { nom: 'Une voisine', phrase: 'On en a parlé au dernier conseil.', ...proof };
  await send(origin, { page: `${pact}/suivi/pA/remarque`, typed: remark, cookie: neighbour });
  const seat = { name: 'Une habitante', quality: 'resident', email: someone() };
  await send(origin, { page: `${PLACE}/comite/espace`, action: 'nommer', typed: seat, cookie });
  return [moved, await reviewUnderWay(origin, cookie)];
}

async function reviewUnderWay(origin: string, cookie: string): Promise<string> {
  const page = '/bilans/ouvrir';
  const open = /\/bilans\/\d+\/travail/.exec(await (await fetch(origin + page, { headers: { cookie } })).text());
  if (open !== null) return open[0];
  const pact = await valueOn(origin, { page, name: 'pact', cookie });
  return await send(origin, { page, typed: { pact, occasion: 'other' }, cookie });
}

function photo(): File {
  return new File([new Uint8Array(readFileSync('docs/picture.png'))], 'photo.png', { type: 'image/png' });
}

function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
