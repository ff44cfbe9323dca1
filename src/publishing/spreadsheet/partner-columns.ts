/** Columns of the organisations that the steering committee decided on, and of what partners support. Nobody is named. */
import { code, instant, integer, maybe, text, type Columns } from '../open-data/column.ts';

type Line = {
  readonly id: number;
  readonly name: string;
  readonly website: string;
  readonly about: string;
  readonly state: 'partner-accepted' | 'partner-refused' | 'partner-ended';
  readonly askedAt: Date;
  readonly decidedAt: Date;
  readonly votesFor: number;
  readonly votesAgainst: number;
  readonly votesNeeded: number;
  readonly endedAt: Date | null;
  readonly endedReason: string | null;
};

export const ORGANISATION_COLUMNS = {
  organisation: integer((row) => row.id),
  nom: text((row) => row.name),
  site: text((row) => row.website),
  activite: text((row) => row.about),
  etat: code(['partner-accepted', 'partner-refused', 'partner-ended'], (row) => row.state),
  demandee_le: instant((row) => row.askedAt),
  decidee_le: instant((row) => row.decidedAt),
  voix_pour: integer((row) => row.votesFor),
  voix_contre: integer((row) => row.votesAgainst),
  voix_requises: integer((row) => row.votesNeeded),
  terminee_le: maybe.instant((row) => row.endedAt),
  motif_de_fin: maybe.text((row) => row.endedReason),
} as const satisfies Columns<Line>;

type Endorsed = {
  readonly id: number;
  readonly organisation: number;
  readonly name: string;
  readonly edition: string;
  readonly measure: number | null;
  readonly endorsedAt: Date;
  readonly withdrawnAt: Date | null;
  readonly withdrawnReason: string | null;
};

export const ENDORSEMENT_COLUMNS = {
  soutien: integer((row) => row.id),
  organisation: integer((row) => row.organisation),
  nom: text((row) => row.name),
  charte: text((row) => row.edition, { refers: 'chartes' }),
  mesure: maybe.integer((row) => row.measure),
  soutenu_le: instant((row) => row.endorsedAt),
  retire_le: maybe.instant((row) => row.withdrawnAt),
  motif_de_retrait: maybe.text((row) => row.withdrawnReason),
} as const satisfies Columns<Endorsed>;
