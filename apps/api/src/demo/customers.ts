import type { CustomerData } from '@zahlwerk/domain/customers/customer-data';

const NOBODY: CustomerData = {
  kind: 'PERSON',
  givenName: null,
  familyName: null,
  company: null,
  contact: null,
  street: null,
  postalCode: null,
  city: null,
  country: 'DE',
  email: null,
  phone: null,
  vatId: null,
  taxNumber: null,
  iban: null,
  language: 'de',
  wantsSms: false,
};

type More = Partial<CustomerData>;

/** `Given Family`, `Street 1`, `12345 City`. Phone numbers are of the ranges reserved for fiction. */
const person = (
  name: string,
  street: string,
  place: string,
  email: string,
  more: More = {},
): CustomerData => {
  const [givenName = '', ...family] = name.split(' ');
  const [postalCode = '', ...city] = place.split(' ');
  return {
    ...NOBODY,
    givenName,
    familyName: family.join(' '),
    street,
    postalCode,
    city: city.join(' '),
    email,
    ...more,
  };
};

const company = (
  name: string,
  contact: string,
  street: string,
  place: string,
  email: string,
  more: More = {},
): CustomerData => {
  const { postalCode, city } = person('', '', place, '');
  return { ...NOBODY, kind: 'COMPANY', company: name, contact, street, postalCode, city, email, ...more };
};

const english = { language: 'en' } as const;

