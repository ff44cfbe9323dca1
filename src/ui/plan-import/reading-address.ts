/** The reading that somebody says, and what is mended on its own pages. */
import type { CannotImportDraft } from '#use-cases/plan-import/import-draft.ts';

/** `https://…/lire/abc…/relecture`, or the end of it. */
export function tokenIn(address: string): string | null {
  return /(?:^|\/lire\/)([\w-]{16,})(?:[/?#]|$)/.exec(address.trim())?.[1] ?? null;
}

/** What is settled by going on with the reading, and not by another address. */
export function isMendedThere({ kind }: CannotImportDraft): boolean {
  return kind === 'undecided' || kind === 'action-twice' || kind === 'title-missing' || kind === 'nothing-planned';
}
