/** The e-mail addresses that lists and town halls give to everybody. They serve to confirm a role; no page shows one whole. */
import type { PlaceCode } from '#domain/shared/place.ts';
import type { Db } from './connection.ts';
import { placeColumns } from './places.ts';

type Owner = { readonly list: number } | { readonly place: PlaceCode };

export async function addressesOf(
  db: Db,
  owner: Owner,
): Promise<readonly { readonly id: number; readonly email: string }[]> {
  const { listId, municipalityCode, groupingSiren } = columnsOf(owner);
  const query = db.selectFrom('publicAddress').select(['id', 'email']).orderBy('id');
  if (listId !== null) return await query.where('listId', '=', listId).execute();
  if (municipalityCode !== null) return await query.where('municipalityCode', '=', municipalityCode).execute();
  return await query.where('groupingSiren', '=', groupingSiren).execute();
}

/** False: it was there. */
export async function keepAddress(
  db: Db,
  address: Owner & { readonly email: string; readonly source: string },
  entered: { readonly by: string; readonly at: Date },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('publicAddress')
    .values({
      ...columnsOf(address),
      email: address.email,
      source: address.source,
      enteredBy: entered.by,
      enteredAt: entered.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

function columnsOf(owner: Owner) {
  return 'list' in owner
    ? { listId: owner.list, municipalityCode: null, groupingSiren: null }
    : { listId: null, ...placeColumns(owner.place) };
}
