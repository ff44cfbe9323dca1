/** Which communes somebody wants to see side by side: `?communes=94017,94015`, and `&ajouter=` for what they typed or chose. */
import { municipalityCodeIn } from '#ui/addresses.ts';

export const MOST_COMPARED = 4;

/** INSEE codes, each once, in the order given; what is none is left out. At most MOST_COMPARED. */
export function communesAsked(fields: URLSearchParams): readonly string[] {
  const codes = fields
    .getAll('communes')
    .flatMap((text) => text.split(','))
    .flatMap((text) => municipalityCodeIn(text.trim().slice(0, 120)) ?? []);
  return [...new Set(codes)].slice(0, MOST_COMPARED);
}
