/** The technical sheet of a measure: plain words under fixed headings, which anybody may print. */

export const SHEET_LICENCES = ['etalab-2.0', 'cc-by-4.0', 'cc-by-sa-4.0', 'all-rights-reserved'] as const;
export type SheetLicence = (typeof SHEET_LICENCES)[number];

/** Its parts, in their order on the page. `law`: legal references with their dates. */
export const SHEET_PARTS = ['what', 'why', 'how', 'costs', 'law', 'examples', 'links'] as const;
export type SheetPart = (typeof SHEET_PARTS)[number];

/** '' where nothing is said. */
export type SheetWords = Readonly<Record<SheetPart, string>>;

/** Signs at most. */
export const SHEET_TITLE_LIMIT = 160;
export const SHEET_PART_LIMIT = 6000;

/** How a sheet stands to the measure on whose page it is shown. */
export type SheetStanding =
  | { readonly kind: 'written-here' }
  /** Written for a measure of an earlier edition: nobody looked at it since. */
  | { readonly kind: 'carried'; readonly edition: string; readonly measure: number }
  /** Its author said that it holds for this one too. */
  | { readonly kind: 'confirmed'; readonly edition: string; readonly measure: number; readonly at: Date };

export type KeptSheet = {
  readonly id: number;
  readonly edition: string;
  readonly measure: number;
  /** Null: of the national team. */
  readonly organisation: number | null;
  readonly version: number;
  readonly withdrawnAt: Date | null;
};

export type SheetSaid = {
  readonly title: string;
  readonly words: SheetWords;
  readonly licence: SheetLicence;
  /** What changed; '' the first. */
  readonly reason: string;
  readonly at: Date;
};
