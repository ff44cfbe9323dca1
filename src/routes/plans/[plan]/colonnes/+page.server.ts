import type { PageServerLoad } from './$types';
import { notWrittenOut } from '#server/http/not-written-out.ts';
import { readView } from '#ui/plan/view-asked.ts';
import { boardShown } from '#ui/plan/view-shown.ts';
import { publicView } from '../public-view.ts';

export const load: PageServerLoad = async (event) => {
  const { overview, frame } = await publicView(event, '/colonnes');
  const asked = readView(event.url.searchParams);
  return { frame, asked, view: notWrittenOut(boardShown(overview, { asked, today: frame.today })) };
};
