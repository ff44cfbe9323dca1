/**
 * The one script of the pages on which a review is worked on. They work without it: it hears keys, and keeps what is typed
 * as it is typed, on the site or, when the site does not answer, in this browser until it does.
 */
import { keepTyped } from './keep-typed.ts';
import { hearKeys } from './keys.ts';

hearKeys();
keepTyped();
