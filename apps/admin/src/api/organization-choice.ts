const STORAGE_KEY = 'zahlwerk.organization';

/** The business this tab works for. Kept per tab, so that two businesses can be open side by side. */
export const chosenOrganization = {
  get: (): string | null => sessionStorage.getItem(STORAGE_KEY),
  set: (organizationId: string): void => sessionStorage.setItem(STORAGE_KEY, organizationId),
  clear: (): void => sessionStorage.removeItem(STORAGE_KEY),
};
