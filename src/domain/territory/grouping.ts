/**
 * A grouping of municipalities: an intercommunality with its own taxation (EPCI) or, inside the
 * Métropole du Grand Paris, an établissement public territorial (EPT). It may sign, reply, hold a plan.
 */
import type { Brand } from './municipality.ts';

/** Nine digits given by the State's register of organisations. */
export type Siren = Brand<string, 'Siren'>;

/**
 * `cc` communauté de communes, `ca` communauté d'agglomération, `cu` communauté urbaine, `metropole` métropole,
 * `metropole-de-lyon` the one with the powers of a département, `ept` établissement public territorial.
 */
export const GROUPING_KINDS = ['cc', 'ca', 'cu', 'metropole', 'metropole-de-lyon', 'ept'] as const;
export type GroupingKind = (typeof GROUPING_KINDS)[number];

export type Grouping = {
  readonly siren: Siren;
  /** As ./grouping-name.ts spells it: `Paris Est Marne et Bois`, `Communauté d'agglomération du Pays de Gex`. */
  readonly name: string;
  readonly slug: string;
  readonly kind: GroupingKind;
  readonly population: number;
};

export function isSiren(text: string): text is Siren {
  return /^\d{9}$/.test(text);
}
