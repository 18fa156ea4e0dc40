const HEARTBEAT = 10_000;

/**
 * Tells a person what is going on, one line per step, with a sign of life every ten seconds.
 * @param {(line: string) => void} write
 */
export const openProgress = (write) => ({
  /** @param {string} line */
  say: write,
  /**
   * @template T
   * @param {string} text what is being done, "Installing packages"
   * @param {() => Promise<T>} work
   * @returns {Promise<T>}
   */
  step: async (text, work) => {
    const since = Date.now();
    const seconds = () => `${((Date.now() - since) / 1_000).toFixed(1)} s`;
    write(`… ${text}`);
    const heartbeat = setInterval(() => write(`  still at it: ${text} (${seconds()})`), HEARTBEAT);
    try {
      const result = await work();
      write(`✓ ${text} (${seconds()})`);
      return result;
    } finally {
      clearInterval(heartbeat);
    }
  },
});
