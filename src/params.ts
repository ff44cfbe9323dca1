/** What a segment of an address may be where its folder names it: `[places=places]` in src/routes. */
import { defineParams } from '@sveltejs/kit/params';

export const params = defineParams({
  /** Pages that a commune and a grouping have alike stand once, under both. */
  places: (segment) => (segment === 'communes' || segment === 'intercommunalites' ? segment : undefined),
});
