/** Words of the sheet of an action that a town hall works on, and of its history. */
import type { Json } from '#domain/shared/canonical-json.ts';
import { SHEET_ROLES, SHEET_TEXTS } from '#domain/plan/action-sheet.ts';
import { count, day, momentOf } from './format.fr.ts';
import {
  DIRECTION_WORD,
  ENDS_ON,
  euros,
  FUNDING_WORD,
  NATURE_WORD,
  PARTICIPATION_WORD,
  PRIORITY,
  PRIORITY_WORD,
  ROLE_WORD,
  STAGE_WORD,
  STARTS_ON,
  STATUS,
  STATUS_WORD,
  TEXT_WORD,
  VISIBILITY_WORD,
} from './plan-words.fr.ts';

export const SHEET_TITLE = 'Fiche action';
export const MAIN = 'L’essentiel';
export const NUMBER = 'Numéro';
export const TITLE = 'Titre';
export const AXIS = 'Axe';
export const WHY_BLOCKED = 'Pourquoi est-ce bloqué ?';
export const WHAT_UNBLOCKS = 'Qu’est-ce qui débloquerait ?';
export const BLOCKED_HINT = 'À remplir quand le statut est « Bloqué ».';
export const VISIBILITY = 'Qui peut la voir ?';
export const VISIBILITY_CHOICE = {
  public: 'Publique : dans la prochaine version publiée',
  private: 'Privée : la collectivité seule, jamais publiée',
} as const;
export const PARTICIPATION = 'Place des habitant·es';
export const PEOPLE = 'Qui s’en occupe';
export const PEOPLE_NOTE =
  'Le nom d’une personne qui n’est pas élue reste privé, sauf si elle a accepté qu’il soit public (annuaire). En version publique, son service est nommé à sa place. Un nom qui ressemble à celui d’une personne (« Jeanne Dupont », « Croix Rouge ») reste privé lui aussi : si c’est un service ou un organisme, dites-le une fois dans l’annuaire.';
export const KEEP = 'Décochez pour retirer.';
export const ADD_NAMES = 'Ajouter, un nom par ligne';
export const LEAD_IS = 'Les pilotes ajouté·es sont';
export const LEAD_KINDS = { person: 'des personnes', service: 'des services', organisation: 'des organismes' } as const;
export const LEFT = 'ne travaille plus ici';
export const TEXTS = 'La fiche';
export const MONEY = 'Budget';
export const MONEY_NOTE =
  'Une somme exacte entre dans les totaux. Ce qui n’en est pas une (« 10 000 à 15 000 ») garde ses mots et n’y entre pas. Videz une ligne pour la retirer.';
export const AMOUNT = {
  direction: 'Sens',
  stage: 'Prévu ou réel',
  nature: 'Nature',
  year: 'Année',
  sum: 'Montant (€)',
};
export const FUNDINGS = 'Financements et appels à projets';
export const FUNDING = {
  funder: 'Qui finance',
  call: 'Appel à projets',
  deadline: 'Dernier jour',
  state: 'État',
  sum: 'Montant (€)',
};
export const STEPS = 'Étapes';
export const STEP = { title: 'À faire', status: 'Statut', endsOn: 'Pour le' };
export const AS_WRITTEN = 'Ce que dit le document, tel qu’écrit';
export const AS_WRITTEN_WORD = { leads: 'Pilotes', amounts: 'Montants', dates: 'Dates' } as const;
export const AS_WRITTEN_NOTE = 'Rien n’en a été deviné : reportez dans la fiche ce qui est exact.';
export const AS_WRITTEN_PASSAGE = 'Le passage du document (jamais publié)';
export const DOCUMENTS = 'Documents';
export const NO_DOCUMENT = 'Aucun document.';
export const ADD_DOCUMENT = 'Ajouter un document';
export const DOCUMENT_FILE = 'Fichier (PDF, image, texte ou tableur, 20 Mo au plus)';
export const DOCUMENT_TITLE = 'Titre du document';
export const DOCUMENT_VISIBILITY = 'Qui peut le voir ?';
export const CHANGE_DOCUMENT = 'Corriger';
export const SAVE_DOCUMENT = 'Enregistrer';
export const REMOVE = 'Retirer';
export const FILE_MISSING = 'Choisissez un fichier.';
export const FILE_TOO_BIG = 'Ce fichier dépasse 20 Mo.';
export const FILE_REFUSED =
  'Ce fichier n’est pas d’une sorte qui peut être gardée ici : PDF, image, texte (ODT, DOCX) ou tableur (ODS, XLSX).';
