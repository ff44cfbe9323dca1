/** Rights on the key with which the site seals, and on the folder that proves itself. */
import { section } from './rights.ts';

export const SEAL_STATES = [] as const;

export const SEAL_RIGHTS = section<(typeof SEAL_STATES)[number]>()({
  'rotate-seal-key': { operator: ['none'] },
  // It holds scans with handwritten signatures: for the operator, who hands it to those concerned.
  'export-place': { operator: ['none'] },
});
