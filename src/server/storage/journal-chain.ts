/**
 * How the journal's hashes are made. Never change these functions: old events must still verify.
 *
 *     content hash = sha256(salt, what the event says)
 *     hash         = sha256(the hash before, and everything of the event but its words)
 *
 * The salt keeps a short content (a name, a stance) from being guessed once it was erased.
 */
import { createHash, randomBytes } from 'node:crypto';
import { canonicalJson } from '#domain/shared/canonical-json.ts';

export const FIRST_HASH = '0'.repeat(64);

export type LinkedEvent = {
  readonly sequence: number;
  readonly happenedAt: Date;
  readonly act: string;
  readonly actor: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly contentHash: string;
  readonly previousHash: string;
};

export function newSalt(): string {
  return randomBytes(16).toString('hex');
}

export function contentHash(salt: string, says: string): string {
  return sha256(`${salt}\n${says}`);
}

export function eventHash(event: LinkedEvent): string {
  return sha256(canonicalJson({ ...event, happenedAt: event.happenedAt.toISOString() }));
}

export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
