/** A consultation for tests, on a draft made out of the 2020 edition: its first measures, one said otherwise, one taken out, one added. */
import { wordsOfMeasure } from '#domain/workbench/draft.ts';
import { editionById } from '#server/charters.ts';
import type { Db } from '#server/storage/connection.ts';
import { storesOn } from '#server/stores.ts';
import { announceConsultation } from '#use-cases/consultation/announce-consultation.ts';
import { answerContribution } from '#use-cases/consultation/answer-contribution.ts';
import { contribute, type ContributionTyped } from '#use-cases/consultation/contribute.ts';
import { countConsultation } from '#use-cases/consultation/count-consultation.ts';
import { hideContribution } from '#use-cases/consultation/moderate-consultation.ts';
import { askToTakePart, confirmTakingPart } from '#use-cases/consultation/take-part.ts';
import { voteInConsultation } from '#use-cases/consultation/vote.ts';
import { codeSentTo } from './people.ts';
import { EDITION, OPERATOR, THEN } from './world.ts';

/** Open from 13 May 2026 to the end of 12 June in Paris. */
export const CONSULTATION_RANGE = { opensOn: '2026-05-13', closesOn: '2026-06-12' } as const;
export const OPEN = new Date('2026-05-20T10:00:00Z');
export const LAST_MOMENT = new Date('2026-06-12T21:59:59.999Z');
export const CLOSING = new Date('2026-06-12T22:00:00Z');

/** `kept`, `changed` (measure 2, with another title), `removed` (measure 3), `added`: rows of the draft. */
export type TestDraft = {
  readonly draft: number;
  readonly kept: number;
  readonly changed: number;
  readonly removed: number;
  readonly added: number;
};

