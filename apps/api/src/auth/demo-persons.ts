import type { Role } from '@zahlwerk/domain/workflow/actor';

export interface DemoPerson {
  readonly role: Role;
  readonly name: string;
  readonly email: string;
}

/** Who can be signed in as with one click in the demo. They have no password, so nobody signs in as them elsewhere. */
export const DEMO_PERSONS: readonly [DemoPerson, ...DemoPerson[]] = [
  { role: 'OWNER', name: 'Hanna Sommer', email: 'hanna.sommer@sommer-moebel.example' },
  { role: 'TEAM_LEAD', name: 'Jonas Brandt', email: 'jonas.brandt@sommer-moebel.example' },
  { role: 'CLERK', name: 'Mina Aydin', email: 'mina.aydin@sommer-moebel.example' },
  { role: 'ADVISER', name: 'Paul Winter', email: 'paul.winter@winter-steuer.example' },
];

export const demoPersonOf = (role: Role): DemoPerson | null =>
  DEMO_PERSONS.find((person) => person.role === role) ?? null;
