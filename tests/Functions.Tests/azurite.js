// The storage emulator's table service, for as long as whoever started it keeps its input open.
process.stdin.on('end', () => process.exit()).resume();
require('azurite/dist/src/table/main.js');
