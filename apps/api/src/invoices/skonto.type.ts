import type { SkontoOffer, SkontoTerms } from '@zahlwerk/domain/invoices/skonto-terms';
import { builder } from '../graphql/builder.ts';
import { MoneyType } from '../graphql/money.type.ts';

const BASIS_POINTS = 'Hundredths of a percent, 1 to 9999: 200 is 2 %.';
const DAYS = "Days after the invoice's own day within which the money has to be there, 1 to 90.";

export const SkontoInput = builder.inputType('SkontoInput', {
  description:
    'What a customer may keep who transfers early. Payments over the provider are always asked for in full.',
  fields: (t) => ({
    basisPoints: t.int({ description: BASIS_POINTS }),
    days: t.int({ description: DAYS }),
  }),
});

export const SkontoTermsType = builder.objectRef<SkontoTerms>('SkontoTerms').implement({
  description: 'What customers may keep who transfer early.',
  fields: (t) => ({
    basisPoints: t.exposeInt('basisPoints', { description: BASIS_POINTS }),
    days: t.exposeInt('days', { description: DAYS }),
  }),
});

export const SkontoOfferType = builder.objectRef<SkontoOffer>('SkontoOffer').implement({
  description: 'Skonto terms with what they come to on one claim.',
  fields: (t) => ({
    basisPoints: t.exposeInt('basisPoints', { description: BASIS_POINTS }),
    days: t.exposeInt('days', { description: DAYS }),
    lastDay: t.expose('lastDay', {
      type: 'Date',
      description: 'The last day on which a transfer counts as early, by its value date.',
    }),
    discount: t.expose('discount', { type: MoneyType, description: 'What may be kept.' }),
    reduced: t.expose('reduced', { type: MoneyType, description: 'What is to be transferred in that time.' }),
  }),
});
