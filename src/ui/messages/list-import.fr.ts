/** The import of lists and results in words: columns, problems, what it changes. */
import type { LineProblem } from '#reading/candidates/candidate-lines.ts';
import type { BrokenTable } from '#reading/table/row-parser.ts';
import type { ListDifference, ResultDifference } from '#use-cases/campaign/list-import-store.ts';
import { count, figure } from './format.fr.ts';

/** What a column holds, after an article. */
export const FIELD_WORDS: Readonly<Record<string, string>> = {
  department: 'le code du département',
  municipality: 'le code de la commune',
  municipalityName: 'le nom de la commune',
  sector: 'le secteur ou l’arrondissement',
  panelNumber: 'le numéro de panneau',
  shortName: 'le nom abrégé de la liste',
  listName: 'le nom de la liste',
  nuance: 'la nuance',
  position: 'le rang sur la liste',
  family: 'le nom de famille',
  given: 'le prénom',
  votesCast: 'les suffrages exprimés',
  leaderFamily: 'le nom de la tête de liste',
  leaderGiven: 'le prénom de la tête de liste',
  votes: 'les voix',
  seats: 'les sièges',
};

export function sayLineProblem({ line, column, kind, written }: LineProblem): string {
  const where = column === null ? `Ligne ${figure(line)}` : `Ligne ${figure(line)}, colonne ${figure(column)}`;
  return `${where} : ${saidOf(kind, written)}`;
}

function saidOf(kind: LineProblem['kind'], written: string): string {
  switch (kind) {
    case 'no-municipality':
      return written === '' ? 'le code de la commune manque.' : `« ${written} » n’est pas un code de commune.`;
    case 'unknown-municipality':
      return `aucune commune, d’aujourd’hui ou d’hier, ne porte le code ${written}.`;
    case 'no-list-name':
      return 'le nom de la liste manque.';
    case 'not-a-position':
      return written === '' ? 'le rang sur la liste manque.' : `« ${written} » n’est pas un rang sur la liste.`;
    case 'not-a-panel-number':
      return `« ${written} » n’est pas un numéro de panneau.`;
    case 'no-candidate-name':
      return 'le nom de la personne manque.';
    case 'not-a-number':
      return written === '' ? 'un nombre manque.' : `« ${written} » n’est pas un nombre.`;
    case 'too-long':
      return `ce texte est trop long pour un nom : « ${written}… ».`;
    case 'same-position':
      return `deux personnes ont le rang ${written} sur la même liste.`;
    case 'no-head-of-list':
      return `la liste « ${written} » n’a pas de tête de liste (rang 1).`;
    case 'panel-of-two-lists':
      return `le panneau ${written} est celui de deux listes de la même commune.`;
    case 'unknown-list-here':
      return `la liste « ${written} » n’est pas connue dans cette commune. Importez d’abord les listes.`;
    case 'several-lists-here':
      return `plusieurs listes de cette commune peuvent être « ${written} ».`;
  }
}

export function sayBrokenTable({ kind, line }: BrokenTable): string {
  return kind === 'endless-cell'
    ? `Ligne ${figure(line)} : un guillemet s’ouvre et ne se ferme pas. Corrigez cette ligne, puis recommencez.`
    : `Ligne ${figure(line)} : trop de colonnes pour un fichier de listes.`;
}

export function sayListDifference({
  lists,
  candidates,
  municipalities,
  added,
  changed,
  moved,
}: ListDifference): string {
  const found = `${count(lists, 'liste', 'listes')}, ${count(candidates, 'personne', 'personnes')}, ${count(municipalities, 'commune', 'communes')}.`;
  if (added + changed + moved === 0) return `${found} Tout est déjà connu : rien ne change.`;
  return `${found} ${count(added, 'liste nouvelle', 'listes nouvelles')}, ${count(changed, 'liste changée', 'listes changées')}, ${count(moved, 'liste dont les personnes changent', 'listes dont les personnes changent')}.`;
}

export function sayResultDifference({ lists, municipalities, changed, withSeats }: ResultDifference): string {
  const found = `Résultats de ${count(lists, 'liste', 'listes')} dans ${count(municipalities, 'commune', 'communes')}, dont ${figure(withSeats)} avec des sièges.`;
  return changed === 0
    ? `${found} Tout est déjà connu : rien ne change.`
    : `${found} ${count(changed, 'résultat change', 'résultats changent')}.`;
}

export const LIST_IMPORT = {
  notWritten: 'Aperçu : rien n’est écrit. Ajoutez --write pour écrire.',
  written: 'C’est écrit.',
  column: (field: string, header: string | null): string =>
    `  ${(FIELD_WORDS[field] ?? field).padEnd(34)} ${header ?? 'pas dans ce fichier'}`,
  columns: 'Colonnes reconnues :',
  encoding: (encoding: string, delimiter: string, line: number): string =>
    `Encodage ${encoding}, séparateur ${delimiter === '\t' ? 'tabulation' : `« ${delimiter} »`}, titres ligne ${line}.`,
  more: (left: number): string => `… et ${count(left, 'autre', 'autres')}.`,
  missing: (total: number): string =>
    `${count(total, 'liste connue n’est pas dans ce fichier : elle reste', 'listes connues ne sont pas dans ce fichier : elles restent')}.`,
  kinds: { added: 'nouvelle', changed: 'changée', candidates: 'personnes changées' },
} as const;
