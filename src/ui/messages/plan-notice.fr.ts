/** Words of what a town clerk puts in the council's file: the notice that explains a plan, and its sheets. */
import type { AdoptionSaid } from '#domain/plan/plan-version.ts';
import { count, day, figure } from './format.fr.ts';
import { inAxes } from './plan.fr.ts';

export const NOTICE = 'Notice explicative';
export const SHEET = 'Fiche action';
export const WORKING_VERSION = 'Version de travail, non publiée';
export const PRIVATE_SHEET = 'Fiche privée : elle ne sera pas publiée.';

export function noticeTitle(plan: string): string {
  return `${NOTICE} : ${plan}`;
}
export function sheetTitle(number: string, title: string): string {
  return number === '' ? title : `${SHEET} ${number} : ${title}`;
}
export function noticeSubtitle(place: string, today: string, working: boolean): string {
  return `${place}, ${day(today)}${working ? `. ${WORKING_VERSION}` : ''}`;
}
export function noticeFooter(plan: string, address: string): string {
  return `${plan} · ${address}`;
}

export const PURPOSE = 'Objet';
export const IN_BRIEF = 'Le plan en bref';
export const ACTIONS = 'Axes et actions';
export const BUDGET = 'Budget';
export const SHEETS = 'Fiches action';
export const WITHOUT_AXIS = 'Sans axe';

export function adopted({ adoptedOn, deliberation, version, shown }: AdoptionSaid): string {
  const vote = `le ${day(adoptedOn)}${deliberation === '' ? '' : `, délibération ${deliberation}`}`;
  if (version === shown) return `Adopté par le conseil ${vote}.`;
  return `Le conseil a adopté la version ${figure(version)} ${vote}. La version ${figure(shown)}, montrée ici, a été publiée depuis ; son adoption n’est pas connue.`;
}
export const NO_ACTION = 'Rien encore : ce plan n’a aucune action.';
export function size({ axes, actions }: { axes: number; actions: number }): string {
  return `${count(actions, 'action', 'actions')}, ${inAxes(axes)}.`;
}
export function progressOn(today: string, line: string): string {
  return `Avancement au ${day(today)} : ${line}.`;
}
export function lateOn(late: string): string {
  return `Dont ${late} sur la date écrite.`;
}
export function linkedOf(linked: number, all: number): string {
  return `${figure(linked)} sur ${count(all, 'action', 'actions')} ${linked > 1 ? 'portent' : 'porte'} un engagement du pacte.`;
}

export const COLUMN = {
  number: 'N°',
  title: 'Action',
  lead: 'Pilote',
  period: 'Calendrier',
  status: 'Statut',
  forecast: 'Dépense prévue',
} as const;
export function actionsOf(axis: string): string {
  return `Actions : ${axis}`;
}

export const FACT = {
  axis: 'Axe',
  status: 'Statut',
  blocked: 'Ce qui bloque',
  unblocks: 'Ce qui débloquerait',
  priority: 'Priorité',
  period: 'Dates',
  participation: 'Participation',
  promises: 'Engagements du pacte',
  leadsWritten: 'Pilotes et partenaires, tels qu’écrits',
  amountsWritten: 'Montants écrits',
  datesWritten: 'Dates écrites',
  documents: 'Documents',
} as const;
export const AMOUNTS = 'Montants';
export const AMOUNT = { what: 'Nature', year: 'Année', sum: 'Montant' } as const;
export const FUNDINGS = 'Financements et appels à projets';
export const FUNDING = {
  funder: 'Financeur',
  call: 'Appel ou aide',
  deadline: 'Date limite',
  state: 'État',
  sum: 'Montant',
} as const;
export const STEPS = 'Étapes';
export const STEP = { title: 'Étape', status: 'Statut', end: 'Fin' } as const;

export const NOTICE_FILES = 'la notice explicative et les fiches';
export const SHEET_FILES = 'cette fiche';
export const DOCX_FILE = 'DOCX (Word)';
export const ODT_FILE = 'ODT (LibreOffice)';
export const PDF_FILE = 'PDF';
