/**
 * The page and its outline, read the plain way, or with labels glued to their values when that finds more.
 */
import { type Outline, outlineOf } from './outline.ts';
import { PlanPage } from './plan-page.ts';

export type Understood = { readonly page: PlanPage; readonly outline: Outline };

const ENOUGH_LABELS = 2;

export function understand(text: string): Understood {
  const plain = understood(new PlanPage(text));
  if (plain.outline.tabled.length > 0 || labelsASheet(plain) >= ENOUGH_LABELS) return plain;
  const glued = understood(new PlanPage(text, { glued: true }));
  return labelsASheet(glued) >= ENOUGH_LABELS && labelsASheet(glued) > labelsASheet(plain) ? glued : plain;
}

function understood(page: PlanPage): Understood {
  return { page, outline: outlineOf(page) };
}

/** Different fields a sheet has, on average. */
function labelsASheet({ page, outline: { sheets } }: Understood): number {
  const counts = sheets.map(({ line }, index) => {
    const keys = page.labelKeysBetween(line, sheets[index + 1]?.line ?? page.lines.length);
    return new Set(keys.map((key) => key.split(':')[0])).size;
  });
  return counts.reduce((sum, count) => sum + count, 0) / Math.max(1, counts.length);
}
