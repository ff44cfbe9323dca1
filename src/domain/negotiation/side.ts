/** The two that negotiate: who asks (the carrier) and who promises (the counterpart). */
import type { Side } from '../signature/side.ts';

export function otherSide(side: Side): Side {
  return side === 'carrier' ? 'counterpart' : 'carrier';
}
