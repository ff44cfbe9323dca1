/** The parts of the observatory's first page, from figures to lines. ./overview-shown.ts makes each line. */
import type { Edition } from '#domain/charter/edition.ts';
import type { Listed } from '#domain/observatory/listed.ts';
import type { CellFigures } from '#domain/observatory/figures.ts';
import type { Signatories, SignedInPeriod } from '#domain/observatory/figures.ts';
import type { ObservatoryAsked } from './asked.ts';
import { listAddress } from './listed-address.ts';
import { itemRows, keptRows, mostOf, type ItemRow, type KeptRows, type Linked } from './overview-shown.ts';

/** Lines of each first answer. */
const FIRST = 3;

export type Overview = {
  readonly coverage: {
    readonly pacts: Linked;
    readonly signed: Linked;
    readonly assessed: Linked;
    readonly reviewed: Linked;
    /** Null: a grouping is no commune. */
    readonly communes: number | null;
    /** Groupings among those that signed: not of these communes. */
    readonly groupings: number;
  };
  /** Of the whole territory, whatever size or standing is chosen. */
  readonly whole: { readonly pacts: Linked; readonly places: Linked };
  readonly bySize: readonly {
    readonly size: Signatories['bySize'][number]['size'];
    readonly pacts: Linked;
    readonly places: Linked;
  }[];
  readonly byStanding: readonly {
    readonly standing: Signatories['byStanding'][number]['standing'];
    readonly pacts: Linked;
    readonly places: Linked;
  }[];
  readonly items: readonly ItemRow[];
  /** The first answers; every one of them: ./foremost.ts. */
  readonly promised: readonly ItemRow[];
  readonly refused: readonly ItemRow[];
  readonly kept: KeptRows;
};

export function overviewShown({
  edition,
  asked,
  figures,
  communes,
  signatories,
}: {
  readonly edition: Edition;
  readonly asked: ObservatoryAsked;
  readonly figures: CellFigures;
  readonly communes: number;
  readonly signatories: Signatories;
}): Overview {
  const items = itemRows(edition, asked, figures.stances);
  const link = (figure: number, listed: Listed, of: ObservatoryAsked = asked): Linked => ({
    figure,
    href: listAddress(of, listed),
  });
  const signed = ({ pacts, places }: Signatories['whole'], of: Pick<ObservatoryAsked, 'size' | 'standing'>) => ({
    pacts: link(pacts, { kind: 'pacts' }, { ...asked, ...of }),
    places: link(places, { kind: 'places', looked: 'signed' }, { ...asked, ...of }),
  });
  return {
    coverage: coverageOf({ asked, figures, communes }),
    whole: signed(signatories.whole, { size: null, standing: null }),
    bySize: signatories.bySize
      .filter(({ pacts }) => pacts > 0)
      .map(({ size, ...row }) => ({ size, ...signed(row, { size, standing: null }) })),
    byStanding: signatories.byStanding.map(({ standing, ...row }) => ({
      standing,
      ...signed(row, { size: null, standing }),
    })),
    items,
    promised: mostOf(items, ({ promised }) => promised.figure, FIRST),
    refused: mostOf(items, ({ refused }) => refused.figure, FIRST),
    kept: keptRows(items, asked, { done: figures.done, voice: 'collective', most: FIRST }),
  };
}

/** Who signed, and who was looked at. */
export function coverageOf({
  asked,
  figures,
  communes,
}: {
  readonly asked: ObservatoryAsked;
  readonly figures: Pick<CellFigures, 'pacts' | 'places' | 'groupingsSigned' | 'placesAssessed' | 'placesReviewed'>;
  readonly communes: number;
}): Overview['coverage'] {
  const link = (figure: number, listed: Listed): Linked => ({ figure, href: listAddress(asked, listed) });
  return {
    pacts: link(figures.pacts, { kind: 'pacts' }),
    signed: link(figures.places, { kind: 'places', looked: 'signed' }),
    assessed: link(figures.placesAssessed, { kind: 'places', looked: 'assessed' }),
    reviewed: link(figures.placesReviewed, { kind: 'places', looked: 'reviewed' }),
    communes: asked.size === 'grouping' ? null : communes,
    groupings: figures.groupingsSigned,
  };
}

export type PeriodShown = {
  readonly pacts: Linked;
  readonly whole: number;
  readonly dayUnknown: number;
  readonly items: readonly Pick<ItemRow, 'item' | 'label' | 'title' | 'href' | 'promised'>[];
};

export function periodShown({
  edition,
  asked,
  signed,
  whole,
}: {
  readonly edition: Edition;
  readonly asked: ObservatoryAsked;
  readonly signed: SignedInPeriod;
  readonly whole: number;
}): PeriodShown {
  const inDays = [...signed.promised].map(([measure, pacts]) => ({
    item: `m${measure}`,
    level: 0,
    stance: 'accepted' as const,
    pacts,
  }));
  return {
    pacts: { figure: signed.pacts, href: listAddress(asked, { kind: 'pacts' }) },
    whole,
    dayUnknown: signed.dayUnknown,
    // Days are kept for measures only.
    items: itemRows(edition, asked, inDays).filter(({ item }) => item.startsWith('m')),
  };
}
