/** Columns of the organisations that the steering committee decided on, of what partners support and write, and of what both national committees decided. Nobody is named. */
import {
  NATIONAL_COMMITTEES,
  type DecisionDocument,
  type NationalCommittee,
} from '#domain/partners/national-committee.ts';
import { DECIDED_STATES } from '#domain/partners/organisation.ts';
import { SHEET_LICENCES, type SheetLicence, type SheetWords } from '#domain/partners/sheet.ts';
import { code, day, instant, integer, maybe, text, texts, type Columns } from '../open-data/column.ts';

type Line = {
  readonly id: number;
  readonly name: string;
  readonly website: string;
  readonly about: string;
  readonly state: (typeof DECIDED_STATES)[number];
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
  etat: code(DECIDED_STATES, (row) => row.state),
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
  organisation: integer((row) => row.organisation, { refers: 'partenaires' }),
  nom: text((row) => row.name),
  charte: text((row) => row.edition, { refers: 'chartes' }),
  mesure: maybe.integer((row) => row.measure),
  soutenu_le: instant((row) => row.endorsedAt),
  retire_le: maybe.instant((row) => row.withdrawnAt),
  motif_de_retrait: maybe.text((row) => row.withdrawnReason),
} as const satisfies Columns<Endorsed>;

type Sheet = {
  readonly id: number;
  readonly edition: string;
  readonly measure: number;
  readonly organisation: number | null;
  readonly name: string | null;
  readonly carriedFrom: number | null;
  readonly version: number;
  readonly writtenAt: Date;
  readonly withdrawn: { readonly at: Date; readonly reason: string } | null;
  /** As they stand; null: taken away, its words are shown no more. */
  readonly says: {
    readonly title: string;
    readonly words: SheetWords;
    readonly licence: SheetLicence;
    readonly saidAt: Date;
  } | null;
};

const part = (name: keyof SheetWords) => (row: Sheet) => row.says?.words[name] || null;

export const SHEET_COLUMNS = {
  fiche: integer((row) => row.id),
  charte: text((row) => row.edition, { refers: 'chartes' }),
  mesure: integer((row) => row.measure),
  titre: maybe.text((row) => row.says?.title ?? null),
  organisation: maybe.integer((row) => row.organisation, { refers: 'partenaires' }),
  nom: maybe.text((row) => row.name),
  quoi: maybe.text(part('what')),
  pourquoi: maybe.text(part('why')),
  comment: maybe.text(part('how')),
  couts: maybe.text(part('costs')),
  droit: maybe.text(part('law')),
  exemples: maybe.text(part('examples')),
  liens: maybe.text(part('links')),
  licence: maybe.code(SHEET_LICENCES, (row) => row.says?.licence ?? null),
  version: integer((row) => row.version),
  ecrite_le: instant((row) => row.writtenAt),
  version_du: maybe.instant((row) => row.says?.saidAt ?? null),
  reprise_de: maybe.integer((row) => row.carriedFrom, { refers: 'fiches-techniques' }),
  retiree_le: maybe.instant((row) => row.withdrawn?.at ?? null),
  motif_de_retrait: maybe.text((row) => row.withdrawn?.reason ?? null),
} as const satisfies Columns<Sheet>;

type Decided = {
  readonly id: number;
  readonly committee: NationalCommittee;
  readonly decidedOn: string;
  readonly what: string;
  readonly why: string;
  readonly documents: readonly DecisionDocument[];
  readonly version: number;
  readonly saidAt: Date;
};

export const NATIONAL_DECISION_COLUMNS = {
  decision: integer((row) => row.id),
  comite: code(NATIONAL_COMMITTEES, (row) => row.committee),
  decidee_le: day((row) => row.decidedOn),
  quoi: text((row) => row.what),
  pourquoi: maybe.text((row) => (row.why === '' ? null : row.why)),
  documents: texts((row) => row.documents.map(({ label, url }) => `${label} : ${url}`), { by: '\n' }),
  version: integer((row) => row.version),
  version_du: instant((row) => row.saidAt),
} as const satisfies Columns<Decided>;
