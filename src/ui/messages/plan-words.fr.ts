/** What the codes of a plan are called on screen and on paper: statuses, priorities, texts and roles of a sheet. */
import type {
  ActionStatus,
  AmountLine,
  Funding,
  Participation,
  Priority,
  SheetRole,
  SheetText,
} from '#domain/plan/action-sheet.ts';
import type { Lateness } from '#domain/plan/late.ts';
import type { RowName } from '#domain/plan/plan-row.ts';
import { count } from './format.fr.ts';

/** `unknown`: nobody said how far it is. */
export const STATUS_STATES = ['planned', 'ongoing', 'done', 'paused', 'blocked', 'abandoned', 'unknown'] as const;
export type StatusState = (typeof STATUS_STATES)[number];

export function statusState(status: ActionStatus | null): StatusState {
  return status ?? 'unknown';
}

export const STATUS_WORD: Readonly<Record<StatusState, string>> = {
  planned: 'À venir',
  ongoing: 'En cours',
  done: 'Réalisé',
  paused: 'En pause',
  blocked: 'Bloqué',
  abandoned: 'Abandonné',
  unknown: 'Statut non dit',
};

export const PRIORITY_WORD: Readonly<Record<Priority, string>> = { high: 'Élevée', medium: 'Moyenne', low: 'Basse' };

export const PARTICIPATION_WORD: Readonly<Record<Participation, string>> = {
  none: 'Pas de participation',
  information: 'Information',
  consultation: 'Consultation',
  concertation: 'Concertation',
  'co-construction': 'Co-construction',
};

export const TEXT_WORD: Readonly<Record<SheetText, string>> = {
  context: 'Contexte',
  description: 'Description',
  objectives: 'Objectifs',
  governance: 'Instances de gouvernance',
  means: 'Moyens humains et techniques',
  calendar: 'Calendrier',
  method: 'Méthode',
  participation: 'Participation citoyenne',
  indicators: 'Indicateurs de résultat',
  funding: 'Financements',
};

export const ROLE_WORD: Readonly<Record<SheetRole, string>> = {
  lead: 'Pilote',
  referent: 'Élu·e référent·e',
  service: 'Direction ou service',
  structure: 'Structure porteuse',
  partner: 'Partenaires',
};

export const STATUS = 'Statut';
export const PRIORITY = 'Priorité';
export const STARTS_ON = 'Début';
export const ENDS_ON = 'Fin';
export const VISIBILITY_WORD = { public: 'Publique', private: 'Privée' } as const;
export const NOT_SAID = 'non dit';

export const DIRECTION_WORD: Readonly<Record<AmountLine['direction'], string>> = {
  spending: 'Dépenses',
  receipt: 'Recettes',
};
export const STAGE_WORD: Readonly<Record<AmountLine['stage'], string>> = { forecast: 'prévues', real: 'réelles' };
export const NATURE_WORD: Readonly<Record<NonNullable<AmountLine['nature']> | 'unsaid', string>> = {
  investment: 'Investissement',
  operation: 'Fonctionnement',
  unsaid: 'Nature non dite',
};
export const FUNDING_WORD: Readonly<Record<NonNullable<Funding['state']> | 'unsaid', string>> = {
  'to-ask': 'à demander',
  asked: 'demandé',
  granted: 'obtenu',
  refused: 'refusé',
  unsaid: 'état non dit',
};

/** A person whose name is not public is somebody of the town hall all the same. */
export const SOMEONE = 'une personne de la mairie';

/** `left`: they are no longer there; said only where the town hall works. */
export function nameWord(name: RowName): string {
  if (name.kind === 'someone') return SOMEONE;
  return name.left ? `${name.name} (ne travaille plus ici)` : name.name;
}

/** « en retard de 12 jours »: said with the day it is, never kept. */
export function lateWord({ kind, days }: Lateness): string {
  const since = days < 60 ? count(days, 'jour', 'jours') : `${Math.floor(days / 30.44)} mois`;
  return kind === 'end' ? `en retard de ${since}` : `aurait dû commencer il y a ${since}`;
}

const EUROS = new Intl.NumberFormat('fr-FR', { style: 'currency', currency: 'EUR', minimumFractionDigits: 0 });

/** « 12 000 € », with cents only when there are some. */
export function euros(sum: number): string {
  const cents = Math.round(sum * 100) % 100 !== 0;
  return cents ? EUROS_AND_CENTS.format(sum) : EUROS.format(Math.round(sum));
}
const EUROS_AND_CENTS = new Intl.NumberFormat('fr-FR', { style: 'currency', currency: 'EUR' });
