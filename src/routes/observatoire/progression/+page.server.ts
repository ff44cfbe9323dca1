import type { PageServerLoad } from './$types';
import type { Edition } from '#domain/charter/edition.ts';
import type { SignedDay } from '#domain/observatory/progress.ts';
import { observatoryAddress } from '#ui/observatory/asked.ts';
import * as words from '#ui/messages/progress.fr.ts';
import { oneCampaign, twoCampaigns } from '#ui/progress/progress-page.ts';
import { generalElections } from '#server/elections.ts';
import { notWrittenOut } from '#server/http/not-written-out.ts';
import { runtime } from '#server/runtime.ts';
import { countedAt, signedDays } from '#server/storage/campaign-progress.ts';
import { territoryOf } from '#server/storage/observatory-overview.ts';
import { headOf, pageAsked } from '../part-asked.ts';
import { campaignsAsked } from '../progress-asked.ts';
import { editionName } from '#ui/messages/edition-name.fr.ts';

/** As ../part-asked.ts and ../progress-asked.ts, and `?pas=jour`. Five queries at the most. */
export const load: PageServerLoad = async ({ url }) => {
  const { db } = await runtime();
  const fields = url.searchParams;
  const part = await pageAsked(db, url, '/progression');
  const { asked, edition, editions } = part;
  const { measure, beside, faults } = campaignsAsked(part, fields);
  const { area } = asked;
  const step = fields.get('pas') === words.STEP_CODE.day ? 'day' : 'week';
  const [territory, days, theirs, asOf] = await Promise.all([
    territoryOf(db, { area, size: null }),
    signedDays(db, { edition: edition.id, area, measure }),
    beside === null ? [] : signedDays(db, { edition: beside.id, area }),
    countedAt(db, edition.id),
  ]);
  const head = headOf(part, { page: '/progression', areas: territory.areas, asOf });
  const mine = campaignOf(edition, days);
  const two = beside === null ? null : twoCampaigns([mine, campaignOf(beside, theirs)]);
  const more = {
    ...(measure === null ? {} : { mesure: String(measure) }),
    ...(step === 'day' ? { pas: words.STEP_CODE.day } : {}),
  };
  const address = (other: Readonly<Record<string, string>>) => observatoryAddress('/progression', asked, other);
  return {
    head: { ...head, faults: [...head.faults, ...faults] },
    address: address({ ...more, ...(beside === null ? {} : { avec: beside.id }) }),
    hidden: { ...more, ...(beside === null ? {} : { avec: beside.id }) },
    measure:
      measure === null
        ? null
        : { line: words.takingMeasure(measure), every: address(step === 'day' ? { pas: words.STEP_CODE.day } : {}) },
    steps:
      two === null
        ? (['week', 'day'] as const).map((one) => ({
            label: words.STEP_WORD[one],
            href: address({ ...(measure === null ? {} : { mesure: String(measure) }), pas: words.STEP_CODE[one] }),
            shown: one === step,
          }))
        : [],
    others: [
      ...(beside === null ? [] : [{ label: words.ALONE, href: address(more), shown: false }]),
      ...editions
        .filter(({ id }) => id !== edition.id)
        .map(({ id, ...other }) => ({
          label: editionName(other),
          href: address({ avec: id }),
          shown: id === beside?.id,
        })),
    ],
    impossible: beside !== null && two === null,
    progress: notWrittenOut(two ?? oneCampaign(mine, step)),
    csv: observatoryAddress('/progression.csv', asked, {
      ...(measure === null ? {} : { mesure: String(measure) }),
      ...(two === null || beside === null ? {} : { avec: beside.id }),
    }),
    names: two === null ? [mine.name] : [mine.name, beside === null ? '' : editionName(beside)],
  };
};

function campaignOf(edition: Edition, days: readonly SignedDay[]) {
  const election = generalElections().find(({ year }) => year === edition.year) ?? null;
  return { name: editionName(edition), days, election };
}
