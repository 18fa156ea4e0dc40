import { zero } from '@zahlwerk/domain/money/money';
import { amountCollectable, amountOpen, amountReceived, coverage } from '@zahlwerk/domain/workflow/balance';
import { skontoOf } from '@zahlwerk/domain/workflow/case-skonto';
import { moneyPosition } from '@zahlwerk/domain/workflow/money-position';
import { deriveMoneyTrack } from '@zahlwerk/domain/workflow/money-track';
import { openRun } from '@zahlwerk/domain/workflow/progress';
import { STEPS } from '@zahlwerk/domain/workflow/step';
import { preCheck } from '@zahlwerk/domain/workflow/steps/close-payment-task';
import { previewRecording } from '@zahlwerk/domain/workflow/steps/record-payment';
import { builder } from '../../graphql/builder.ts';
import { MoneyType } from '../../graphql/money.type.ts';
import { StepEnum } from '../../graphql/step.type.ts';
import { SkontoOfferType } from '../../invoices/skonto.type.ts';
import { AllowedActionType, answersOf, BlockedActionType } from './actions.type.ts';
import { CasePaymentType, OfferedResolutionType, RecordingPreviewType } from './amounts.type.ts';
import { caseOf } from './case-loader.ts';
import { ChecklistItemType, DiscrepancyType, PreCheckType } from './checklist.type.ts';
import { checklistLines } from './checklist-lines.ts';
import { CaseStateEnum, ChannelEnum, CoverageEnum, InvoicingEnum, PaymentMethodTypeEnum } from './enums.ts';
import { MoneyPositionType, MoneyTrackType } from './money-track.type.ts';
import { offersOf, receivedPayments } from './received-payments.ts';
import { WorkStepType } from './work-track.type.ts';

const byStep = (a: { step: string; run: number }, b: { step: string; run: number }) =>
  STEPS.indexOf(a.step as never) - STEPS.indexOf(b.step as never) || a.run - b.run;

