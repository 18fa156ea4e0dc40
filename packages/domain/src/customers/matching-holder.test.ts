import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aCompany, aPerson } from './customer.fixture.ts';
import type { CustomerData } from './customer-data.ts';
import { isMatchingHolder } from './matching-holder.ts';

const zoe = aPerson({ givenName: 'Zoë Marie', familyName: 'von Groß' });

describe('the holder of a card or an account', () => {
  it.each<[string, CustomerData]>([
    ['Anna Müller', aPerson()],
    ['ANNA MUELLER', aPerson()],
    ['Müller, Anna', aPerson()],
    ['A. Müller', aPerson()],
    ['Dr. Anna Müller', aPerson()],
    ['ZOE VON GROSS', zoe],
    ['Z M von Groß', zoe],
    ['Marie von Groß', zoe],
    ['Bäckerei Sonnenschein GmbH', aCompany()],
    ['BAECKEREI SONNENSCHEIN GMBH', aCompany()],
    ['Jörg Müßig', aCompany()],
    ['J MUESSIG', aCompany()],
    ['Müller', aPerson({ company: 'Müller' })],
  ])('%s is the customer', (holder, data) => {
    expect(isMatchingHolder(data, holder)).toBe(true);
  });

  it.each<[string, CustomerData]>([
    ['Erika Fremd', aPerson()],
    ['Erika Müller', aPerson()],
    ['Anna Meier', aPerson()],
    ['Anna Müller-Fremd', aPerson()],
    ['Müller', aPerson()],
    ['Anna', aPerson()],
    ['', aPerson()],
    ['---', aPerson({ givenName: null, familyName: null })],
    ['Herr Dr.', aPerson()],
    ['von Groß', zoe],
    ['Zoë Groß', zoe],
    ['Sonnenschein', aCompany()],
    ['Bäckerei Mondschein GmbH', aCompany()],
    ['Karl Müßig', aCompany()],
  ])('%s is not the customer', (holder, data) => {
    expect(isMatchingHolder(data, holder)).toBe(false);
  });

  it('is found whatever order, case and punctuation the provider uses', () => {
    const spelled = fc.shuffledSubarray(['Zoë', 'Marie', 'von', 'Groß'], { minLength: 4 }).chain((words) =>
      fc.tuple(fc.constantFrom(' ', ', ', ' - '), fc.boolean()).map(([between, upper]) => {
        const name = words.join(between);
        return upper ? name.toUpperCase() : name;
      }),
    );
    fc.assert(fc.property(spelled, (holder) => isMatchingHolder(zoe, holder)));
  });

  it('of one customer is never that of a customer with another family name', () => {
    const name = fc.constantFrom('Anna', 'Berta', 'Carla');
    const family = fc.constantFrom('Amsel', 'Meise', 'Specht');
    fc.assert(
      fc.property(name, family, family, (given, theirs, others) => {
        const data = aPerson({ givenName: given, familyName: theirs });
        expect(isMatchingHolder(data, `${given} ${others}`)).toBe(theirs === others);
      }),
    );
  });
});
