/** Rights on agreed texts and their signatures. */
import { section } from './rights.ts';

export const SIGNATURE_STATES = [] as const;

export const SIGNATURE_RIGHTS = section<(typeof SIGNATURE_STATES)[number]>()({});
