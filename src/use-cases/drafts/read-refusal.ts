/** Why a file that somebody sent could not be read: the reader's reasons, and those of the machine around it. */
import type { ExtractRefusal } from '#reading/extract/extracted.ts';
import type { TextRefusal } from '#reading/read-text.ts';

/** What the file itself is to blame for. */
export type FileRefusal = ExtractRefusal | TextRefusal;

export type ReadRefusal =
  | FileRefusal
  | { readonly kind: 'reading-took-too-long'; readonly seconds: number }
  | { readonly kind: 'reading-too-heavy' }
  /** Too many documents are being read already: try again soon. */
  | { readonly kind: 'reader-busy' };
