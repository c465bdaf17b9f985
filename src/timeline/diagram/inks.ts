/** The colours of the drawing, by the names that they have in ui/tokens.css. */
export type Ink =
  | ('sheet' | 'ink' | 'ink-2' | 'ink-3' | 'line' | 'line-2' | 'edge')
  | ('way' | 'safe' | 'lost' | 'unsure' | 'way-wash' | 'lost-wash')

/** Their values in either theme, for a picture that leaves the page; inks.test.ts holds them equal to the tokens. */
export const INKS: Readonly<Record<'light' | 'dark', Readonly<Record<Ink, string>>>> = {
  light: {
    sheet: '#fffdf9',
    ink: '#1c2027',
    'ink-2': '#454b54',
    'ink-3': '#646a73',
    line: '#e4ded1',
    'line-2': '#bdb4a2',
    edge: '#8a8270',
    way: '#00639c',
    safe: '#006b50',
    lost: '#b23507',
    unsure: '#7a4e00',
    'way-wash': '#e4eff6',
    'lost-wash': '#fbe9df',
  },
  dark: {
    sheet: '#191d24',
    ink: '#eeece7',
    'ink-2': '#bdbfc3',
    'ink-3': '#9a9ea5',
    line: '#2b313a',
    'line-2': '#59616d',
    edge: '#747d8b',
    way: '#7cc0ee',
    safe: '#5bd0aa',
    lost: '#ff9468',
    unsure: '#f2bd58',
    'way-wash': '#15293b',
    'lost-wash': '#3b2016',
  },
}
