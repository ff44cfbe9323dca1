/** The pages where a spreadsheet becomes a plan, or updates one. */
import { count, dayOf, figure, listOf } from '../format.fr.ts';
import { inAxes } from '../plan.fr.ts';
import { plural } from './plural.fr.ts';

export const BRING = {
  title: 'Importer un plan',
  description: 'Reprendre le plan d’une mairie depuis un tableur',
  lede: 'Déposez le tableau que vous avez déjà : XLSX, ODS ou CSV, le modèle de Territoires en Transitions compris. Vous dites ensuite ce que contient chaque colonne, vous voyez tout avant, et rien n’est écrit sans votre accord.',
  intoTitle: 'Mettre à jour depuis un fichier',
  intoLede:
    'Déposez le tableau corrigé. Vous verrez ce qui change, action par action et champ par champ, avant de confirmer. Une action absente du fichier reste dans le plan, sauf si vous dites qu’elle part.',
  place: 'Pour',
  planTitle: 'Titre du plan',
  planTitleHelp: 'Laissez vide pour reprendre le nom du fichier.',
  file: 'Fichier',
  fileHelp: (megabytes: number) => `XLSX, ODS, CSV ou texte à tabulations, ${figure(megabytes)} Mo au plus.`,
  pastedName: 'tableau collé',
  untitled: 'Plan importé',
  paste: 'Ou collez ici des cases copiées d’un tableur, titres des colonnes compris',
  read: 'Lire ce tableau',
  notRead: 'Ce tableau n’a pas été lu',
  nothing: 'Choisissez un fichier, ou collez des cases.',
  tooLarge: (megabytes: number) =>
    `Ce fichier dépasse ${figure(megabytes)} Mo. Retirez les images et les autres onglets.`,
  noPlace: 'Vous n’agissez pour aucune mairie. Demandez votre rôle depuis « Mon espace ».',
  document: 'Votre plan est un PDF, un DOCX ou un ODT ?',
  documentLede:
    'Faites-le lire : ses fiches sont reconnues une par une, chacune avec son passage. Relisez, puis collez ici l’adresse de cette lecture : elle devient un plan privé, à compléter.',
  documentLink: 'Faire lire un document',
  reading: 'Adresse de la lecture',
  readingHelp: 'Celle de la page où vous avez relu le document : elle commence par « /lire/ ».',
  readingToPlan: 'En faire un plan à compléter',
  documentInto: 'Ou depuis un document : PDF, DOCX, ODT, texte',
  documentIntoLede:
    'Faites lire la nouvelle version du document, relisez, puis collez ici l’adresse de cette lecture. Ses fiches sont rapprochées des actions par leur numéro et leur titre ; ce qui n’est pas sûr vous est demandé.',
  compare: 'Comparer avec ce plan',
  notCompared: 'Cette lecture n’a pas été comparée au plan',
  notMade: 'Cette lecture n’est pas encore un plan',
  goOnReading: 'Reprendre la lecture de ce document',
  noReading:
    'Collez l’adresse de la page où le document a été lu : elle contient « /lire/ » puis une suite de lettres et de chiffres.',
  pending: 'Imports à finir',
  pendingLine: (filename: string, opened: Date, expires: Date) =>
    `${filename}, déposé le ${dayOf(opened)}, effacé le ${dayOf(expires)} s’il n’est pas fini`,
  exports: 'Exporter le plan',
  exportsLede:
    'Corrigez-le dans votre tableur, puis importez-le ici : les colonnes sont les mêmes. Ces fichiers contiennent tout, actions et noms privés compris.',
  tetPrivate: 'Une action privée y figure comme les autres : relisez-le avant de le transmettre.',
  exportNames: { csv: 'CSV', xlsx: 'XLSX', ods: 'ODS', tet: 'Territoires en Transitions (XLSX)' },
} as const;

