/** Pacts that the team brings as a table: the queue, one of them taken to be reviewed. */
import { randomUUID } from 'node:crypto';
import { send } from './forms.ts';

/** Throws when one of these acts is refused. */
export async function tableBrought(origin: string, cookie: string): Promise<readonly string[]> {
  const lines = ['accepted', 'partial'].map(
    (stance, at) => `94015;Liste ${randomUUID()};pacte-transition-2020;${at + 1};1;${stance}`,
  );
  const table = ['code_commune;liste;charte;mesure;niveau;position_niveau', ...lines].join('\n');
  const fichier = new File([table], 'engagements.csv', { type: 'text/csv' });
  const entry = await send(origin, { page: '/equipe/saisies', typed: { fichier }, cookie });
  const queue = await (await fetch(origin + entry, { headers: { cookie } })).text();
  const [item] = /\/equipe\/saisies\/\d+\/\d+/.exec(queue) ?? [];
  if (item === undefined) throw new Error('the table that was brought has no item');
  await send(origin, { page: item, action: '?/prendre', typed: {}, cookie });
  return [entry, item];
}
