import type { ExportWords } from './export-zh.ts';

/** The same in English. */
const en: ExportWords = {
  statistics: {
    sheet: 'Statistics',
    title: (year) => `Relief at New Year and the Spring Festival${year === null ? '' : ` ${year}`}: statistics`,
    attachment: 'Attachment',
    reporter: (issuer) => `Reported by: ${issuer}`,
    unit: 'in 万元 (10,000 yuan)',
    columns: {
      number: 'No.',
      department: 'Department',
      measure: 'Measure',
      to: 'For',
      form: 'Form',
      standard: 'Standard',
      planned: 'Planned',
      actual: 'Actual',
      amount: 'amount',
      funds: 'Funds',
      note: 'Remarks',
      lowerBound: (title) => `${title}: lower bound`,
    },
    units: {
      households: 'households',
      persons: 'persons',
      personTimes: 'person-times',
      householdTimes: 'household-times',
      items: 'items',
    },
    under: (over, title) => `${over} ${title}`,
    subtotal: 'Subtotal',
    total: 'Total',
    ofWhich: {
      cash: 'of which cash',
      goods: 'of which goods',
      both: 'of which several forms',
      service: 'of which services',
      open: 'of which no form is said',
    },
    ofWhichUnplanned: 'of which: not in the document',
    noMeasures: '(no measures)',
    unplanned: 'not a measure of the document',
    overlapping: 'overlaps others',
    history: 'history, not counted',
    notTotalled:
      'measures overlap: the total amount is what the document states; counts, subtotals and “of which” add rows up, and may count some twice',
    atLeast: '≥: some measures have no amount, so the total is a lower bound; “—”: the document does not say',
    distinct:
      'actual households and persons are each counted once, so subtotals and totals are not sums of the rows; person-times and money are',
    signatures: ['Head of unit: ', 'Checked by: ', 'Filled in by: ', 'Telephone: ', 'Date: '],
  },
  places: {
    sheet: 'By subdistrict',
    corner: 'Department',
    total: 'Total',
    unknown: '(no subdistrict)',
    unit: 'amounts in 万元 above, payouts below',
    amounts: 'Amount (万元)',
    payouts: 'Payouts',
  },
  findings: { sheet: 'Findings', where: 'Place' },
  notes: {
    sheet: 'Notes',
    columns: { what: 'What', value: 'Value' },
    campaign: 'Campaign',
    document: 'Document',
    made: 'Made by relief, version',
    input: (file) => `Read: ${file}`,
    campaignFile: 'campaign file',
    equation: (rows, payouts, aside, rejected) =>
      `${rows} rows = ${payouts} payouts + ${aside} set aside + ${rejected} rejected`,
    sha256: 'SHA-256',
    precision: 'amounts show two decimals of 万元, the cells are exact; subtotals and totals are formulas',
    people: 'People paid',
    noLists: 'plan only: no lists were read, and there are no actual figures',
    encoding: 'encoding',
  },
};

export default en;
