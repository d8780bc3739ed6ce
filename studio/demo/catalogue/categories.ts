interface CategorySeed {
  code: string
  name: string
  parent?: string
  description: string
  specifications?: readonly string[]
}

/** Fifteen categories, five at the top. */
export const CATEGORIES = [
  {code: 'electrical', name: 'Electrical', description: 'Everything behind the wall.'},
  {
    code: 'wires',
    name: 'Wires and cables',
    parent: 'electrical',
    description: 'By the metre and by the coil.',
    specifications: ['Cross-section', 'Colour'],
  },
  {
    code: 'switches',
    name: 'Switches and sockets',
    parent: 'electrical',
    description: 'Modular and surface.',
    specifications: ['Current'],
  },
  {
    code: 'protection',
    name: 'MCBs and boards',
    parent: 'electrical',
    description: 'Breakers, RCCBs, distribution boards.',
    specifications: ['Current', 'Poles'],
  },
  {
    code: 'conduits',
    name: 'Conduits and fittings',
    parent: 'electrical',
    description: 'Pipes, boxes, clips, tape.',
    specifications: ['Size'],
  },
  {code: 'lighting', name: 'Lighting', description: 'Lamps and fittings.'},
  {
    code: 'lamps',
    name: 'LED lamps',
    parent: 'lighting',
    description: 'Bulbs for B22 and E27 holders.',
    specifications: ['Power', 'Light colour'],
  },
  {
    code: 'battens',
    name: 'Tubes and panels',
    parent: 'lighting',
    description: 'Battens, panels, downlights.',
    specifications: ['Power', 'Length'],
  },
  {
    code: 'outdoor',
    name: 'Outdoor and solar',
    parent: 'lighting',
    description: 'Flood lights, street lights, lanterns.',
    specifications: ['Power'],
  },
  {code: 'appliances', name: 'Appliances', description: 'What plugs in.'},
  {
    code: 'fans',
    name: 'Fans',
    parent: 'appliances',
    description: 'Ceiling, table, wall and exhaust.',
    specifications: ['Sweep'],
  },
  {
    code: 'kitchen',
    name: 'Kitchen',
    parent: 'appliances',
    description: 'Mixers, kettles, cookers.',
    specifications: ['Power'],
  },
  {
    code: 'heating',
    name: 'Water heaters and irons',
    parent: 'appliances',
    description: 'Geysers, rods, irons.',
    specifications: ['Power', 'Capacity'],
  },
  {code: 'tools', name: 'Tools and power backup', description: 'Tools, testers, batteries.'},
  {code: 'services', name: 'Services', description: 'Repair, installation and maintenance.'},
] as const satisfies readonly CategorySeed[]

export type CategoryCode = (typeof CATEGORIES)[number]['code']
