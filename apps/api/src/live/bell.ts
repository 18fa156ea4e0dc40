/** Rings after a commit. Carries ids only; whoever hears it reads the event table again, with its own rights. */
export interface Bell {
  readonly ring: (organizationId: string) => void;
}
