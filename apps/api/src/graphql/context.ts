import type { Actor, Role } from '@zahlwerk/domain/workflow/actor';
import type { Ports } from '../ports.ts';
import type { Language } from './error-text.ts';
import type { Permission } from './permissions.ts';
import type { ReadClient, ReadTransaction } from './read-transaction.ts';

/** One business that a user works for. */
export interface Membership {
  readonly memberId: string;
  readonly organizationId: string;
  readonly role: Role;
  readonly organization: { readonly name: string };
}

export interface SignedIn {
  readonly kind: 'USER';
  readonly userId: string;
  readonly sessionId: string;
  readonly name: string;
  readonly email: string;
  readonly emailVerified: boolean;
  readonly memberships: readonly Membership[];
  /** The membership this request acts with; null for a user without a business. */
  readonly member: Membership | null;
}

export interface KeyHolder {
  readonly kind: 'KEY';
  readonly keyId: string;
  readonly integrationId: string;
  readonly organizationId: string;
  readonly scopes: readonly string[];
}

/** Who has sent the request, as far as session and key tell; a link's token comes as an argument. */
export type Caller = SignedIn | KeyHolder | { readonly kind: 'ANONYMOUS' };

/** What the credentials of a request amount to. */
export interface Identity {
  readonly caller: Caller;
  /** The same in the words of the domain: a member or an integration; null for everybody else. */
  readonly actor: Actor | null;
  readonly organizationId: string | null;
  readonly permissions: ReadonlySet<Permission>;
}

export interface ApiContext extends Identity {
  readonly requestId: string;
  readonly ip: string | null;
  readonly language: Language;
  readonly ports: Ports;
  /** For selections only: one read transaction per operation, opened when first used, inside the tenant's wall. */
  readonly db: ReadClient;
  readonly reads: ReadTransaction;
  /** Aborted when the caller has gone. */
  readonly signal: AbortSignal;
  /** The `Last-Event-ID` of a reader that reconnects. */
  readonly lastEventId: string | null;
  /** Looks at session, membership or key again: at most once a minute, or at once when `now`. False ends a stream. */
  readonly stillAllowed: (now: boolean) => Promise<boolean>;
  /** A context for one event of a stream: the rights of this moment, a snapshot of its own. */
  readonly fork: () => ApiContext;
  /**
   * Goes on in a business that the caller has just become a member of, whichever one the request named or another tab
   * of the same session works for meanwhile.
   */
  readonly workFor: (organizationId: string) => Promise<void>;
}

/** After `t.withAuth({ permission })`: a member or an integration inside an organization. */
export type TenantContext = ApiContext & {
  readonly organizationId: string;
  readonly actor: Extract<Actor, { kind: 'MEMBER' | 'INTEGRATION' }>;
};

/** After `t.withAuth({ member: true })`. */
export type MemberContext = ApiContext & {
  readonly organizationId: string;
  readonly actor: Extract<Actor, { kind: 'MEMBER' }>;
  readonly caller: SignedIn & { readonly member: Membership };
};

/** After `t.withAuth({ signedIn: true })`: a user, perhaps without a business yet. */
export type SignedInContext = ApiContext & { readonly caller: SignedIn };
