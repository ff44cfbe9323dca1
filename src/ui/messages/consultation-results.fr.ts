/** What was voted in a consultation, and the count that anybody does again. */
import type { CountedChoice, CountedObject, FrozenCount } from '#domain/consultation/count.ts';
import { count, dayOf, figure } from './format.fr.ts';

export const RESULTS_BY_MEASURE = 'Votes sur le projet';
export const RESULTS_NOTE =
  'Chaque ligne dit combien de voix sur combien de votes exprimés sur cette ligne. « Afflux » : voix venues en nombre d’un même domaine, dans l’heure, dans la journée ou en tout ; elles sont comptées, et dites à part.';
export const WITHDRAWN_VOTES = 'Votes retirés par la modération';
export const NONE_WITHDRAWN = 'Aucun.';
export const RECOUNT = 'Recompter';
export const BALLOTS_FILE = 'Tous les bulletins, sans personne';
export const FROZEN_FILE = 'Le décompte figé';
export const COLUMN_OBJECT = 'Objet';
export const COLUMN_BURST = 'dont afflux';
export const COLUMN_WITHDRAWN = 'retirées';
export const COLUMN_TOTAL = 'Votes';
export const hashLine = (sha256: string): string => `Empreinte SHA-256 du décompte figé : ${sha256}`;
export const RECOUNT_NOTE =
  'Compté deux fois, de la même façon, avant et après que les bulletins ont perdu tout lien avec une adresse : les deux décomptes sont les mêmes. Avec ce fichier, n’importe qui peut recompter.';

export function turnoutLine({ turnout, ballots }: FrozenCount, at: Date): string {
  const bursts =
    turnout.inBursts === 0
      ? ''
      : ` ${count(turnout.inBursts, 'est arrivée', 'sont arrivées')} par afflux, et dites à part.`;
  const out =
    turnout.withdrawn === 0
      ? ''
      : ` ${count(turnout.withdrawn, 'a été retirée', 'ont été retirées')} par la modération.`;
  return `${count(turnout.participants, 'adresse a voté', 'adresses ont voté')} : ${count(ballots, 'vote', 'votes')} comptés le ${dayOf(at)}.${bursts}${out}`;
}

/** « 12 (60 %) » of what was said for, against or without opinion on this line. */
export function ofVotes({ ballots }: CountedChoice, all: number): string {
  return all === 0 ? '0' : `${figure(ballots)} (${figure(Math.round((ballots / all) * 100))} %)`;
}

export function sumsOf(line: Omit<CountedObject, 'object'>): CountedChoice {
  const choices = [line.for, line.against, line.undecided];
  const sum = (key: keyof CountedChoice) => choices.reduce((total, choice) => total + choice[key], 0);
  return { ballots: sum('ballots'), inBursts: sum('inBursts'), withdrawn: sum('withdrawn') };
}

export function withdrawalLine(of: {
  readonly participations: number;
  readonly ballots: number;
  readonly reason: string;
  readonly withdrawnAt: Date;
}): string {
  return `Le ${dayOf(of.withdrawnAt)} : ${count(of.participations, 'adresse', 'adresses')}, ${count(of.ballots, 'vote', 'votes')}. Raison : ${of.reason}`;
}

/** `without`: measures and parts of the head on which nobody voted; `voted`: those of the table. */
export function withoutVote(without: number, voted: number): string {
  if (voted === 0) return 'Personne n’a voté sur le projet : aucune voix à compter.';
  return `Aucune voix sur ${count(without, 'autre point du projet', 'autres points du projet')}.`;
}

export function votesLine(line: Omit<CountedObject, 'object'>, all: number): string {
  return `${ofVotes(line.for, all)} pour, ${ofVotes(line.against, all)} contre, ${ofVotes(line.undecided, all)} sans avis, sur ${count(all, 'vote', 'votes')}.`;
}
