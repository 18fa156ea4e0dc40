/** The program cannot go on; the message is one clear sentence for the person who started it. */
export class Refusal extends Error {
  name = 'Refusal';
}
