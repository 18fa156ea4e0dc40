const NAMES: Readonly<Record<string, string>> = {
  bbpos_wisepos_e: 'BBPOS WisePOS E',
  stripe_s700: 'Stripe S700',
  stripe_s710: 'Stripe S710',
  verifone_p400: 'Verifone P400',
};

/** A model as it is printed on the device; one without a name here is called as the provider calls it. */
export const deviceName = (deviceType: string): string => {
  const isSimulated = deviceType.startsWith('simulated_');
  const model = deviceType.replace(/^simulated_/, '');
  const name = NAMES[model] ?? NAMES[`bbpos_${model}`] ?? model.replaceAll('_', ' ');
  return isSimulated ? `${name} (Test)` : name;
};
