/** Lists that stood, merged and won seats in the world, one linked to its pact, and a question put to a grouping: every key of their files. */
import { storesOn } from '#server/stores.ts';
import type { Db } from '#server/storage/connection.ts';
import { EDITION, PARIS_EST_MARNE_ET_BOIS, THEN } from './world.ts';

export async function standSomewhere(db: Db, { demain }: { readonly demain: number }): Promise<void> {
  const { campaign, questions } = storesOn(db);
  const list = {
    election: 'municipales-2020',
    municipality: '94017',
    constituency: { code: '94017', name: 'Champigny d’avant (exemple)' },
    shortName: 'EX',
    nuance: 'LDIV',
    leader: 'Camille Exemple',
    firstRound: 1,
    panelNumber: 1,
    source: 'Fichier d’exemple',
    enteredAs: 'import',
  } as const;
  const [into, from] = [
    await campaign.keepList({ ...list, name: 'Celle qui reste (exemple)' }, THEN),
    await campaign.keepList({ ...list, name: 'Celle qui fusionne (exemple)' }, THEN),
  ];
  await campaign.keepRound(into.id, { round: 1, panelNumber: 1, votes: 12, votesCast: 34 });
  await campaign.changeList(into.id, { seats: 3, outcome: { kind: 'opposition', confirmed: true } }, THEN);
  await campaign.changeList(from.id, { merged: { into: into.id, on: '2020-06-01' } }, THEN);
  await campaign.linkPact({ pact: demain, list: from.id, by: 'claire', at: THEN });
  const question = await questions.put(
    {
      grouping: PARIS_EST_MARNE_ET_BOIS,
      municipality: '94017',
      edition: EDITION,
      measure: 14,
      level: 3,
      collective: { id: 1, name: 'Collectif (exemple)' },
      text: 'Prenez-vous cette mesure ?',
      askedOn: '2020-07-01',
    },
    THEN,
  );
  await questions.answer(question ?? 0, { kind: 'refused', on: '2020-08-01', text: 'Non.', as: 'body' });
}
