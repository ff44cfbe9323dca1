/** What `cli tallies` says: the country's figures, beside what counting everything again gives. */
import type { TallyFault } from '#domain/observatory/tally-fault.ts';

export const talliesMessages = {
  summary:
    'Recompte les chiffres du pays et les compare à ceux qui sont montrés ; rebuild met le recompte à leur place.',
  usage: '(verify | rebuild)',
  verifyOrRebuild: 'Dites ce que vous voulez : tallies verify, ou tallies rebuild.',
  sound: 'Tous les chiffres montrés sont ceux d’un recompte.',
  broken: (shown: number, all: boolean): string =>
    all
      ? `Chiffres faux : ${shown}. Pour les refaire : tallies rebuild`
      : `Plus de ${shown} chiffres sont faux. Pour les refaire : tallies rebuild`,
  rebuilt: 'Les chiffres du pays ont été refaits.',
} as const;

/** One line, with the codes as they are kept. */
export function sayTallyFault({
  edition,
  area,
  size,
  standing,
  subject,
  item,
  level,
  value,
  kept,
  recounted,
}: TallyFault): string {
  const what = [subject, item, level === 0 ? '' : `N${level}`, value].filter((word) => word !== '').join(' ');
  return `${edition} ${area} ${size} ${standing} : ${what} : ${kept} au lieu de ${recounted}`;
}
