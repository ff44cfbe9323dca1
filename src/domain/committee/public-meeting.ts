/** A meeting of a follow-up committee that everybody may know of: called open to all, or with minutes that both sides agreed to. */
export type PublicMeeting = {
  readonly committee: number;
  /** Its number in the committee, from 1. */
  readonly meeting: number;
  readonly collective: string;
  /** The day there, YYYY-MM-DD. */
  readonly on: string;
  readonly isOpen: boolean;
  /** Null: whoever sits knows. */
  readonly location: string | null;
  /** Both sides agreed to its minutes. */
  readonly hasMinutes: boolean;
};
