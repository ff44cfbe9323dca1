/** Columns of remarks, under promises, of others than the two voices. */
import { instant, integer, maybe, text, type Columns } from '../open-data/column.ts';
import { SIGNED, type SignedLine } from './signed-line.ts';

type Line = SignedLine & {
  readonly id: number;
  readonly item: string;
  readonly name: string | null;
  readonly quality: string;
  readonly sentence: string;
  readonly evidence: number;
  readonly saidAt: Date;
  readonly hiddenReason: string | null;
};

export const REMARK_COLUMNS = {
  remarque: integer((row) => row.id),
  ...SIGNED,
  engagement: text((row) => row.item),
  nom: maybe.text((row) => row.name),
  qualite: maybe.text((row) => (row.quality === '' ? null : row.quality)),
  texte: text((row) => row.sentence),
  preuves: integer((row) => row.evidence),
  ecrite_le: instant((row) => row.saidAt),
  raison_masquee: maybe.text((row) => row.hiddenReason),
} as const satisfies Columns<Line>;
