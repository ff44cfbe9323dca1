/** The tables of negotiations. Their rules: migrations/0035-negotiations.sql. */
import type { ColumnType, Generated } from 'kysely';
import type { Position } from '#domain/negotiation/position.ts';
import type { NegotiationState } from '#domain/negotiation/progress.ts';
import type { StartingPoint } from '#domain/negotiation/starting-point.ts';
import type { Side } from '#domain/signature/side.ts';
import type { JsonColumn } from './json-column.ts';

export type NegotiationTables = {
  negotiation: {
    id: Generated<number>;
    collectiveId: number;
    listId: number | null;
    municipalityCode: string | null;
    groupingSiren: string | null;
    edition: string;
    termFrom: number;
    termTo: number;
    state: NegotiationState;
    startingPoint: JsonColumn<StartingPoint>;
    openedBy: string;
    openedAt: Date;
    askedAt: Date | null;
    toldAt: Date | null;
    startedAt: Date | null;
    joinedAt: Date | null;
    declinedAt: Date | null;
    declinedReason: string | null;
    endedAt: Date | null;
    endedSide: Side | null;
    endedReason: string | null;
    frozenAt: Date | null;
    revision: Generated<number>;
    addendumTo: number | null;
  };
  negotiationSaying: {
    id: Generated<number>;
    negotiationId: number;
    item: string;
    side: Side;
    version: number;
    position: ColumnType<Position | null, string | null, never>;
    origin: 'own' | 'reported' | 'start';
    saidBy: string;
    saidAt: Date;
  };
  negotiationLocal: {
    negotiationId: number;
    number: number;
    side: Side;
    text: string;
    relatedMeasures: number[];
    localMeasureId: number | null;
    proposedAt: Date;
  };
  negotiationRound: {
    negotiationId: number;
    number: number;
    side: Side;
    words: string | null;
    answers: number;
    sentBy: string;
    sentAt: Date;
  };
  negotiationComment: {
    id: Generated<number>;
    negotiationId: number;
    measure: number | null;
    side: Side;
    text: string;
    saidBy: string;
    saidAt: Date;
  };
  negotiationYes: {
    negotiationId: number;
    side: Side;
    fingerprint: string;
    origin: 'own' | 'reported';
    saidBy: string;
    saidAt: Date;
  };
  negotiationReport: {
    id: Generated<number>;
    negotiationId: number;
    sayingId: number | null;
    commentId: number | null;
    reason: string;
    reportedBy: string;
    reportedAt: Date;
    outcome: 'hidden' | 'kept' | null;
    notice: string | null;
    settledAt: Date | null;
  };
};
