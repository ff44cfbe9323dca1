/** Everything that is public, or was signed, at one place: what an exported folder holds. One state of the database. */
import { sql, type NotNull } from 'kysely';
import type { AgreedText } from '#domain/pact/agreed-text.ts';
import { codeOf, type PlaceCode } from '#domain/shared/place.ts';
import { assessmentRows, type AssessmentRow } from './assessment-rows.ts';
import type { Db } from './connection.ts';
import type { Rows } from './downloads.ts';
import { pactSays, planSays } from './digests.ts';
import { placeColumns } from './places.ts';
import { planFileRecords, type PlanFileRecord } from './plan-file-records.ts';
import { proofRecords, type ProofRecord } from './proof-records.ts';
import { publicEvents, type EventRecord } from './public-events.ts';
import { remarksOnPact } from './thread-follow-up.ts';

export type PlaceRecord = {
  readonly published: readonly PublishedRecord[];
  readonly texts: readonly TextRecord[];
  readonly said: readonly SaidRecord[];
  readonly proofs: readonly ProofRecord[];
  readonly planFiles: readonly PlanFileRecord[];
  readonly events: readonly EventRecord[];
  readonly head: { readonly sequence: number; readonly hash: string };
};

export type FileRecord = { readonly filename: string; readonly sha256: string; readonly bytes: Uint8Array };

export type PublishedRecord = {
  readonly what: 'pact' | 'plan';
  readonly id: number;
  /** As hashed in the journal. */
  readonly says: string;
  /** As hashed in `says`; null: signed here. */
  readonly reading: string | null;
  readonly original: FileRecord;
  readonly withdrawn: boolean;
};

/** What both voices said of a pact, in reviews and outside of them, as its public files list it, and what others did: oldest first. */
export type SaidRecord = {
  readonly pact: number;
  readonly assessments: readonly AssessmentRow[];
  readonly remarks: Awaited<ReturnType<typeof remarksOnPact>>;
};

export type TextRecord = {
  readonly code: string;
  readonly text: AgreedText;
  readonly canonical: Uint8Array;
  readonly sha256: string;
  /** Null: everybody signed, and the seal is still to come. */
  readonly sealed: FileRecord | null;
  readonly evidence: readonly FileRecord[];
};

/** What is not signed yet is left out: it is nobody else's. */
export async function placeRecord(db: Db, place: PlaceCode): Promise<PlaceRecord> {
  return await db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (snapshot) => {
      const published = await publishedAt(snapshot, place);
      const texts = await textsAt(snapshot, place);
      const standing = (kind: PublishedRecord['what']): readonly number[] =>
        published.flatMap(({ what, id, withdrawn }) => (what === kind && !withdrawn ? [id] : []));
      const said: SaidRecord[] = [];
      for (const pact of standing('pact')) {
        const assessments = await everythingSaid(snapshot, pact);
        said.push({ pact, assessments, remarks: await remarksOnPact(snapshot, pact) });
      }
      const proofs = await proofRecords(snapshot, standing('pact'));
      const planFiles = await planFileRecords(snapshot, standing('plan'));
      const events = await eventsAbout(snapshot, { published, texts });
      const head = await snapshot.selectFrom('journalHead').select(['sequence', 'hash']).executeTakeFirstOrThrow();
      return { published, texts: texts.map(({ id: _, ...text }) => text), said, proofs, planFiles, events, head };
    });
}

async function everythingSaid(db: Db, pact: number): Promise<readonly AssessmentRow[]> {
  const all: AssessmentRow[] = [];
  for (let after: number | null = 0; after !== null;) {
    const { rows, next }: Rows<AssessmentRow> = await assessmentRows(db, { pact, after });
    all.push(...rows);
    after = next;
  }
  return all;
}

/** A file that another site keeps proves nothing here: what was read of it is left out. */
async function publishedAt(db: Db, place: PlaceCode): Promise<readonly PublishedRecord[]> {
  const { municipalityCode, groupingSiren } = placeColumns(place);
  const { rows } = await sql<Omit<PublishedRecord, 'original' | 'says'> & FileRecord & { says: string | null }>`
    select 'pact' as what, p.id, null as says, r.reading::text as reading, d.filename, d.sha256, d.bytes, false as withdrawn
      from pact p join document d on d.id = p.document_id and d.bytes is not null left join pact_reading r on r.pact_id = p.id
      where p.municipality_code is not distinct from ${municipalityCode} and p.grouping_siren is not distinct from ${groupingSiren}
    union all
    select 'plan', p.id, null, r.reading::text, coalesce(d.filename, 'version-' || v.number || '.json'),
        coalesce(d.sha256, v.sha256), coalesce(d.bytes, convert_to(v.content::text, 'UTF8')), false
      from plan p left join document d on d.id = p.document_id and d.bytes is not null left join plan_reading r on r.plan_id = p.id
        left join plan_version v on v.plan_id = p.id and v.number = p.version
      where coalesce(d.sha256, v.sha256) is not null and p.municipality_code is not distinct from ${municipalityCode} and p.grouping_siren is not distinct from ${groupingSiren}
    union all
    select e.subject_kind, e.subject_id, e.says, e.reading::text, d.filename, d.sha256, d.bytes, true
      from earlier_reading e join document d on d.id = e.document_id and d.bytes is not null
      where e.ended_by = 'withdrawal' and e.municipality_code is not distinct from ${municipalityCode}
        and e.grouping_siren is not distinct from ${groupingSiren}
    order by what, id`.execute(db);
  return await Promise.all(
    rows.map(async ({ filename, sha256, bytes, says, ...row }) => {
      const told = says ?? (row.what === 'pact' ? await pactSays(db, row.id) : await planSays(db, row.id));
      if (told === null) throw new Error(`${row.what} ${row.id} went away`);
      return { ...row, says: told, original: { filename, sha256, bytes } };
    }),
  );
}

