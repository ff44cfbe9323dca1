/** Whether the collective wrote down the yes of the other side to a text, when that side was not here to say it. */
import type { Signing } from '#domain/signature/signing.ts';
import type { Stores } from '../stores.ts';

/** Also once the text is signed: its pages say so beside the signatures. */
export async function yesReported(stores: Stores, { negotiation }: Pick<Signing, 'negotiation'>): Promise<boolean> {
  const yeses = await stores.negotiations.yeses(negotiation);
  return yeses.some(({ side, origin }) => side === 'counterpart' && origin === 'reported');
}
