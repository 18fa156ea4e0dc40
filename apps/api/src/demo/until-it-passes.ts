import { isPassing } from '../graphql/passing-error.ts';

const TRIES = 4;

/** Does again what a busy database has stopped; what is done here may be done twice. Any other failure is thrown. */
export const untilItPasses = async <T>(work: () => Promise<T>): Promise<T> => {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt === TRIES || !isPassing(error)) throw error;
    }
  }
};
