/** Sentences of maps, in English. */
export const map = {
  'map.region': 'Map',
  'map.loading': 'Loading the map',
  'map.failed': 'The map cannot be drawn in this browser. The table shows the same records.',
  'map.together':
    '{total, plural, one {# record} other {# records}}. Where they lie close they are drawn together: zoom in to see each.',
  'map.all': '{total, plural, =0 {No record here} one {# record shown} other {# records shown}}',
  'map.legend': 'Legend',
  'map.updating': 'Updating',
  'map.open': 'Open the record',
  'map.close': 'Close',
  'map.fit': 'Show all',
  'map.zoomIn': 'Zoom in',
  'map.zoomOut': 'Zoom out',
  'map.north': 'North up',
  'map.wheel': 'Hold Ctrl while scrolling to zoom the map',
  'map.wheelMac': 'Hold ⌘ while scrolling to zoom the map',
  'map.touch': 'Move the map with two fingers',
  'map.limitToView': 'Only what the map shows',
  'map.noPlace': 'The records of this register have no place on a map.',
  'map.recordWithoutPlace': 'This record has no place on a map.',
} as const;
