/** What is public, as SQL conditions shared by the objects of a copy: those of the pages (#server/storage). */

/** Rows of places that exist: the demonstration plays elsewhere. `row`: an alias with a `municipality_code`. */
export function isNotPlayed(row: string): string {
  return `(${row}.municipality_code is null or ${row}.municipality_code not in (select code from municipality where fictional))`;
}

/** Some of its places exist, or it has none left; it was confirmed once. */
export function isPublicCollective(id: string): string {
  return `exists (select from collective c where c.id = ${id} and c.confirmed_at is not null and not (
    exists (select from collective_place cp where cp.collective_id = c.id)
    and not exists (select from collective_place cp where cp.collective_id = c.id and ${isNotPlayed('cp')})))`;
}

export function isPublicPact(id: string): string {
  return `exists (select from pact pp where pp.id = ${id} and ${isNotPlayed('pp')})`;
}

export function isPublicPlan(id: string): string {
  return `exists (select from plan pp where pp.id = ${id} and ${isNotPlayed('pp')})`;
}

/** The text of a pact that everybody signed, or what completes such a text and was signed by everybody. */
export function isPublicText(id: string): string {
  return `exists (select from signing s join agreed_text st on st.id = s.agreed_text_id
    where s.agreed_text_id = ${id} and s.completed_at is not null and ${isNotPlayed('st')})`;
}

/** What a loaded row says of who did it: nobody of this site. */
export const BY_THE_COPY = `'copie'`;
