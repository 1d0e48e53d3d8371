/** Words about tiles, their grids and styles, in English. */
export const tiles = {
  'page.tiles': 'Vector tiles',
  'page.tile-grids': 'Grids of tiles',
  'page.styles': 'Styles of the map',
  'page.style-light': 'Light map',
  'page.style-dark': 'Dark map',
  'violation.importance-needs-number': '"{value}" is of type {type}; importance needs a number.',
  'violation.tile-grid': 'There is no grid "{value}". There are: {allowed}.',
  'violation.tile-address':
    'Grid {grid} has no tile at matrix "{matrix}", row "{row}", column "{column}": at most {rows} rows and {columns} columns there.',
  'violation.tile-limits':
    'The data reach no tile at matrix "{matrix}", row "{row}", column "{column}": there they go from row {minRow} to {maxRow} and from column {minColumn} to {maxColumn}.',
  'violation.tile-matrix': 'Grid {grid} has no matrix "{matrix}"; they go from {first} to {last}.',
  'violation.tile-collections': '"{value}" is not a register with places. There are: {allowed}.',
  'violation.tile-collections-limit': 'A tile can show {maximum} registers at most.',
} as const;
