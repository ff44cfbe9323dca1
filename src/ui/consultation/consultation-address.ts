/** Addresses of consultations: numbers alone, which never change. */
export function consultationAddress(consultation: number): string {
  return `/consultations/${consultation}`;
}

export function consultedMeasureAddress(consultation: number, measure: number): string {
  return `/consultations/${consultation}/mesures/${measure}`;
}

export function contributionAddress(consultation: number, contribution: number): string {
  return `/consultations/${consultation}/contributions/${contribution}`;
}
