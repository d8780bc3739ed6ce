const TITLES = 'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country'

/** A small history with every kind of dirt, in an order that matters; expected figures stand in the test. */
export const dirtyRows: readonly string[] = [
  '536365,85123A,"LANTERN, ""WHITE""",6,2010-12-01 08:26:00,2.55,17850.0,United Kingdom',
  '536365,85123a ,LANTERN AGAIN,2,2010-12-01 08:26:00,2.55,17850.0,United Kingdom',
  '536365,POST,POSTAGE,1,2010-12-01 08:26:00,18.00,17850.0,United Kingdom',
  '536366,22423,,3,2010-12-01 09:00:00,12.755,,United Kingdom',
  '536367,22423,CAKESTAND,-4,2010-12-01 09:30:00,0.0,,United Kingdom',
  '536365,22423,CAKESTAND,1,2010-12-02 23:59:00,12.75,17850.0,United Kingdom',
  '536368,85123A,found,5,2010-12-02 10:00:00,0.0,,United Kingdom',
  '536369,M,Manual,-1,2010-12-02 10:01:00,1.00,,United Kingdom',
  '536370,M,Manual,1,2010-12-02 10:02:00,0.0,,United Kingdom',
  '536371,22423,CAKESTAND,0,2010-12-02 10:03:00,12.75,,United Kingdom',
  'C536372,22423,CAKESTAND,-2,2010-12-03 11:00:00,12.75,14911.0,EIRE',
  'C536372,POST,POSTAGE,-1,2010-12-03 11:00:00,18.00,14911.0,EIRE',
  'C536373,22423,CAKESTAND,1,2010-12-03 11:05:00,12.75,14911.0,EIRE',
  'A536374,B,Adjust bad debt,1,2010-12-03 12:00:00,-11062.06,,United Kingdom',
  '536375,B,Adjust bad debt,1,2010-12-03 12:01:00,-5.00,,United Kingdom',
  '536376,21730,TINY,1,2010-12-03 12:02:00,0.001,13047.0,United Kingdom',
  '536377,22423,CAKESTAND,many,2010-12-03 12:03:00,12.75,,United Kingdom',
  '536366,84879,BIRD ORNAMENT,1,2010-12-01 09:00:00,1.69,,United Kingdom',
  '536366,84879,BIRD ORNAMENT,1,2010-12-01 09:00:00,1.69,,United Kingdom',
]

/** CSV text of these rows. */
export const toCsv = (rows: readonly string[]): string => [TITLES, ...rows, ''].join('\n')

/** What the rules of the online-retail history make of `dirtyRows`, reckoned by hand; money in pence. */
export const dirtyFigures = {
  bills: 3,
  billLines: 8,
  creditNotes: 1,
  creditLines: 2,
  adjustments: 2,
  refused: {
    'no-stock': 2,
    'zero-quantity': 1,
    'positive-credit': 1,
    'bad-debt': 1,
    'negative-price': 1,
    malformed: 1,
  },
  products: 5,
  customers: 3,
  days: {
    '2010-12-01': {
      bills: 2,
      sales: 6 * 255 + 2 * 255 + 1800 + 1275 + 3 * 1276 + 2 * 169,
      credits: 0,
    },
    '2010-12-03': {bills: 1, sales: 0, credits: 2 * 1275 + 1800},
  },
  stock: {'85123A': 5, '22423': 2, '21730': 0, '84879': 0},
}
