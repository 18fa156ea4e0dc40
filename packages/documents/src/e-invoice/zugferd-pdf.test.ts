import { aCompany } from '@zahlwerk/domain/customers/customer.fixture';
import { buildStatement } from '@zahlwerk/domain/invoices/build-statement';
import { aDraft, anInvoice, aSeller } from '@zahlwerk/domain/invoices/invoice.fixture';
import type { InvoiceSnapshot } from '@zahlwerk/domain/invoices/invoice-snapshot.schema';
import { type Currency, money } from '@zahlwerk/domain/money/money';
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFString,
} from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { renderInvoicePdf } from '../invoice.pdf.ts';
import { CASES } from './cases.fixture.ts';
import { reading } from './validate.fixture.ts';
import { writeEInvoice } from './write-e-invoice.ts';

const open = async (snapshot: InvoiceSnapshot): Promise<PDFDocument> =>
  PDFDocument.load(await renderInvoicePdf(snapshot), { updateMetadata: false });

const named = (name: string): PDFName => PDFName.of(name);

const textOf = (value: PDFObject | undefined): string | undefined =>
  value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : undefined;

const bytesOf = (value: PDFObject | undefined): string =>
  value instanceof PDFRawStream ? Buffer.from(decodePDFRawStream(value).decode()).toString('utf8') : '';

/** The file that the catalog names as belonging to the whole document, as another library reads it. */
const associated = ({ catalog }: PDFDocument) => {
  const [file] = catalog.lookup(named('AF'), PDFArray).asArray();
  const specification = catalog.context.lookup(file, PDFDict);
  const stream = specification.lookup(named('EF'), PDFDict).lookup(named('F'));
  if (!(stream instanceof PDFRawStream)) throw new Error('There is no file.');
  const parameters = stream.dict.lookup(named('Params'), PDFDict);
  return { file, specification, stream, parameters };
};

const xmpOf = ({ catalog }: PDFDocument): string => bytesOf(catalog.lookup(named('Metadata')));

const XMP = {
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  fx: 'urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#',
  dc: 'http://purl.org/dc/elements/1.1/',
  pdfaid: 'http://www.aiim.org/pdfa/ns/id/',
  pdfaSchema: 'http://www.aiim.org/pdfa/ns/schema#',
  pdfaProperty: 'http://www.aiim.org/pdfa/ns/property#',
};

const xmpAt = (xmp: string, ...paths: readonly string[]): readonly (string | undefined)[] =>
  reading(xmp, (document) => paths.map((path) => document.get(path, XMP)?.content));

describe('a ZUGFeRD PDF', () => {
  it.each(Object.entries(CASES))('holds exactly the XML of its snapshot: %s', async (_name, snapshot) => {
    const written = writeEInvoice(snapshot, 'EN16931');
    expect(bytesOf(associated(await open(snapshot)).stream)).toBe(written.ok && written.xml);
  });

  it('names it as another form of the whole document, dated with the day of issue', async () => {
    const pdf = await open(anInvoice());
    const { file, specification, stream, parameters } = associated(pdf);
    expect(specification.lookup(named('AFRelationship'))).toBe(named('Alternative'));
    expect(textOf(specification.lookup(named('F')))).toBe('factur-x.xml');
    expect(textOf(specification.lookup(named('UF')))).toBe('factur-x.xml');
    expect(stream.dict.lookup(named('Subtype'), PDFName).decodeText()).toBe('text/xml');
    expect(textOf(parameters.lookup(named('ModDate')))).toBe('D:20261123000000Z');
    const names = pdf.catalog.lookup(named('Names'), PDFDict).lookup(named('EmbeddedFiles'), PDFDict);
    const [name, entry] = names.lookup(named('Names'), PDFArray).asArray();
    expect(textOf(name)).toBe('factur-x.xml');
    expect(entry).toBe(file);
  });

  it('announces it in metadata that describe themselves', async () => {
    const xmp = xmpOf(await open(anInvoice()));
    expect(
      xmpAt(
        xmp,
        '//pdfaid:part',
        '//pdfaid:conformance',
        '//fx:DocumentType',
        '//fx:DocumentFileName',
        '//fx:Version',
        '//fx:ConformanceLevel',
        '//pdfaSchema:namespaceURI',
        '//pdfaSchema:prefix',
      ),
    ).toEqual(['3', 'B', 'INVOICE', 'factur-x.xml', '1.0', 'EN 16931', XMP.fx, 'fx']);
    const described = reading(xmp, (document) =>
      document.find('//pdfaProperty:name', XMP).map(({ content }) => content),
    );
    expect(described).toEqual(['DocumentType', 'DocumentFileName', 'Version', 'ConformanceLevel']);
  });

  it('has metadata that can be read whatever the parties are called', async () => {
    const seller = aSeller({ name: 'Müller & <Söhne> "GmbH"' });
    const pdf = await open(anInvoice({ seller }));
    expect(xmpAt(xmpOf(pdf), '//dc:creator//rdf:li')).toEqual([seller.name]);
    expect(pdf.getAuthor()).toBe(seller.name);
  });

  it('says in which colors it is meant and embeds every font', async () => {
    const pdf = await open(anInvoice());
    const [intent] = pdf.catalog.lookup(named('OutputIntents'), PDFArray).asArray();
    const profile = pdf.context.lookup(intent, PDFDict);
    expect(profile.lookup(named('S'))).toBe(named('GTS_PDFA1'));
    expect(profile.lookup(named('DestOutputProfile'))).toBeInstanceOf(PDFRawStream);
    const objects = pdf.context.enumerateIndirectObjects().map(([, object]) => object);
    const descriptors = objects.filter(
      (object): object is PDFDict =>
        object instanceof PDFDict && object.lookup(named('Type')) === named('FontDescriptor'),
    );
    expect(descriptors.length).toBeGreaterThan(0);
    for (const descriptor of descriptors)
      expect(descriptor.lookup(named('FontFile2'))).toBeInstanceOf(PDFRawStream);
  });
});

describe('a PDF without XML', () => {
  const isPlain = async (snapshot: InvoiceSnapshot): Promise<boolean> => {
    const pdf = await open(snapshot);
    return !pdf.catalog.has(named('AF')) && !xmpOf(pdf).includes('fx:');
  };

  it('is a statement, which is no invoice', async () => {
    const { supply: _supply, lines: _lines, ...frame } = aDraft();
    const lines = [{ name: 'Kaution', description: null, amount: money<Currency>(150000n, 'EUR') }];
    const built = buildStatement({ ...frame, number: 'AB-2026-0003', lines });
    if (!built.ok) throw new Error('refused');
    expect(await isPlain(built.snapshot)).toBe(true);
  });

  it('is an invoice over a small amount whose recipient left out the country (§ 33 UStDV)', async () => {
    const customer = aCompany({ street: null, postalCode: null, city: null, country: null });
    expect(await isPlain(anInvoice({ customer }))).toBe(true);
    expect(await isPlain(anInvoice())).toBe(false);
  });
});