export const PROMISES = 'Engagements';
export const NO_PROMISE = 'Cette action n’est reliée à aucun engagement.';
export const LINK_PROMISE = 'Relier à un engagement';
export const HISTORY = 'Histoire de cette fiche';
export const REMOVE_TITLE = 'Retirer l’action du plan';
export const REMOVE_LEDE =
  'Elle quitte le plan et, à la prochaine version, la page publique. Son histoire et les versions déjà publiées restent.';
export const REMOVE_REASON = 'Pourquoi ? (facultatif, reste dans l’histoire)';
export const REMOVE_ACT = 'Retirer cette action';
export const BOTH = 'Écrit par une autre personne pendant ce temps';
export const THEIRS = 'Enregistré maintenant :';
export const YOURS = 'Ce que vous aviez écrit :';
export const BOTH_HOW =
  'Vos mots sont encore dans le formulaire. Complétez-les avec ceux de l’autre personne, puis enregistrez.';
export const PREVIOUS = 'Action précédente';
export const NEXT = 'Action suivante';

export function badSum({ line, said }: { line: number; said: string }): string {
  return `Financement, ligne ${line} : « ${said} » n’est pas une somme. Écrivez un nombre, ou laissez vide et dites-le dans « Financements ».`;
}

export function linesLabel(name: string, line: number): string {
  return `${name}, ligne ${line}`;
}

export const FIELD_WORD: Readonly<Record<string, string>> = {
  number: NUMBER,
  axis: AXIS,
  title: TITLE,
  status: STATUS,
  priority: PRIORITY,
  startsOn: STARTS_ON,
  endsOn: ENDS_ON,
  visibility: 'Visibilité',
  participation: PARTICIPATION,
  amounts: MONEY,
  fundings: FUNDINGS,
  steps: STEPS,
  newsAt: 'Date de la dernière nouvelle',
  axisPath: AXIS,
  blocked: 'Ce qui bloque',
  texts: TEXTS,
  roles: PEOPLE,
  documents: DOCUMENTS,
  'document.title': DOCUMENT_TITLE,
  'document.visibility': DOCUMENT_VISIBILITY,
  links: PROMISES,
  asWritten: AS_WRITTEN,
  ...Object.fromEntries(SHEET_TEXTS.map((text) => [`text.${text}`, TEXT_WORD[text]])),
  ...Object.fromEntries(SHEET_ROLES.map((role) => [`role.${role}`, ROLE_WORD[role]])),
};

export const NOTHING_SAID = '(rien)';

/** What a field was or is, in words. `names`: of the directory, by number; `axes`: by number. */
export function sayField(
  field: string,
  value: Json,
  { names, axes }: { names: ReadonlyMap<number, string>; axes: ReadonlyMap<number, string> },
): string {
  const nameOf = (entry: unknown): string => names.get(Number(entry)) ?? 'un nom qui n’est plus dans l’annuaire';
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return NOTHING_SAID;
  if (field === 'axis') return axes.get(Number(value)) ?? 'un axe retiré';
  if (field === 'status') return sayStatus(objectOf(value));
  if (field === 'priority') return wordOr(PRIORITY_WORD, value);
  if (field === 'visibility' || field === 'document.visibility') return wordOr(VISIBILITY_WORD, value);
  if (field === 'participation') return wordOr(PARTICIPATION_WORD, value);
  if (field === 'startsOn' || field === 'endsOn') return day(textOf(value));
  if (field.startsWith('role.') && Array.isArray(value)) return value.map(nameOf).join(', ');
  if (!Array.isArray(value)) return textOf(value);
  const lines = (value as readonly Json[]).map(objectOf);
  if (field === 'amounts') return lines.map(sayAmount).join('\n');
  if (field === 'fundings') return lines.map((line) => sayFunding(line, nameOf(line['funder']))).join('\n');
  return lines.map(sayStep).join('\n');
}

