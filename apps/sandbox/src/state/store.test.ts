import { describe, expect, it } from 'vitest';
import type { Disk, StoredRow } from './disk.ts';
import { createStore } from './store.ts';

/** A disk in memory, which remembers every save. */
const aDisk = (rows: StoredRow[] = []) => {
  const saves: string[][] = [];
  const disk: Disk = {
    load: () => rows,
    save: (changes) =>
      saves.push(changes.map(({ shelf, id, entry }) => `${shelf}/${id}${entry ? '' : ' removed'}`)),
    close: () => {},
  };
  return { disk, saves };
};

const form = (id: string, location = '/') => ({ id, location });

describe('the store', () => {
  it('writes a unit of work as a whole, once', () => {
    const { disk, saves } = aDisk();
    const store = createStore(disk);
    const { sentForms } = store.tablesOf('acct_1');
    store.work(() => {
      sentForms.put(form('a'));
      store.work(() => sentForms.put(form('b')));
      sentForms.put(form('a', '/next'));
    });
    expect(saves).toEqual([['sentForms/a', 'sentForms/b']]);
    expect(sentForms.get('a')).toEqual(form('a', '/next'));
  });

  it('undoes all of it when it fails, in order and place', () => {
    const { disk, saves } = aDisk();
    const store = createStore(disk);
    const { sentForms } = store.tablesOf('acct_1');
    store.work(() => ['a', 'b', 'c'].map((id) => sentForms.put(form(id))));
    const failing = () =>
      store.work(() => {
        sentForms.put(form('a', '/changed'));
        sentForms.remove('b');
        sentForms.put(form('d'));
        throw new Error('no');
      });
    expect(failing).toThrow('no');
    expect(sentForms.newestFirst()).toEqual([form('c'), form('b'), form('a')]);
    expect(saves).toHaveLength(1);
  });

  it('keeps what an answer that is an error has changed', () => {
    const { disk, saves } = aDisk();
    const store = createStore(disk);
    const { sentForms } = store.tablesOf('acct_1');
    const declined = () =>
      store.work(
        () => {
          sentForms.put(form('a'));
          throw new Error('declined');
        },
        () => true,
      );
    expect(declined).toThrow('declined');
    expect(sentForms.get('a')).toEqual(form('a'));
    expect(saves).toHaveLength(1);
  });

  it('keeps accounts apart', () => {
    const store = createStore(aDisk().disk);
    store.work(() => store.tablesOf('acct_1').sentForms.put(form('a')));
    expect(store.tablesOf('acct_2').sentForms.get('a')).toBeUndefined();
    expect(store.tablesOf('acct_2').sentForms.newestFirst()).toEqual([]);
    expect(store.shelves.sentForms.find('a')?.account).toBe('acct_1');
  });

  it('goes on counting after a restart, and ignores shelves it does not know', () => {
    const row = (shelf: string, seq: number): StoredRow => ({
      shelf,
      id: 'a',
      account: 'acct_1',
      seq,
      body: JSON.stringify(form('a')),
    });
    const store = createStore(aDisk([row('sentForms', 7), row('forgotten', 9)]).disk);
    expect(store.nextSeq()).toBe(10);
    expect(store.tablesOf('acct_1').sentForms.get('a')).toEqual(form('a'));
  });

  it('does not let stored objects be changed in place', () => {
    const store = createStore(aDisk().disk);
    const stored = store.work(() => store.tablesOf('acct_1').sentForms.put(form('a')));
    expect(() => Object.assign(stored, { location: '/other' })).toThrow();
  });
});
