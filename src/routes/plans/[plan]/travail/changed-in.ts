/** How many actions the change before this page made, as its address says; null: none was made. */
export function changedIn(url: URL): number | null {
  const said = url.searchParams.get('fait');
  return said !== null && /^\d{1,5}$/.test(said) ? Number(said) : null;
}
