/** Bulk entry: the pages of the national team. Refusals: ./bulk-entry-refusals.fr.ts. */
import type { ItemState, ShownState } from '#domain/bulk-entry/entry-item.ts';
import type { LineField } from '#domain/bulk-entry/entry-line.ts';
import type { EntryReason, LeftOut } from '#use-cases/bulk-entry/bulk-entry-store.ts';
import { sayActRefusal } from './act-refusals.fr.ts';
import { count, dayOf, figure, listOf, momentOf } from './format.fr.ts';

export const TITLE = 'Saisie en nombre';
export const DESCRIPTION = 'Beaucoup de pactes apportés d’un coup, relus à plusieurs.';
export const LEDE =
  'Apportez beaucoup de pactes d’un coup. Chaque document est lu, puis quelqu’un le relit et le publie : rien n’est publié sans relecture.';
export const BRING_TITLE = 'Apporter un fichier';
export const FILE = 'Fichier ZIP ou CSV';
export const BRING = 'Apporter';
export const NOT_BROUGHT = 'Rien n’a été apporté';
export const ENTRIES = 'Saisies';
export const NO_ENTRY = 'Aucune saisie pour le moment.';
export const OLDER = 'Saisies plus anciennes';
export const FILE_HELP = 'Ce que le fichier contient';
export const HEADERS_HELP =
  'Un ZIP de documents (PDF, DOCX, ODT, HTML ou texte) et d’un tableau CSV, une ligne par pacte. Colonnes reconnues, dans n’importe quel ordre : code INSEE ou commune, SIREN ou intercommunalité (avec le département pour les homonymes), liste, tête de liste, signé le, charte, fichier. Un document sans ligne et une ligne sans document sont gardés : ils disent ce qui manque.';
export const TABLE_HELP =
  'Ou notre propre tableau « engagements », tel que ce site l’exporte, pour des pactes dont il n’existe pas de document : un pacte par commune et par liste, ou par intercommunalité. Les principes se disent dans une colonne « principe » du même tableau (lettre et position, sans mesure), ou dans le tableau « principes » exporté : mettez alors les deux CSV, seuls, dans un ZIP.';

export function limitsHelp({
  documents,
  lines,
  megabytes,
  days,
}: {
  documents: number;
  lines: number;
  megabytes: number;
  days: number;
}): string {
  return `Au plus ${figure(documents)} documents, ${figure(lines)} lignes et ${figure(megabytes)} Mo par fichier. Ce qui n’est pas publié est effacé ${figure(days)} jours après l’envoi.`;
}

const SOMEBODY = 'une personne de l’équipe';
const KIND = { documents: 'Documents et tableau', table: 'Pactes saisis en tableau' } as const;

export function entryLine(entry: {
  kind: keyof typeof KIND;
  items: number;
  broughtBy: string | null;
  broughtAt: Date;
}): string {
  const { kind, items, broughtBy, broughtAt } = entry;
  const brought = items > 1 ? 'apportés' : 'apporté';
  return `${KIND[kind]} : ${count(items, 'élément', 'éléments')}, ${brought} par ${broughtBy ?? SOMEBODY} le ${momentOf(broughtAt)}`;
}

export function entryWaiting(items: number): string {
  return items === 0 ? 'aucun pacte à relire' : count(items, 'pacte à relire', 'pactes à relire');
}

export function expiry(at: Date, forgotten: Date | null): string {
  return forgotten === null
    ? `Ce qui n’est pas publié sera effacé le ${dayOf(at)}, fichiers compris.`
    : `Ce qui n’avait pas été publié a été effacé le ${dayOf(forgotten)}.`;
}

export const STATE: Readonly<Record<ShownState, string>> = {
  waiting: 'à lire',
  reading: 'en lecture',
  read: 'à relire',
  'in-review': 'en relecture',
  unreadable: 'illisible',
  'without-document': 'sans document',
  published: 'publié',
  'set-aside': 'mis de côté',
  'already-there': 'déjà là',
  forgotten: 'effacé',
};
export const STATE_SEGMENT: Readonly<Record<ShownState, string>> = {
  waiting: 'a-lire',
  reading: 'en-lecture',
  read: 'a-relire',
  'in-review': 'en-relecture',
  unreadable: 'illisibles',
  'without-document': 'sans-document',
  published: 'publies',
  'set-aside': 'mis-de-cote',
  'already-there': 'deja-la',
  forgotten: 'effaces',
};
/** In the order of the work. */
export const STATE_ORDER: readonly ShownState[] = [
  'read',
  'in-review',
  'waiting',
  'reading',
  'unreadable',
  'without-document',
  'already-there',
  'set-aside',
  'published',
  'forgotten',
];
export const ALL = 'tout';
export const STATES_LABEL = 'Éléments par état';
export const NOTHING_HERE = 'Aucun élément dans cet état.';
export const MORE = 'Éléments suivants';
export const AS_FILE = 'Ce qu’est devenue chaque ligne (CSV)';
export const RELOAD =
  'La lecture avance d’elle-même, un document à la fois : rechargez la page pour voir où elle en est.';

export const COLUMNS = {
  item: 'Élément',
  place: 'Lieu',
  list: 'Liste',
  document: 'Document',
  state: 'État',
} as const;
export const UNKNOWN_PLACE = 'lieu à dire';
export const NO_LIST = 'liste non dite';
export const WITHOUT_LIST = 'sans liste';
export function toLookAt(problems: number): string {
  return count(problems, 'point à regarder', 'points à regarder');
}
export const NO_DOCUMENT = 'aucun document';

