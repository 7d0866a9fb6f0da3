/** Which module may know which other. A new edge comes with a record in docs/decisions. */
module.exports = {
  accounts: [],
  vetting: ['accounts'],
  catalog: ['vetting', 'accounts'],
  scheduling: ['catalog', 'accounts'],
  sessions: ['scheduling', 'accounts'],
  tax: ['accounts'],
  billing: ['tax', 'accounts'],
  reviews: ['sessions', 'accounts'],
  notifications: ['accounts'],
};
