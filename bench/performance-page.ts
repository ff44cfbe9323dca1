/** Prints sections of measures, and keeps the last ones, with the machine and the date, in docs/performance.md. */
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import type { Row, Section } from './measure.ts';

const PAGE = 'docs/performance.md';

/** One line about the machine and the day: a figure without them means nothing. The load says who else was working. */
export function circumstances(now: Date): string {
  const processor = cpus()[0]?.model.trim() ?? 'unknown processor';
  const memory = Math.round(totalmem() / 2 ** 30);
  const load = (loadavg()[0] ?? 0).toFixed(1);
  const machine = `${cpus().length} cores of ${processor}, ${memory} GiB, load average ${load} before`;
  return `Node ${process.versions.node}, ${machine}, ${now.toISOString().slice(0, 10)} (UTC)`;
}

export function printSection(section: Section): void {
  console.log(`\n${section.title}\n`);
  const width = Math.max(...section.rows.map((row) => row.what.length));
  for (const row of section.rows) {
    console.log(`  ${row.what.padEnd(width)}  ${row.value.padEnd(22)} ${row.bound ?? ''}  ${outcome(row)}`.trimEnd());
  }
  for (const note of section.notes) console.log(`  ${note}`);
}

/** Replaces what stands between the section's two marks in docs/performance.md. Throws when the marks are missing. */
export function writeSection(name: string, section: Section, where: string): void {
  writeFileSync(PAGE, withSection(readFileSync(PAGE, 'utf8'), { name, body: markdown(section, where) }));
}

/** `<!-- name -->` and `<!-- /name -->` are the marks; a missing one throws. */
export function withSection(page: string, part: { name: string; body: string }): string {
  const opening = `<!-- ${part.name} -->`;
  const closing = `<!-- /${part.name} -->`;
  const start = page.indexOf(opening);
  const end = page.indexOf(closing);
  if (start === -1 || end < start) throw new Error(`The marks ${opening} … ${closing} are missing.`);
  return `${page.slice(0, start + opening.length)}\n${part.body}\n${page.slice(end)}`;
}

function markdown(section: Section, where: string): string {
  const rows = section.rows.map((row) => `| ${row.what} | ${row.value} | ${row.bound ?? ''} | ${outcome(row)} |`);
  const notes = section.notes.map((note) => `\n${note}`);
  return [
    `Measured on ${where}.`,
    '',
    '| what | measured | promised | kept |',
    '|---|---|---|---|',
    ...rows,
    ...notes,
  ].join('\n');
}

function outcome(row: Row): string {
  if (row.kept === null) return '';
  return row.kept ? 'yes' : 'NO';
}
