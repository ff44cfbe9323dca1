/** What broke outside of us and whoever runs the site can mend. Never who came nor what was typed. */
export function tellOperator(line: string): void {
  console.error(line);
}
