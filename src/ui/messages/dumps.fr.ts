/** What the files of the day say of themselves, to people and to programs. The page is in ./dumps-page.fr.ts. */

import { day as dayWritten, dayOf } from './format.fr.ts';
import { LICENCE } from './open-data/licence.fr.ts';
import { NOT_COPIED, NOT_THERE, NOT_THERE_INTRO, NOT_THERE_TITLE, notThereLine } from './open-data/not-there.fr.ts';

export { LICENCE };

export const packageWords = {
  name: 'parole-tenue',
  title: 'Parole tenue : pactes, plans et suivi des promesses municipales',
  description:
    'Presque tout ce que le site montre à tout le monde (LISEZMOI.md dit ce qui n’y est pas), en fichiers : chartes, pactes, engagements, plans, évaluations, bilans. Aucune donnée privée, aucun compte. Les communes fictives de la démonstration n’y sont pas.',
  source: 'Le site',
} as const;

export const MADE_UP =
  'PAYS INVENTÉ : personne n’a promis ce qui est écrit ici. Ces fichiers ne servent qu’à mesurer le programme.';

export const oneLineIs = (line: string): string => `Une ligne : ${line}.`;

/** What stands between several values in one cell of a CSV. */
export const SEPARATED: Readonly<Record<string, string>> = {
  '\n': 'Dans le CSV, une valeur par ligne de la cellule',
  ' ': 'Dans le CSV, valeurs séparées par une espace',
  ', ': 'Dans le CSV, valeurs séparées par une virgule et une espace',
};

/** Whole objects, by the name of their file: `objets-pactes.jsonl`. */
export const OBJECT_WORDS: Readonly<Record<string, string>> = {
  'pays-synthetique':
    'Une ligne quand tout a été inventé pour mesurer le site ; aucune quand ce sont de vraies paroles',
  'copies-rechargees': 'De quelle copie ce site a été rechargé, s’il l’a été',
  collectifs: 'Collectifs locaux, leurs lieux, leur agenda et leurs mesures locales ; aucun membre',
  editions: 'Éditions de chartes faites sur ce site, avec l’origine de chaque mesure',
  partenaires: 'Organisations partenaires, refusées et parties',
  soutiens: 'Ce que les partenaires soutiennent, et ne soutiennent plus',
  'sieges-nationaux': 'Sièges des comités nationaux et leurs votes, sans aucun nom',
  'decisions-nationales': 'Décisions des comités nationaux, avec ce qui en était dit avant correction',
  'fiches-techniques': 'Fiches techniques des mesures, avec leurs versions',
  correspondances: 'Parentés entre promesses de deux chartes, confirmées par des personnes',
  'editions-retirees': 'Éditions qui ne sont plus proposées, avec le motif',
  'correspondances-versions': 'Versions figées des correspondances',
  'elections-partielles': 'Élections municipales partielles',
  listes: 'Listes candidates, avec leur seule tête de liste',
  documents: 'Ce que l’on sait de chaque fichier d’origine, avec son empreinte ; sans le fichier',
  negociations: 'Négociations qui ont mené à un texte signé : entre qui, et sur quoi',
  textes: 'Textes signés sur ce site, avec leurs signatures',
  pactes: 'Pactes entiers, avec leurs lectures corrigées',
  plans: 'Plans d’action entiers, avec leurs versions publiées',
  retraits: 'Pactes et plans retirés, avec la raison',
  'plans-des-indicateurs': 'À quel plan et à quelles fiches tiennent les indicateurs publics',
  indicateurs: 'Indicateurs publics, avec leurs chiffres',
  evaluations: 'Évaluations, celles d’avant comprises',
  bilans: 'Bilans publiés, avec réponses et rectificatifs',
  'comites-de-suivi': 'Comités de suivi, leurs séances, les comptes rendus acceptés et leurs décisions ; aucun membre',
  evenements: 'Événements de suivi publics',
  'dates-des-chiffres': 'Jusqu’à quand chaque chiffre compte ce qui a été fait',
  questions: 'Questions posées à d’autres collectivités, et leurs réponses',
};

/** A copy that the site was made again from. */
type Origin = { readonly day: string; readonly site: string; readonly loadedAt: Date };

export const originOf = ({ day, site }: Origin) => ({
  title: `Copie du ${day} de ${site}, dont ce site a été rechargé`,
  path: `${site}/donnees/${day}`,
});

