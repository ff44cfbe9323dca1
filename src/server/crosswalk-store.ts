/** What the acts on correspondences keep, on PostgreSQL. */
import type { CrosswalkStore } from '#use-cases/crosswalk/crosswalk-store.ts';
import type { Db } from './storage/connection.ts';
import * as links from './storage/crosswalk-links.ts';
import { saidBefore } from './storage/crosswalk-carried.ts';
import { allRelations } from './storage/crosswalk-relations.ts';
import { keepVersion, lockLastVersion } from './storage/crosswalk-versions.ts';

export function crosswalkOn(db: Db): CrosswalkStore {
  return {
    find: (id) => links.findLink(db, id, { lock: false }),
    lock: (id) => links.findLink(db, id, { lock: true }),
    findPair: (pair) => links.findPair(db, pair),
    isPublished: (from, to) => links.isSaidByPublication(db, from, to),
    propose: (found, at) => links.proposeLinks(db, found, at),
    saidBefore: (of) => saidBefore(db, of),
    add: (link, decision) => links.addLink(db, link, decision),
    decide: (id, decision) => links.decideLink(db, id, decision),
    queue: (page) => links.linkQueue(db, page),
    counts: () => links.linkCounts(db),
    relations: () => allRelations(db),
    lastVersion: () => lockLastVersion(db),
    publish: (content, version) => keepVersion(db, content, version),
  };
}
