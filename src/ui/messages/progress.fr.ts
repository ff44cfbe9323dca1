/** Words of the progress of a campaign: signatures that add up, round by round. */
import type { Step } from '#domain/observatory/progress.ts';
import { count, day, figure } from './format.fr.ts';

export const PROGRESS = 'Progression d’une campagne';
export const PROGRESS_DESCRIPTION =
  'Les signatures d’une charte qui s’additionnent, jour après jour ou semaine après semaine, par territoire, et deux campagnes superposées.';

export const STEP_WORD: Readonly<Record<Step, string>> = { day: 'par jour', week: 'par semaine' };
export const STEP_CODE: Readonly<Record<Step, string>> = { day: 'jour', week: 'semaine' };
export const STEPS_SHOWN = 'Additionner :';
export const OVERLAY_WITH = 'Superposer, selon les jours qui restent avant le premier tour :';
export const ALONE = 'Cette campagne seule';

export function signedLine({ dated, dayUnknown }: { dated: number; dayUnknown: number }): string {
  const all = dated + dayUnknown;
  if (all === 0) return 'Aucun pacte compté ici à ce jour.';
  const unknown =
    dayUnknown === 0
      ? 'tous à un jour connu'
      : `${figure(dayUnknown)} à un jour que nous ne connaissons pas, ${dayUnknown < 2 ? 'qui n’est' : 'qui ne sont'} pas sur la courbe`;
  return `${count(all, 'pacte compté', 'pactes comptés')}, ${unknown}.`;
}
export function ofCampaign(name: string, line: string): string {
  return `${name} : ${line}`;
}
export function takingMeasure(measure: number): string {
  return `Seuls sont comptés les pactes qui prennent la mesure ${measure}, au moins en partie.`;
}
export const PROGRESS_OF_MEASURE = 'Les signatures de cette mesure, jour après jour';
export const EVERY_PACT = 'Compter tous les pactes';

export function chartTitle(names: readonly string[]): string {
  return `Pactes signés, additionnés depuis le premier : ${names.join(' et ')}. Le tableau dit les mêmes chiffres.`;
}
export const NO_CURVE = 'Il faut au moins deux jours de signature connus pour tracer une courbe.';
export function roundLabel(round: 1 | 2): string {
  return round === 1 ? '1er tour' : '2d tour';
}
export function roundsLine(rounds: readonly { readonly round: 1 | 2; readonly on: string }[]): string {
  if (rounds.length === 0) return 'Les dates de cette élection ne sont pas fixées.';
  const said = rounds.map(({ round, on }) => `${round === 1 ? 'premier' : 'second'} tour le ${day(on)}`);
  return `Traits verticaux : ${said.join(', ')}.`;
}
export const NO_ROUND =
  'La date du premier tour n’est pas connue pour ces deux campagnes : elles ne peuvent pas être superposées.';

const DAY_AND_MONTH = new Intl.DateTimeFormat('fr-FR', { day: 'numeric', month: 'short', timeZone: 'UTC' });
const SHORT_MONTH = new Intl.DateTimeFormat('fr-FR', { month: 'short', timeZone: 'UTC' });
/**
 * A month by its first day, a day otherwise, as short as one can read them; the year where it begins. Of first of Januaries
 * alone, the years.
 */
export function dateTicks(days: readonly string[]): readonly string[] {
  const years = days.map((on) => on.slice(0, 4));
  if (days.every((on) => on.endsWith('-01-01'))) return years;
  return days.map((on, at) => {
    const time = Date.parse(`${on}T00:00:00Z`);
    const short = (on.endsWith('-01') ? SHORT_MONTH : DAY_AND_MONTH).format(time);
    return years[at] === years[at - 1] ? short : `${short} ${years[at] ?? ''}`;
  });
}
export function dayTick(days: number): string {
  if (days === 0) return '1er tour';
  return `${days > 0 ? '+' : '−'}${figure(Math.abs(days))} j`;
}

export const COLUMN_WHEN: Readonly<Record<Step, string>> = { day: 'Jour', week: 'Semaine du' };
export const COLUMN_SIGNED = 'Signés';
export const COLUMN_TOTAL = 'Depuis le début';
export const COLUMN_WEEK = 'Semaine';
export const DAY_UNKNOWN = 'Jour inconnu';
export const when = day;
export function weekWord(week: number): string {
  if (week === 0) return 'celle du premier tour';
  const weeks = count(Math.abs(week), 'semaine', 'semaines');
  return week < 0 ? `${weeks} avant` : `${weeks} après`;
}
export const plain = figure;
export const FROM_FIRST_ROUND =
  'Les deux campagnes partent du premier tour de leur élection : le trait vertical. Avant lui, les jours qui restaient.';
export const NOT_BEGUN = 'pas encore de signature';
export function outOfAll(total: number, all: number): string {
  return `${figure(total)} sur ${figure(all)}`;
}
export function lastRows(rows: number): string {
  return `Les ${figure(rows)} derniers jours de signature ; les premiers se lisent par semaine.`;
}
