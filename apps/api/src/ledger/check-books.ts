import { appendEvents } from '@zahlwerk/db/events';
import { askInvariant, type Invariant, readInvariants } from '@zahlwerk/db/invariants';
import { businessTime, nightAfter } from '@zahlwerk/db/now';
import { withTenant } from '@zahlwerk/db/tenant';
import { type Finding, toFinding } from '@zahlwerk/domain/ledger/books-check';
import { SYSTEM } from '@zahlwerk/domain/workflow/actor';
import type { Ports } from '../ports.ts';
import { raiseFindings } from './raise-findings.ts';

/** After which a check counts as broken off, and another process begins it again; longer than it may take. */
const LEASE_MS = 15 * 60_000;

export interface CheckLimits {
  /** Milliseconds that one rule may take. */
  readonly rule: number;
  /** Milliseconds after which no further rule is asked. */
  readonly all: number;
}

const LIMITS: CheckLimits = { rule: 10_000, all: 8 * 60_000 };

interface TakenCheck {
  readonly id: string;
  readonly startedAt: Date;
  readonly organizationId: string;
}

/** Asks of the organization's rows whether all rules hold, when that is due: each night, or because the owner asks. */
export const checkDueBooks = async (
  ports: Ports,
  organizationId: string,
  rules?: readonly Invariant[],
  limits: CheckLimits = LIMITS,
): Promise<void> => {
  const taken = await take(ports, organizationId);
  if (taken) await finish(ports, taken, await look(ports, taken, rules ?? (await readInvariants()), limits));
};

/** To one process; to another one only when this one does not finish. */
const take = ({ db, newId }: Ports, organizationId: string): Promise<TakenCheck | null> =>
  withTenant(db, organizationId, async (tx) => {
    const { now: startedAt } = await businessTime(tx, organizationId);
    const { count } = await tx.organization.updateMany({
      where: { id: organizationId, booksCheckAt: { lte: startedAt } },
      data: { booksCheckAt: new Date(startedAt.getTime() + LEASE_MS) },
    });
    if (count === 0) return null;
    const open = await tx.booksCheck.findFirst({ where: { organizationId, finishedAt: null } });
    const id = open?.id ?? newId();
    if (open)
      await tx.booksCheck.update({
        where: { organizationId_id: { organizationId, id } },
        data: { startedAt },
      });
    else
      await tx.booksCheck.create({
        data: { organizationId, id, askedByKind: 'SYSTEM', askedAt: startedAt, startedAt },
      });
    return { organizationId, id, startedAt };
  });

interface Looked {
  readonly rules: number;
  readonly broken: readonly Finding[];
  readonly notChecked: readonly string[];
}

/** One rule after the other, each on one connection for a while: people at the desk go first. */
const look = async (
  { db, log }: Ports,
  { organizationId }: TakenCheck,
  rules: readonly Invariant[],
  limits: CheckLimits,
): Promise<Looked> => {
  const until = performance.now() + limits.all;
  const broken: Finding[] = [];
  const notChecked: string[] = [];
  for (const rule of rules) {
    const left = Math.min(limits.rule, until - performance.now());
    const rows = left < 1 ? null : await askInvariant(db, organizationId, rule, Math.ceil(left));
    if (!rows) notChecked.push(rule.name);
    else if (rows.length > 0) broken.push(toFinding(rule.name, rows));
  }
  if (notChecked.length > 0) log.warn({ organizationId, notChecked }, 'rules of the books were not checked');
  return { rules: rules.length, broken, notChecked };
};

/** What was found, the tasks about it and when to look next, in one transaction; nothing when somebody else goes on. */
const finish = async (ports: Ports, taken: TakenCheck, looked: Looked): Promise<void> => {
  const { db, doorbell } = ports;
  const { organizationId, id, startedAt } = taken;
  const finished = await withTenant(db, organizationId, async (tx) => {
    await tx.$executeRaw`SELECT 1 FROM organization WHERE id = ${organizationId}::uuid FOR NO KEY UPDATE`;
    const time = await businessTime(tx, organizationId);
    const { count } = await tx.booksCheck.updateMany({
      where: { organizationId, id, startedAt, finishedAt: null },
      data: {
        finishedAt: time.now,
        rules: looked.rules,
        broken: looked.broken.map((finding) => ({ ...finding, rows: [...finding.rows] })),
        notChecked: [...looked.notChecked],
      },
    });
    if (count === 0) return false;
    await tx.organization.update({
      where: { id: organizationId },
      data: { booksCheckAt: await nightAfter(tx, organizationId, time.today) },
    });
    const raised = await raiseFindings(tx, ports, { organizationId, checkId: id }, looked.broken, time);
    await appendEvents(tx, organizationId, [
      {
        stream: 'books',
        streamId: id,
        type: 'books.checked',
        at: time.now,
        actor: SYSTEM,
        data: { rules: looked.rules, broken: looked.broken.length, notChecked: looked.notChecked.length },
      },
      ...raised,
    ]);
    return true;
  });
  if (finished) doorbell.ring(organizationId);
};