type Said = Readonly<Record<string, Json | undefined>>;

function sayStatus({ status, blocked }: Said): string {
  const word = status === null || status === undefined ? STATUS_WORD.unknown : wordOr(STATUS_WORD, status);
  const { why, unblocks } = objectOf(blocked ?? null);
  return why === undefined ? word : `${word} : ${textOf(why)} Ce qui débloquerait : ${textOf(unblocks ?? '')}`;
}

function sayAmount({ direction, stage, nature, year, euros: sum, words }: Said): string {
  const kind = `${wordOr(DIRECTION_WORD, direction ?? '')} ${wordOr(STAGE_WORD, stage ?? '')}`;
  const what = typeof nature === 'string' ? `, ${wordOr(NATURE_WORD, nature)}` : '';
  const when = typeof year === 'number' ? `, ${year}` : '';
  return `${kind}${what}${when} : ${typeof sum === 'number' ? euros(sum) : textOf(words ?? '')}`;
}

function sayFunding({ call, deadline, state, euros: sum }: Said, funder: string): string {
  return [
    funder,
    textOf(call ?? ''),
    typeof deadline === 'string' ? `avant le ${day(deadline)}` : '',
    typeof state === 'string' ? wordOr(FUNDING_WORD, state) : '',
    typeof sum === 'number' ? euros(sum) : '',
  ]
    .filter((part) => part !== '')
    .join(', ');
}

function sayStep({ title, status, endsOn }: Said): string {
  const word = typeof status === 'string' ? ` (${wordOr(STATUS_WORD, status)})` : '';
  return `${textOf(title ?? '')}${word}${typeof endsOn === 'string' ? `, pour le ${day(endsOn)}` : ''}`;
}

function wordOr(words: Readonly<Record<string, string>>, code: Json): string {
  const text = textOf(code);
  return words[text] ?? text;
}

function textOf(value: Json): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function objectOf(value: Json): Said {
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Said) : {};
}

export const HISTORY_TITLE = 'Histoire de la fiche';
export const HISTORY_LEDE = 'Chaque changement de chaque champ, tiré du journal du site. Le plus récent est en haut.';
export const BEFORE = 'Avant';
export const AFTER = 'Après';
export const HISTORY_ACT: Readonly<Record<string, string>> = {
  'add-action': 'Action ajoutée',
  'take-up-action': 'Action reprise d’un document',
  'import-changes': 'Mise à jour depuis un fichier',
  'import-plan': 'Import d’un fichier',
  'import-action': 'Import d’un fichier',
  'change-action': 'Fiche changée',
  'change-actions': 'Changement en lot',
  'move-action': 'Action déplacée',
  'renumber-actions': 'Nouveau numéro',
  'remove-action': 'Action retirée',
  'add-document': 'Document ajouté',
  'change-document': 'Document changé',
  'remove-document': 'Document retiré',
  'tie-commitment': 'Reliée à un engagement',
  'untie-commitment': 'Lien à un engagement retiré',
  'dismiss-suggestion': 'Rapprochement avec un engagement écarté',
  'take-dismissal-back': 'Rapprochement avec un engagement proposé à nouveau',
  'link-action': 'Lien avec un engagement',
  'give-action-back': 'Rendue par son ou sa pilote : « ce n’est plus moi »',
  'say-news': 'Statut dit par le lien reçu',
  'tell-news': 'Nouvelle donnée par le lien reçu',
};
export const HISTORY_OTHER = 'Changement';

export function historyWhen(at: Date, who: string): string {
  return `${momentOf(at)}, ${who}`;
}

export const BY_ROLE_WORD: Readonly<Record<string, string>> = {
  'municipal-agent': 'un·e agent·e',
  'elected-official': 'un·e élu·e',
  operator: 'l’équipe du site',
  lead: 'le ou la pilote, par son lien',
  job: 'le site',
};
export const YOU = 'vous';

export function documentsCount(number: number): string {
  return count(number, 'document', 'documents');
}
