import { withTenant } from '@zahlwerk/db/tenant';
import { announceExpiries } from '../customers/announce-expiries.ts';
import { isPassing } from '../graphql/passing-error.ts';
import { remindTasks } from '../tasks/remind-tasks.ts';
import { catchUp } from './catch-up.ts';
import { dayIn, instantOf, storyInstant } from './moments.ts';
import type { PlannedBeat } from './plan.ts';
import type { Stage } from './stage.ts';
import { startCase } from './start-case.ts';
import { untilItPasses } from './until-it-passes.ts';

/** Lines of progress while the story is told. */
const LINES = 9;

/** What has been done already: names of beats, each with the id of what came of it. */
const readDone = async ({ ports, business: { organizationId } }: Stage): Promise<Map<string, string>> => {
  const records = await withTenant(ports.db, organizationId, (tx) =>
    tx.idempotencyRecord.findMany({ where: { organizationId, key: { startsWith: 'demo:' } } }),
  );
  return new Map(records.map(({ key, outcomeId }) => [key.slice('demo:'.length), outcomeId]));
};

/** Papers may be rendered and mailed this long after the fact: the next beats of the same round go on meanwhile. */
const ROUND_SECONDS = 10 * 60;

/** A beat that is near enough, and about other papers, for the papers of the ones before it to be still under way. */
const isOfSameRound = (first: PlannedBeat, played: ReadonlySet<string>, next: PlannedBeat): boolean =>
  next.kind !== 'STAGE' &&
  next.day === first.day &&
  next.second - first.second <= ROUND_SECONDS &&
  !played.has(customerOf(next.caseName));

const customerOf = (caseName: string): string => caseName.split(':')[0] ?? caseName;

/** Beats that are played without waiting for each other's papers. */
const roundsOf = (beats: readonly PlannedBeat[]): readonly (readonly PlannedBeat[])[] => {
  const rounds: PlannedBeat[][] = [];
  let played = new Set<string>();
  for (const beat of beats) {
    const round = rounds.at(-1);
    const [first] = round ?? [];
    if (round && first && first.kind !== 'STAGE' && isOfSameRound(first, played, beat)) round.push(beat);
    else {
      rounds.push([beat]);
      played = new Set();
    }
    if (beat.kind !== 'STAGE') played.add(customerOf(beat.caseName));
  }
  return rounds;
};

/** Plays the beats one after the other, each at its moment, with everything that follows from it. */
export const tellStory = async (
  stage: Stage,
  beats: readonly PlannedBeat[],
  timeZone: string,
  say: (line: string) => void,
): Promise<void> => {
  const done = await readDone(stage);
  if (beats.some(({ name }) => done.has(name))) {
    say('Going on where an earlier start was interrupted');
    await stage.clock.moveTo(new Date(0));
    await catchUp(stage);
  }
  const rounds = roundsOf(beats.filter(({ name }) => !done.has(name)));
  let begun = '';
  const moveTo = async (day: string, instant: Date): Promise<void> => {
    const morning = instantOf(day, MORNING, timeZone);
    if (day !== begun && instant >= morning) {
      await stage.clock.moveTo(morning);
      await beginDay(stage);
      await stage.jobs.settle();
      begun = day;
    }
    await stage.clock.moveTo(instant);
  };
  for (const [index, round] of rounds.entries()) {
    for (const beat of round) {
      await moveTo(beat.day, storyInstant(beat.day, beat.second, timeZone, new Date()));
      done.set(beat.name, await untilItPasses(() => play(stage, beat, done)));
      await stage.jobs.advance();
    }
    await stage.jobs.settle();
    if ((index + 1) % Math.ceil(rounds.length / LINES) === 0) say(`Told until ${round[0]?.day}`);
  }
  const now = new Date();
  await moveTo(dayIn(now, timeZone), now);
};

/** Seconds after midnight: people are reminded in the morning. */
const MORNING = 8 * 3_600;

/** What time alone brings about, and what nobody does by a command: otherwise it would all happen at the first start. */
const beginDay = ({ ports, business: { organizationId } }: Stage): Promise<void> =>
  untilItPasses(async () => {
    await remindTasks(ports, organizationId);
    await announceExpiries(ports, organizationId);
  });

const play = async (stage: Stage, beat: PlannedBeat, done: ReadonlyMap<string, string>): Promise<string> => {
  const { name } = beat;
  if (beat.kind === 'STAGE') {
    await beat.act(stage, name);
    return name;
  }
  if (beat.kind === 'START') {
    const firstCaseId = done.get(`${beat.demoCase.customer}:1`);
    return startCase(stage, { ...beat, firstCaseId });
  }
  const caseId = done.get(beat.caseName);
  if (!caseId) throw new Error(`${name} comes before its case.`);
  await beat.act({ stage, name, caseId }).catch((error: unknown) => {
    throw isPassing(error)
      ? error
      : new Error(`The demo's story breaks at ${name} on ${beat.day}.`, { cause: error });
  });
  return caseId;
};