export const PaymentCaseNode = builder.prismaNode('PaymentCase', {
  description: 'One claim on one customer in one currency, on its way through the ten steps.',
  id: { resolve: ({ id }) => id },
  findUnique: (id, { organizationId }) => ({
    organizationId_id: { organizationId: organizationId ?? '', id },
  }),
  authScopes: { permission: 'case:read' },
  fields: (t) => ({
    number: t.exposeString('number', { description: 'ZV-2026-000042; also the payment reference.' }),
    version: t.exposeInt('version', {
      description: 'For expectedVersion: grows with every change; a note of why the machine stopped is none.',
    }),
    state: t.expose('state', { type: CaseStateEnum, description: 'Whether it is running.' }),
    channel: t.expose('channel', { type: ChannelEnum, description: 'How the customer was asked.' }),
    preferredMethod: t.expose('preferredMethod', {
      type: PaymentMethodTypeEnum,
      nullable: true,
      description: 'What the pay page offers first.',
    }),
    invoicing: t.expose('invoicing', { type: InvoicingEnum, description: 'Who writes the invoice.' }),
    reference: t.exposeString('reference', { nullable: true, description: "The customer's order number." }),
    externalRef: t.exposeString('externalRef', {
      nullable: true,
      description: "The partner's own number, unique per integration.",
    }),
    metadata: t.expose('metadata', { type: 'JSON', nullable: true, description: "The partner's own data." }),
    dueOn: t.expose('dueOn', { type: 'Date', description: 'Day on which the amount is due.' }),
    skonto: t.field({
      type: SkontoOfferType,
      nullable: true,
      description:
        'What the customer may keep who transfers early, in force or run out; null without, or where too little is open.',
      resolve: async (row, _args, ctx) => skontoOf(await caseOf(ctx, row.id)),
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was started.' }),
    closedAt: t.expose('closedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was signed off.',
    }),
    closedSingleControl: t.exposeBoolean('closedSingleControl', {
      description: 'Signed off by the only person there is.',
    }),
    cancelReason: t.exposeString('cancelReason', { nullable: true, description: 'Why it was canceled.' }),
    customer: t.relation('customer', { description: 'On whom the claim is.' }),
    invoices: t.relation('invoices', {
      description: 'All documents of the claim, Stornos included, oldest first.',
      query: { orderBy: { createdAt: 'asc' } },
    }),
    receipts: t.relation('receipts', {
      description: 'Receipts for recorded payments, oldest first.',
      query: { orderBy: { issuedAt: 'asc' } },
    }),
    tasks: t.relation('tasks', {
      description: 'The payment task and all exceptions, oldest first.',
      query: { orderBy: { createdAt: 'asc' } },
    }),
    approvals: t.relation('approvals', {
      description: 'What a second person was asked to agree to.',
      query: { orderBy: { askedAt: 'asc' } },
    }),
    attachments: t.relation('attachments', {
      description: 'Files put to the case.',
      query: { orderBy: { addedAt: 'asc' } },
    }),
    task: t.prismaField({
      type: 'Task',
      nullable: true,
      description: "The accounts department's own task; null before step 5.",
      resolve: (query, { id, organizationId }, _args, { db }) =>
        db.task.findFirst({ ...query, where: { organizationId, caseId: id, kind: 'PAYMENT' } }),
    }),
    exceptions: t.prismaField({
      type: ['Task'],
      description: 'What is not clean and waits for a person.',
      resolve: (query, { id, organizationId }, _args, { db }) =>
        db.task.findMany({
          ...query,
          where: { organizationId, caseId: id, kind: 'EXCEPTION', state: { not: 'DONE' } },
          orderBy: { createdAt: 'asc' },
        }),
    }),
    invoice: t.prismaField({
      type: 'Invoice',
      nullable: true,
      description: 'The effective invoice or statement; null before it is issued and after its Storno.',
      resolve: (query, { id, organizationId }, _args, { db }) =>
        db.invoice.findFirst({
          ...query,
          where: { organizationId, caseId: id, state: 'ISSUED', kind: { in: ['INVOICE', 'STATEMENT'] } },
        }),
    }),
    payouts: t.prismaField({
      type: ['Payout'],
      description: "Payouts that carry the case's money.",
      resolve: (query, { id, organizationId }, _args, { db }) =>
        db.payout.findMany({ ...query, where: { organizationId, items: { some: { caseId: id } } } }),
    }),
    workflowVersion: t.relation('workflowVersion', {
      description: 'The version of the workflow it started with.',
    }),
    amountDue: t.field({
      type: MoneyType,
      description: 'What is claimed.',
      resolve: async (row, _args, ctx) => (await caseOf(ctx, row.id)).amountDue,
    }),
    amountReceived: t.field({
      type: MoneyType,
      description: 'What has arrived, refunds taken off.',
      resolve: async (row, _args, ctx) => amountReceived(await caseOf(ctx, row.id)),
    }),
    amountOpen: t.field({
      type: MoneyType,
      description: 'Due less allocations and adjustments.',
      resolve: async (row, _args, ctx) => amountOpen(await caseOf(ctx, row.id)),
    }),
    amountAwaited: t.field({
      type: MoneyType,
      description:
        'Still to come: open less what has arrived and waits for its allocation; nothing once it is over.',
      resolve: async (row, _args, ctx) => {
        const state = await caseOf(ctx, row.id);
        return state.state === 'OPEN' ? amountCollectable(state) : zero(state.amountDue.currency);
      },
    }),
    coverage: t.field({
      type: CoverageEnum,
      description: 'How far the claim is covered.',
      resolve: async (row, _args, ctx) => coverage(await caseOf(ctx, row.id)),
    }),
    moneyTrack: t.field({
      type: MoneyTrackType,
      description: 'What has happened to the money.',
      resolve: async (row, _args, ctx) => deriveMoneyTrack(await caseOf(ctx, row.id)),
    }),
    position: t.field({
      type: MoneyPositionType,
      description: 'Where the money is and whose turn it is.',
      resolve: async (row, _args, ctx) => moneyPosition(await caseOf(ctx, row.id)),
    }),
    workTrack: t.field({
      type: [WorkStepType],
      description: 'All runs of all steps, in the order of the steps.',
      resolve: async (row, _args, ctx) => {
        const state = await caseOf(ctx, row.id);
        return [...state.runs].sort(byStep).map((run) => ({ run, state }));
      },
    }),
    currentStep: t.field({
      type: StepEnum,
      nullable: true,
      description: 'The open step; null when the case is over.',
      resolve: async (row, _args, ctx) => openRun(await caseOf(ctx, row.id))?.step ?? null,
    }),
    allowedActions: t.field({
      type: [AllowedActionType],
      description: 'What the caller may do now.',
      resolve: async (row, _args, ctx) =>
        (await answersOf(ctx, row.id, ctx.actor)).filter(({ refusal }) => refusal === null),
    }),
    blockedActions: t.field({
      type: [BlockedActionType],
      description: 'What the caller may not do now, and why not.',
      resolve: async (row, _args, ctx) => {
        const answers = await answersOf(ctx, row.id, ctx.actor);
        return answers.flatMap((answer) => (answer.refusal ? [{ ...answer, refusal: answer.refusal }] : []));
      },
    }),
    checklist: t.field({
      type: [ChecklistItemType],
      description: 'The newest answers of a step: machine checks and the items of the business.',
      args: { step: t.arg({ type: StepEnum, required: true, description: 'Whose checklist.' }) },
      resolve: async (row, { step }, ctx) => checklistLines(await caseOf(ctx, row.id), step, ctx.language),
    }),
    discrepancies: t.field({
      type: [DiscrepancyType],
      description: 'What does not agree, settled ones included.',
      resolve: async (row, _args, ctx) => (await caseOf(ctx, row.id)).discrepancies,
    }),
    payments: t.field({
      type: [CasePaymentType],
      description: 'Money that has arrived for the case, oldest first.',
      resolve: async (row, _args, ctx) => receivedPayments(await caseOf(ctx, row.id), ctx.actor),
    }),
    restResolutions: t.field({
      type: [OfferedResolutionType],
      description: 'How an unpaid rest can end without further money.',
      resolve: async (row, _args, ctx) => offersOf(await caseOf(ctx, row.id), ctx.actor),
    }),
    recordingPreview: t.field({
      type: RecordingPreviewType,
      nullable: true,
      description: 'What step 7 will post; null unless it is open.',
      resolve: async (row, _args, ctx) => {
        const state = await caseOf(ctx, row.id);
        return openRun(state)?.step === 'RECORD_PAYMENT' ? previewRecording(state) : null;
      },
    }),
    preCheck: t.field({
      type: [PreCheckType],
      description: 'What the machine finds before the case is signed off, reds first.',
      resolve: async (row, _args, ctx) => preCheck(await caseOf(ctx, row.id)),
    }),
  }),
});
