import type { PageServerLoad } from './$types';
import { idIn } from '#ui/addresses.ts';
import { runtime } from '#server/runtime.ts';
import { doneOfPacts } from '#server/storage/done-of-pacts.ts';
import { pactRows } from '#server/storage/downloads.ts';

export const load: PageServerLoad = async ({ url }) => {
  const { db } = await runtime();
  const after = idIn(url.searchParams.get('apres') ?? '') ?? 0;
  const { rows, next } = await pactRows(db, { after, limit: 100 });
  const done = await doneOfPacts(
    db,
    rows.map(({ id }) => id),
  );
  return { rows: rows.map((row) => ({ ...row, done: done.get(row.id) ?? null })), next };
};
