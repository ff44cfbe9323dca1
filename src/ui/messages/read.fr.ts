/** Sentences of `cli read`, and why a document was not read. */
import type { ExtractRefusal } from '#reading/extract/extracted.ts';
import type { TextRefusal } from '#reading/read-text.ts';
import { sayExtractRefusal } from './extract-refusals.fr.ts';

export const readMessages = {
  summary: 'lit un pacte signé, une charte ou un plan, et dit ce qui a été compris',
  usage: 'FICHIER [--charter pacte-transition-2020] [--as pact|plan|charter] [--json]',
  oneFile: 'Indiquez un seul fichier à lire.',
  badKind: (word: string) => `« ${word} » n’est pas une sorte de document : choisissez pact, plan ou charter.`,
  noFile: (path: string) => `« ${path} » n’est ni un fichier ni un tube : indiquez un document.`,
  notOpened: (path: string, code: string) =>
    code === 'ENOENT'
      ? `Le fichier « ${path} » n’existe pas.`
      : code === 'EISDIR'
        ? `« ${path} » est un dossier : indiquez un fichier.`
        : `Le fichier « ${path} » ne peut pas être ouvert.`,
};

export function readRefusal(refusal: ExtractRefusal | TextRefusal): string {
  if (refusal.kind === 'unknown-charter')
    return `La charte « ${refusal.charter} » n’est pas connue. Chartes connues : ${refusal.known.join(', ')}.`;
  if (refusal.kind === 'no-text' && !('format' in refusal)) return 'Le document ne contient aucun texte.';
  return sayExtractRefusal(refusal);
}
