/** Addresses of consultations: numbers alone, which never change. */
export function consultationAddress(consultation: number): string {
  return `/consultations/${consultation}`;
}

export function consultedMeasureAddress(consultation: number, measure: number): string {
  return `/consultations/${consultation}/mesures/${measure}`;
}

/** Of a measure, or of a part of the head. */
export function consultedAddress(
  consultation: number,
  { id, part }: { readonly id: number; readonly part: string | null },
): string {
  return part === null ? consultedMeasureAddress(consultation, id) : `/consultations/${consultation}/entete/${id}`;
}

export function contributionAddress(consultation: number, contribution: number): string {
  return `/consultations/${consultation}/contributions/${contribution}`;
}