export function itemName(position: number): string {
  return `Élément ${figure(position)}`;
}

export function claimedBy({ name, at }: { name: string | null; at: Date }): string {
  return `relu par ${name ?? SOMEBODY} depuis le ${momentOf(at)}`;
}

export const FIELD: Readonly<Record<LineField, string>> = {
  municipality: 'Code de la commune',
  municipalityName: 'Commune ou lieu',
  grouping: 'SIREN de l’intercommunalité',
  groupingName: 'Intercommunalité',
  department: 'Département',
  list: 'Liste',
  leader: 'Tête de liste',
  signedOn: 'Signé le',
  charter: 'Charte',
  file: 'Fichier',
};

export const LINE_TITLE = 'Ce que dit la ligne';
export const NO_LINE = 'Aucune ligne du tableau ne nomme ce document.';
export const READ_TITLE = { documents: 'Ce que dit le document', table: 'Ce qui est repris du tableau' } as const;
export const READ_LIST = 'Liste lue';
export const READ_LEADER = 'Tête de liste lue';
export const CHOSEN_PLACE = 'Lieu retenu';
export const CHOSEN_CHARTER = 'Charte retenue';
export const CHOSEN_DAY = 'Jour de signature retenu';
export const TO_SAY = 'à dire pendant la relecture';
export const NOT_READ = 'non lue';
export const REMAINS = 'Reste à vérifier';
export const PROBLEMS_TITLE = 'À regarder';
export const REVIEW_TITLE = 'Relire';
export const REVIEW = 'Prendre et relire';
export const GO_ON = 'Continuer la relecture';
export const TAKE_OVER = 'Reprendre à sa place';
export const TAKE_OVER_NOTE = 'Son adresse de relecture ne s’ouvrira plus ; ses réponses déjà données restent.';
export const RELEASE = 'Rendre à la file';
export const CLAIM_NOTE =
  'Un élément est à qui le prend, pendant 30 minutes que chaque réponse fait repartir. Continuer la relecture donne une nouvelle adresse.';
export const PUBLISH_TITLE = 'Publier';
export const PUBLISH = 'Publier ce pacte';
export const PUBLISH_NOTE =
  'Vous dites ainsi que vous l’avez relu. La page du pacte dira que l’équipe nationale l’a relu.';
export const WHICH_LIST = 'Quelle liste a signé ?';
export const LIST_AS_SAID = 'Liste de la ligne';
export const NONE_OF_THESE = 'Aucune de ces listes';
export const CHOOSE = 'Choisissez';
export const ASIDE_TITLE = 'Mettre de côté';
export const ASIDE = 'Mettre de côté';
export const ASIDE_REASON = 'Pourquoi';
export const PUT_BACK = 'Remettre dans la file';
export const NEXT = 'Élément suivant';
export const BACK = 'Retour à la file';
export const SEE_PACT = 'Voir le pacte';
export const SEE_ENTRY = 'Voir cette saisie';
export const NO_NEXT = 'Plus rien n’attend de relecture dans cette saisie.';
export const PUBLISHED = 'Publié.';
export const RELEASED = 'L’élément est rendu à la file.';
export const SET_ASIDE_DONE = 'L’élément est mis de côté.';
export const PUT_BACK_DONE = 'L’élément est de retour.';
export const FROM_ENTRY = 'Ce brouillon vient d’une saisie en nombre. Une fois relu, publiez-le depuis la file.';
export const BACK_TO_ITEM = 'Revenir à la saisie';

export const LEFT_OUT_TITLE = 'Laissé de côté dans le ZIP';
const LEFT_OUT_WORDS: Readonly<Record<LeftOut['why'], string>> = {
  'system-file': 'fichier du système',
  'unsafe-name': 'nom qui sort du dossier',
  'same-name': 'second fichier du même nom',
};
export function leftOutLine({ name, why }: LeftOut): string {
  return `${name} : ${LEFT_OUT_WORDS[why]}`;
}

export function unusedHeaders(headers: readonly string[]): string {
  return `Colonnes dont rien n’a été fait : ${listOf(headers.map((header) => `« ${header} »`))}.`;
}

export function otherList(said: string, read: string): string {
  return `la ligne dit la liste « ${said} », le document « ${read} » : corrigez l’une ou l’autre pendant la relecture, ou mettez de côté.`;
}

/** Null: nothing more to say than the state. */
export function reasonLine(state: ItemState, why: EntryReason | null): string | null {
  if (why === null) return null;
  switch (why.kind) {
    case 'refused':
      return sayActRefusal(why.refusal);
    case 'damaged-in-zip':
      return 'Ce fichier est abîmé dans le ZIP : renvoyez-le dans une autre saisie.';
    case 'reader-failed':
      return 'La lecture de ce fichier s’est arrêtée sans réponse. Enregistrez-le sous un autre format, puis renvoyez-le.';
    case 'no-charter':
      return 'La charte n’est pas dite ou pas connue : un pacte saisi en tableau en reprend les mots. Complétez la colonne « charte », puis renvoyez ces lignes.';
    case 'published-before':
      return `Ce même fichier est déjà publié : c’est le pacte ${why.pact}.`;
    case 'same-file':
      return `C’est le même fichier que l’élément ${why.position}.`;
    case 'in-another-entry':
      return `Quand il a été apporté, ce même fichier attendait dans la saisie ${why.entry} : ouvrez-la pour voir ce qu’il y devient. S’il n’y attend plus, apportez-le à nouveau.`;
    case 'set-aside':
      return state === 'set-aside' ? why.reason : null;
  }
}
