/** What reading a spreadsheet as a plan leaves to say: problems with their cells, questions, notes. */
import { PARTICIPATION_WORDS, PRIORITY_WORDS, STATUS_WORDS } from '#domain/plan/exchange/words.ts';
import type { ImportNote, ImportProblem, ImportQuestion } from '#reading/plan-sheet/import-findings.ts';
import { day, figure } from '../format.fr.ts';
import { plural } from './plural.fr.ts';
import { FIELD } from './fields.fr.ts';

export function sayImportProblem(problem: ImportProblem): string {
  switch (problem.kind) {
    case 'no-title-column':
      return 'Aucune colonne n’est indiquée comme « Titre de l’action ». Choisissez-la plus haut : c’est la seule qui soit indispensable.';
    case 'no-such-tab':
      return 'Cet onglet n’existe pas dans le classeur. Choisissez-en un autre.';
    case 'column-used-twice':
      return `« ${FIELD[problem.field]} » est indiqué pour les colonnes ${problem.columns.join(' et ')}. Gardez-en une seule.`;
    case 'too-many-rows':
      return `Cet onglet compte ${figure(problem.rows)} lignes. On en importe ${figure(problem.limit)} au plus : gardez l’onglet du plan, ou coupez le fichier en plusieurs.`;
    case 'no-action':
      return 'Aucune ligne ne donne d’action. Vérifiez la première ligne à lire et la colonne du titre.';
    case 'title-missing':
      return `${problem.cell} : la ligne ${String(problem.row)} est remplie mais n’a pas de titre d’action. Complétez-la dans le fichier, ou laissez cette ligne de côté.`;
    case 'too-long':
      return `${problem.cell} : ${figure(problem.length)} caractères, pour ${figure(problem.limit)} au plus. Raccourcissez-la, ou placez ce texte dans une autre colonne.`;
    case 'no-such-day':
      return `${problem.cell} : « ${problem.words} » n’existe pas au calendrier.`;
    case 'short-year':
      return `${problem.cell} : « ${problem.words} ». Écrivez l’année en quatre chiffres.`;
    case 'number-as-day':
      return `${problem.cell} : « ${problem.words} » est un nombre, pas une date. Écrivez JJ/MM/AAAA.`;
    case 'end-before-start':
      return `${problem.cell} : l’action finirait avant d’avoir commencé.`;
    case 'failed-formula':
      return `${problem.cell} : la formule donne ${problem.code}. Corrigez-la dans le tableur, ou remplacez-la par sa valeur.`;
    case 'formula-without-result':
      return `${problem.cell} : le fichier contient une formule sans son résultat. Ouvrez-le dans un tableur, enregistrez-le, puis déposez-le à nouveau.`;
    case 'amount-unclear':
      return problem.words === ''
        ? `${problem.cell} : un montant n’est pas lisible.`
        : `${problem.cell} : « ${problem.words} » ne dit pas s’il s’agit d’une dépense ou d’une recette, prévue ou réelle. Écrivez par exemple « Dépense prévue · 2027 : 12 000 € ».`;
    case 'funding-unclear':
      return problem.words === ''
        ? `${problem.cell} : un financeur n’est pas lisible.`
        : `${problem.cell} : « ${problem.words} » n’est pas compris. Écrivez par exemple « Région · demandé · 40 000 € ».`;
    case 'sum-out-of-bounds':
      return `${problem.cell} : « ${problem.words} » n’est pas un montant possible. Une somme est positive, en euros.`;
    case 'funder-missing':
      return `${problem.cell} : un montant est écrit sans le nom de son financeur.`;
    case 'axis-missing-above':
      return `${problem.cell} : un sous-axe est écrit sans son axe.`;
    case 'merged-rows-disagree':
      return `${problem.cell} : « ${problem.words} ». Les lignes réunies par une cellule fusionnée forment une seule action ; elles se contredisent ici.`;
    case 'too-many-items':
      return `${problem.cell} : plus de ${figure(problem.limit)} éléments pour une seule action.`;
    case 'bad-number':
      return `${problem.cell} : « ${problem.words} » ne peut pas servir de numéro. Un numéro compte 20 caractères au plus : lettres, chiffres, points, tirets.`;
    case 'number-became-day':
      return `${problem.cell} : le tableur a transformé un numéro en date (${problem.words}). Mettez la colonne au format « Texte » et réécrivez-le, ou ne reprenez pas cette colonne : les actions seront numérotées.`;
    case 'number-used-twice':
      return `${problem.cell} : le numéro ${problem.number} est déjà celui de ${problem.first}. Corrigez-le, ou ne reprenez pas cette colonne : les actions seront numérotées.`;
    case 'step-without-action':
      return `${problem.cell} : une sous-action est écrite sans action au-dessus d’elle.`;
    case 'same-action-twice':
      return `Ligne ${String(problem.row)} : « ${problem.title} » désigne la même action que la ligne ${String(problem.first)}. Laissez l’une des deux de côté, ou dites laquelle est une nouvelle action.`;
  }
}

