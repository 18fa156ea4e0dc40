interface Stop {
  readonly code: string;
}

/** A step that people always do by hand is simply their turn; only other reasons are worth a warning. */
export const isAlarming = (stop: Stop | null | undefined): boolean =>
  Boolean(stop) && stop?.code !== 'POLICY_MANUAL';
