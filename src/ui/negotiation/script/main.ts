/**
 * The one script of the pages of a negotiation. They work without it, by reload: it shows what others change as it happens,
 * and goes from measure to measure with the arrows in a meeting. It keeps nothing.
 */
import { hearArrows } from './arrows.ts';
import { followChanges } from './follow.ts';

followChanges();
hearArrows();
