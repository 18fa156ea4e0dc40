import { describe, expect, it } from 'vitest';
import { memoryDisk } from '../state/disk.ts';
import { createStore } from '../state/store.ts';
import { createVirtualClock } from './virtual-clock.ts';

const aClock = () => {
  const real = { ms: 1_000_000 };
  return { real, clock: createVirtualClock(createStore(memoryDisk()), () => real.ms) };
};

describe('the virtual clock', () => {
  it('runs with real time, ahead of it, and behind it', () => {
    const { real, clock } = aClock();
    expect(clock.now()).toBe(1_000);
    clock.advance(3_600);
    real.ms += 5_000;
    expect(clock.now()).toBe(4_605);
    clock.set(10);
    real.ms += 1_000;
    expect(clock.now()).toBe(11);
  });

  it('stands still when stopped, and goes on from there', () => {
    const { real, clock } = aClock();
    clock.stop();
    real.ms += 60_000;
    clock.advance(1);
    expect([clock.now(), clock.isStopped()]).toEqual([1_001, true]);
    clock.start();
    real.ms += 2_000;
    expect([clock.now(), clock.isStopped()]).toEqual([1_003, false]);
  });

  it('shows due work the moment it was due', () => {
    const { clock } = aClock();
    expect(clock.during(500, () => clock.now())).toBe(500);
    expect(clock.now()).toBe(1_000);
    expect(() =>
      clock.during(500, () => {
        throw new Error('no');
      }),
    ).toThrow('no');
    expect(clock.now()).toBe(1_000);
  });

  it('tells who listens when it is moved', () => {
    const { clock } = aClock();
    const seen: number[] = [];
    clock.onMove(() => seen.push(clock.now()));
    clock.advance(10);
    clock.set(5);
    expect(seen).toEqual([1_010, 5]);
  });
});
