/** Columns of the lists of candidate lists. Names are stable: scripts depend on them (docs/open-data.md). */
import { integer, integers, maybe, text, type Columns } from '../open-data/column.ts';

type Round = {
  readonly round: 1 | 2;
  readonly panelNumber: number | null;
  readonly votes: number | null;
  readonly votesCast: number | null;
};
type ListLine = {
  readonly id: number;
  readonly election: string;
  readonly municipality: string;
  readonly municipalityName: string;
  readonly constituency: { readonly code: string; readonly name: string | null } | null;
  readonly name: string;
  readonly shortName: string | null;
  readonly nuance: string | null;
  readonly leader: string | null;
  readonly firstRound: 1 | 2;
  readonly enteredAs: string;
  readonly source: string;
  readonly withdrawnOn: string | null;
  readonly merged: { readonly into: number; readonly on: string } | null;
  readonly seats: number | null;
  readonly outcome: { readonly kind: string; readonly confirmed: boolean } | null;
  readonly rounds: readonly Round[];
  readonly pacts: readonly number[];
};

const ofRound =
  (number: 1 | 2) =>
  ({ rounds }: ListLine) =>
    rounds.find(({ round }) => round === number) ?? null;
const [first, second] = [ofRound(1), ofRound(2)];

export const LIST_COLUMNS = {
  liste: integer((row) => row.id),
  election: text((row) => row.election),
  code_commune: text((row) => row.municipality, { refers: 'communes' }),
  commune: text((row) => row.municipalityName),
  code_circonscription: maybe.text((row) => row.constituency?.code ?? null),
  circonscription: maybe.text((row) => row.constituency?.name ?? null),
  nom: text((row) => row.name),
  nom_abrege: maybe.text((row) => row.shortName),
  nuance: maybe.text((row) => row.nuance),
  tete_de_liste: maybe.text((row) => row.leader),
  premier_tour_panneau: maybe.integer((row) => first(row)?.panelNumber ?? null),
  premier_tour_voix: maybe.integer((row) => first(row)?.votes ?? null),
  premier_tour_exprimes: maybe.integer((row) => first(row)?.votesCast ?? null),
  second_tour_panneau: maybe.integer((row) => second(row)?.panelNumber ?? null),
  second_tour_voix: maybe.integer((row) => second(row)?.votes ?? null),
  second_tour_exprimes: maybe.integer((row) => second(row)?.votesCast ?? null),
  retiree_le: maybe.day((row) => row.withdrawnOn),
  fusionnee_dans: maybe.integer((row) => row.merged?.into ?? null, { refers: 'listes' }),
  fusionnee_le: maybe.day((row) => row.merged?.on ?? null),
  sieges: maybe.integer((row) => row.seats),
  resultat: maybe.text((row) => row.outcome?.kind ?? null),
  resultat_confirme: maybe.boolean((row) => row.outcome?.confirmed ?? null),
  pactes: integers((row) => row.pacts, { by: ' ', refers: 'pactes' }),
  saisie: text((row) => row.enteredAs),
  source: text((row) => row.source),
} as const satisfies Columns<ListLine>;