export const WORK = {
  title: (filename: string) => `Importer « ${filename} »`,
  description: 'Un fichier devient un plan',
  saved: 'C’est noté.',
  columns: 'Ce que contient chaque colonne',
  columnsLede:
    'Proposé d’après les titres des colonnes : corrigez ce qui ne convient pas. Une colonne qui n’est pas reprise reste dans votre fichier.',
  documentNote:
    'Ce que le document écrit des pilotes, des montants et des dates n’entre dans aucun champ : chaque action le garde tel quel, avec son passage, à reporter dans sa fiche.',
  words: ({ carried, left }: { readonly carried: number; readonly left: number }) =>
    [
      carried === 0
        ? ''
        : `${count(carried, 'action déjà là recevra', 'actions déjà là recevront')} le passage de ce document et ce qu’il écrit des pilotes, des montants et des dates, à la place de ce que la version d’avant en écrivait. Ces mots restent privés.`,
      left === 0
        ? ''
        : `${count(left, 'action déjà là garde', 'actions déjà là gardent')} ce qu’en écrit le document public d’où ${plural(left, 'elle vient', 'elles viennent')} : ce document-ci en dit autre chose, à reporter dans ${plural(left, 'sa fiche', 'leurs fiches')}.`,
    ].filter((said) => said !== ''),
  tab: 'Onglet',
  hidden: ' (masqué)',
  headerRow: 'Ligne des titres de colonnes',
  headerRowHelp: '0 si le fichier n’en a pas.',
  dataFrom: 'Première ligne à lire',
  column: (letters: string) => `Colonne ${letters}`,
  notTaken: 'Ne pas reprendre',
  sample: (text: string) => `par exemple « ${text} »`,
  emptyColumn: 'vide',
  separator: 'Dans une case, plusieurs noms sont séparés par',
  separators: {
    comma: 'des virgules, des points-virgules ou des retours à la ligne',
    semicolon: 'des points-virgules ou des retours à la ligne',
  },
  planTitle: 'Titre du plan',
  blanks: 'Une case vide du fichier',
  blanksChoices: { keep: 'laisse ce qui est écrit dans le plan', clear: 'efface ce qui est écrit dans le plan' },
  save: 'Enregistrer et relire',
  questions: 'Questions',
  questionsLede: (n: number) =>
    `${count(n, 'question', 'questions')}, une seule fois pour tout le fichier. Nous ne devinons rien.`,
  choose: 'À choisir',
  why: 'Ce qui bloque',
  unblocks: 'Ce qui débloquerait',
  problems: 'À corriger',
  problemsLede: (n: number) =>
    `${count(n, 'problème', 'problèmes')}. Corrigez le fichier et déposez-le à nouveau, changez une colonne, ou laissez la ligne de côté.`,
  leave: (row: number) => `Laisser la ligne ${String(row)} de côté`,
  left: 'Lignes laissées de côté',
  takeBack: (row: number) => `Reprendre la ligne ${String(row)}`,
  more: (n: number) => `et ${count(n, 'autre', 'autres')}`,
  notes: 'Bon à savoir',
  result: 'Ce qui sera écrit',
  resultNew: (actions: number, axes: number) =>
    `Un plan de ${count(actions, 'action', 'actions')}, ${inAxes(axes)}. Il reste privé tant que vous ne l’avez pas publié.`,
  resultInto: (given: {
    readonly added: number;
    readonly changed: number;
    readonly unchanged: number;
    readonly missing: number;
  }) =>
    sentence([
      given.added === 0 ? '' : count(given.added, 'action nouvelle', 'actions nouvelles'),
      given.changed === 0 ? '' : count(given.changed, 'action modifiée', 'actions modifiées'),
      given.unchanged === 0 ? '' : count(given.unchanged, 'inchangée', 'inchangées'),
      given.missing === 0 ? '' : count(given.missing, 'absente du fichier', 'absentes du fichier'),
    ]),
  nothingChanges: 'Ce fichier dit la même chose que le plan : il n’y a rien à changer.',
  added: 'Actions nouvelles',
  changed: 'Actions modifiées',
  missing: 'Absentes du fichier',
  missingLede: 'Elles restent dans le plan. Cochez celles qui doivent en partir : leur histoire reste.',
  goes: 'retirer du plan',
  axesAdded: 'Axes nouveaux',
  before: 'Avant',
  after: 'Après',
  field: 'Champ',
  nothing: 'rien',
  public: (names: readonly string[]) =>
    `${plural(names.length, 'Ce nom sera public', 'Ces noms seront publics')} avec le plan, comme élu·e référent·e : ${names.join(', ')}. Les autres noms de personnes restent privés.`,
  table: { number: 'N°', title: 'Titre', axis: 'Axe', status: 'Statut', lead: 'Pilote', end: 'Fin', line: 'Ligne' },
  confirm: 'Confirmer et créer le plan',
  confirmInto: 'Confirmer ces changements',
  notReady: 'Répondez aux questions et réglez les problèmes ci-dessus pour pouvoir confirmer.',
  sameFile: (title: string, at: Date) => `Ce même fichier a déjà servi à « ${title} », le ${dayOf(at)}.`,
  sameFileUpdate: 'Mettre à jour ce plan',
  sameFileAgain: 'Faire tout de même un second plan',
  drop: 'Abandonner cet import',
  notDone: 'Rien n’a été écrit',
  done: (given: { readonly added: number; readonly changed: number; readonly removed: number }) =>
    `Import fait. ${sentence([
      given.added === 0 ? '' : count(given.added, 'action ajoutée', 'actions ajoutées'),
      given.changed === 0 ? '' : count(given.changed, 'action modifiée', 'actions modifiées'),
      given.removed === 0 ? '' : count(given.removed, 'action retirée', 'actions retirées'),
    ])}`,
  toPlan: 'Aller au plan',
} as const;

/** What there is none of is left out. */
function sentence(parts: readonly string[]): string {
  const said = parts.filter((part) => part !== '');
  return said.length === 0 ? 'Rien à changer.' : `${listOf(said)}.`;
}
