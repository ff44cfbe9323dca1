/**
 * What a grouping is called: "Communauté d'agglomération de Blois « Agglopolys »".
 *
 * The State's file shortens the kind to two letters and keeps the rest as it was decided ("CA de Blois
 * ''Agglopolys''", "CC le Dunois", "CA Vitré Communauté"). Without the kind, "de Blois" is no name.
 */
import type { GroupingKind } from './grouping.ts';

const SPELLED: Partial<Readonly<Record<GroupingKind, string>>> = {
  cc: 'Communauté de communes',
  ca: "Communauté d'agglomération",
  cu: 'Communauté urbaine',
};
const LETTERS = /^(?:CC|CA|CU) /;
/** Opens with what links it to the kind: without the kind it would begin in the middle. */
const LINKED = /^(?:de |du |des |d['’])/i;
/** Says by itself what it is: "Vitré Communauté", "Grand Besançon Métropole", "Isigny-Omaha Intercom". */
const SPEAKS = /(?<!\p{L})(?:communauté|agglo|agglomération|agglopôle|métropole|intercom?)(?!\p{L})/iu;

/** `published` as the State's file has it. Quotes become French ones, an article that opens a name its capital. */
export function groupingName(published: string, kind: GroupingKind): string {
  const rest = published
    .replace(/\s+/g, ' ')
    .trim()
    .replace(LETTERS, '')
    .replace(/^"([^"]+)"$/, '$1')
    .replace(/(?:''|")(.+?)(?:''|")/g, '«\u00a0$1\u00a0»')
    .replace(/\bCoeur\b/g, 'Cœur');
  const spelled = SPELLED[kind];
  const whole = rest.replace(/\([^)]*\)/g, ' ');
  const name = LINKED.test(rest) ? rest : rest.charAt(0).toUpperCase() + rest.slice(1);
  return spelled === undefined || (SPEAKS.test(whole) && !LINKED.test(rest)) ? name : `${spelled} ${name}`;
}

/** The same without the kind that was spelled out: `de Blois « Agglopolys »`, to compare with what people write. */
export function nameWithoutKind(name: string): string {
  const spelled = Object.values(SPELLED).find((kind) => name.startsWith(`${kind} `));
  return spelled === undefined ? name : name.slice(spelled.length + 1);
}
