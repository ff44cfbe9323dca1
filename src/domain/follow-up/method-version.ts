/** The version of the published method (data/method) that what is said today follows. */
export const METHOD_VERSION = '1';
