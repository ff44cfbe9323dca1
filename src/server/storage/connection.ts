/**
 * The way to the database: its tables as types, and one pool of connections.
 *
 * Each aggregate file declares its own tables and adds one line to `Schema`. Nothing here knows
 * where PostgreSQL comes from (../postgres) nor creates tables (./migrate.ts).
 */
import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { ActionCommitmentTables } from './action-commitments.ts';
import type { AgreedTextTables } from './agreed-texts.ts';
import type { AssessmentTables } from './assessment-tables.ts';
import type { BulkEntryTables } from './bulk-entry-tables.ts';
import type { NegotiationTables } from './negotiation-tables.ts';
import type { CollectiveTables } from './collective-tables.ts';
import type { CommitteeTables } from './committee-tables.ts';
import type { ConsultationTables } from './consultation-tables.ts';
import type { CrosswalkTables } from './crosswalk-tables.ts';
import type { DeadlineTables } from './deadline-tables.ts';
import type { EditionTables } from './edition-tables.ts';
import type { EventTables } from './event-tables.ts';
import type { CampaignTables } from './campaign-tables.ts';
import type { DocumentTables } from './documents.ts';
import type { DraftTables } from './drafts.ts';
import type { EarlierReadingTables } from './earlier-readings.ts';
import type { JournalTables } from './journal.ts';
import type { MailTables } from './mails.ts';
import type { MigrationTables } from './migrate.ts';
import type { PactTables } from './pacts.ts';
import type { PartnerTables } from './partner-tables.ts';
import type { PeopleTables } from './people.ts';
import type { IndicatorTables } from './indicators.ts';
import type { NewsTables } from './news-tables.ts';
import type { PlanImportTables } from '../plan-import-store.ts';
import type { PlanTables } from './plans.ts';
import { PreparedClient } from './prepared-client.ts';
import type { ProofTables } from './proofs.ts';
import type { ReadingDoubtTables } from './reading-doubts.ts';
import type { ReviewTables } from './review-tables.ts';
import type { SigningTables } from './signing-tables.ts';
import type { SealCertificateTables } from './seal-certificates.ts';
import type { SendingTables } from './sendings.ts';
import type { LoadedCopyTables } from './loaded-copies.ts';
import type { SyntheticCountryTables } from './synthetic-country.ts';
import type { CountedPactTables } from './counted-pacts.ts';
import type { SignedWordingTables } from './signed-wordings.ts';
import type { TallyTables } from './tallies.ts';
import type { TerritoryTables } from './territory-tables.ts';
import type { WorkingPlanTables } from './working-plan-tables.ts';

/** All tables. To add an aggregate: import its table types above, name them on a line here. */
export interface Schema
  extends
    MigrationTables,
    // One line for each aggregate.
    TerritoryTables,
    DocumentTables,
    JournalTables,
    PactTables,
    PlanTables,
    PlanImportTables,
    WorkingPlanTables,
    ActionCommitmentTables,
    NewsTables,
    IndicatorTables,
    EarlierReadingTables,
    TallyTables,
    CountedPactTables,
    SignedWordingTables,
    SyntheticCountryTables,
    LoadedCopyTables,
    SealCertificateTables,
    PeopleTables,
    ProofTables,
    MailTables,
    NegotiationTables,
    AgreedTextTables,
    DraftTables,
    CollectiveTables,
    CommitteeTables,
    EditionTables,
    EventTables,
    ConsultationTables,
    DeadlineTables,
    AssessmentTables,
    SigningTables,
    ReviewTables,
    SendingTables,
    CrosswalkTables,
    PartnerTables,
    ReadingDoubtTables,
    CampaignTables,
    BulkEntryTables {}

export type Db = Kysely<Schema>;

export type ConnectionOptions = {
  /** Connections kept at most, 1 to 100. */
  readonly pool?: number;
  /** Shown in pg_stat_activity. */
  readonly name?: string;
};

/**
 * A pool on `url`; connects at the first query. Call `db.destroy()` to let it go.
 *
 * Names are camelCase here and snake_case in SQL (`municipality_code` is `municipalityCode`); keys inside
 * `jsonb` values are left as stored. In a raw sql`…` fragment write the SQL name.
 * `bigint` and counts come back as numbers (throws past 2^53), `date` as `YYYY-MM-DD` text so that no
 * time zone shifts a day, `timestamptz` as Date, `numeric` as text.
 */
export function openDatabase(url: string, options: ConnectionOptions = {}): Db {
  const pool = new pg.Pool({
    Client: PreparedClient,
    connectionString: url,
    max: options.pool ?? 10,
    application_name: options.name ?? 'parole-tenue',
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    types: { getTypeParser },
  });
  // An idle connection that PostgreSQL closed is dropped from the pool; the next query opens another.
  pool.on('error', () => undefined);
  // One that breaks in the middle of a transaction fails its query, which says so; without a listener it would also
  // end the whole process.
  pool.on('connect', (client) => {
    client.on('error', () => undefined);
    // What the journal hashes holds instants as PostgreSQL writes them: the same on every server, whatever its zone.
    client.query("set time zone 'UTC'").catch(() => undefined);
  });
  return new Kysely<Schema>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
}

const readers = new pg.TypeOverrides();
readers.setTypeParser(pg.types.builtins.INT8, readWholeNumber);
readers.setTypeParser(pg.types.builtins.DATE, (day: string) => day);
const getTypeParser = readers.getTypeParser.bind(readers) as typeof pg.types.getTypeParser;

function readWholeNumber(digits: string): number {
  const number = Number(digits);
  if (!Number.isSafeInteger(number)) throw new RangeError(`bigint too large for a number: ${digits}`);
  return number;
}
