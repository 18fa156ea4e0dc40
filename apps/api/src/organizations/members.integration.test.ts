import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApi, type TestApi } from '../../test/create-test-api.ts';
import type { TestClient } from '../../test/test-client.ts';
import { encodeId } from '../graphql/ids.ts';

let api: TestApi;
let owner: TestClient;

beforeAll(async () => {
  api = await createTestApi();
  owner = await api.signIn('OWNER');
});

afterAll(async () => {
  await api.stop();
});

const INVITE = `mutation ($input: InviteMemberInput!) { inviteMember(input: $input) { __typename
  ... on InviteMemberSuccess { replayed invitation { id email role link } } ... on Error { code path } } }`;
const ACCEPT = `mutation ($token: String!) { acceptInvitation(input: { token: $token }) { __typename
  ... on AcceptInvitationSuccess { organization { name } } ... on Error { code } } }`;
const OFFER = 'query ($token: String!) { invitation(token: $token) { organizationName email role } }';
const ROLE = `mutation ($input: ChangeMemberRoleInput!) { changeMemberRole(input: $input) { __typename
  ... on ChangeMemberRoleSuccess { member { role version } } ... on Error { code } } }`;
const REMOVE = `mutation ($input: RemoveMemberInput!) { removeMember(input: $input) { __typename
  ... on RemoveMemberSuccess { member { active } } ... on Error { code } } }`;

const invite = async (email: string, role: string, idempotencyKey = `invite-${email}`) =>
  (await owner.query(INVITE, { input: { email, role, idempotencyKey } })).data.inviteMember;

const tokenOf = (link: string): string => link.split('/').at(-1) ?? '';

describe('an invitation', () => {
  it('leads a new person to the business, under the invited address and once', async () => {
    const { invitation } = await invite('petra@example.com', 'CLERK');
    const token = tokenOf(invitation.link);
    expect((await api.anonymous.query(OFFER, { token })).data.invitation).toEqual({
      organizationName: 'Sommer Möbel',
      email: 'petra@example.com',
      role: 'CLERK',
    });
    const stranger = await api.signUp('not-petra@example.com');
    expect((await stranger.query(ACCEPT, { token })).data.acceptInvitation).toMatchObject({
      __typename: 'NotAllowed',
      code: 'INVITATION_FOR_ANOTHER_ADDRESS',
    });
    const petra = await api.signUp('petra@example.com', 'Petra Fink');
    expect((await petra.query(ACCEPT, { token })).data.acceptInvitation).toMatchObject({
      organization: { name: 'Sommer Möbel' },
    });
    expect((await petra.query('{ viewer { role } }')).data.viewer).toEqual({ role: 'CLERK' });
    expect((await petra.query(ACCEPT, { token })).data.acceptInvitation).toMatchObject({
      code: 'LINK_NOT_VALID',
    });
    expect((await api.anonymous.query(OFFER, { token })).data.invitation).toBeNull();
  });

  it('becomes void when the same person is invited again', async () => {
    const first = await invite('rita@example.com', 'CLERK', 'invite-rita-1');
    const second = await invite('rita@example.com', 'ADVISER', 'invite-rita-2');
    expect(
      (await api.anonymous.query(OFFER, { token: tokenOf(first.invitation.link) })).data.invitation,
    ).toBeNull();
    expect(
      (await api.anonymous.query(OFFER, { token: tokenOf(second.invitation.link) })).data.invitation,
    ).not.toBeNull();
  });

  it('is one invitation when it is sent twice with the same key', async () => {
    const first = await invite('sven@example.com', 'CLERK');
    const again = await invite('sven@example.com', 'CLERK');
    expect(again).toMatchObject({ replayed: true, invitation: { id: first.invitation.id } });
  });

  it('is refused for a member and for what is no address', async () => {
    expect(await invite('jonas.brandt@sommer-moebel.example', 'CLERK')).toMatchObject({
      code: 'ALREADY_MEMBER',
    });
    expect(await invite('nobody', 'CLERK', 'invite-nobody')).toMatchObject({
      __typename: 'ValidationFailed',
    });
  });

  it('opens nothing with a token that was made up', async () => {
    expect((await api.anonymous.query(OFFER, { token: 'A'.repeat(43) })).data.invitation).toBeNull();
  });
});

describe('members', () => {
  it('keep an owner, whatever is asked at the same time', async () => {
    const lead = encodeId('Member', api.memberIds.TEAM_LEAD);
    await owner.query(ROLE, { input: { memberId: lead, role: 'OWNER', expectedVersion: 1 } });
    const self = encodeId('Member', api.memberIds.OWNER);
    const second = await api.signIn('TEAM_LEAD');
    const both = await Promise.all([
      owner.query(ROLE, { input: { memberId: lead, role: 'CLERK', expectedVersion: 2 } }),
      second.query(ROLE, { input: { memberId: self, role: 'CLERK', expectedVersion: 1 } }),
    ]);
    const { organization } = (
      await (await api.signIn('ADVISER')).query('{ viewer { organization { members { role } } } }')
    ).data.viewer;
    expect(organization.members.filter(({ role }: { role: string }) => role === 'OWNER')).toHaveLength(1);
    expect(JSON.stringify(both.map(({ data, errors }) => data?.changeMemberRole ?? errors))).toMatch(
      /LAST_OWNER|FORBIDDEN/,
    );
  });

  it('lose everything at once when they are removed', async () => {
    const boss =
      (await owner.query('{ viewer { role } }')).data.viewer.role === 'OWNER'
        ? owner
        : await api.signIn('TEAM_LEAD');
    const adviser = await api.signIn('ADVISER');
    expect((await adviser.query('{ viewer { role } }')).data.viewer.role).toBe('ADVISER');
    const memberId = encodeId('Member', api.memberIds.ADVISER);
    const { data } = await boss.query(REMOVE, { input: { memberId, expectedVersion: 1 } });
    expect(data.removeMember).toMatchObject({ member: { active: false } });
    expect(await adviser.query('{ viewer { role } }')).toMatchObject({ status: 403 });
  });

  it('of another business do not exist', async () => {
    const person = await api.signUp('gerd@example.com');
    await person.query(
      `mutation { createOrganization(input: { name: "Gerd", street: "Weg 1", postalCode: "10115", city: "Berlin",
        idempotencyKey: "gerd-founds" }) { __typename } }`,
    );
    const input = { memberId: encodeId('Member', api.memberIds.CLERK), expectedVersion: 1 };
    expect((await person.query(REMOVE, { input })).data.removeMember).toMatchObject({
      __typename: 'NotFound',
    });
    expect(
      (await person.query(REMOVE, { input: { ...input, memberId: 'rubbish' } })).data.removeMember,
    ).toMatchObject({
      __typename: 'NotFound',
    });
  });
});
