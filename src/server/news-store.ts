/** Askings, links and news of actions as the use cases receive them, on PostgreSQL. */
import type { NewsStore } from '#use-cases/plan-news/news-store.ts';
import * as news from './storage/action-news.ts';
import type { Db } from './storage/connection.ts';
import { actionsLedBy, findLead, leadsOf } from './storage/news-leads.ts';
import * as requests from './storage/news-requests.ts';
import { newsRhythms, newsSetting, setNewsSetting } from './storage/news-settings.ts';

export function newsOn(db: Db): NewsStore {
  return {
    setting: (plan) => newsSetting(db, plan),
    set: (plan, setting) => setNewsSetting(db, plan, setting),
    leads: (plan) => leadsOf(db, plan),
    lead: (entry) => findLead(db, entry),
    actionsOf: (entries) => actionsLedBy(db, entries),
    ask: (request) => requests.askForNews(db, request),
    openRequests: (of) => requests.openRequests(db, of),
    mailed: (ids, at) => requests.markMailed(db, ids, at),
    close: (ids, at) => requests.closeRequests(db, ids, at),
    answered: (of, at) => requests.markAnswered(db, of, at),
    rhythms: () => newsRhythms(db),
    makeLink: (link) => requests.makeNewsLink(db, link),
    byLink: (token) => requests.newsLink(db, token),
    endLinks: (entry, at) => requests.endNewsLinks(db, entry, at),
    forgetLinks: (before) => requests.forgetNewsLinks(db, before),
    say: (said) => news.insertNews(db, said),
    said: (of) => news.wasSaid(db, of),
    refresh: (action, at) => news.refreshAction(db, action, at),
    ofPlan: (plan, page) => news.newsOfPlan(db, plan, page),
    ofAction: (action) => news.newsOfAction(db, action),
    awaiting: (plan) => news.awaitingNews(db, plan),
    find: (wanted) => news.newsInPlan(db, wanted),
    keepInside: (id, at) => news.keepNewsInside(db, id, at),
    publishAtOnce: (id, at) => news.publishNewsAtOnce(db, id, at),
  };
}
