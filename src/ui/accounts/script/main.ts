/** Passkeys, the one thing here that a form cannot do. Without this script the buttons are not shown. */
import { addPasskeys } from './passkeys.ts';

addPasskeys(document);
