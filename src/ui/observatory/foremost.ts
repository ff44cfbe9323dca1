/** What comes first in one part of the country: promised, refused, kept, left out, reworded, named. ./overview-shown.ts makes each line. */
import type { Edition } from '#domain/charter/edition.ts';
import { VOICES, type Voice } from '#domain/follow-up/assessment.ts';
import type { ApartFigures, CellFigures } from '#domain/observatory/figures.ts';
import type { Listed } from '#domain/observatory/listed.ts';
import type { ObservatoryAsked } from './asked.ts';
import { listAddress } from './listed-address.ts';
import {
  clauseRows,
  itemAddress,
  itemRows,
  keptRows,
  measuresShown,
  MOST,
  mostOf,
  type ClauseRow,
  type ItemRow,
  type KeptRows,
  type Linked,
} from './overview-shown.ts';

export type Foremost = {
  readonly promised: readonly ItemRow[];
  readonly refused: readonly ItemRow[];
  readonly kept: readonly { readonly voice: Voice; readonly kept: KeptRows }[];
  readonly excepted: readonly ClauseRow[];
  readonly reworded: readonly ClauseRow[];
  readonly amended: readonly {
    readonly measure: number;
    readonly title: string;
    readonly href: string;
    readonly pacts: Linked;
    readonly promised: number;
  }[];
  /** Every measure taken by every pact: what bodies are named in. */
  readonly promises: number;
  /** Null: a theme is asked. */
  readonly bodies:
    | readonly {
        readonly body: string;
        readonly grouping: ApartFigures['bodies'][number]['grouping'];
        readonly promises: Linked;
      }[]
    | null;
};

export function foremostShown({
  edition,
  asked,
  figures,
  apart,
}: {
  readonly edition: Edition;
  readonly asked: ObservatoryAsked;
  readonly figures: CellFigures;
  readonly apart: ApartFigures;
}): Foremost {
  const items = itemRows(edition, asked, figures.stances);
  const link = (figure: number, listed: Listed): Linked => ({ figure, href: listAddress(asked, listed) });
  const inTheme = measuresShown(edition, asked);
  return {
    promised: mostOf(items, ({ promised }) => promised.figure, MOST),
    refused: mostOf(items, ({ refused }) => refused.figure, MOST),
    kept: VOICES.map((voice) => ({ voice, kept: keptRows(items, asked, { done: figures.done, voice, most: MOST }) })),
    excepted: clauseRows(edition, asked, { figures, clauses: apart.clauses, apart: 'excepted', most: MOST }),
    reworded: clauseRows(edition, asked, { figures, clauses: apart.clauses, apart: 'reworded', most: MOST }),
    amended: mostOf(
      apart.amended.filter(({ measure }) => inTheme.has(measure)),
      ({ pacts }) => pacts,
      MOST,
    ).map(({ measure, pacts }) => ({
      measure,
      title: items.find(({ item }) => item === `m${measure}`)?.title ?? '',
      href: `${itemAddress(asked, `m${measure}`)}#mots`,
      pacts: link(pacts, { kind: 'amended', measure }),
      promised: items.find(({ item }) => item === `m${measure}`)?.promised.figure ?? 0,
    })),
    promises: figures.commitments,
    // Bodies are counted over every measure: with a theme they would count what is not of it.
    bodies:
      asked.theme === null
        ? apart.bodies.map(({ body, grouping, promises }) => ({
            body,
            grouping,
            promises: link(promises, { kind: 'body', body, measure: null }),
          }))
        : null,
  };
}
