/** The same function, that computes its answer once for each object; what was computed goes with the object. */
export function perObject<K extends object, V>(compute: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, { readonly value: V }>();
  return (key) => {
    const found = known.get(key);
    if (found) return found.value;
    const value = compute(key);
    known.set(key, { value });
    return value;
  };
}

/** The same for keys that are few: names, languages. */
export function perName<K extends string, V>(compute: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined || known.has(key)) return found as V;
    const value = compute(key);
    known.set(key, value);
    return value;
  };
}

/**
 * Remembers what follows from a text that anybody may send: so many texts, none of them long. Where one more comes, all
 * are forgotten, which is as good as a better rule while most requests are alike.
 */
export function perText<V>(most = 200, longest = 500): (text: string, compute: () => V) => V {
  const known = new Map<string, V>();
  return (text, compute) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const value = compute();
    if (text.length > longest) return value;
    if (known.size >= most) known.clear();
    known.set(text, value);
    return value;
  };
}
