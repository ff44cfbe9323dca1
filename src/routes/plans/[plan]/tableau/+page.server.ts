import type { PageServerLoad } from './$types';
import { notWrittenOut } from '#server/http/not-written-out.ts';
import { readView } from '#ui/plan/view-asked.ts';
import { tableShown } from '#ui/plan/view-shown.ts';
import { publicView } from '../public-view.ts';

export const load: PageServerLoad = async (event) => {
  const { overview, frame } = await publicView(event, '/tableau');
  const asked = readView(event.url.searchParams);
  return { frame, asked, view: notWrittenOut(tableShown(overview, { asked, today: frame.today })) };
};
