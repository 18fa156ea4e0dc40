const DAY = 86_400;

/** Midnight UTC of the n-th business day after a moment (bank holidays are not modeled). Unix seconds in and out. */
export const businessDaysAfter = (unixSeconds: number, days: number): number => {
  let midnight = Math.floor(unixSeconds / DAY) * DAY;
  let left = days;
  while (left > 0) {
    midnight += DAY;
    const weekday = new Date(midnight * 1000).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return midnight;
};
