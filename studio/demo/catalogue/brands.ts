/** Invented makers; none of them exists. */
export const BRANDS = [
  {code: 'VJ', name: 'Vajra Cables', description: 'Copper wires and cables.'},
  {code: 'KL', name: 'Kiranlux', description: 'LED lamps, tubes and panels.'},
  {code: 'SD', name: 'Suryadeep', description: 'Solar lanterns and outdoor lights.'},
  {code: 'AS', name: 'Ashwin Switchgear', description: 'MCBs, RCCBs and distribution boards.'},
  {code: 'NV', name: 'Navya', description: 'Modular switches and sockets.'},
  {code: 'PW', name: 'Pavanwings', description: 'Ceiling, table and exhaust fans.'},
  {code: 'RR', name: 'Ruchira', description: 'Mixers, kettles and kitchen appliances.'},
  {code: 'AG', name: 'Agnitherm', description: 'Water heaters and irons.'},
  {code: 'NT', name: 'Nilgiri Tools', description: 'Hand and power tools.'},
  {code: 'MT', name: 'Matra', description: 'Meters and testers.'},
  {code: 'SP', name: 'Setu Pipes', description: 'Conduits, boxes and fittings.'},
  {code: 'UN', name: 'Urjanidhi', description: 'Batteries, inverters and chargers.'},
] as const

export type BrandCode = (typeof BRANDS)[number]['code']