/** The row that a person may leave aside; null: the file as a whole is concerned. */
export function rowOfProblem(problem: ImportProblem): number | null {
  return 'row' in problem ? problem.row : null;
}

export type AskedQuestion = {
  readonly question: string;
  /** Why it is asked. */
  readonly because: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
};

const LATE = 'Ici, le retard n’est pas un statut : il se calcule d’après la date de fin.';

export function sayImportQuestion(question: ImportQuestion): AskedQuestion {
  switch (question.kind) {
    case 'unknown-word':
      return wordQuestion(question);
    case 'serial-days':
      return {
        question: `Les nombres des colonnes de dates sont-ils des dates de tableur ? (${where(question)})`,
        because: `Un tableur compte les jours : ${String(question.example.number)} correspondrait au ${day(question.example.day)}.`,
        choices: [
          { value: 'yes', label: `Oui : ${String(question.example.number)} est le ${day(question.example.day)}` },
          { value: 'no', label: 'Non, ce ne sont pas des dates' },
        ],
      };
    case 'empty-axis':
      return {
        question: `${figure(question.count)} ${plural(question.count, 'ligne n’a', 'lignes n’ont')} pas d’axe. Sous quel axe les ranger ? (${where(question)})`,
        because: 'Dans certains fichiers, l’axe n’est écrit qu’une fois, sur la première ligne de son groupe.',
        choices: [
          { value: 'above', label: 'Sous l’axe écrit au-dessus' },
          { value: 'none', label: 'Sous aucun axe' },
        ],
      };
    case 'sub-actions':
      return {
        question: `${figure(question.count)} ${plural(question.count, 'ligne donne une sous-action', 'lignes donnent une sous-action')}. Qu’en faire ? (${where(question)})`,
        because:
          'Une étape garde un titre, un statut et une date de fin ; les autres cases de la ligne ne sont pas reprises.',
        choices: [
          { value: 'steps', label: 'Des étapes de l’action' },
          { value: 'actions', label: 'Des actions à part entière' },
        ],
      };
    case 'blocked-reason':
      return {
        question: `${figure(question.count)} ${plural(question.count, 'action est bloquée', 'actions sont bloquées')} sans que le fichier dise pourquoi. (${where(question)})`,
        because: 'Dites ce qui bloque et ce qui débloquerait : vous pourrez le préciser ensuite, action par action.',
        choices: [],
      };
    case 'which-axis':
      return {
        question: `L’axe ${question.number} du plan s’appelle « ${question.known} » ; le fichier écrit « ${question.title} ». Est-ce le même ? (${where(question)})`,
        because: 'Un axe renommé garde ses actions. Un autre axe s’ajoute au plan, sous un numéro libre.',
        choices: [
          { value: 'renamed', label: 'Oui : l’axe est renommé' },
          { value: 'new', label: 'Non : c’est un autre axe' },
        ],
      };
    case 'which-action':
      return {
        question: `Ligne ${String(question.row)} : « ${question.title} ». Quelle action du plan est-ce ?`,
        because: 'Plusieurs actions lui ressemblent, ou une autre action porte son numéro.',
        choices: [
          ...question.candidates.map(({ id, number, title }) => ({ value: String(id), label: `${number} ${title}` })),
          { value: 'new', label: 'Une nouvelle action' },
        ],
      };
  }
}

