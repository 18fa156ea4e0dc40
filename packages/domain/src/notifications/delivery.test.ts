import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterReport, type DeliveryReport } from './delivery.ts';

const REPORTS: readonly DeliveryReport[] = ['DELIVERED', 'FAILED', 'BOUNCED'];

const told = (reports: readonly DeliveryReport[]) =>
  reports.reduce<DeliveryReport | 'SENT'>((state, report) => afterReport(state, report) ?? state, 'SENT');

describe('reports of a delivery', () => {
  it('end in the same state, in whatever order and however often they come', () => {
    const history = fc.array(fc.constantFrom(...REPORTS), { maxLength: 6 });
    fc.assert(
      fc.property(
        history.chain((reports) =>
          fc.tuple(
            fc.constant(reports),
            fc.shuffledSubarray([...reports, ...reports], {
              minLength: reports.length * 2,
            }),
          ),
        ),
        ([once, shuffled]) => told(shuffled) === told(once),
      ),
    );
  });

  it('let a bounce follow a delivery, never a delivery a bounce', () => {
    expect(afterReport('DELIVERED', 'BOUNCED')).toBe('BOUNCED');
    expect(afterReport('BOUNCED', 'DELIVERED')).toBeNull();
  });

  it('may be faster than the answer to the sending itself', () => {
    expect(afterReport('SENDING', 'DELIVERED')).toBe('DELIVERED');
  });
});
