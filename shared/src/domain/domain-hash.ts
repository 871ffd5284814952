// Names the rules this program decides and files by: a hash of their sources, written by `npm run domain-hash`.
// Two programs with another hash may not predict for one another.

export const domainHash = '8e17f9b7cff7d0d6'
