/** The head of a draft that is consulted: how its parts are called, and those that are not words of the charter. */
import type { HeadPart, ThemeShown } from '#domain/consultation/head-part.ts';
import { rulesInWords } from './charter.fr.ts';
import { heading, listOf } from './format.fr.ts';

export const HEAD_PARTS = 'En tête de la charte';
export const PART_NOTE = 'Ce que le projet retire de l’édition précédente est barré, ce qu’il ajoute est souligné.';
export const COMMENT_ONLY =
  'Cette partie n’est pas un texte à réécrire : dites dans un commentaire ce que vous changeriez, ou votez.';

/** `part`: its code (src/domain/consultation/head-part.ts). */
export function partName({
  part,
  isFormer,
  title,
}: {
  readonly part: string;
  readonly isFormer: boolean;
  readonly title: string;
}): string {
  if (part === 'preamble') return isFormer ? 'Ancien préambule' : 'Préambule';
  if (part === 'rules') return 'Minimum et principes demandés';
  if (part.startsWith('themes-')) return `Thèmes : ${heading(title)}`;
  return `${isFormer ? 'Ancien principe' : 'Principe'} ${part.slice('principle-'.length)} : ${heading(title)}`;
}

/** Inside of a sentence. */
export function partShortName(part: string): string {
  if (part === 'preamble') return 'préambule';
  if (part === 'rules') return 'règles';
  return part.startsWith('themes-') ? 'thèmes' : `principe ${part.slice('principle-'.length)}`;
}

/** What rules and themes say, one line each; '' for what has words of its own, and for a side where there is none. */
export function partSays(part: HeadPart, side: 'before' | 'now'): string {
  if (part.kind === 'rules') {
    const rules = part[side];
    return rules === null ? '' : rulesInWords(rules) || 'Ni minimum de mesures, ni principe demandé.';
  }
  return part.kind === 'themes' ? (part[side] ?? []).map(themeLine).join('\n') : '';
}

function themeLine({ title, measures }: ThemeShown): string {
  if (measures.length === 0) return `${title} : aucune mesure`;
  return `${title} : ${measures.length === 1 ? 'mesure' : 'mesures'} ${listOf(measures.map(String))}`;
}
