import type { PageServerLoad } from './$types';
import { CHOICES } from '#domain/consultation/count.ts';
import { consultedName } from '#domain/consultation/consulted-name.ts';
import { editionById } from '#server/charters.ts';
import { consultationFigures, measuresInList, withdrawalsShown } from '#server/storage/consultation-pages.ts';
import { contributionsShown } from '#server/storage/contribution-pages.ts';
import { consultedAddress } from '#ui/consultation/consultation-address.ts';
import { votedTitle } from '#ui/messages/consultation.fr.ts';
import { askedAfter } from '#ui/paging/page-after.ts';
import { consultationAsked, headOf } from '../../consultation-asked.ts';

/** Five queries, six for whoever takes part: what was counted is kept, never counted again here. */
export const load: PageServerLoad = async (event) => {
  const asked = await consultationAsked(event);
  const { db, consultation, now } = asked;
  const after = askedAfter(event.url, 'apres');
  const [figures, measures, withdrawals, contributions] = await Promise.all([
    consultationFigures(db, consultation.id),
    measuresInList(db, consultation.id),
    withdrawalsShown(db, consultation.id),
    contributionsShown(db, {
      consultation: consultation.id,
      kinds: ['amendment', 'new-measure'],
      limit: 50,
      ...(after === null ? {} : { after }),
    }),
  ]);
  const counted = new Map(consultation.count?.frozen.objects.map((line) => [line.object, line]));
  const lines = measures.flatMap((measure) => {
    const line = counted.get(`m${measure.id}`);
    if (line === undefined) return [];
    const name = consultedName(measure, editionById);
    const href = consultedAddress(consultation.id, { id: measure.id, part: name.part });
    return [{ ...line, title: votedTitle(name, measure.change), href }];
  });
  const voted = lines.filter((line) => CHOICES.some((choice) => line[choice].ballots + line[choice].withdrawn > 0));
  return {
    head: headOf(asked),
    now,
    figures,
    withdrawals,
    count:
      consultation.count === null
        ? null
        : { at: consultation.count.at, sha256: consultation.count.sha256, frozen: consultation.count.frozen },
    lines: voted,
    without: lines.length - voted.length,
    contributions: {
      next: contributions.next,
      rows: contributions.rows.map((row) => ({ ...row, counted: counted.get(`c${row.id}`) ?? null })),
    },
  };
};
