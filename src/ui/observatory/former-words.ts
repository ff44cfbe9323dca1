/**
 * The words that addresses of the observatory had before the site and the API shared one vocabulary, and those of its form, where
 * one choice says a région or a département: they mean the same for ever.
 */
import { areaIn } from '#domain/observatory/cell.ts';

const NAMES: Readonly<Record<string, string>> = { depuis: 'signe_depuis', jusque: 'signe_jusqu_au', statut: 'etat' };

const VALUES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  taille: {
    'moins-de-500': 'under-500',
    '500-a-1999': '500-to-1999',
    '2000-a-9999': '2000-to-9999',
    '10000-a-49999': '10000-to-49999',
    '50000-et-plus': '50000-and-more',
    intercommunalites: 'grouping',
    inconnue: 'unknown',
  },
  situation: { majorite: 'majority', 'non-elue': 'not-elected', inconnu: 'unknown' },
  position: {
    promis: 'promised',
    pris: 'accepted',
    'pris-en-partie': 'partial',
    refuse: 'refused',
    'laisse-a-d-autres': 'delegated',
    'non-precise': 'unspecified',
    inconnu: 'unknown',
  },
  voix: { collectif: 'collective', mairie: 'town-hall' },
  etat: {
    'pas-commence': 'not-started',
    'en-cours': 'underway',
    'tenu-en-partie': 'partly-kept',
    tenu: 'kept',
    rompu: 'broken',
    'impossible-a-evaluer': 'cannot-assess',
    'hors-competence': 'not-competent',
  },
};

/** The field of the form that chooses a territory: `r-11`, `d-94`; empty: the whole country. */
export const TERRITORY = 'territoire';

/** The same in the words of the API, in the same order; what is said of nothing is left out. Said again, it changes nothing. */
export function inSharedWords(fields: URLSearchParams): URLSearchParams {
  const shared = [...fields].flatMap(([name, value]): readonly (readonly [string, string])[] => {
    if (value === '') return [];
    if (name === TERRITORY) return territoryIn(value);
    const today = wordIn(NAMES, name);
    return [[today, wordIn(VALUES[today] ?? {}, value)]];
  });
  return new URLSearchParams(shared.map(([name, value]) => [name, value]));
}

/** What is no territory stays as it is, to be told. */
function territoryIn(code: string): readonly (readonly [string, string])[] {
  const area = areaIn(code);
  switch (area?.kind) {
    case undefined:
      return [[TERRITORY, code]];
    case 'country':
      return [];
    case 'region':
      return [['region', area.code]];
    case 'department':
      return [['departement', area.code]];
  }
}

function wordIn(words: Readonly<Record<string, string>>, word: string): string {
  return Object.hasOwn(words, word) ? (words[word] ?? word) : word;
}
