/** What a collective announces to everybody: a meeting, a market stall. Cancelled, it stays, so that calendars learn of it. */
/** `startsAt`, `endsAt` instants; `zone` where the clock on the wall is read. */
export type AgendaWords = {
  readonly title: string;
  readonly location: string;
  readonly description: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly zone: string;
};

export type AgendaEntry = AgendaWords & {
  readonly id: number;
  /** Names it in every calendar, for ever. */
  readonly uid: string;
  /** Grows with each change. */
  readonly revision: number;
  readonly changedAt: Date;
  readonly cancelledAt: Date | null;
};
