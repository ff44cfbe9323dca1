/** What a collective announces. Behind it: src/server/storage/agenda.ts. */
import type { AgendaEntry, AgendaWords } from '#domain/collective/agenda-entry.ts';

export type AgendaStore = {
  add(entry: AgendaWords & { readonly collective: number; readonly at: Date }): Promise<number>;
  /** By their beginning; those ended before `since` left out. */
  of(collective: number, since?: Date): Promise<readonly AgendaEntry[]>;
  find(collective: number, id: number): Promise<AgendaEntry | null>;
  /** False: somebody changed it since `revision`. */
  change(id: number, change: AgendaWords & { readonly revision: number; readonly at: Date }): Promise<boolean>;
  cancel(id: number, at: Date): Promise<void>;
};
