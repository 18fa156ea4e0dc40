/** Who did something: a member of the business, a partner's integration, the customer behind a link, or the machine. */
export type Actor =
  | { readonly kind: 'MEMBER'; readonly id: string }
  | { readonly kind: 'INTEGRATION'; readonly id: string }
  | { readonly kind: 'CUSTOMER'; readonly id: string | null }
  | { readonly kind: 'SYSTEM'; readonly id: null };

export const SYSTEM: Actor = { kind: 'SYSTEM', id: null };

export type Role = 'OWNER' | 'TEAM_LEAD' | 'CLERK' | 'ADVISER';

export interface Member {
  readonly id: string;
  readonly role: Role;
  readonly name: string;
}
