/**
 * The words of files that people hold: what a code is called in a cell. Not messages: a word changed here no longer reads
 * the files written before, so a new one is added beside the old.
 */
import type { ActionStatus, AmountLine, Funding, Participation, Priority } from '../action-sheet.ts';
import type { EntryKind } from '../directory-entry.ts';

export const STATUS_WORDS = {
  planned: 'À venir',
  ongoing: 'En cours',
  done: 'Réalisé',
  paused: 'En pause',
  abandoned: 'Abandonné',
  blocked: 'Bloqué',
} as const satisfies Readonly<Record<ActionStatus, string>>;

export const PRIORITY_WORDS = {
  high: 'Élevé',
  medium: 'Moyen',
  low: 'Bas',
} as const satisfies Readonly<Record<Priority, string>>;

export const PARTICIPATION_WORDS = {
  none: 'Pas de participation',
  information: 'Information',
  consultation: 'Consultation',
  concertation: 'Concertation',
  'co-construction': 'Co-construction',
} as const satisfies Readonly<Record<Participation, string>>;

export const VISIBILITY_WORDS = { public: 'Publique', private: 'Privée' } as const;

export const KIND_WORDS = {
  person: 'personne',
  service: 'service',
  organisation: 'organisme',
} as const satisfies Readonly<Record<EntryKind, string>>;

export const FUNDING_STATE_WORDS = {
  'to-ask': 'à demander',
  asked: 'demandé',
  granted: 'obtenu',
  refused: 'refusé',
} as const satisfies Readonly<Record<NonNullable<Funding['state']>, string>>;

export const NATURE_WORDS = {
  investment: 'investissement',
  operation: 'fonctionnement',
} as const satisfies Readonly<Record<NonNullable<AmountLine['nature']>, string>>;

/** Direction and stage together, as one says them. */
export const AMOUNT_WORDS = {
  'spending forecast': 'Dépense prévue',
  'spending real': 'Dépense réelle',
  'receipt forecast': 'Recette prévue',
  'receipt real': 'Recette réelle',
} as const satisfies Readonly<Record<`${AmountLine['direction']} ${AmountLine['stage']}`, string>>;

/**
 * The code of a word, in any case, with or without accents, in the feminine and the plural; null: it is not one of them.
 * « Terminé » is not « Réalisé »: a person says so, nothing here guesses.
 */
export function codeOfWord<Code extends string>(word: string, words: Readonly<Record<Code, string>>): Code | null {
  const key = wordKey(word);
  return (Object.keys(words) as Code[]).find((code) => keyOfKnown(words[code]) === key) ?? null;
}

/** The words above are few and asked for each cell of a file: their keys are made once. */
const KNOWN_KEYS = new Map<string, string>();

function keyOfKnown(word: string): string {
  const known = KNOWN_KEYS.get(word);
  if (known !== undefined) return known;
  const key = wordKey(word);
  KNOWN_KEYS.set(word, key);
  return key;
}

/** Lower case, without accents, hyphens nor endings of gender and number: `Réalisées` is `realise`. */
export function wordKey(word: string): string {
  return titleKey(word)
    .replace(/(?<=\p{L}{3}e)(?:es|e|s)$/u, '')
    .replace(/(?<=\p{L}{3}[ui])(?:es|e|s)$/u, '')
    .replace(/nnes?$/, 'n')
    .replace(/sses?$/, 's');
}

/** A title, for comparing: case, accents and punctuation aside. What is nothing but signs stays itself. */
export function titleKey(title: string): string {
  const key = title
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return key === '' ? title.trim() : key;
}
