/** The shape of one section of the table: for each act, the roles that may do it and in which states of its thing. */
import type { Role } from '../actor.ts';

export type Rights<Acts extends string, States extends string> = Readonly<
  Record<Acts, Readonly<Partial<Record<Role, readonly (States | 'none')[]>>>>
>;

/** The acts of a section keep their names, the states are checked. `none`: the act is about nothing that has a state. */
export function section<const States extends string>() {
  return <const Acts extends string>(rights: Rights<Acts, States>): Rights<Acts, States> => rights;
}
