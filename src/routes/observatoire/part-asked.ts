/** The part of the country that a page of the observatory shows: what its address asks, with the charter it is about. */
import type { Edition } from '#domain/charter/edition.ts';
import { isBounded } from '#domain/observatory/listed.ts';
import { observatoryAsked, type ObservatoryAsked } from '#ui/observatory/asked.ts';
import { loadEditions } from '#server/charters.ts';
import type { Db } from '#server/storage/connection.ts';
import { pactsByEdition } from '#server/storage/observatory-overview.ts';

export type PartAsked = {
  readonly asked: ObservatoryAsked;
  /** Size or standing were asked with days: figures do not cross them. */
  readonly leftAside: boolean;
  readonly edition: Edition;
  readonly editions: readonly {
    readonly id: string;
    readonly title: string;
    readonly year: number;
    readonly pacts: number;
  }[];
};

/** One query. Who names no charter sees the one with most pacts, the newest when there are none. */
export async function partAsked(db: Db, fields: URLSearchParams): Promise<PartAsked> {
  const pacts = await pactsByEdition(db);
  const signedWithCollective = ({ carriers }: Edition) => (carriers.kind === 'collective-and-list' ? 1 : 0);
  const editions = loadEditions().toSorted(
    (one, other) =>
      (pacts.get(other.id) ?? 0) - (pacts.get(one.id) ?? 0) ||
      signedWithCollective(other) - signedWithCollective(one) ||
      other.year - one.year,
  );
  const [usual] = editions;
  if (usual === undefined) throw new Error('this site knows no charter');
  const asked = observatoryAsked(fields, { editions, usual });
  const leftAside = isBounded(asked.period) && (asked.size !== null || asked.standing !== null);
  return {
    asked: leftAside ? { ...asked, size: null, standing: null } : asked,
    leftAside,
    edition: editions.find(({ id }) => id === asked.edition) ?? usual,
    editions: editions.map(({ id, title, year }) => ({ id, title, year, pacts: pacts.get(id) ?? 0 })),
  };
}
