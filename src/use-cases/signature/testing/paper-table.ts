/** A paper on the table, in the small world of the tests: who is named on it, who brings it, its photographs, who looks at it. */
import sharp from 'sharp';
import type { Actor } from '#domain/access/gate.ts';
import { prepareScan } from '#server/scans/prepare-scan.ts';
import { storesOn } from '#server/stores.ts';
import { withTestDatabase } from '#tests/database.ts';
import type { FrozenText } from '#tests/signing-world.ts';
import { addPaperPage } from '../add-paper-page.ts';
import { bringPaper } from '../bring-paper.ts';
import { confirmPaper } from '../confirm-paper.ts';
import { nameSignatory } from '../name-signatory.ts';

/** Call at the top of a file. */
export function paperTable() {
  const database = withTestDatabase();
  const stores = () => storesOn(database.db);
  let shade = 0;
  /** Never twice the same picture; lying on its side, as phones keep it. */
  const photo = async () =>
    await sharp({ create: { width: 30, height: 20, channels: 3, background: { r: (shade += 7) % 256, g: 9, b: 9 } } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
  return {
    database,
    stores,
    photo,
    named: async (frozen: FrozenText, by: Actor, name: string): Promise<number> => {
      const typed = { code: frozen.code, name, role: 'signataire', email: '' };
      const done = await nameSignatory(stores(), by, typed, frozen.now);
      if (!done.ok) throw new Error(done.refusal.kind);
      return done.value.signatory;
    },
    brought: async (frozen: FrozenText, by: Actor, signatories: readonly number[], signedOn = '2026-03-01') => {
      const paper = { code: frozen.code, kind: 'paper', signedOn, signatories } as const;
      const done = await bringPaper(stores(), by, paper, frozen.now);
      if (!done.ok) throw new Error(done.refusal.kind);
      return done.value.paper;
    },
    withPage: async (frozen: FrozenText, by: Actor, paper: number, bytes?: Uint8Array) => {
      const file = { code: frozen.code, paper, filename: 'IMG_2041.jpg', bytes: bytes ?? (await photo()) };
      return await addPaperPage(stores(), by, file, { now: frozen.now, prepare: prepareScan });
    },
    look: (frozen: FrozenText, by: Actor, paper: number) =>
      confirmPaper(stores(), by, { code: frozen.code, paper, same: true }, frozen.now),
  };
}
