/** The frame in which another site shows the card of a commune: HTML to copy, without script. */
import { asMarkup } from '#domain/shared/markup.ts';
import { placeAddress } from '#ui/addresses.ts';

/** Pixels. What a card with one pact that both voices looked at needs on a phone. */
export const CARD_WIDTH = 480;
export const CARD_HEIGHT = 600;

type Shown = {
  readonly origin: string;
  readonly place: {
    readonly kind: 'municipality';
    readonly code: string;
    readonly slug: string;
    readonly name: string;
  };
  readonly width?: number;
  readonly height?: number;
};

export function cardFrame({ origin, place, width = CARD_WIDTH, height = CARD_HEIGHT }: Shown): string {
  const address = asMarkup(`${origin}${placeAddress(place)}/carte`);
  return `<iframe src="${address}" title="${asMarkup(place.name)} – Parole tenue" width="${width}" height="${height}" style="border:0;max-width:100%" loading="lazy"></iframe>`;
}
