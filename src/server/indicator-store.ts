/** Indicators as the use cases receive them, on PostgreSQL. */
import type { IndicatorStore } from '#use-cases/indicators/indicator-store.ts';
import type { Db } from './storage/connection.ts';
import { indicatorHistory } from './storage/action-history.ts';
import * as indicators from './storage/indicators.ts';

export function indicatorsOn(db: Db): IndicatorStore {
  return {
    create: (indicator) => indicators.createIndicator(db, indicator),
    find: (wanted) => indicators.findIndicator(db, wanted),
    ofPlan: (plan) => indicators.indicatorsOfPlan(db, plan),
    rewrite: (indicator, words, at) => indicators.rewriteIndicator(db, indicator, words, at),
    tie: (id, to) => indicators.tieIndicator(db, id, to),
    put: (id, values, given) => indicators.putValues(db, id, values, given),
    takeBack: (value, given) => indicators.takeValueBack(db, value, given),
    show: (id, at) => indicators.showIndicatorRow(db, id, at),
    history: (wanted) => indicatorHistory(db, wanted),
    remove: (id, at) => indicators.removeIndicator(db, id, at),
  };
}
