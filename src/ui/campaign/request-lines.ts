/** A request in words, for the person who asks and for those who decide. */
import type { RequestState, RequestWay } from '#domain/campaign/role-request.ts';
import { dayOf } from '#ui/messages/format.fr.ts';
import * as words from '#ui/messages/roles.fr.ts';
import type { NamedRole } from '#use-cases/campaign/role-store.ts';

type Request = {
  readonly id: number;
  readonly name: NamedRole;
  readonly words: string;
  readonly askedAt: Date;
  readonly state: RequestState;
  readonly way: RequestWay | null;
  readonly decidedAt: Date | null;
  readonly reason: string | null;
  readonly endedAt: Date | null;
  readonly endReason: string | null;
  readonly person: string;
};

export type DecideLine = {
  readonly id: number;
  readonly title: string;
  readonly asked: string;
  readonly words: string;
};

export function decideLine({ id, name, words: said, askedAt, person }: Request): DecideLine {
  return { id, title: words.roleTitle(name), asked: words.askedBy(person, dayOf(askedAt)), words: said };
}

/** « confirmé le 3 mars 2026, par l’équipe nationale ». */
export function stateLine({ state, way, decidedAt, reason, endedAt, endReason, askedAt }: Request): string {
  switch (state) {
    case 'asked':
      return `${words.STATE.asked}, demandé le ${dayOf(askedAt)}`;
    case 'confirmed':
      return `${way === null ? words.STATE.confirmed : words.CONFIRMED_BY[way]}, le ${dayOf(decidedAt ?? askedAt)}`;
    case 'refused':
      return `${words.STATE.refused} le ${dayOf(decidedAt ?? askedAt)}${reason === null ? '' : ` : « ${reason} »`}`;
    case 'dropped':
      return `${words.STATE.dropped} le ${dayOf(decidedAt ?? askedAt)}`;
    case 'ended':
      return `${words.STATE.ended} le ${dayOf(endedAt ?? askedAt)}${endReason === null ? '' : ` : « ${endReason} »`}`;
  }
}
