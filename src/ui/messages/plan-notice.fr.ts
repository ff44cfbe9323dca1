/** Words of what a town clerk puts in the council's file: the notice that explains a plan, and its sheets. */
import type { AdoptionSaid } from '#domain/plan/plan-version.ts';
import { count, day, figure } from './format.fr.ts';
import { inAxes } from './plan.fr.ts';

export const NOTICE = 'Notice explicative';
export const SHEET = 'Fiche action';
export const INTERNAL = 'Document de travail interne';
export const INTERNAL_NOTE =
  'Document interne à la mairie : il contient des noms qui ne sont pas publics et des fiches privées. Ne le joignez pas au dossier du conseil, que toute personne peut demander.';
export const PRIVATE_SHEET = 'Fiche privée : elle ne sera pas publiée.';

/** `next`: what a publication would show today, and nothing else. `internal`: with private names and sheets. */
export type PaperStage = 'published' | 'next' | 'internal';

const STAGE: Readonly<Record<PaperStage, string | null>> = {
  published: null,
  next: 'Projet de version, pas encore publié',
  internal: INTERNAL,
};

export function noticeTitle(plan: string, stage: PaperStage): string {
  return `${stage === 'internal' ? INTERNAL : NOTICE} : ${plan}`;
}
export function sheetTitle(number: string, title: string): string {
  return number === '' ? title : `${SHEET} ${number} : ${title}`;
}
export function noticeSubtitle(place: string, today: string, stage: PaperStage): string {
  return [`${place}, ${day(today)}`, STAGE[stage]].filter((said) => said !== null).join('. ');
}
export function noticeFooter(plan: string, address: string, stage: PaperStage): string {
  return [...(stage === 'internal' ? [INTERNAL] : []), plan, address].join(' · ');
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
export const INTERNAL_SHEET_FILES =
  'cette fiche, document de travail interne (il contient les noms qui ne sont pas publics)';
export const DOCX_FILE = 'DOCX (Word)';
export const ODT_FILE = 'ODT (LibreOffice)';
export const PDF_FILE = 'PDF';
