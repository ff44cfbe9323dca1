/**
 * What the first words of a name suggest that it is. A suggestion, with the word that makes it: a person answers. Only how a
 * name begins counts: « Anne Martin (service culture) » is somebody, and so is a « Directrice du service culture ».
 */
import type { EntryKind } from '../directory-entry.ts';
import { titleKey } from './words.ts';

/** By key: lower case, without accents; the longest that a name begins with wins. */
const BEGINNINGS: Readonly<Record<EntryKind, readonly string[]>> = {
  // What somebody is, whatever service they are of.
  person: [
    ...['m', 'mme', 'monsieur', 'madame', 'elu', 'elue', 'maire', 'adjoint', 'adjointe', 'conseiller', 'conseillere'],
    ...[
      'charge de',
      'chargee de',
      'chef de',
      'cheffe de',
      'chef du',
      'cheffe du',
      'responsable',
      'referent',
      'referente',
    ],
    ...['directeur', 'directrice', 'agent', 'agente', 'coordinateur', 'coordinatrice', 'animateur', 'animatrice'],
  ],
  service: [
    ...[
      'service',
      'services',
      'direction',
      'directions',
      'pole',
      'mission',
      'cellule',
      'bureau',
      'secretariat',
      'cabinet',
    ],
    ...['departement des', 'departement de la', 'unite', 'equipe', 'police municipale', 'regie'],
    ...['dgs', 'dga', 'dgst', 'dst', 'drh', 'dsi', 'daf', 'ctm'],
  ],
  organisation: [
    ...['ccas', 'cias', 'amap', 'pole emploi', 'mission locale', 'ademe', 'caf', 'cpam', 'epci', 'epf', 'cerema'],
    ...[
      'association',
      'associations',
      'asso',
      'ass',
      'collectif',
      'comite',
      'conseil de quartier',
      'conseil departemental',
    ],
    ...['region', 'conseil regional', 'departement', 'prefecture', 'metropole', 'communaute', 'syndicat', 'agence'],
    ...[
      'chambre',
      'fondation',
      'societe',
      'ste',
      'sarl',
      'scop',
      'scic',
      'office',
      'lycee',
      'college',
      'ecole',
      'universite',
    ],
    ...[
      'theatre',
      'musee',
      'mediatheque',
      'bibliotheque',
      'cinema',
      'conservatoire',
      'festival',
      'maison',
      'centre',
      'espace',
    ],
    ...[
      'mairie',
      'ville',
      'commune',
      'reseau',
      'federation',
      'union',
      'ligue',
      'club',
      'groupe',
      'groupement',
      'cooperative',
    ],
    ...[
      'banque',
      'credit',
      'caisse',
      'mutuelle',
      'entreprise',
      'institut',
      'laboratoire',
      'hopital',
      'residence',
      'creche',
    ],
    ...[
      'ressourcerie',
      'recyclerie',
      'ferme',
      'jardin',
      'jardins',
      'fabrique',
      'atelier',
      'ateliers',
      'parc',
      'observatoire',
    ],
  ],
};

const KIND_OF = new Map(
  Object.entries(BEGINNINGS).flatMap(([kind, words]) => words.map((word) => [word, kind as EntryKind] as const)),
);
const MOST_WORDS = 3;

/** `word`: as the name writes it. Null: nothing suggests anything. */
export function nameHint(name: string): { readonly kind: EntryKind; readonly word: string } | null {
  const written = name.trim().split(/[\s/]+/u);
  const first = /^(?:le|la|les)$/iu.test(written[0] ?? '') ? 1 : 0;
  for (let length = MOST_WORDS; length > 0; length -= 1) {
    const word = written.slice(first, first + length).join(' ');
    const kind = KIND_OF.get(titleKey(word));
    if (kind !== undefined) return { kind, word };
  }
  return null;
}

/**
 * Whether a name is written as those of people are: « Jeanne Dupont », « DUPONT Jeanne », « J. Dupont (ADEME) », « Mme Le Goff ».
 * So are some places and organisations (« Croix Rouge »): a name that may be somebody's is private until a person says
 * that it is none. A surname alone looks like nothing.
 */
export function looksLikePerson(name: string): boolean {
  if (name.includes('@')) return true;
  const [first = ''] = name
    .normalize('NFC')
    .replace(/^[^\p{L}]+/u, '')
    .replace(/[\s»"”]+$/u, '')
    .split(/\s+[-–—/|:&]\s+|\s+et\s+|\s*[(,;]/u);
  const hint = nameHint(first);
  if (hint !== null) return hint.kind === 'person';
  if (COUNTRY.test(first)) return false;
  const words = first.split(/\s+/u).filter((word) => !PARTICLE.test(word));
  return words.length >= 2 && words.length <= MOST_NAME_WORDS && words.every((word) => NAME_WORD.test(word));
}

/** « Zero Waste France », « Réseau Action Climat Île-de-France »: nobody is called so. */
const COUNTRY = /\s(?:[\p{L}-]*-)?(?:France|Europe)$/u;
const PARTICLE = /^(?:de|du|des|la|le|l|d|da|das|do|dos|del|della|di|el|al|ben|bin|van|von|den|der|ter|y)$/u;
const NAME_WORD = /^(?:[dl]['’])?\p{Lu}[\p{L}'’.-]*$/u;
const MOST_NAME_WORDS = 4;
