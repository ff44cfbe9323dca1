/** Words of a draft's own page: what was understood, what remains, how it is kept and published. */
import { count, dayOf, figure } from './format.fr.ts';
import { inAxes } from './plan.fr.ts';

export const DRAFT_TITLE = 'Ce que nous avons compris';
export const DRAFT_DESCRIPTION = 'Un document lu automatiquement, à relire.';
export const KIND_WORD = { pact: 'un pacte signé', plan: 'un plan d’action', charter: 'une charte' } as const;

export function draftLede(kind: keyof typeof KIND_WORD, filename: string): string {
  return `Nous lisons ${KIND_WORD[kind]} dans « ${filename} ».`;
}

type Fact = { figure: string; words: string; unknown?: boolean };

export type PactFigures = {
  readonly measures: number;
  /** Of the edition; null when it is not known. */
  readonly outOf: number | null;
  readonly levels: number;
  readonly principles: number;
  readonly principlesOutOf: number | null;
  readonly locals: number;
};

export function pactFacts(of: PactFigures, work: WorkFigures): readonly Fact[] {
  return [
    {
      figure: of.outOf === null ? figure(of.measures) : `${figure(of.measures)} sur ${figure(of.outOf)}`,
      words: `mesures dont le document parle, ${count(of.levels, 'niveau pris', 'niveaux pris')}`,
    },
    {
      figure: of.principlesOutOf === null ? figure(of.principles) : `${of.principles} sur ${of.principlesOutOf}`,
      words: `principes, et ${count(of.locals, 'engagement local', 'engagements locaux')}`,
    },
    workFact(work),
  ];
}

export function planFacts(
  of: { actions: number; axes: number; withAmount: number },
  work: WorkFigures,
): readonly Fact[] {
  return [
    { figure: figure(of.actions), words: `fiches action, ${inAxes(of.axes)}` },
    { figure: `${figure(of.withAmount)} sur ${figure(of.actions)}`, words: 'portent un montant écrit' },
    workFact(work),
  ];
}

export function charterFacts(of: { principles: number; measures: number; levels: number }): readonly Fact[] {
  return [
    { figure: figure(of.measures), words: `mesures, avec ${count(of.levels, 'niveau', 'niveaux')}` },
    { figure: figure(of.principles), words: of.principles < 2 ? 'principe' : 'principes' },
  ];
}

export type WorkFigures = {
  readonly waiting: number;
  readonly proposals: number;
  readonly decided: number;
  readonly unread: number;
};

function workFact({ waiting, proposals, decided }: WorkFigures): Fact {
  return {
    figure: `${figure(waiting)} sur ${figure(proposals)}`,
    words: `à vérifier d’abord ; ${count(decided, 'réponse donnée', 'réponses données')}`,
    unknown: waiting > 0,
  };
}

export const UNDERSTOOD = {
  list: 'Liste',
  leader: 'Tête de liste',
  charter: 'Charte',
  place: 'Commune ou intercommunalité',
  signedOn: 'Signé le',
  term: 'Mandat',
  plan: 'Plan',
  council: 'Conseil',
  file: 'Fichier',
} as const;
export const NOT_FOUND = 'non trouvé';
export const NOT_SAID = 'pas encore dit';
export const CHANGE = 'Changer';
export const CHOOSE = 'Choisir';

export const START_REVIEW = 'Commencer la relecture';
export const CHECK_FIRST = 'Vérifier ce qui attend';
export const REVIEW_ALL = 'Document et propositions côte à côte';

export const WARNINGS_TITLE = 'Ce que le lecteur signale';

export const CHOICES_TITLE = 'Quand a-t-il été signé ?';
export const CHOICES_SAVE = 'Enregistrer';
export const CHOICES_SAVED = 'C’est enregistré.';
export const SIGNED_ON = 'Jour de la signature';
export const SIGNED_ON_HINT = 'Si le document ou une autre source le dit.';
export const TERM = 'Élections';
export const TERM_AUTOMATIC = 'celles de la charte';
export const PLACE_SEARCH = 'Chercher une autre commune';
export const PLACE_TITLE = 'Quelle commune ?';
export const PLACE_LEDE =
  'La commune ou l’intercommunalité à qui la promesse est faite. Sans elle, rien ne peut être publié.';
