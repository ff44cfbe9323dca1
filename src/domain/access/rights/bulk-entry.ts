/** Rights on bulk entries: the national team brings, reviews and publishes; the job reads and forgets. */
import { ENTRY_ITEM_STATES } from '../../bulk-entry/entry-item.ts';
import { section } from './rights.ts';

export const BULK_ENTRY_STATES = ENTRY_ITEM_STATES;

export const BULK_ENTRY_RIGHTS = section<(typeof BULK_ENTRY_STATES)[number]>()({
  'see-entries': { 'national-team': ['none'], operator: ['none'] },
  'bring-entry': { 'national-team': ['none'], operator: ['none'] },
  'read-entry-item': { job: ['item-waiting'] },
  // A claim leads to a page: who has no pages needs none.
  'claim-entry-item': { 'national-team': ['item-open'] },
  'release-entry-item': { 'national-team': ['item-open'] },
  'publish-entry-item': { 'national-team': ['item-open'] },
  'set-entry-item-aside': { 'national-team': ['item-open', 'item-stuck'] },
  'put-entry-item-back': { 'national-team': ['item-aside'] },
  'forget-entries': { job: ['none'] },
});
