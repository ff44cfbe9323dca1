/** Words of `cli plan`. */
import { count } from '../format.fr.ts';

type NumberedAxis = { readonly number: string; readonly title: string };

export const PLAN_CLI = {
  summary: 'exporte un plan vers un tableur, ou en importe un d’un tableur ou d’un document',
  usage:
    'export ID --format csv|xlsx|ods|tet [FICHIER]\n' +
    '       import FICHIER --commune CODE [--into ID] [--title TITRE] [--map COLONNE=CHAMP]… [--answer QUESTION=RÉPONSE]… [--answers FICHIER.yaml] [--skip LIGNE]… [--yes] [--same-file] [--accept-all]',
  argumentsMissing: 'Donnez un verbe (export ou import), et ce qu’il faut à sa suite.',
  badFormat: 'Formats : csv, xlsx, ods, tet.',
  toTerminal: 'Ce format n’est pas du texte : nommez un fichier à la fin, ou redirigez la sortie.',
  placeMissing: 'Dites pour qui : --commune CODE INSEE, ou --intercommunalite SIREN.',
  unknownPlan: (id: number) => `Aucun plan ne porte le numéro ${String(id)}.`,
  written: (file: string, lines: number) => `${file} : ${count(lines, 'ligne', 'lignes')}.`,
  badMap: (given: string, fields: readonly string[]) =>
    `« ${given} » : écrivez la lettre d’une colonne, ou son titre, puis = et un champ parmi : ${fields.join(', ')} ; ou rien pour ne pas la reprendre.`,
  badAnswer: (given: string) => `« ${given} » ne répond à aucune question de ce fichier.`,
  badAnswersFile: (reason: string) => `Le fichier de réponses n’est pas lisible : ${reason}`,
  columns: 'Colonnes :',
  column: (letters: string, header: string, field: string) => `  ${letters} ${header} → ${field}`,
  notTaken: '(non reprise)',
  questions: (n: number) => `${count(n, 'question', 'questions')}, à répondre par --answer :`,
  question: (name: string, question: string, answers: readonly string[]) =>
    `  ${question}\n    --answer "${name}=${answers.join('|')}"`,
  blocked: '    --answer "bloque=…" --answer "debloque=…"',
  problems: (n: number) => `${count(n, 'problème', 'problèmes')} :`,
  nothingWritten: 'Rien n’a été écrit.',
  toConfirm: 'Rien n’a été écrit. Ajoutez --yes pour confirmer ces changements.',
  added: (number: string, title: string) => `  + ${number} ${title}`,
  changed: (number: string, title: string, field: string, before: string, after: string) =>
    `  ~ ${number} ${title} · ${field} : ${before === '' ? '(rien)' : before} → ${after === '' ? '(rien)' : after}`,
  axisAdded: (number: string, title: string) => `  + axe ${number} ${title}`,
  axisChanged: (before: NumberedAxis, after: NumberedAxis) =>
    before.number === after.number && before.title === after.title
      ? `  ~ axe ${before.number} ${before.title} · présentation réécrite`
      : `  ~ axe ${before.number} ${before.title} → ${after.number} ${after.title}`,
  missing: (number: string, title: string) => `  = ${number} ${title} : absente du fichier, gardée`,
  more: (n: number) => `  … et ${count(n, 'autre', 'autres')}`,
  same: 'Ce fichier dit la même chose que le plan : rien à changer.',
  done: (address: string) => `Plan écrit : ${address}`,
  review: (address: string) => `Relisez-le à ${address}, ou ajoutez --accept-all pour prendre la lecture telle quelle.`,
  sameFile: (plan: number) =>
    `Ce fichier a déjà servi à faire le plan ${String(plan)}. Mettez-le à jour par --into ${String(plan)}, ou ajoutez --same-file pour en faire un second.`,
} as const;