export function placesFor(typed: string, found: number): string {
  return found === 0
    ? `Aucune commune ne correspond à « ${typed} ». Essayez un mot du nom seulement, ou le code postal.`
    : `Vous avez écrit « ${typed} ». ${count(found, 'réponse', 'réponses')}, la plus proche d’abord :`;
}
export const PLACE_LATER = 'Plus tard';

export const AGAIN_TITLE = 'Ce n’est pas la bonne charte ?';
export const AGAIN_LEDE =
  'Nous relisons alors le document avec l’autre charte, dans un nouveau brouillon. Vos réponses qui valent encore sont reprises ; celui-ci reste à son adresse.';
export const AGAIN_SAVE = 'Relire avec cette charte';
export function readAgainWords(carried: number, left: number): string {
  const kept = count(carried, 'réponse reprise', 'réponses reprises');
  const lost = left === 0 ? '' : `, ${count(left, 'à redonner', 'à redonner')}`;
  return `Nouveau brouillon : ${kept}${lost}. Notez sa nouvelle adresse ci-dessous.`;
}

export const ADDRESS_TITLE = 'L’adresse de ce brouillon';
export function addressLede(expiresAt: Date): string {
  return `Elle est privée : qui la connaît peut relire et répondre. Copiez-la pour y revenir ou la partager. Le brouillon est effacé le ${dayOf(expiresAt)}.`;
}
export const ADDRESS = 'Adresse privée';
export const COPY = 'Copier l’adresse';
export const COPIED = 'Adresse copiée.';
export const DISCARD_TITLE = 'Effacer ce brouillon';
export const DISCARD_LEDE = 'Le document et toutes les réponses sont effacés, pour de bon.';
export const DISCARD_SURE = 'Oui, je veux l’effacer';
export const DISCARD = 'Effacer le brouillon';
export const DISCARD_UNSURE = 'Cochez la case pour confirmer que vous voulez l’effacer.';

export const REMAINS_TITLE = 'Ce qui reste';
export function remains(work: WorkFigures & { readonly placeKnown: boolean }): readonly string[] {
  return [
    ...(work.waiting === 0
      ? []
      : [`${count(work.waiting, 'proposition à vérifier', 'propositions à vérifier')} d’abord.`]),
    ...(work.unread === 0 ? [] : [`${count(work.unread, 'passage non lu', 'passages non lus')} à regarder.`]),
    ...(work.placeKnown ? [] : ['La commune est à dire.']),
  ];
}
export const NOTHING_REMAINS = 'Tout ce qui devait être vérifié l’est.';
export const MAKE_PLAN = 'En faire un plan de travail';
export const MAKE_PLAN_LEDE = 'Pour la mairie, avec un compte : ce plan reste privé tant qu’il n’est pas publié.';
export const PUBLISH_TITLE = 'Demander la publication';
export const PUBLISH_LEDE =
  'Pour l’instant, l’équipe du site publie elle-même. Donnez-lui cette référence, elle suffit : elle ne révèle pas l’adresse privée.';
export function publishReference(draft: number): string {
  return `Brouillon ${draft}`;
}
export const PUBLISH_OPERATOR = 'Sur le serveur, l’équipe tape';
export function publishCommand(draft: number): string {
  return `npm run cli -- publish ${draft}`;
}
export const CHARTER_NOT_PUBLISHED =
  'Une charte n’est pas publiée d’ici : elle passe par l’atelier, où des personnes la relisent. Vous pouvez télécharger sa lecture.';
export const ALREADY_PUBLISHED = 'Ce brouillon est publié : il ne change plus.';
export const SEE_PUBLISHED = 'Voir ce qui est publié';
export const DOWNLOAD_WHAT = 'la lecture';
export const ORIGINAL = 'le fichier d’origine';

export const PRINCIPLES = 'Principes';
export const MEASURES = 'Mesures';
