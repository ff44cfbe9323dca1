/** Collectives for tests, founded and joined as people do. */
import type { PlaceCode } from '#domain/shared/place.ts';
import type { Db } from '#server/storage/connection.ts';
import { storesOn } from '#server/stores.ts';
import { confirmCollective } from '#use-cases/collectives/confirm-collective.ts';
import { foundCollective } from '#use-cases/collectives/found-collective.ts';
import { inviteMember } from '#use-cases/collectives/invite-member.ts';
import { acceptInvitation } from '#use-cases/collectives/join-collective.ts';
import { actorFor, addressOf, mailsTo, newPerson } from './people.ts';
import { OPERATOR, THEN } from './world.ts';

/** Requested by `founder`, whose account is made; coordinated by them. */
export async function requested(
  db: Db,
  {
    founder,
    places,
    name = `Collectif de ${founder}`,
  }: { founder: string; places: readonly PlaceCode[]; name?: string },
): Promise<{ readonly id: number; readonly founder: string }> {
  const stores = storesOn(db);
  const person = await newPerson(db, founder);
  const charter = await stores.collectives.charterVersion();
  const own = { name: `${founder} Exemple`, public: false, declaration: 'neither' };
  const request = { name, description: '', places, charter, own };
  const founded = await foundCollective(stores, await actorFor(db, person), request, THEN);
  if (!founded.ok) throw new Error(`not founded: ${founded.refusal.kind}`);
  return { id: founded.value.id, founder: person };
}

/** The same, confirmed by the operator. */
export async function active(
  db: Db,
  of: { founder: string; places: readonly PlaceCode[]; name?: string },
): Promise<{ readonly id: number; readonly founder: string }> {
  const founded = await requested(db, of);
  const confirmed = await confirmCollective(storesOn(db), OPERATOR, { collective: founded.id }, THEN);
  if (!confirmed.ok) throw new Error(`not confirmed: ${confirmed.refusal.kind}`);
  return founded;
}

/** Invited by `by`, an account; returns the account of the new member. */
export async function joined(db: Db, { id, by, name }: { id: number; by: string; name: string }): Promise<string> {
  const stores = storesOn(db);
  const person = await newPerson(db, name);
  const token = await invited(db, { id, by, name });
  const said = {
    name: `${name} Exemple`,
    namePublic: false,
    declaration: 'neither',
    charter: await stores.collectives.charterVersion(),
  };
  const accepted = await acceptInvitation(stores, await actorFor(db, person), { ...said, token }, THEN);
  if (!accepted.ok) throw new Error(`not joined: ${accepted.refusal.kind}`);
  return person;
}

/** The token in the mail that the invited person receives. */
export async function invited(db: Db, { id, by, name }: { id: number; by: string; name: string }): Promise<string> {
  const sent = await inviteMember(
    storesOn(db),
    await actorFor(db, by),
    { collective: id, email: addressOf(name) },
    THEN,
  );
  if (!sent.ok) throw new Error(`not invited: ${sent.refusal.kind}`);
  const mail = (await mailsTo(db, addressOf(name))).findLast(({ kind }) => kind === 'invited');
  return String(mail?.['token']);
}
