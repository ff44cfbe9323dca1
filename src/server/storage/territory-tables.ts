/**
 * The tables of the territory: what the State's division of the country says, replaced as a whole when
 * a newer one is loaded (./territory-load.ts). Nothing a person typed is kept here.
 */
import type { Generated, GeneratedAlways } from 'kysely';
import type { GroupingKind } from '#domain/territory/grouping.ts';
import type { FormerNameKind } from '#domain/territory/municipality.ts';

export type TerritoryTables = {
  /** One row: which release of the data is loaded. */
  territoryRelease: { release: string; loadedAt: Generated<Date> };
  region: { code: string; name: string };
  department: { code: string; name: string; regionCode: string | null };
  municipality: {
    /** INSEE code, five characters: `94017`, `2A004`. */
    code: string;
    name: string;
    slug: string;
    siren: string | null;
    /** Inhabitants; null where no census is published. */
    population: number | null;
    postcodes: string[];
    departmentCode: string;
    regionCode: string | null;
    /** The intercommunality with its own taxation (EPCI); null for a few islands and overseas collectivities. */
    intercommunalitySiren: string | null;
    /** Établissement public territorial, inside the Métropole du Grand Paris only. */
    territorialEstablishmentSiren: string | null;
    /** False once a newer division of the country no longer has it: its pacts keep their address. */
    current: Generated<boolean>;
    /** The commune of today that it merged into, possibly by way of another; null: it stands by itself. */
    mergedInto: string | null;
    /** `mergedInto`, or its own code: under which its acts are counted. */
    ofToday: GeneratedAlways<string>;
    /** It does not exist: the demonstration plays there (./fictional-municipality.ts). */
    fictional: Generated<boolean>;
  };
  /** A name that leads to a municipality: delegated and associated communes, arrondissements of Paris, Lyon, Marseille. */
  municipalityFormerName: {
    code: string;
    municipalityCode: string;
    name: string;
    kind: FormerNameKind;
    postcodes: string[];
  };
  /** How many communes an area has (`fr`, `r-11`, `d-94`), of a size or `all`: ./municipality-counts.ts. */
  municipalityCount: { area: string; size: string; municipalities: number };
  grouping: {
    siren: string;
    name: string;
    slug: string;
    kind: GroupingKind;
    population: number;
    current: Generated<boolean>;
  };
};
