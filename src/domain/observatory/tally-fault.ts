/** A figure of the country that a recount does not find again. Codes as kept: ./cell.ts, migration 0090. */
export type TallyFault = {
  readonly edition: string;
  readonly area: string;
  readonly size: string;
  readonly standing: string;
  readonly subject: string;
  readonly item: string;
  readonly level: number;
  readonly value: string;
  readonly kept: number;
  readonly recounted: number;
};
