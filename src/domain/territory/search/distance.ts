/**
 * Edit distance (Levenshtein) from some words to the beginning of a name, fast enough to measure thousands of
 * names while somebody types: one column of the table at a time, as bits of one number (Myers, "A fast bit-vector algorithm for
 * approximate string matching based on dynamic programming", 1999, in the form of Hyyrö, 2003).
 *
 * Unlike Myers, who looks for the words anywhere, the name starts where the words start: the first row of the table grows
 * by one at each letter.
 */

/** Letters compared; bits of a number that JavaScript handles as an integer. The rest of longer words is not compared. */
const WIDTH = 31;

/**
 * A measure for `wanted`. It gives the least number of letters to change, add or remove so that `wanted` becomes
 * a beginning of `name`; any number above `limit` when that is more. Lower-case ASCII letters and digits only.
 */
export function prepareDistance(wanted: string): (name: string, limit: number) => number {
  const length = Math.min(wanted.length, WIDTH);
  if (length === 0) return () => 0;
  const places = new Int32Array(128);
  for (let position = 0; position < length; position += 1) {
    const unit = wanted.charCodeAt(position) & 127;
    places[unit] = (places[unit] ?? 0) | (1 << position);
  }
  const last = 1 << (length - 1);
  return (name, limit) => {
    let up = -1;
    let down = 0;
    let distance = length;
    let best = length;
    const end = Math.min(name.length, length + limit);
    for (let position = 0; position < end; position += 1) {
      const same = places[name.charCodeAt(position) & 127] ?? 0;
      const diagonal = (((same & up) + up) ^ up) | same | down;
      let right = down | ~(diagonal | up);
      let left = up & diagonal;
      if ((right & last) !== 0) distance += 1;
      else if ((left & last) !== 0) distance -= 1;
      if (distance < best) best = distance;
      // The 1 lets the first row grow: the name is taken from its start.
      right = (right << 1) | 1;
      left <<= 1;
      up = left | ~(diagonal | right);
      down = right & diagonal;
    }
    return best;
  };
}
