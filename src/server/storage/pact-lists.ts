/** Which published list signed a pact, once a person has said so. */
import type { Db } from './connection.ts';

export async function findPactPlace(
  db: Db,
  id: number,
): Promise<{ readonly municipality: string | null; readonly list: number | null } | null> {
  const row = await db
    .selectFrom('pact')
    .leftJoin('pactList', 'pactList.pactId', 'pact.id')
    .select(['pact.municipalityCode as municipality', 'pactList.candidateListId as list'])
    .where('pact.id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

/** Replaces what was said before. */
export async function linkPactToList(
  db: Db,
  link: { readonly pact: number; readonly list: number; readonly by: string; readonly at: Date },
): Promise<void> {
  const said = { candidateListId: link.list, linkedBy: link.by, linkedAt: link.at };
  await db
    .insertInto('pactList')
    .values({ pactId: link.pact, ...said })
    .onConflict((conflict) => conflict.column('pactId').doUpdateSet(said))
    .execute();
}
