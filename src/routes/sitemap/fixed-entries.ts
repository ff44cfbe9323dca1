/** Addresses that are not ranges of a table: some thousands, whatever is signed. */
import * as to from '#ui/addresses.ts';
import { observatoryAddress } from '#ui/observatory/asked.ts';
import { consultationAddress } from '#ui/consultation/consultation-address.ts';
import { loadEditions } from '#server/charters.ts';
import { dumpDays } from '#server/dumps/dump-files.ts';
import { generalElections } from '#server/elections.ts';
import type { SitemapEntry } from '#server/http/sitemap.ts';
import { allMethods } from '#server/method.ts';
import { OPEN_RESOURCES } from '#server/open-data/open-resources.ts';
import { byElections } from '#server/storage/by-elections.ts';
import { countedAt } from '#server/storage/campaign-progress.ts';
import type { Db } from '#server/storage/connection.ts';
import { consultationChanges } from '#server/storage/consultation-pages.ts';
import { latestRelation } from '#server/storage/crosswalk-relations.ts';
import { versionList } from '#server/storage/crosswalk-versions.ts';
import { editionsMade } from '#server/storage/editions-made.ts';
import { organisationRows } from '#server/storage/partner-pages.ts';
import { territoryOf } from '#server/storage/observatory-overview.ts';
import { partAsked } from '../observatoire/part-asked.ts';

/** Nobody keeps the day of these. */
const FIXED = [
  '/',
  '/communes',
  '/pactes',
  '/plans',
  '/chartes',
  '/consultations',
  '/elections',
  '/collectifs',
  '/collectifs/charte',
  '/bilans',
  '/partenaires',
  '/partenaires/comites',
  '/donnees',
  '/api',
  '/verifier',
  '/verifier/certificats',
  '/a-propos',
];

/** `dumps`: the folder of public copies. */
export async function fixedEntries(db: Db, dumps: string): Promise<readonly SitemapEntry[]> {
  const some = await Promise.all([
    charterEntries(db),
    observatoryEntries(db),
    crosswalkEntries(db),
    consultationEntries(db),
    partnerEntries(db),
  ]);
  const elections = [...generalElections(), ...(await byElections(db, null))];
  return [
    ...FIXED.map(at),
    ...allMethods().map(({ version }) => at(`/methode/${version}`)),
    ...OPEN_RESOURCES.map(({ name }) => at(`/api/${name}`)),
    ...(await dumpDays(dumps)).map((day) => at(`/donnees/${day}`)),
    ...elections.map(({ id }) => at(to.electionAddress(id))),
    ...some.flat(),
  ];
}

/** Those that were decided on; there are some hundreds. */
async function partnerEntries(db: Db): Promise<readonly SitemapEntry[]> {
  const { rows } = await organisationRows(db, { limit: 5000 });
  return rows.map(({ id }) => at(`/partenaires/${id}`));
}

function at(path: string): SitemapEntry {
  return { path };
}

function since(path: string, changedAt: Date | null): SitemapEntry {
  return changedAt === null ? { path } : { path, changedAt };
}

/** Local ones too. Of those that came with the program nobody keeps the day; what pacts made of each measure is as of the last count. */
async function charterEntries(db: Db): Promise<readonly SitemapEntry[]> {
  const published = new Map((await editionsMade(db)).map(({ edition, publishedAt }) => [edition.id, publishedAt]));
  const all = loadEditions().map(async ({ id, measures }) => {
    const counted = await countedAt(db, id);
    return [
      since(to.editionAddress(id), published.get(id) ?? null),
      ...measures.flatMap(({ number }) => [
        since(to.measureAddress(id, number), published.get(id) ?? null),
        since(`${to.measureAddress(id, number)}/campagne`, counted),
      ]),
    ];
  });
  return (await Promise.all(all)).flat();
}

const OBSERVATORY = ['', '/niveaux', '/ressort', '/carte', '/carte/tableau'];

/** Each under the address that it gives as its own: of the charter that is shown to who names none, but for campaigns, one a charter. */
async function observatoryEntries(db: Db): Promise<readonly SitemapEntry[]> {
  const [{ asked, edition, editions }, { areas }] = await Promise.all([
    partAsked(db, new URLSearchParams()),
    territoryOf(db, { area: { kind: 'country' }, size: null }),
  ]);
  const counted = await countedAt(db, edition.id);
  const pages = [
    ...OBSERVATORY,
    ...areas.map(({ area }) => `/${area.kind === 'region' ? 'regions' : 'departements'}/${area.code}`),
    ...edition.measures.map(({ number }) => `/mesures/${number}`),
    ...edition.principles.map(({ letter }) => `/principes/${letter}`),
  ];
  const campaigns = editions.map(async ({ id }) =>
    since(observatoryAddress('/progression', { ...asked, edition: id }), await countedAt(db, id)),
  );
  return [...pages.map((page) => since(`/observatoire${page}`, counted)), ...(await Promise.all(campaigns))];
}

async function crosswalkEntries(db: Db): Promise<readonly SitemapEntry[]> {
  const [last, versions] = await Promise.all([latestRelation(db), versionList(db)]);
  return [
    since('/correspondances', last),
    ...versions.map(({ number, publishedAt }) => since(`/correspondances/versions/${number}`, publishedAt)),
  ];
}

async function consultationEntries(db: Db): Promise<readonly SitemapEntry[]> {
  return (await consultationChanges(db, new Date())).flatMap(({ id, isOpened, changedAt }) => {
    const page = consultationAddress(id);
    const pages = isOpened ? [page, `${page}/contributions`, `${page}/synthese`] : [page];
    return pages.map((path) => since(path, changedAt));
  });
}
