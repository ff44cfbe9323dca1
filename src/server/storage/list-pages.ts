/** What the pages of lists and elections show. Heads of list are shown; the other candidates never are. */
import { sql } from 'kysely';
import type { CandidateList } from '#domain/campaign/candidate-list.ts';
import { nameKey } from '#domain/campaign/name-key.ts';
import { slugOf } from '#domain/shared/slug.ts';
import { selectLists, toList } from './candidate-lists.ts';
import { codesOfToday } from './codes-of-today.ts';
import type { Db } from './connection.ts';
import { codesThen } from './municipality-then.ts';
import { pageOf, sizeOf, type Page, type Rows } from './downloads.ts';
import { selectPacts, toPactRef, type PactRef } from './views.ts';

export type ListView = CandidateList & { readonly slug: string };

/** `linked` false: the pact bears the name of the list, and nobody has said yet that it is this one. */
export type PactOfList = { readonly pact: PactRef; readonly list: number; readonly linked: boolean };

export type ListsHere = { readonly lists: readonly ListView[]; readonly pacts: readonly PactOfList[] };

/**
 * Every list of a municipality and of the communes that merged into it since, with the pacts that they signed. Three queries.
 * A list of one of these tells its commune as its constituency.
 */
export async function listsOfMunicipality(db: Db, { code }: { readonly code: string }): Promise<ListsHere> {
  const codes = [...(await codesThen(db, code))];
  const [rows, pacts] = await Promise.all([
    selectLists(db)
      .innerJoin('municipality', 'municipality.code', 'candidateList.municipalityCode')
      .select('municipality.name as municipalityName')
      .where('municipalityCode', 'in', codes)
      .orderBy('electionId', 'desc')
      .orderBy('constituencyCode')
      .orderBy(sql`(select min(panel_number) from candidate_list_round r where r.list_id = candidate_list.id)`)
      .orderBy('id')
      .execute(),
    selectPacts(db)
      .leftJoin('pactList', 'pactList.pactId', 'pact.id')
      .select('pactList.candidateListId')
      .where('pact.municipalityCode', 'in', codes)
      .orderBy('pact.id')
      .execute(),
  ]);
  const lists = rows.map(({ municipalityName, ...row }): ListView => {
    const list = toView(row);
    if (list.municipality === code) return list;
    return { ...list, constituency: { code: list.municipality, name: municipalityName } };
  });
  return {
    lists,
    pacts: pacts.flatMap(({ candidateListId, ...row }): PactOfList[] => {
      const pact = toPactRef(row);
      if (candidateListId !== null) return [{ pact, list: candidateListId, linked: true }];
      const alike = lists.filter((list) => bearsName(list, pact));
      const [only] = alike;
      return only !== undefined && alike.length === 1 ? [{ pact, list: only.id, linked: false }] : [];
    }),
  };
}

/** The same name in the election that opened the term of the pact. */
function bearsName(list: ListView, { listName, term }: PactRef): boolean {
  return (
    listName !== null &&
    nameKey(listName) === nameKey(list.name) &&
    list.merged === null &&
    list.election === `municipales-${term.from}`
  );
}

export async function municipalityOfList(db: Db, id: number): Promise<string | null> {
  const row = await db.selectFrom('candidateList').select('municipalityCode').where('id', '=', id).executeTakeFirst();
  return row?.municipalityCode ?? null;
}

/** How many people may answer for each list; who they are stays private. */
export async function representativesCount(db: Db, list: number): Promise<number> {
  const { people } = await db
    .selectFrom('listRepresentative')
    .select(({ fn }) => fn.countAll<number>().as('people'))
    .where('listId', '=', list)
    .executeTakeFirstOrThrow();
  return people;
}

export type ElectionFigures = { readonly lists: number; readonly municipalities: number; readonly signatories: number };

export async function electionFigures(db: Db, election: string): Promise<ElectionFigures> {
  const { rows } = await sql<ElectionFigures>`
    select count(*) as lists, count(distinct municipality_code) as municipalities,
      (select count(distinct p.candidate_list_id) from pact_list p join candidate_list c on c.id = p.candidate_list_id
        where c.election_id = ${election}) as signatories
    from candidate_list where election_id = ${election}`.execute(db);
  return rows[0] ?? { lists: 0, municipalities: 0, signatories: 0 };
}

export type ListRow = ListView & {
  readonly municipalityName: string;
  readonly municipalitySlug: string;
  /** Numbers of the pacts that it signed. */
  readonly pacts: readonly number[];
};

export type ListsWanted = {
  readonly id?: number;
  readonly election?: string;
  /** INSEE code of the commune where it stood, or of the one that it is part of today. */
  readonly municipality?: string;
  readonly department?: string;
  readonly region?: string;
  /** With a pact. */
  readonly signed?: boolean;
  /** Where the demonstration plays, too. */
  readonly played?: boolean;
};

