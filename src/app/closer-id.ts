/** By this the open panel that looks closer is found on the page; it is fetched later than what leads to it. */
export const CLOSER_ID = 'look-closer'
