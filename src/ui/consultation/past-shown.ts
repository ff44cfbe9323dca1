/** What became of a measure in the campaign that is over: the figures of the observatory for the whole country, each with its list. */
import type { Edition, Measure } from '#domain/charter/edition.ts';
import {
  SAYING_KINDS,
  type SayingKind,
  type Sayings,
  type SignedWordings,
} from '#domain/consultation/past-campaign.ts';
import type { ApartFigures, CellFigures } from '#domain/observatory/figures.ts';
import { ANY_DAY } from '#domain/observatory/listed.ts';
import { VOICES } from '#domain/follow-up/assessment.ts';
import { idIn, measureAddress } from '#ui/addresses.ts';
import type { ObservatoryAsked } from '#ui/observatory/asked.ts';
import { itemPage, type ItemPage } from '#ui/observatory/item-page.ts';
import { listAddress } from '#ui/observatory/listed-address.ts';
import { itemAddress, type Linked } from '#ui/observatory/overview-shown.ts';

export type PastFigures = {
  readonly edition: string;
  readonly measure: Pick<Measure, 'number' | 'title' | 'levels'>;
  /** The last change of a figure of the edition; null: nothing was ever counted. */
  readonly asOf: Date | null;
  /** Signed against the edition: the denominator. */
  readonly pacts: Linked;
  readonly shown: ItemPage;
  /** Its page, and the same in parts of the country. */
  readonly page: string;
  readonly byPart: string;
};

export type PastSayings = Sayings & {
  readonly kind: SayingKind;
  /** Pacts with an observation; assessments; remarks: those of other pages too. */
  readonly all: number;
  /** The rest of them. */
  readonly more: string | null;
};

export type PastCampaign = PastFigures & {
  readonly wordings: SignedWordings;
  readonly said: readonly PastSayings[];
};

export function wholeCountry(edition: string): ObservatoryAsked {
  return { edition, area: { kind: 'country' }, size: null, standing: null, theme: null, period: ANY_DAY };
}

/** Null: the edition has no such measure. */
export function pastFiguresShown(
  edition: Edition,
  {
    measure: number,
    figures,
    apart,
  }: { readonly measure: number; readonly figures: CellFigures; readonly apart: ApartFigures },
): PastFigures | null {
  const asked = wholeCountry(edition.id);
  const item = `m${number}`;
  const measure = edition.measures.find((one) => one.number === number);
  const shown = itemPage({ edition, item, asked, figures, apart });
  if (measure === undefined || shown === null) return null;
  return {
    edition: edition.id,
    measure: { number, title: measure.title, levels: measure.levels },
    asOf: figures.asOf,
    pacts: { figure: figures.pacts, href: listAddress(asked, { kind: 'pacts' }) },
    shown,
    page: pastAddress({ edition: edition.id, measure: number }),
    byPart: itemAddress(asked, item),
  };
}

export function pastAddress({ edition, measure }: { readonly edition: string; readonly measure: number }): string {
  return `${measureAddress(edition, measure)}/campagne`;
}

/** Of each kind, as `sayings` gives it. */
export function pastCampaignShown(
  past: PastFigures,
  {
    wordings,
    said,
    counts,
  }: {
    readonly wordings: SignedWordings;
    readonly said: Readonly<Record<SayingKind, Sayings>>;
    readonly counts: Readonly<Record<Exclude<SayingKind, 'assessment'>, number>>;
  },
): PastCampaign {
  const all = { ...counts, assessment: VOICES.reduce((sum, voice) => sum + past.shown.looked[voice], 0) };
  return {
    ...past,
    wordings,
    said: SAYING_KINDS.map((kind) => {
      const { rows, next } = said[kind];
      return { kind, rows, next, all: all[kind], more: next === null ? null : moreOf(past.page, kind, next) };
    }),
  };
}

const AFTER = { observation: 'observations', assessment: 'avis', remark: 'remarques' } as const satisfies Record<
  SayingKind,
  string
>;

/** « ?observations=812#observations ». */
function moreOf(page: string, kind: SayingKind, next: number): string {
  return `${page}?${AFTER[kind]}=${next}#${AFTER[kind]}`;
}

export const placeOf = (kind: SayingKind): string => AFTER[kind];

/** Where the page before ended, as the address says. */
export function afterAsked(fields: URLSearchParams): Readonly<Record<SayingKind, number | null>> {
  const at = (kind: SayingKind) => idIn(fields.get(AFTER[kind]) ?? '');
  return { observation: at('observation'), assessment: at('assessment'), remark: at('remark') };
}
