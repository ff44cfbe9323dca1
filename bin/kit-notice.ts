/**
 * One notice of SvelteKit that is wrong here: it wants tsconfig.json to extend its own configuration and looks nowhere
 * else. tsconfig.json is for what Node runs as it is; the pages have tsconfig.site.json, which does extend it (the test
 * beside this file holds that). Everything else that Kit says is said.
 */
const NOTICE = /^(?:\u001b\[\d+m)*tsconfig_extends_missing\n/;

/** Changes `console.warn` in place, once. */
export function leaveOutWrongNotice(terminal: Pick<Console, 'warn'>): void {
  const warn = terminal.warn.bind(terminal);
  terminal.warn = (...said: unknown[]) => {
    if (typeof said[0] !== 'string' || !NOTICE.test(said[0])) warn(...said);
  };
}
