/** How a refusal names the proposals that it is about: as the document and the charter number them. */
import type { AskedAbout } from '#use-cases/drafts/review/asked-about.ts';

/** "la liste, mesure 15 (2 passages), fiche 4.4": each name once. */
export function askedAboutInWords(asked: readonly AskedAbout[]): string {
  return [...Map.groupBy(asked, nameOf)]
    .map(([name, same]) => (same.length > 1 ? `${name} (${same.length} passages)` : name))
    .join(', ');
}

/** "« Créer des pistes… » ; « Des pistes partout… »": told apart by what they say, when they share their number. */
export function passagesInWords(asked: readonly AskedAbout[]): string {
  return asked.map((one) => (one.words === '' ? nameOf(one) : `« ${shortened(one.words)} »`)).join(' ; ');
}

function nameOf({ kind, number, printed }: AskedAbout): string {
  switch (kind) {
    case 'signatory':
      return 'la liste';
    case 'principle':
      return `principe ${number}`;
    case 'commitment':
      if (number !== null) return `mesure ${number}`;
      return printed === null ? 'mesure à rattacher' : `mesure à rattacher, n° ${printed} dans le document`;
    case 'local-commitment':
      return number === null ? 'engagement local sans numéro' : `engagement local n° ${number}`;
    case 'plan':
      return 'le nom du plan';
    case 'axis':
      return `axe ${number}`;
    case 'action':
      return `fiche ${number}`;
    case 'unread':
      return 'passage non lu';
  }
}

function shortened(words: string): string {
  const flat = words.replace(/\s+/g, ' ').trim();
  return flat.length <= 70 ? flat : `${flat.slice(0, 70).replace(/\s+\S*$/, '')}…`;
}
