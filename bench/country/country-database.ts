/** A synthetic country in a database of its own, in a PostgreSQL that is thrown away with its folder. */
import pg from 'pg';
import type { EmbeddedPostgres } from '#server/postgres/embedded.ts';
import { makeCountry, type Country } from './make-country.ts';

export type CountryDatabase = Country & { readonly url: string };

/** `share`: 1 is the whole country, 0.01 one commune in a hundred, from everywhere. */
export async function makeCountryDatabase(postgres: EmbeddedPostgres, share: number): Promise<CountryDatabase> {
  const url = await makeDatabase(postgres, `country_${String(share).replace('.', '_')}`);
  return { url, ...(await makeCountry(url, { share })) };
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