/** Latest first. */
export const originLines = (origins: readonly Origin[]): readonly string[] =>
  origins.map(({ day, site, loadedAt }, at) =>
    at === 0
      ? `Ce site a été rechargé le ${dayOf(loadedAt)} depuis la copie du ${dayWritten(day)} de ${site} : tout ce qui date d’avant vient de là.`
      : `Le site de cette copie avait lui-même été rechargé le ${dayOf(loadedAt)}, depuis la copie du ${dayWritten(day)} de ${site}.`,
  );

export const objectTitle = (name: string): string => `Objets entiers : ${name}`;

export const OBJECTS_ARE =
  'Une ligne de JSON par objet, avec les noms de nos tables : de quoi recharger un site vide (« cli dump load »).';

export const licenceText = ({ site, day }: { readonly site: string; readonly day: string }): string =>
  `Licence des données
===================

Les données de ce dossier (positions, niveaux, dates, liens, totaux, notes) sont sous
Licence Ouverte / Open Licence, version 2.0 (Etalab) :
${LICENCE.path}

Vous pouvez les copier, les modifier et les rediffuser, y compris pour vendre, à condition de dire
d’où elles viennent et de quand elles datent. Par exemple :

    Parole tenue, ${site}, copie du ${day}

Ce que cette licence ne couvre pas
----------------------------------

- Les textes des chartes, des pactes, des plans, des délibérations et des lettres sont ceux de leurs auteurs,
  qui décident de ce que l’on peut en faire. Ils sont ici parce qu’ils ont été rendus publics ; chaque ligne
  dit d’où vient le sien, autant qu’on le sache.
- Les communes, intercommunalités, codes et populations viennent de l’Insee, de la DGCL et de La Poste
  (Licence Ouverte), par @etalab/decoupage-administratif.
- Les noms des personnes qui ont signé un pacte ou mené une liste sont publics parce qu’ils font partie d’un acte
  public. Le RGPD s’applique à ce que vous en faites.
`;

export type ListedFile = { readonly name: string; readonly bytes: number };

export const readMe = (given: {
  readonly site: string;
  readonly day: string;
  readonly synthetic: boolean;
  readonly origins: readonly Origin[];
  readonly tables: readonly { readonly name: string; readonly title: string; readonly rows: number }[];
  readonly objects: readonly { readonly name: string; readonly title: string; readonly lines: number }[];
}): string => `# Parole tenue, copie du ${given.day}

${given.synthetic ? `${MADE_UP}\n\n` : ''}Ce que ${given.site} montrait à tout le monde ce jour-là, à un même instant. Adresse permanente :
${given.site}/donnees/${given.day}
${originLines(given.origins)
  .map((line) => `\n${line}\n`)
  .join('')}
## Tables

Chacune en trois formats qui disent la même chose : CSV (pour un tableur), JSON Lines et Parquet.

${given.tables.map(({ name, title, rows }) => `- ${name} : ${title} (${rows} lignes)`).join('\n')}

Ce que veut dire chaque colonne est dans datapackage.json (Frictionless, Table Schema) et dans la
documentation des données ouvertes.

- CSV : UTF-8 avec sa marque, virgule, une cellule vide quand personne ne le dit. Une apostrophe précède un texte qu’un tableur
  prendrait pour une formule (=, +, -, @) : ôtez-la pour retrouver le texte.
- Les CSV et les JSON Lines sont compressés (gzip) ; les programmes de données les lisent ainsi, et les adresses sans « .gz » les
  donnent décompressés.
- Une case vide veut dire « personne ne le dit » ; elle ne veut jamais dire zéro.

## Objets entiers

De quoi recharger un site vide : « npm run cli -- dump load DOSSIER ». Aucun compte, aucune donnée privée.

${given.objects.map(({ name, title, lines }) => `- ${name} : ${title} (${lines} lignes)`).join('\n')}

## ${NOT_THERE_TITLE}

${NOT_THERE_INTRO}

${[...NOT_THERE, ...NOT_COPIED].map((one) => `- ${notThereLine(one)}`).join('\n')}

## Vérifier

    sha256sum -c SHA256SUMS

ou, avec le programme du site : « npm run cli -- dump verify DOSSIER ».

## Citer

    Parole tenue, ${given.site}/donnees/${given.day}, consulté le …

Licence : LICENCE.txt.
`;
