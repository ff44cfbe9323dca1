/** Loaded before a program (`node --import`): its clock is `CLOCK_DAYS` days away from the true one, and runs as fast. */
const away = Number(process.env['CLOCK_DAYS']) * 86_400_000;
const TrueDate = Date;
const now = (): number => TrueDate.now() + away;

globalThis.Date = new Proxy(TrueDate, {
  apply: () => new TrueDate(now()).toString(),
  construct: (target, given, asked) => Reflect.construct(target, given.length === 0 ? [now()] : given, asked) as Date,
  get: (target, name) => (name === 'now' ? now : (Reflect.get(target, name) as unknown)),
});
