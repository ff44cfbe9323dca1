/**
 * The one script of the pages under /lire. They work without it: it shows how far a sending is, goes to its result, suggests communes,
 * copies the address, hears keys, and brings the passage in view. It keeps nothing but the choice about keys.
 */
import { bringPassageInView } from './passage.ts';
import { offerCopy } from './copy.ts';
import { hearKeys } from './keys.ts';
import { sendWithProgress } from './send.ts';
import { followReading } from './follow.ts';
import { suggestPlaces } from './suggest.ts';

offerCopy();
hearKeys();
sendWithProgress();
followReading();
suggestPlaces();
bringPassageInView();