/** `collective`: whose local edition it would be; null: a national one. */
export async function draftFor(db: Db, address: string, collective: number | null = null): Promise<TestDraft> {
  const edition = editionById(EDITION);
  if (edition === null) throw new Error('the edition of 2020 is always there');
  const { id: draft } = await db
    .insertInto('editionDraft')
    .values({
      editionId: address,
      charter: 'pacte-transition',
      basedOn: EDITION,
      collectiveId: collective,
      title: 'Pacte pour la Transition 2032 (exemple)',
      year: 2032,
      head: JSON.stringify({
        publisher: 'Exemple',
        preamble: edition.preamble,
        principles: edition.principles.map((one) =>
          one.letter === 'A' ? { ...one, title: `${one.title}, partout` } : one,
        ),
        rules: edition.rules,
        carriers: edition.carriers,
        groupings: edition.groupings.map(({ id, title, note, themes }) => ({ id, title, note, themes })),
        reason: 'Dit plus simplement',
      }),
      createdAt: THEN,
      publishedAt: null,
      abandonedAt: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const wordsOf = (number: number) => {
    const measure = edition.measures.find((one) => one.number === number);
    if (measure === undefined) throw new Error(`no measure ${number}`);
    return wordsOfMeasure(measure);
  };
  const origin = (measure: number) => [{ edition: EDITION, measure }];
  const row = async (position: number, of: { origins: object[]; words: object | null; reason: string }) => {
    const { id } = await db
      .insertInto('draftMeasure')
      .values({
        draftId: draft,
        position,
        number: of.words === null ? null : position,
        origins: JSON.stringify(of.origins),
        words: of.words === null ? null : JSON.stringify(of.words),
        themes: '{}',
        notes: '[]',
        reason: of.reason,
        mergedInto: null,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    return id;
  };
  return {
    draft,
    kept: await row(1, { origins: origin(1), words: wordsOf(1), reason: '' }),
    changed: await row(2, {
      origins: origin(2),
      words: { ...wordsOf(2), title: `${wordsOf(2).title}, avec les habitant·es` },
      reason: 'Demandé par les collectifs',
    }),
    removed: await row(3, { origins: origin(3), words: null, reason: 'Devenue la loi' }),
    added: await row(4, {
      origins: [],
      words: { title: 'Une halle', introduction: [], levels: [{ level: 1, clauses: ['Ouvrir une halle.'] }] },
      reason: 'Manquait',
    }),
  };
}

export async function consulting(
  db: Db,
  {
    address,
    range = CONSULTATION_RANGE,
    announcedAt = THEN,
  }: {
    readonly address: string;
    readonly range?: { readonly opensOn: string; readonly closesOn: string };
    readonly announcedAt?: Date;
  },
): Promise<TestDraft & { readonly id: number }> {
  const draft = await draftFor(db, address);
  const words = 'Dites ce que vous en pensez.';
  const request = { draft: draft.draft, title: 'Le pacte de 2032 (exemple)', words, ...range };
  const announced = await announceConsultation(storesOn(db), OPERATOR, request, announcedAt);
  if (!announced.ok) throw new Error(`not announced: ${announced.refusal.kind}`);
  return { ...draft, id: announced.value.id };
}

export type Participant = { readonly kind: 'participant'; readonly token: string };

/** Confirmed by the code that came to them. */
export async function takingPart(
  db: Db,
  { id, email, now = OPEN }: { readonly id: number; readonly email: string; readonly now?: Date },
): Promise<Participant> {
  const stores = storesOn(db);
  const asked = await askToTakePart(stores, { kind: 'anyone' }, { consultation: id, email }, now);
  if (!asked.ok) throw new Error(`no code: ${asked.refusal.kind}`);
  const code = await codeSentTo(db, asked.value.email);
  const given = { consultation: id, proof: asked.value.proof, code };
  const taken = await confirmTakingPart(stores, { kind: 'anyone' }, given, now);
  if (!taken.ok) throw new Error(`not confirmed: ${taken.refusal.kind}`);
  return { kind: 'participant', token: taken.value.token };
}

/** `m12 for counted`, each vote that is kept, in their order. */
export async function votesIn(db: Db, id: number): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('consultationVote')
    .select(['object', 'choice', 'standing'])
    .where('consultationId', '=', id)
    .orderBy('object')
    .orderBy('choice')
    .execute();
  return rows.map(({ object, choice, standing }) => `${object} ${choice} ${standing}`);
}

/** One that is over and counted, in which somebody voted, commented, amended, proposed, was answered and was hidden. */
export async function consultedSomewhere(db: Db): Promise<TestDraft & { readonly id: number }> {
  const made = await consulting(db, { address: 'exemple-consultee' });
  const stores = storesOn(db);
  const who = await takingPart(db, { id: made.id, email: 'voisine@exemple.fr' });
  const write = async (said: ContributionTyped) => {
    const request = { consultation: made.id, said, name: 'Une voisine', tell: '' };
    const written = await contribute(stores, who, request, OPEN);
    if (!written.ok) throw new Error(written.refusal.kind);
    return written.value.id;
  };
  await write({ kind: 'comment', measure: made.kept, words: 'Bravo' });
  const amended = { spot: 'title', words: 'Autrement dit', because: 'Plus clair' };
  const amendment = await write({ kind: 'amendment', measure: made.changed, ...amended });
  const proposed = await write({ kind: 'new-measure', title: 'Un verger', words: 'Planter', because: 'Manque' });
  const votes = [
    { object: `m${made.kept}`, choice: 'for' },
    { object: `c${amendment}`, choice: 'against' },
  ] as const;
  const of = { consultation: made.id };
  const answer = { contribution: amendment, answer: 'partly', words: 'En partie', measure: made.changed } as const;
  const done = [
    await voteInConsultation(stores, who, { ...of, votes }, OPEN),
    await hideContribution(stores, OPERATOR, { ...of, contribution: proposed, reason: 'Publicité' }, OPEN),
    await countConsultation(stores, OPERATOR, of, CLOSING),
    await answerContribution(stores, OPERATOR, { ...of, ...answer }, CLOSING),
  ];
  for (const outcome of done) if (!outcome.ok) throw new Error(outcome.refusal.kind);
  return made;
}