/** Fictional people and businesses: mail domains, phone numbers and bank codes belong to nobody. */
export const CUSTOMERS = {
  kirsch: person('Anna Kirsch', 'Amselgang 4', '50678 Köln', 'anna.kirsch@example.org', {
    phone: '+492214710101',
  }),
  hollmann: person('Bernd Hollmann', 'Am Mühlenteich 12', '51065 Köln', 'b.hollmann@example.net'),
  wegener: person('Clara Wegener', 'Fliederhof 9', '50823 Köln', 'clara@example.com', {
    phone: '+4917604069201',
  }),
  rosenthal: person('David Rosenthal', 'Kastaniengasse 31', '50931 Köln', 'd.rosenthal@example.org'),
  demir: person('Elif Demir', 'Werftstieg 2', '51063 Köln', 'elif.demir@example.net', {
    phone: '+4917604069202',
  }),
  althoff: person('Friedrich Althoff', 'Zum Alten Speicher 7', '53111 Bonn', 'f.althoff@example.com'),
  nowak: person('Greta Nowak', 'Lerchenpfad 18', '50968 Köln', 'greta.nowak@example.org', {
    iban: 'DE85123456780004711037',
  }),
  janssen: person('Henrik Janssen', 'Deichblick 5', '40213 Düsseldorf', 'janssen@example.net'),
  pohl: person('Ingrid Pohl', 'Rosenwinkel 22', '50996 Köln', 'ingrid.pohl@example.com', {
    phone: '+492214710102',
  }),
  weiss: person('Jakob Weiß', 'Töpferstiege 3', '50674 Köln', 'jakob.weiss@example.org'),
  vogt: person('Katharina Vogt', 'An der Obstwiese 14', '51491 Overath', 'k.vogt@example.net'),
  schreiber: person('Leon Schreiber', 'Kupfergasse 40', '50667 Köln', 'leon.schreiber@example.com', {
    phone: '+4917604069203',
  }),
  kowalski: person('Marta Kowalski', 'Birkenhain 6', '51429 Bergisch Gladbach', 'marta.k@example.org'),
  petersen: person('Nils Petersen', 'Gänsemarkt 11', '50676 Köln', 'nils.petersen@example.net'),
  sokolova: person('Olga Sokolova', 'Tulpenstieg 8', '50733 Köln', 'olga.sokolova@example.com'),
  zimmermann: person('Peter Zimmermann', 'Hinter den Linden 27', '50354 Hürth', 'pz@example.org', {
    iban: 'DE56123456780004711074',
  }),
  bianchi: person('Rosa Bianchi', 'Weinbergsteig 1', '53639 Königswinter', 'rosa.bianchi@example.net'),
  whitfield: person('James Whitfield', 'Amselgang 17', '50679 Köln', 'james.whitfield@example.com', english),
  raman: person('Priya Raman', 'Seilerweg 10', '50670 Köln', 'priya.raman@example.org', {
    ...english,
    phone: '+4917604069204',
  }),
  carter: person('Emily Carter', 'Fasanenhof 2', '53113 Bonn', 'emily.carter@example.net', english),
  oconnell: person("Sean O'Connell", 'Am Kranhof 6', '50672 Köln', 'sean.oconnell@example.com', english),
  tanaka: person('Mei Tanaka', 'Ahornbogen 15', '40210 Düsseldorf', 'mei.tanaka@example.org', english),
  halbmond: company(
    'Café Halbmond GmbH',
    'Samira Haddad',
    'Kaffeegasse 5',
    '50677 Köln',
    'einkauf.halbmond@example.com',
    { phone: '+492214710110', iban: 'DE27123456780004711111' },
  ),
  rheinblick: company(
    'Hotel Rheinblick KG',
    'Thomas Brandl',
    'Uferzeile 80',
    '50668 Köln',
    'rechnung.rheinblick@example.net',
    { phone: '+492214710111', iban: 'DE95123456780004711148' },
  ),
  seitenweise: company(
    'Buchhandlung Seitenweise e. K.',
    'Ute Seidel',
    'Papiermühlenweg 3',
    '50937 Köln',
    'laden.seitenweise@example.org',
  ),
  brinkmann: company(
    'Kanzlei Brinkmann & Partner',
    'Dr. Silke Brinkmann',
    'Justizgang 1',
    '50933 Köln',
    'sekretariat.brinkmann@example.com',
    { phone: '+492214710112' },
  ),
  nordlicht: company(
    'Architekturbüro Nordlicht PartG',
    'Malte Thomsen',
    'Reißbrettstraße 19',
    '50825 Köln',
    'buero.nordlicht@example.net',
    { iban: 'DE66123456780004711185' },
  ),
  sonnenhuegel: company(
    'Kita Sonnenhügel e. V.',
    'Britta Lange',
    'Spielwiese 2',
    '51109 Köln',
    'vorstand.sonnenhuegel@example.org',
  ),
  okafor: company(
    'Zahnarztpraxis Dr. Okafor',
    'Dr. Ngozi Okafor',
    'Perlgraben 33',
    '50668 Köln',
    'praxis.okafor@example.com',
    { phone: '+492214710113' },
  ),
  korkenzieher: company(
    'Weinbar Korkenzieher GbR',
    'Fabio Conti',
    'Fassbindergasse 8',
    '50674 Köln',
    'fabio.korkenzieher@example.net',
  ),
  blauzeit: company(
    'Agentur Blauzeit GmbH',
    'Jule Hartwig',
    'Studiohof 4',
    '50829 Köln',
    'finance.blauzeit@example.org',
    { iban: 'DE37123456780004711222' },
  ),
  kanaltheater: company(
    'Theater am Kanal gGmbH',
    'Rolf Kessler',
    'Bühnengang 1',
    '50735 Köln',
    'verwaltung.kanal@example.com',
  ),
  allegro: company(
    'Musikschule Allegro',
    'Wiebke Sander',
    'Notenweg 16',
    '50739 Köln',
    'kontakt.allegro@example.net',
  ),
  harbour: company(
    'Harbour & Finch Interiors Ltd',
    'Grace Finch',
    'Speicherkai 12',
    '50678 Köln',
    'accounts.harbourfinch@example.com',
    { ...english, phone: '+492214710114' },
  ),
  eckstein: company(
    'Hausverwaltung Eckstein GmbH',
    'Dirk Eckstein',
    'Mauergasse 21',
    '50667 Köln',
    'kreditoren.eckstein@example.org',
    { iban: 'DE08123456780004711259' },
  ),
  /** The phone number is too short. */
  koenig: person('Theo König', 'Nelkenpfad 20', '50859 Köln', 'theo.koenig@example.com', {
    phone: '+4922147',
  }),
  /** Without an address: step 2 stops and says what is missing. */
  thiel: person('Volker Thiel', '', '', 'volker.thiel@example.net', {
    street: null,
    postalCode: null,
    city: null,
  }),
  /** Answers the request for the missing data. */
  yilmaz: person('Deniz Yılmaz', '', '', 'deniz.yilmaz@example.com', {
    street: null,
    postalCode: null,
    city: null,
  }),
  /** Perhaps Anna Kirsch again: the same mail address. */
  kirschAgain: person('A. Kirsch', 'Amselgang 4a', '50678 Köln', 'anna.kirsch@example.org'),
  /** Two digits of the IBAN are swapped. */
  krueger: person('Sabine Krüger', 'Ginsterweg 13', '50127 Bergheim', 'sabine.krueger@example.org', {
    iban: 'DE76123456780004711269',
  }),
} as const satisfies Record<string, CustomerData>;

export type CustomerName = keyof typeof CUSTOMERS;
