/** What the pages of the national team on correspondences share: lines as they show them, and fields of their forms. */
import { LINK_STATES, type CrosswalkLink, type LinkState } from '#domain/crosswalk/crosswalk-link.ts';
import { RELATIONS, type Relation } from '#domain/crosswalk/relation.ts';
import { promiseNamed, promiseShown, sideShown, type SideShown } from '#server/crosswalk-shown.ts';
import { formText } from '#server/http/form-text.ts';
import * as words from '#ui/messages/crosswalk-team.fr.ts';

export type QueueLine = {
  readonly id: number;
  /** Null: its charter is not here any more. */
  readonly from: SideShown | null;
  readonly to: SideShown | null;
  readonly relation: Relation | null;
  readonly why: readonly string[];
};

export function queueLine({ id, from, to, relation, likeness }: CrosswalkLink): QueueLine {
  return {
    id,
    from: promiseShown(from),
    to: sideShown(to),
    relation,
    why: likeness.map((reason) => words.reasonInWords(reason, promiseNamed)),
  };
}

/** What waits, unless the address says another state. */
export function stateAsked(segment: string | null): LinkState {
  return LINK_STATES.find((state) => words.STATE_SEGMENT[state] === segment) ?? 'link-proposed';
}

/** Null: none was chosen. */
export function relationIn(form: FormData): Relation | null {
  const typed = formText(form, 'relation', 20);
  return RELATIONS.find((relation) => relation === typed) ?? null;
}
