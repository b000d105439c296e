// What the browser keeps for a person between visits. In a frame of another site it may keep nothing: then nothing is remembered.
globalThis.analyticsMemory = {
  get(key) {
    try {
      return localStorage.getItem(`analytics.${key}`);
    } catch {
      return null;
    }
  },
  set(key, value) {
    try {
      localStorage.setItem(`analytics.${key}`, value);
    } catch {
      // Refused.
    }
  },
};