async function textsAt(db: Db, place: PlaceCode): Promise<readonly (TextRecord & { readonly id: number })[]> {
  const column = place.kind === 'municipality' ? 'agreedText.municipalityCode' : 'agreedText.groupingSiren';
  const rows = await db
    .selectFrom('agreedText')
    .innerJoin('signing', 'signing.agreedTextId', 'agreedText.id')
    .leftJoin('document', 'document.id', 'signing.sealedDocumentId')
    .select(['agreedText.id', 'agreedText.code', 'agreedText.canonical', 'agreedText.sha256'])
    .select(['document.filename', 'document.sha256 as sealedSha256', 'document.bytes'])
    .where(column, '=', codeOf(place))
    .where('signing.completedAt', 'is not', null)
    .orderBy('agreedText.id')
    .execute();
  return await Promise.all(
    rows.map(async ({ id, code, canonical, sha256, filename, sealedSha256, bytes }) => ({
      id,
      code,
      canonical,
      sha256,
      text: JSON.parse(canonical.toString('utf8')) as AgreedText,
      sealed:
        filename === null || sealedSha256 === null || bytes === null ? null : { filename, sha256: sealedSha256, bytes },
      evidence: await evidenceOf(db, id),
    })),
  );
}

async function evidenceOf(db: Db, text: number): Promise<readonly FileRecord[]> {
  return await db
    .selectFrom('signaturePaperPage as page')
    .innerJoin('signaturePaper as paper', 'paper.id', 'page.paperId')
    .innerJoin('document', 'document.id', 'page.documentId')
    .select(['document.filename', 'document.sha256', 'document.bytes'])
    .where('paper.agreedTextId', '=', text)
    .where('paper.confirmedAt', 'is not', null)
    .where('document.bytes', 'is not', null)
    .$narrowType<{ bytes: NotNull }>()
    .orderBy('paper.id')
    .orderBy('page.ordinal')
    .execute();
}

type About = {
  readonly published: readonly PublishedRecord[];
  readonly texts: readonly { readonly id: number }[];
};

async function eventsAbout(db: Db, { published, texts }: About): Promise<readonly EventRecord[]> {
  const ids = texts.map(({ id }) => id);
  const signatories =
    ids.length === 0 ? [] : await db.selectFrom('signatory').select('id').where('agreedTextId', 'in', ids).execute();
  const pacts = published.flatMap(({ what, id }) => (what === 'pact' ? [id] : []));
  return await publicEvents(db, [
    ...(await charterSubjects(db, pacts)),
    ...published.map(({ what, id }) => ({ kind: what, id })),
    ...ids.map((id) => ({ kind: 'agreed-text', id }) as const),
    ...signatories.map(({ id }) => ({ kind: 'signatory', id }) as const),
  ]);
}

/** Of the editions that these pacts were signed with: whether they are offered; of those made here, their publication and the consultations before it. */
async function charterSubjects(db: Db, pacts: readonly number[]) {
  if (pacts.length === 0) return [];
  const drafts = await db
    .selectFrom('edition')
    .innerJoin('editionDraft as draft', 'draft.id', 'edition.draftId')
    .leftJoin('consultation', 'consultation.draftId', 'draft.id')
    .select(['draft.id as draft', 'consultation.id as consultation'])
    .where('edition.id', 'in', (query) => query.selectFrom('pact').select('pact.edition').where('pact.id', 'in', pacts))
    .execute();
  const [ofDrafts, ofConsultations] = [
    drafts.map(({ draft }) => draft),
    drafts.map(({ consultation }) => consultation),
  ];
  const editions = await db.selectFrom('pact').select('edition').distinct().where('id', 'in', pacts).execute();
  return [
    ...editions.map(({ edition: id }) => ({ kind: 'edition', id }) as const),
    ...[...new Set(ofDrafts)].map((id) => ({ kind: 'edition-draft', id }) as const),
    ...ofConsultations.flatMap((id) => (id === null ? [] : [{ kind: 'consultation', id } as const])),
  ];
}
