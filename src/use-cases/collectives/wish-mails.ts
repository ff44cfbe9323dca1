/** Mails to those who wish a pact somewhere. `stop` is the token that takes the wish back. */
import type { CollectiveNamed } from './collective-mails.ts';

export type WishMail =
  | {
      readonly kind: 'wish-kept';
      readonly place: string;
      readonly municipality: string;
      readonly wishes: number;
      readonly stop: string;
    }
  | {
      readonly kind: 'collective-possible';
      readonly place: string;
      readonly municipality: string;
      readonly wishes: number;
      readonly stop: string;
    }
  | {
      readonly kind: 'collective-founded';
      readonly place: string;
      readonly collective: CollectiveNamed;
      readonly stop: string;
    };
