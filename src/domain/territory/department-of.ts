/** The département or overseas collectivity of a municipality, from its INSEE code: `94017` is in `94`, `97411` in `974`. */
export function departmentOf(municipalityCode: string): string {
  return /^9[78]/.test(municipalityCode) ? municipalityCode.slice(0, 3) : municipalityCode.slice(0, 2);
}
