/** What was read with a doubt, said to the person who confirms. */
import type { ExtractWarning } from '#reading/extract/extracted.ts';

/** One sentence: what to look at in the original. */
export function sayExtractWarning(warning: ExtractWarning): string {
  switch (warning.kind) {
    case 'pages-without-text':
      return warning.pages.length === 1
        ? `La page ${warning.pages[0]} n’a pas de texte à lire (image ou page blanche) : comparez avec l’original.`
        : `Les pages ${list(warning.pages)} n’ont pas de texte à lire (images ou pages blanches) : comparez avec l’original.`;
    case 'unreadable-characters':
      return warning.count === 1
        ? 'Un caractère n’a pas pu être lu : comparez avec l’original.'
        : `${new Intl.NumberFormat('fr-FR').format(warning.count)} caractères n’ont pas pu être lus : comparez avec l’original.`;
    case 'struck-text':
      return 'Des passages sont barrés dans le document. Ils sont entourés de « ~~ » : vérifiez ce que la liste a voulu retirer.';
  }
}

function list(pages: readonly number[]): string {
  return new Intl.ListFormat('fr-FR').format(pages.map(String));
}
