/** What became of a measure in the campaign that is over: its figures; beside them, what was signed instead and what was said. */
import { MOST_SAID, MOST_WORDINGS, type SayingKind } from '#domain/consultation/past-campaign.ts';
import {
  pastCampaignShown,
  pastFiguresShown,
  wholeCountry,
  type PastCampaign,
  type PastFigures,
} from '#ui/consultation/past-shown.ts';
import { cellOf } from '#ui/observatory/asked.ts';
import { editionById } from './charters.ts';
import type { Db } from './storage/connection.ts';
import { cellFigures } from './storage/observatory.ts';
import { apartFigures } from './storage/observatory-overview.ts';
import { saidCounts, sayings, signedWordings } from './storage/past-campaign.ts';

type Asked = { readonly edition: string; readonly measure: number };

const MOST_BODIES = 50;

/** Three queries. Null: no such edition or measure is known any more. */
export async function pastFigures(db: Db, { edition: id, measure }: Asked): Promise<PastFigures | null> {
  const edition = editionById(id);
  if (edition === null) return null;
  const asked = wholeCountry(id);
  const [figures, apart] = await Promise.all([
    cellFigures(db, cellOf(asked), { item: `m${measure}` }),
    apartFigures(db, { ...cellOf(asked), measure, bodies: MOST_BODIES }),
  ]);
  return pastFiguresShown(edition, { measure, figures, apart });
}

type Wanted = Asked & {
  /** Where the page before ended, of each kind. */
  readonly after?: Readonly<Record<SayingKind, number | null>>;
  /** Wordings, and sayings of each kind. */
  readonly most?: number;
};

/** Eight queries. */
export async function pastCampaign(db: Db, { after, most, ...asked }: Wanted): Promise<PastCampaign | null> {
  const page = (kind: SayingKind) =>
    sayings(db, kind, { ...asked, before: after?.[kind] ?? null, most: most ?? MOST_SAID });
  const [past, wordings, counts, observation, assessment, remark] = await Promise.all([
    pastFigures(db, asked),
    signedWordings(db, { ...asked, most: most ?? MOST_WORDINGS }),
    saidCounts(db, asked),
    page('observation'),
    page('assessment'),
    page('remark'),
  ]);
  return past === null
    ? null
    : pastCampaignShown(past, { wordings, counts, said: { observation, assessment, remark } });
}
