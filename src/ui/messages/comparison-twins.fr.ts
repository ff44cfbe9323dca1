/** Words of the communes that resemble one, and why. The rule itself: docs/decisions/0033. */
import type { Belonging, TwinReasons } from '#domain/observatory/twins.ts';
import { inhabitants } from './commune.fr.ts';
import { doneLine } from './commune-done.fr.ts';
import { a, count, dePlace, figure } from './format.fr.ts';

export const TWINS_LINK = 'Les communes semblables, et ce qu’elles ont promis';

export function twinsTitle(name: string): string {
  return `Communes semblables ${a(name)}`;
}
export function twinsDescription(name: string): string {
  return `Les communes de la taille ${dePlace(name)}, dans la même sorte d’intercommunalité, et ce qui y a été promis et tenu.`;
}

export const BELONGING_WORD: Readonly<Record<Belonging, string>> = {
  cc: 'en communauté de communes',
  ca: 'en communauté d’agglomération',
  cu: 'en communauté urbaine',
  metropole: 'en métropole',
  ept: 'en établissement public territorial du Grand Paris',
  none: 'sans intercommunalité',
};

export function twinsLede(population: number | null, belonging: Belonging, department: string): string {
  return `${inhabitants(population)}, ${BELONGING_WORD[belonging]}, ${department}.`;
}
export const TWINS_RULE =
  'Même tranche de taille, population de deux tiers à une fois et demie ; d’abord la même sorte d’intercommunalité, puis le même département, la même région, le reste du pays ; enfin la population la plus proche. Ce qui a été promis n’y entre pas.';
export const NO_TWIN =
  'Aucune commune n’est assez proche par la taille pour lui être comparée selon cette règle. Vous pouvez en choisir vous-même.';
export const NO_POPULATION =
  'Aucun recensement n’est publié pour cette commune : nous ne pouvons dire qui lui ressemble.';
export const CHOOSE_OTHERS = 'Choisir d’autres communes à comparer';
export const COMPARE_BOTH = 'Comparer';
/** After « Comparer », for who hears the link alone. */
export function withName(name: string): string {
  return ` avec ${name}`;
}

export function reasonsLine({ near, sameBelonging }: TwinReasons, there: { belonging: Belonging }): string {
  const place = near === 'department' ? 'même département' : near === 'region' ? 'même région' : 'ailleurs en France';
  const kind = sameBelonging ? 'aussi' : 'mais';
  return `même taille, ${place}, ${kind} ${BELONGING_WORD[there.belonging]}`;
}

type Promised = {
  readonly taken: number;
  /** Of the charter; null: the charter is not known here. */
  readonly measures: number | null;
};
/** « 14 mesures promises sur 32 ; 12 tenus sur 26 signés selon le collectif, au 3 juin 2029 » */
export function promisedThere({ taken, measures }: Promised, done: Parameters<typeof doneLine>[0] | null): string {
  const promised = count(taken, 'mesure promise', 'mesures promises');
  const outOf = measures === null ? promised : `${promised} sur ${figure(measures)}`;
  return done === null ? outOf : `${outOf} ; ${doneLine(done)}`;
}
export const NO_PACT_THERE = 'aucun pacte publié ici à ce jour';

/** After a pact that a commune signed which merged since. */
export function signedAs(name: string): string {
  return `, signé à ${name}, réunie ici depuis`;
}

/** Among the communes shown: who has a pact. */
export function pactsAmong(signed: number, shown: number): string {
  return `${signed === 0 ? 'Aucune n’a' : signed === 1 ? 'Une seule a' : `${figure(signed)} ont`} un pacte publié, sur ${count(shown, 'commune semblable', 'communes semblables')}.`;
}
