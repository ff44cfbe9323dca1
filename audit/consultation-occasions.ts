/** A consultation on a draft of the workbench: announced, somebody confirms an address, proposes a measure. */
import { randomUUID } from 'node:crypto';
import { send } from './forms.ts';

const DESK = '/equipe/consultations';

/** Addresses that no page leads to. There must be a draft in the workbench; an earlier audit may have announced it already. */
export async function consultationHeld(origin: string, cookie: string): Promise<readonly string[]> {
  const typed = { titre: 'La prochaine charte', texte: 'Qu’en garder ?', ouvre: parisDay(0), ferme: parisDay(30) };
  await send(origin, { page: DESK, typed, cookie });
  const list = await (await fetch(origin + DESK, { headers: { cookie } })).text();
  const desk = new RegExp(`${DESK}/\\d+`).exec(list)?.[0];
  if (desk === undefined) throw new Error('no consultation was announced');
  const own = desk.replace('/equipe', '');
  const code = { page: `${own}/participer`, action: '?/code', typed: { email: `${randomUUID()}@audit.example` } };
  const proof = await send(origin, code);
  const participant = `${cookie}; ${await passOf(origin, { page: `${own}/participer`, cookie })}`;
  const measure = { titre: 'Un verger par quartier', texte: 'Planter des fruitiers.', pourquoi: 'Rien n’en parle.' };
  const proposed = await send(origin, { page: `${own}/proposer`, typed: measure, cookie: participant });
  return [own, proof, `${own}/voter`, `${own}/proposer`, `${own}/synthese`, proposed];
}

/** What the browser of somebody signed in holds once they take part. */
async function passOf(origin: string, { page, cookie }: { page: string; cookie: string }): Promise<string> {
  const answer = await fetch(`${origin}${page}?/compte`, {
    method: 'POST',
    body: new URLSearchParams(),
    headers: { cookie, origin, accept: 'text/html' },
    redirect: 'manual',
  });
  const pass = answer.headers.getSetCookie().find((line) => line.startsWith('parole.participation-'));
  if (pass === undefined) throw new Error(`${page} answered ${answer.status}, without a pass`);
  return pass.split(';')[0] ?? '';
}

function parisDay(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toLocaleDateString('sv-SE', { timeZone: 'Europe/Paris' });
}
