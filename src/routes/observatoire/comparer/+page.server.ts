import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { localDay } from '#domain/shared/local-day.ts';
import { departmentOf } from '#domain/territory/department-of.ts';
import { comparedListsAddress, comparisonAddress, pactAddress, placeAddress, twinsAddress } from '#ui/addresses.ts';
import { communesAsked, MOST_COMPARED } from '#ui/comparison/communes-asked.ts';
import { charterAsked, comparisonShown } from '#ui/comparison/comparison-shown.ts';
import { inhabitants } from '#ui/messages/commune.fr.ts';
import * as words from '#ui/messages/comparison.fr.ts';
import { signedAs } from '#ui/messages/comparison-twins.fr.ts';
import { signatory, termOf } from '#ui/messages/pact.fr.ts';
import { editionById } from '#server/charters.ts';
import { secondsToWaitToSearch } from '#server/http/search-allowance.ts';
import { notWrittenOut } from '#server/http/not-written-out.ts';
import { runtime } from '#server/runtime.ts';
import { communeShown, type CommuneShown, type ShownPact } from '#server/storage/commune-shown.ts';
import type { Db } from '#server/storage/connection.ts';
import { findPlaceAsked } from '#server/storage/place-asked.ts';

/** One query for all communes; a search when one is added. */
export const load: PageServerLoad = async (event) => {
  const { url } = event;
  const { db } = await runtime();
  const codes = communesAsked(url.searchParams);
  const added = await addAsked(event, db, codes);
  const found = await Promise.all(codes.map((code) => withItsPast(db, code)));
  const communes = found.flatMap((commune) => commune ?? []);
  const unknown = codes.filter((_, at) => found[at] === null);
  const charters = chartersOf(communes);
  const edition = charterAsked(charters, url.searchParams);
  const columns = edition === null ? [] : communes.map((commune) => columnOf(commune, edition.id));
  const address = comparisonAddress(communes.map(({ place }) => place.code));
  return {
    title: words.comparedTitle(communes.map(({ place }) => place.name)),
    address: communes.length === 0 ? '/observatoire/comparer' : address,
    codes: communes.map(({ place }) => place.code).join(','),
    unknown: unknown.length === 0 ? null : words.notFoundAsCommune(unknown),
    full: communes.length >= MOST_COMPARED,
    added,
    communes: communes.map(({ place, department, pacts }) => ({
      name: place.name,
      href: placeAddress(place),
      facts: `${department}, ${inhabitants(place.population)}`,
      without: comparisonAddress(communes.map((one) => one.place.code).filter((code) => code !== place.code)),
      twins: twinsAddress(place),
      lists: pacts.filter(({ signedAs: there }) => there === null).length > 1 ? comparedListsAddress(place) : null,
    })),
    shown: notWrittenOut({
      comparison:
        edition === null || communes.length < 2
          ? null
          : comparisonShown({ edition, charters, columns, fields: url.searchParams, address }),
    }),
  };
};

type Added =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'unknown'; readonly typed: string }
  | {
      readonly kind: 'choose';
      readonly typed: string;
      readonly among: readonly { readonly name: string; readonly department: string; readonly href: string }[];
    };

/** Somebody who is sure is sent to the address of the comparison, which others may be given. Throws 429 to who searches too often. */
async function addAsked(
  { url, getClientAddress, setHeaders }: Pick<RequestEvent, 'url' | 'getClientAddress' | 'setHeaders'>,
  db: Db,
  codes: readonly string[],
): Promise<Added> {
  const typed = (url.searchParams.get('ajouter') ?? '').normalize('NFC').replace(/\s+/g, ' ').trim().slice(0, 80);
  if (typed === '' || codes.length >= MOST_COMPARED) return { kind: 'nothing' };
  const wait = secondsToWaitToSearch(getClientAddress());
  if (wait > 0) {
    setHeaders({ 'retry-after': String(wait) });
    error(429);
  }
  const found = await findPlaceAsked(db, typed);
  if (found.kind === 'sure' && found.place.kind === 'municipality') {
    redirect(303, comparisonAddress([...new Set([...codes, found.place.code])]));
  }
  const among = (found.kind === 'choose' ? found.among : []).flatMap((choice) =>
    choice.kind === 'municipality' && choice.department !== null
      ? [{ name: choice.name, department: choice.department, href: comparisonAddress([...codes, choice.code]) }]
      : [],
  );
  return among.length === 0 ? { kind: 'unknown', typed } : { kind: 'choose', typed, among };
}

type Compared = Omit<CommuneShown, 'pacts'> & {
  /** `signedAs`: name of the commune that signed, where it merged into this one since. */
  readonly pacts: readonly (ShownPact & { readonly signedAs: string | null })[];
};

/** What the communes that merged into it signed is its past: after its own. One query more, where there are any. */
async function withItsPast(db: Db, code: string): Promise<Compared | null> {
  const commune = await communeShown(db, { code });
  if (commune === null) return null;
  const former = await Promise.all(commune.formerCommunes.map((one) => communeShown(db, { code: one.code })));
  return {
    ...commune,
    pacts: [
      ...commune.pacts.map((pact) => ({ ...pact, signedAs: null })),
      ...former.flatMap((one) => one?.pacts.map((pact) => ({ ...pact, signedAs: one.place.name })) ?? []),
    ],
  };
}

/** Those that somebody signed there, the most signed first. */
function chartersOf(communes: readonly Compared[]) {
  const signed = communes.map(({ pacts }) => new Set(pacts.map(({ edition }) => edition)));
  const ids = [...new Set(signed.flatMap((editions) => [...editions]))];
  const times = (id: string): number => signed.filter((editions) => editions.has(id)).length;
  return ids
    .flatMap((id) => editionById(id) ?? [])
    .toSorted((one, other) => times(other.id) - times(one.id) || other.year - one.year || (one.id < other.id ? -1 : 1));
}

/** The pact of whoever governs, else of a list that does not, of the latest term. */
function columnOf({ place, pacts }: Compared, edition: string) {
  const here = pacts.filter((pact) => pact.edition === edition);
  const pact = here.find(({ state }) => state === 'in-office') ?? here[0] ?? null;
  return {
    name: place.name,
    href: pact === null ? placeAddress(place) : pactAddress(pact),
    note: pact === null ? words.NOTHING_KNOWN : noteOf(pact, here.length - 1),
    pact,
    today: localDay(new Date(), departmentOf(place.code)),
  };
}

function noteOf(pact: Compared['pacts'][number], others: number): string {
  const governs = pact.state === 'in-office' ? '' : `, ${words.NOT_GOVERNING}`;
  const there = pact.signedAs === null ? '' : signedAs(pact.signedAs);
  return `${words.pactShown(signatory(pact), others)}${governs}, ${termOf(pact)}${there}`;
}
