/** What a page says of a pact that was signed on this site: by whom and how, and what came after. */
import { sql, type ExpressionBuilder } from 'kysely';
import type { SignatureMeans } from '#domain/signature/signatory.ts';
import type { Side } from '#domain/signature/side.ts';
import type { Schema } from './connection.ts';

export type SignedHere = {
  /** Of its text: `/textes/CODE`. */
  readonly code: string;
  /** YYYY-MM-DD, the day of the last signature. */
  readonly on: string;
  /** In the order in which they were named; a signature found not to be that person's is left out. */
  readonly signatures: readonly {
    readonly side: Side;
    readonly name: string;
    readonly role: string;
    readonly means: SignatureMeans;
    /** The person said that it is not them, and nobody has settled it yet. */
    readonly suspended: boolean;
  }[];
  readonly renunciations: readonly { readonly by: string; readonly on: string; readonly reason: string }[];
  /** Signed by all, oldest first, those of an addendum too; `on` is the day, at the place. */
  readonly addenda: readonly { readonly code: string; readonly on: string }[];
};

/** Its `signedHere`, as one column of a larger query; null for a pact read from a document. */
export function jsonSignedHere(_: ExpressionBuilder<Schema, 'pact'>) {
  return sql<SignedHere | null>`case when pact.agreed_text_id is null then null else (
    select jsonb_build_object(
      'code', t.code,
      'on', pact.signed_on,
      'signatures', (
        select coalesce(jsonb_agg(jsonb_build_object('side', y.side, 'name', y.name, 'role', y.role, 'means', y.means,
                 'suspended', y.state = 'contested') order by y.id), '[]')
        from signatory y where y.agreed_text_id = t.id and y.means is not null and y.state in ('signed', 'contested')),
      'renunciations', (
        select coalesce(jsonb_agg(jsonb_build_object('by', convert_from(t.canonical, 'UTF8')::jsonb #>> array[r.side, 'name'],
                 'on', r.renounced_on, 'reason', r.reason) order by r.id), '[]')
        from renunciation r where r.agreed_text_id = t.id),
      'addenda', (
        with recursive after(id, code, completed_at, zone) as (
          select a.id, a.code, s.completed_at, s.zone
          from agreed_text a join signing s on s.agreed_text_id = a.id
          where a.addendum_to = t.id and s.completed_at is not null
          union
          select a.id, a.code, s.completed_at, s.zone
          from after join agreed_text a on a.addendum_to = after.id join signing s on s.agreed_text_id = a.id
          where s.completed_at is not null)
        select coalesce(jsonb_agg(jsonb_build_object('code', code, 'on', (completed_at at time zone zone)::date)
                 order by completed_at, id), '[]')
        from after))
    from agreed_text t where t.id = pact.agreed_text_id
  ) end`.as('signedHere');
}
