import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { withTestDatabase } from '#tests/database.ts';
import { KEPT_OBJECTS } from './kept-objects.ts';
import { objectLinesQuery } from './object-lines.ts';

const database = withTestDatabase();

type Node = {
  readonly 'Relation Name'?: string;
  readonly Alias?: string;
  readonly 'Index Cond'?: string;
  readonly 'Recheck Cond'?: string;
  readonly 'Parent Relationship'?: string;
  readonly 'Subplan Name'?: string;
  readonly Plans?: readonly Node[];
};

/** Tables that are read whole for each object: what stands under a subplan without a condition on an index. */
function readWhole(plan: Node): readonly string[] {
  // Read once for all objects, and kept by PostgreSQL meanwhile.
  const once = new Set([...JSON.stringify(plan).matchAll(/hashed (SubPlan \d+)/gu)].map(([, name]) => name));
  const under = (node: Node, inside: boolean): readonly string[] => {
    if (once.has(node['Subplan Name'])) return [];
    const within = inside || node['Parent Relationship'] === 'SubPlan';
    const table = node['Relation Name'];
    const found = node['Index Cond'] !== undefined || node['Recheck Cond'] !== undefined;
    return [
      ...(within && table !== undefined && !found ? [table] : []),
      ...(node.Plans ?? []).flatMap((one) => under(one, within)),
    ];
  };
  return under(plan, false);
}

test('no table is read whole for each object: a copy of the whole country comes to its end', async () => {
  await database.db.connection().execute(async (db) => {
    // What PostgreSQL would do if tables were large.
    await sql`set enable_seqscan = off`.execute(db);
    const slow: Record<string, readonly string[]> = {};
    for (const object of KEPT_OBJECTS) {
      const { rows } = await sql<{ 'QUERY PLAN': readonly [{ readonly Plan: Node }] }>`
        explain (format json, verbose) ${objectLinesQuery(object, '1')}`.execute(db);
      for (const row of rows) {
        const whole = readWhole(row['QUERY PLAN'][0].Plan);
        if (whole.length > 0) slow[object.name] = whole;
      }
    }
    await sql`reset enable_seqscan`.execute(db);
    expect(slow).toEqual({});
  });
});
