/** Columns of the lists of candidate lists. Names are stable: scripts depend on them (docs/open-data.md). */
import type { Cell } from './csv.ts';

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
  liste: (row) => row.id,
  election: (row) => row.election,
  code_commune: (row) => row.municipality,
  commune: (row) => row.municipalityName,
  code_circonscription: (row) => row.constituency?.code ?? null,
  circonscription: (row) => row.constituency?.name ?? null,
  nom: (row) => row.name,
  nom_abrege: (row) => row.shortName,
  nuance: (row) => row.nuance,
  tete_de_liste: (row) => row.leader,
  premier_tour_panneau: (row) => first(row)?.panelNumber ?? null,
  premier_tour_voix: (row) => first(row)?.votes ?? null,
  premier_tour_exprimes: (row) => first(row)?.votesCast ?? null,
  second_tour_panneau: (row) => second(row)?.panelNumber ?? null,
  second_tour_voix: (row) => second(row)?.votes ?? null,
  second_tour_exprimes: (row) => second(row)?.votesCast ?? null,
  retiree_le: (row) => row.withdrawnOn,
  fusionnee_dans: (row) => row.merged?.into ?? null,
  fusionnee_le: (row) => row.merged?.on ?? null,
  sieges: (row) => row.seats,
  resultat: (row) => row.outcome?.kind ?? null,
  resultat_confirme: (row) => row.outcome?.confirmed ?? null,
  pactes: (row) => row.pacts.join(' '),
  saisie: (row) => row.enteredAs,
  source: (row) => row.source,
} as const satisfies Readonly<Record<string, (row: ListLine) => Cell>>;