/** Lists by number, page by page. */
export async function listRows(
  db: Db,
  {
    id,
    election,
    municipality,
    department,
    region,
    signed = false,
    played = true,
    after = 0,
    limit = 1000,
  }: Page & ListsWanted,
): Promise<Rows<ListRow>> {
  const found = await selectLists(db)
    .innerJoin('municipality', 'municipality.code', 'candidateList.municipalityCode')
    .select(['municipality.name as municipalityName', 'municipality.slug as municipalitySlug'])
    .select(
      sql<
        number[]
      >`(select coalesce(jsonb_agg(p.pact_id order by p.pact_id), '[]') from pact_list p where p.candidate_list_id = candidate_list.id)`.as(
        'pacts',
      ),
    )
    .where('candidateList.id', '>', after)
    .$if(election !== undefined, (query) => query.where('electionId', '=', election ?? ''))
    .$if(id !== undefined, (query) => query.where('candidateList.id', '=', id ?? 0))
    .$if(municipality !== undefined, (query) =>
      query.where(sql<boolean>`candidate_list.municipality_code = any ${codesOfToday(municipality ?? '')}`),
    )
    .$if(department !== undefined, (query) => query.where('municipality.departmentCode', '=', department ?? ''))
    .$if(region !== undefined, (query) => query.where('municipality.regionCode', '=', region ?? ''))
    .$if(!played, (query) => query.where('municipality.fictional', '=', false))
    .$if(signed, (query) =>
      query.where(sql<boolean>`exists (select from pact_list p where p.candidate_list_id = candidate_list.id)`),
    )
    .orderBy('candidateList.id')
    .limit(sizeOf(limit) + 1)
    .execute();
  return pageOf(found, limit, ({ municipalityName, municipalitySlug, pacts, ...row }) => ({
    ...toView(row),
    municipalityName,
    municipalitySlug,
    pacts,
  }));
}

export type ProposedMerger = {
  readonly from: number;
  readonly fromName: string;
  readonly into: number;
  readonly intoName: string;
  readonly municipality: string;
  readonly municipalityName: string;
  /** People of the first list who stand on the second, of how many. */
  readonly people: number;
  readonly of: number;
};

/** Lists of the first round whose people stand on another list of the second: to be confirmed by somebody. */
export async function proposedMergers(
  db: Db,
  { election, limit }: { readonly election: string; readonly limit: number },
): Promise<readonly ProposedMerger[]> {
  const { rows } = await sql<ProposedMerger>`
    select f.id as from, f.name as from_name, t.id as into, t.name as into_name, m.code as municipality, m.name as municipality_name,
      count(*) as people, (select count(*) from candidate a where a.list_id = f.id and a.round = 1) as of
    from candidate_list t
    join candidate now on now.list_id = t.id and now.round = 2
    join candidate_list f on f.election_id = t.election_id and f.municipality_code = t.municipality_code
      and f.constituency_code = t.constituency_code and f.id <> t.id and f.merged_into is null and f.withdrawn_on is null
    join candidate before on before.list_id = f.id and before.round = 1
      and upper(before.family_name) = upper(now.family_name) and upper(before.given_name) = upper(now.given_name)
    join municipality m on m.code = t.municipality_code
    where t.election_id = ${election} and not exists (select from candidate_list_round r where r.list_id = f.id and r.round = 2)
    group by f.id, t.id, m.code order by m.name, f.id limit ${limit}`.execute(db);
  return rows;
}

/** The pacts of a municipality of which nobody has said yet which list signed them. */
export async function pactsWithoutList(db: Db, municipality: string): Promise<readonly PactRef[]> {
  const rows = await selectPacts(db)
    .where('pact.municipalityCode', '=', municipality)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('pactList').select('pactList.pactId').whereRef('pactList.pactId', '=', 'pact.id'))),
    )
    .orderBy('pact.id')
    .execute();
  return rows.map(toPactRef);
}

/** The lists of an election whose outcome waits for a person, by municipality. */
export async function outcomesToConfirm(
  db: Db,
  { election, limit }: { readonly election: string; readonly limit: number },
): Promise<readonly (ListView & { readonly municipalityName: string })[]> {
  const rows = await selectLists(db)
    .innerJoin('municipality', 'municipality.code', 'candidateList.municipalityCode')
    .select('municipality.name as municipalityName')
    .where('electionId', '=', election)
    .where('outcome', 'is not', null)
    .where('outcomeConfirmedAt', 'is', null)
    .orderBy('municipality.name')
    .orderBy('candidateList.seats', 'desc')
    .orderBy('candidateList.id')
    .limit(limit)
    .execute();
  return rows.map(({ municipalityName, ...row }) => ({ ...toView(row), municipalityName }));
}

function toView(row: Parameters<typeof toList>[0]): ListView {
  const list = toList(row);
  return { ...list, slug: slugOf(list.name) };
}
