/** Rights on the public copies: made every night, loaded into an empty site by who runs it. */
import { section } from './rights.ts';

export const DUMP_STATES = [] as const;

export const DUMP_RIGHTS = section<(typeof DUMP_STATES)[number]>()({
  'make-dump': { job: ['none'], operator: ['none'] },
  'load-dump': { operator: ['none'] },
});
