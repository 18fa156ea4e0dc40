/** Who works at the desks of the stories, by role. */
export const PEOPLE = {
  OWNER: { name: 'Ines Krüger', email: 'ines@krueger.example' },
  TEAM_LEAD: { name: 'Theo Lenz', email: 'theo@krueger.example' },
  CLERK: { name: 'Kim Berger', email: 'kim@krueger.example' },
} as const;

export type Role = keyof typeof PEOPLE;

/** What the browser of somebody who has signed in sends along. */
export type Sessions = Readonly<Record<Role, string>>;

export const PASSWORD = 'ein langes Passwort';

/** Makes their accounts once for all stories: from one address only a few sign-ups are taken in a row. */
export const signUpPeople = async (deskUrl: string, origin: string = deskUrl): Promise<Sessions> => {
  const entries = Object.entries(PEOPLE).map(async ([role, person]) => {
    const response = await fetch(`${deskUrl}/api/auth/sign-up/email`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: origin },
      body: JSON.stringify({ ...person, password: PASSWORD }),
    });
    if (!response.ok) throw new Error(`Signing up: ${response.status} ${await response.text()}`);
    const cookies = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
    return [role, cookies.join('; ')] as const;
  });
  return Object.fromEntries(await Promise.all(entries)) as Record<Role, string>;
};