function wordQuestion(question: Extract<ImportQuestion, { kind: 'unknown-word' }>): AskedQuestion {
  const asked = `Que veut dire « ${question.word} » dans la colonne « ${FIELD[question.field]} » ? (${where(question)})`;
  const choices = (words: Readonly<Record<string, string>>) =>
    Object.entries(words).map(([value, label]) => ({ value, label }));
  switch (question.field) {
    case 'status':
      return {
        question: asked,
        because: /retard/i.test(question.word)
          ? `${LATE} Dites où en ${plural(question.count, 'est cette action', 'sont ces actions')}.${question.withoutEnd === 0 ? '' : ` ${figure(question.withoutEnd)} ${plural(question.withoutEnd, 'n’a pas de date de fin : son retard ne se verra pas', 'n’ont pas de date de fin : leur retard ne se verra pas')}.`}`
          : 'Ce mot n’est pas l’un des six statuts. Nous ne devinons pas.',
        choices: [...choices(STATUS_WORDS), { value: 'unknown', label: 'Ne rien indiquer' }],
      };
    case 'priority':
      return {
        question: asked,
        because: 'Ce mot n’est pas l’un des trois niveaux.',
        choices: [...choices(PRIORITY_WORDS), { value: 'unknown', label: 'Ne rien indiquer' }],
      };
    case 'participation':
      return {
        question: asked,
        because: 'Ce mot n’est pas l’un des cinq degrés de participation.',
        choices: [
          ...choices(PARTICIPATION_WORDS),
          { value: 'words', label: 'Garder ces mots tels quels' },
          { value: 'unknown', label: 'Ne rien indiquer' },
        ],
      };
    case 'visibility':
      return {
        question: asked,
        because: 'Une action privée n’est jamais publiée.',
        choices: [
          { value: 'public', label: 'Publique' },
          { value: 'private', label: 'Privée' },
        ],
      };
  }
}

export function sayImportNote(note: ImportNote): string {
  const n = note.count;
  const at = note.cells.length === 0 ? '' : ` (${where(note)})`;
  switch (note.kind) {
    case 'formula-taken':
      return `${figure(n)} ${plural(n, 'case calculée : son dernier résultat est repris', 'cases calculées : leur dernier résultat est repris')}, pas la formule${at}.`;
    case 'merged-spread':
      return `${figure(n)} ${plural(n, 'case fait', 'cases font')} partie d’une cellule fusionnée : ce qu’elle dit vaut pour chaque ligne qu’elle couvre${at}.`;
    case 'merged-joined':
      return `${figure(n)} ${plural(n, 'action est écrite', 'actions sont écrites')} sur plusieurs lignes sous un titre fusionné : ces lignes sont réunies${at}.`;
    case 'day-kept-as-words':
      return `${figure(n)} ${plural(n, 'date n’est pas un jour précis : elle est gardée', 'dates ne sont pas des jours précis : elles sont gardées')} en toutes lettres dans le calendrier de l’action, par exemple « ${note.words} »${at}.`;
    case 'sum-kept-as-words':
      return `${figure(n)} ${plural(n, 'montant n’est pas une somme exacte : il est gardé', 'montants ne sont pas des sommes exactes : ils sont gardés')} en toutes lettres et ne ${plural(n, 'compte', 'comptent')} dans aucun total, par exemple « ${note.words} »${at}.`;
    case 'participation-kept-as-words':
      return `${figure(n)} ${plural(n, 'réponse sur la participation est gardée', 'réponses sur la participation sont gardées')} en toutes lettres${at}.`;
    case 'column-not-imported':
      return `La colonne ${note.words} n’est pas reprise : ${figure(n)} ${plural(n, 'case remplie', 'cases remplies')}.`;
    case 'rows-above-not-read':
      return `${figure(n)} ${plural(n, 'ligne remplie, entre les titres et la première action, n’est pas lue', 'lignes remplies, entre les titres et la première action, ne sont pas lues')} : « ${note.words} »${at}.`;
    case 'hidden-rows-read':
      return `${figure(n)} ${plural(n, 'ligne masquée est lue', 'lignes masquées sont lues')} comme les autres.`;
    case 'too-far-right':
      return `${figure(n)} ${plural(n, 'case est', 'cases sont')} au-delà de la 150e colonne et ne ${plural(n, 'sera', 'seront')} pas ${plural(n, 'lue', 'lues')}.`;
    case 'step-cells-left':
      return `${figure(n)} ${plural(n, 'case d’une sous-action n’est pas reprise', 'cases de sous-actions ne sont pas reprises')}, une étape ne les garde pas${at}.`;
    case 'rows-skipped':
      return `${figure(n)} ${plural(n, 'ligne est laissée', 'lignes sont laissées')} de côté${at}.`;
    case 'unknown-id':
      return `${figure(n)} ${plural(n, 'identifiant ne désigne', 'identifiants ne désignent')} aucune action de ce plan : ${plural(n, 'la ligne est rapprochée', 'les lignes sont rapprochées')} par leur numéro et leur titre.`;
  }
}

/** `F12, F13 et 8 autres`. */
function where({ cells, count }: { readonly cells: readonly string[]; readonly count: number }): string {
  const more = count - cells.length;
  return `${cells.join(', ')}${more > 0 ? ` et ${figure(more)} ${plural(more, 'autre', 'autres')}` : ''}`;
}
