/**
 * A database with a part of the country, where every commune has a pact of 32 measures: what the site may hold one
 * day. Made in a PostgreSQL of its own, thrown away with its folder.
 */
import { sql } from 'kysely';
import pg from 'pg';
import { openDatabase, type Db } from '#server/storage/connection.ts';
import { migrate } from '#server/storage/migrate.ts';
import { loadTerritory } from '#server/storage/territory-load.ts';
import { readTerritorySource, sourceRelease, type TerritorySource } from '#server/storage/territory-source.ts';
import type { EmbeddedPostgres } from '#server/postgres/embedded.ts';

export type PartOfCountry = { readonly url: string; readonly communes: number };

/** `every`: 1 is the whole country, 100 one commune in a hundred, from everywhere. */
export async function makePartOfCountry(postgres: EmbeddedPostgres, every: number): Promise<PartOfCountry> {
  const url = await makeDatabase(postgres, `every_${every}`);
  await migrate(url);
  const db = openDatabase(url, { pool: 2, name: 'bench' });
  try {
    const source = partOf(await readTerritorySource(), every);
    // Under the name of the true release, so that the server takes it as it is.
    await loadTerritory(db, { source: { release: await sourceRelease(), read: async () => source } });
    await signEverywhere(db);
    return { url, communes: source.municipalities.length };
  } finally {
    await db.destroy();
  }
}

async function makeDatabase({ superuserUrl, url }: EmbeddedPostgres, name: string): Promise<string> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    await client.query(`create database ${name} owner ${pg.escapeIdentifier(new URL(url).username)}`);
  } finally {
    await client.end();
  }
  return Object.assign(new URL(url), { pathname: `/${name}` }).href;
}

function partOf(source: TerritorySource, every: number): TerritorySource {
  const municipalities = source.municipalities.filter((_, index) => index % every === 0);
  const codes = new Set(municipalities.map(({ code }) => code));
  return {
    ...source,
    municipalities,
    formerNames: source.formerNames.filter(({ municipalityCode }) => codes.has(municipalityCode)),
  };
}

async function signEverywhere(db: Db): Promise<void> {
  await sql`
    with kept as (
      insert into document (sha256, bytes, byte_count, filename, media_type, kept_at)
      values (repeat('0', 64), 'x', 1, 'pacte.txt', 'text/plain', now()) returning id
    )
    insert into document_receipt (document_id, filename, received_at) select id, 'pacte.txt', now() from kept`.execute(
    db,
  );
  await sql`
    insert into pact (municipality_code, edition, list_name, term_from, term_to, document_id, read_at, reader_version, published_at)
    select m.code, 'pacte-transition-2020', 'Ensemble', 2020, 2026, d.id, now(), 'bench', now()
    from municipality m, document d`.execute(db);
  await sql`
    insert into commitment (pact_id, edition, measure, title_match, stance, amended, marks, level1, level2, detail)
    select p.id, p.edition, n, 'exact', 'accepted', false,
      '[{"level": 1, "stance": "accepted", "wording": "same"}, {"level": 2, "stance": "accepted", "wording": "same"}]',
      'accepted', 'accepted',
      '{"levels": [], "observations": [], "quotations": [], "confidence": 1, "reasons": []}'
    from pact p, generate_series(1, 32) n`.execute(db);
  await sql`analyze`.execute(db);
}
