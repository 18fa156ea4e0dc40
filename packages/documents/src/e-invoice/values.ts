import type { MoneyJson } from '@zahlwerk/domain/money/money.schema';
import { leaf, node, type XmlElement } from './xml.ts';

/** A calendar day as CII writes it: `20261123` with the format code 102. */
export const dateLeaf = (name: string, day: string): XmlElement | null =>
  leaf(name, day.replaceAll('-', ''), { format: '102' });

/** A day in an element of its own, as almost every date of CII stands. */
export const dateNode = (name: string, day: string): XmlElement =>
  node(name, dateLeaf('udt:DateTimeString', day));

/** The decimal text of the snapshot as it is: nothing is computed anew. The currency is named once, in BT-5. */
export const amountLeaf = (name: string, { amount }: MoneyJson): XmlElement | null => leaf(name, amount);
